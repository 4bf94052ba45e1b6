"""Train the bundled model `playground-t5`.

    python packaging/models/playground_t5/train.py --corpus DIR --out DIR [--seconds N]

Three tasks, told by a prefix: `spell:` writes a number below one million in words, `count:` reads
it back, `punctuate:` restores the case and punctuation of text. Sentences come from the passages
that `playground-gpt2` learned from; those kept out there are kept out here. Writes what is kept
out beside this script, and the folder that the application bundles, all but its model card.

The clock sets the schedule, as in `playground_gpt2/train.py`. Needs a CUDA GPU of compute
capability 8.0 or newer, PyTorch 2.11, tokenizers and safetensors. The project itself
needs no PyTorch.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

# what the bundled models share stands one folder up
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import torch
from common.corpus import read_corpus
from common.training import Recipe, train
from examples import make_examples, number_examples, write_held_out
from export import write
from greedy import exact_match
from network import Network, Shape
from packing import Pool, Stream
from vocabulary import END, train_tokenizer

if TYPE_CHECKING:
    from examples import Example

# Of the rows of a step; the others hold one-sentence examples.
SHARE_OF_NUMBERS = 0.125
SHARE_OF_STRETCHES = 0.25
# One sentence and one number in so many teach the tokenizer.
TOKENIZER_SEES_ONE_IN = 4


def texts(examples: list[Example]) -> chain[str]:
    """Inputs and targets."""
    return chain.from_iterable(examples)


def run(
    corpus: Path, out: Path, held_out_file: Path, recipe: Recipe, rows: int, device: torch.device
) -> dict[str, Any]:
    """Corpus to model folder; returns the figures of the run."""
    began = time.perf_counter()

    def say(what: str) -> None:
        print(f"{time.perf_counter() - began:.0f} s: {what}", flush=True)

    torch.manual_seed(0)
    torch.set_float32_matmul_precision("high")
    training, held_out = read_corpus(corpus)
    say(f"{len(training):,} passages")
    examples = make_examples(
        [passage.text for passage in training], [passage.text for passage in held_out]
    )
    write_held_out(examples.held_out, held_out_file)
    numbers = list(number_examples())
    pools = {
        "sentences": examples.sentences,
        "stretches": examples.stretches,
        "numbers": numbers,
    }
    say(", ".join(f"{len(pool):,} {name}" for name, pool in pools.items()))
    shape = Shape()
    sample = chain(
        texts(examples.sentences[::TOKENIZER_SEES_ONE_IN]), texts(numbers[::TOKENIZER_SEES_ONE_IN])
    )
    tokenizer = train_tokenizer(sample, shape.tokens)
    say("tokenizer trained")
    packed = {name: Pool(pool, tokenizer, device) for name, pool in pools.items()}
    say(
        ", ".join(
            f"{pool.rows:,} rows of {name}, {pool.density:.0%} full"
            for name, pool in packed.items()
        )
    )
    number_rows, stretch_rows = int(rows * SHARE_OF_NUMBERS), int(rows * SHARE_OF_STRETCHES)
    stream = Stream(
        [
            (packed["sentences"], rows - number_rows - stretch_rows),
            (packed["stretches"], stretch_rows),
            (packed["numbers"], number_rows),
        ]
    )
    network = Network(shape).to(device)
    say(f"{sum(p.numel() for p in network.parameters()):,} parameters")
    figures = train(network, network.matrices(), stream, recipe, device)
    write(network, tokenizer, out)
    say("written")
    end = tokenizer.token_to_id(END)
    figures["held_out_exact"] = exact_match(network, tokenizer, examples.held_out, end)
    seen = list(islice(examples.sentences, 0, None, max(1, len(examples.sentences) // 2000)))
    figures["training_exact"] = exact_match(network, tokenizer, {"punctuate": seen}, end)
    say("done")
    return figures


def main() -> None:
    """Read the arguments, run, print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description="Train the bundled model playground-t5.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of *.jsonl.xz files")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--seconds", type=float, default=400.0, help="time spent training")
    parser.add_argument("--rows", type=int, default=512, help="rows of 128 tokens a step")
    parser.add_argument("--device", default="cuda", help="PyTorch's name of the device")
    parser.add_argument(
        "--held-out",
        type=Path,
        default=Path(__file__).with_name("held-out.jsonl.xz"),
        help="file to write the examples kept out to",
    )
    arguments = parser.parse_args()
    figures = run(
        arguments.corpus,
        arguments.out,
        arguments.held_out,
        Recipe(seconds=arguments.seconds),
        arguments.rows,
        torch.device(arguments.device),
    )
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
