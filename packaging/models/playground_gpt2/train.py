"""Train the bundled model `playground-gpt2`.

    python packaging/models/playground_gpt2/train.py --corpus DIR --out DIR [--seconds N]

Reads every `*.jsonl.xz` file of the corpus (one JSON object a line: `kind`, `text`), keeps about
2,000 passages out and writes them beside this script, trains a byte-level BPE and a GPT-2 on the
others, and writes the folder that the application bundles, all but its model card.

The clock sets the schedule: training stops after `--seconds` whatever the machine, so two runs
never give the same weights. The defaults are those of the bundled weights, made on one NVIDIA
H200. Needs a CUDA GPU of compute capability 8.0 or newer, PyTorch 2.11, tokenizers and
safetensors. The project itself needs no PyTorch.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from batches import Stream, whole_passages
from corpus import read_corpus, write_passages
from export import write_folder
from muon import Muon
from network import Network, Shape
from vocabulary import SEPARATOR, train_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus import Passage
    from tokenizers import Tokenizer
    from torch import Tensor

DEVICE = torch.device("cuda")
STEPS_A_LOOK = 25  # steps between two looks at the loss, each of which waits for the GPU


@dataclass(frozen=True)
class Recipe:
    """What a run may vary; the defaults made the bundled weights.

    46 rounds over 24 million tokens invite learning by heart: with a decay of 0.1 and no dropout,
    254 seconds ended at 0.540 bits per byte on the passages kept out, 40 seconds at 0.532.

    Attributes:
        seconds: time spent in training steps, after compilation.
        batch_tokens: tokens a step.
        matrix_rate: Muon's highest learning rate, for the matrices of the layers.
        other_rate: AdamW's, for embeddings, norms and biases.
        matrix_decay: weight decay of the matrices.
        warm_up: part of the time in which the learning rates rise.
    """

    seconds: float
    batch_tokens: int = 131_072
    matrix_rate: float = 8e-3
    other_rate: float = 3e-3
    matrix_decay: float = 0.5
    warm_up: float = 0.01


def learning_rate(progress: float, warm_up: float) -> float:
    """The part of the highest rate that is due at `progress` in [0, 1]: up, then down to zero."""
    return min(progress / warm_up, (1 - progress) / (1 - warm_up))


def make_optimizers(network: Network, recipe: Recipe) -> list[torch.optim.Optimizer]:
    """Muon for the layers' matrices, AdamW for everything else."""
    matrices = [p for p in network.blocks.parameters() if p.ndim == 2]
    known = {id(p) for p in matrices}
    others = [p for p in network.parameters() if id(p) not in known]
    return [
        Muon(matrices, recipe.matrix_rate, weight_decay=recipe.matrix_decay),
        torch.optim.AdamW(
            others, recipe.other_rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True
        ),
    ]


@torch.no_grad()
def bits_per_byte(network: Network, tokenizer: Tokenizer, passages: Sequence[Passage]) -> float:
    """Bits of each passage and its closing separator, after a separator, over its bytes.

    Computed in bfloat16; `packaging/models/bits_per_byte.py` computes the figure of the card.
    """
    texts = [passage.text for passage in passages]
    ids = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    batch = whole_passages(ids, tokenizer.token_to_id(SEPARATOR), DEVICE)
    network.eval()
    with torch.autocast("cuda", torch.bfloat16):
        nats = float(network(batch).double().sum())
    return nats / math.log(2) / sum(len(text.encode()) for text in texts)


def train(network: Network, stream: Stream, recipe: Recipe) -> dict[str, Any]:
    """Train `network` in place; returns steps, tokens and seconds."""
    optimizers = make_optimizers(network, recipe)
    rates = [(group, group["lr"]) for optimizer in optimizers for group in optimizer.param_groups]
    compiled = torch.compile(network.train(), dynamic=False)

    def step(progress: float) -> Tensor:
        for group, highest in rates:
            group["lr"] = highest * learning_rate(progress, recipe.warm_up)
        with torch.autocast("cuda", torch.bfloat16):
            loss: Tensor = compiled(next(batches)).mean()
        loss.backward()
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()
        return loss.detach()

    batches = iter(stream)
    for _ in range(3):  # compiles; a learning rate of zero leaves the weights as they are
        step(0.0)
    torch.cuda.synchronize()
    steps, start = 0, time.perf_counter()
    while (seconds := time.perf_counter() - start) < recipe.seconds:
        for _ in range(STEPS_A_LOOK):
            progress = min((time.perf_counter() - start) / recipe.seconds, 1.0)
            loss = step(progress)
        steps += STEPS_A_LOOK
        nats = loss.item()
        if steps % 500 == 0:
            print(f"step {steps}, {seconds:.0f} s: {nats:.4f} nats a token", flush=True)
    return {
        "steps": steps,
        "tokens": steps * recipe.batch_tokens,
        "seconds": round(time.perf_counter() - start, 1),
    }


def run(corpus: Path, out: Path, held_out_file: Path, recipe: Recipe) -> dict[str, Any]:
    """Corpus to model folder; returns the figures of the run."""
    torch.manual_seed(0)
    torch.set_float32_matmul_precision("high")
    training, held_out = read_corpus(corpus)
    write_passages(held_out, held_out_file)
    tokenizer = train_tokenizer(passage.text for passage in training)
    encodings = tokenizer.encode_batch_fast([passage.text for passage in training])
    shape = Shape(vocab_size=tokenizer.get_vocab_size())
    stream = Stream(
        [encoding.ids for encoding in encodings],
        tokenizer.token_to_id(SEPARATOR),
        batch_tokens=recipe.batch_tokens,
        window=shape.n_positions,
        device=DEVICE,
    )
    network = Network(shape).to(DEVICE)
    figures = train(network, stream, recipe)
    figures["held_out_bits_per_byte"] = bits_per_byte(network, tokenizer, held_out)
    seen = list(islice(training, len(held_out)))
    figures["training_bits_per_byte"] = bits_per_byte(network, tokenizer, seen)
    write_folder(network, tokenizer, out)
    return figures


def main() -> None:
    """Read the arguments, run, print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description="Train the bundled model playground-gpt2.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of *.jsonl.xz files")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--seconds", type=float, default=265.0, help="time spent training")
    parser.add_argument(
        "--held-out",
        type=Path,
        default=Path(__file__).with_name("held-out.jsonl.xz"),
        help="file to write the passages kept out to",
    )
    arguments = parser.parse_args()
    recipe = Recipe(seconds=arguments.seconds)
    print(json.dumps(run(arguments.corpus, arguments.out, arguments.held_out, recipe)))


if __name__ == "__main__":
    main()
