"""From a corpus to a trained decoder-only network and its figures."""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from common.corpus import read_corpus, write_passages
from common.training import Recipe, train
from decoder.batches import Stream, whole_passages
from decoder.network import Network
from decoder.vocabulary import train_tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from common.corpus import Passage
    from decoder.network import Shape
    from tokenizers import Tokenizer

BATCH_TOKENS = 131_072


@dataclass(frozen=True)
class Model:
    """What tells one bundled decoder-only model from another.

    Attributes:
        name: the folder's name.
        shape: sizes of the network, vocabulary included.
        separator: the token that begins, ends and pads.
        seconds: time spent training, by default.
        write: writes the folder, from network, tokenizer and path.
    """

    name: str
    shape: Shape
    separator: str
    seconds: float
    write: Callable[[Network, Tokenizer, Path], None]


@torch.no_grad()
def bits_per_byte(
    network: Network, tokenizer: Tokenizer, separator: int, passages: Sequence[Passage]
) -> float:
    """Bits of each passage and its closing separator, after a separator, over its bytes.

    Computed in bfloat16; `packaging/models/bits_per_byte.py` computes the figure of the card.
    """
    texts = [passage.text for passage in passages]
    ids = [encoding.ids for encoding in tokenizer.encode_batch(texts, add_special_tokens=False)]
    device = network.wte.weight.device
    batch = whole_passages(ids, separator, device)
    network.eval()
    with torch.autocast(device.type, torch.bfloat16):
        nats = float(network(batch).double().sum())
    return nats / math.log(2) / sum(len(text.encode()) for text in texts)


def run(
    model: Model, corpus: Path, out: Path, held_out_file: Path | None, recipe: Recipe, device: str
) -> dict[str, Any]:
    """Corpus to model folder; returns the figures of the run."""
    torch.manual_seed(0)
    torch.set_float32_matmul_precision("high")
    training, held_out = read_corpus(corpus)
    if held_out_file:
        write_passages(held_out, held_out_file)
    texts = [passage.text for passage in training]
    tokenizer = train_tokenizer(texts, model.separator, model.shape.tokens)
    separator = tokenizer.token_to_id(model.separator)
    encodings = tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    stream = Stream(
        [encoding.ids for encoding in encodings],
        separator,
        batch_tokens=BATCH_TOKENS,
        window=model.shape.positions,
        device=torch.device(device),
    )
    network = Network(model.shape).to(device)
    print(f"{sum(p.numel() for p in network.parameters()):,} parameters", flush=True)
    figures = train(network, network.matrices(), stream, recipe, torch.device(device))
    figures["tokens"] = figures["steps"] * BATCH_TOKENS
    model.write(network, tokenizer, out)
    seen = training[: len(held_out)]
    for name, passages in (("held_out", held_out), ("training", seen)):
        figures[f"{name}_bits_per_byte"] = bits_per_byte(network, tokenizer, separator, passages)
    return figures


def command(model: Model, held_out_file: Path | None = None) -> None:
    """Read the arguments, run, print the figures as one JSON object.

    Args:
        model: what to train.
        held_out_file: where the passages kept out are written by default; None writes none.
    """
    parser = argparse.ArgumentParser(description=f"Train the bundled model {model.name}.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of *.jsonl.xz files")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--seconds", type=float, default=model.seconds, help="time spent training")
    parser.add_argument("--device", default="cuda", help="PyTorch's name of the device")
    parser.add_argument(
        "--held-out",
        type=Path,
        default=held_out_file,
        help="file to write the passages kept out to",
    )
    arguments = parser.parse_args()
    recipe = Recipe(seconds=arguments.seconds)
    figures = run(
        model, arguments.corpus, arguments.out, arguments.held_out, recipe, arguments.device
    )
    print(json.dumps(figures))
