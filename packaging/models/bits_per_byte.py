"""Bits per byte of a bundled model on passages it has not learned from.

    python packaging/models/bits_per_byte.py MODEL_FOLDER PASSAGES.jsonl.xz [--json]

Each passage stands after the model's beginning-of-text token, as `generate` would put it there,
and is followed by its end-of-text token, which counts too: a model that does not know where to
stop pays for it. The bits of all those tokens are divided by the UTF-8 bytes of the passages.
Works with any decoder-only folder. TensorFlow computes in float32 whatever the weights' dtype.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from common.figure_command import is_ready

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    Ids = npt.NDArray[np.int32]
    Batch = tuple[Ids, Ids, npt.NDArray[np.bool_]]

# Positions a batch, padding included: bounds the memory that the logits take.
BATCH_POSITIONS = 4096
# Lengths are rounded up to a multiple of this, so that XLA compiles a handful of shapes.
LENGTH_STEP = 32


@dataclass(frozen=True)
class Figure:
    """What was measured."""

    bits_per_byte: float
    passages: int
    tokens: int
    bytes: int


def read_texts(path: Path) -> list[str]:
    """The `text` of every line of a `.jsonl.xz` file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def batches(sequences: Sequence[Sequence[int]]) -> Iterator[Batch]:
    """Sequences of like length together, in few shapes.

    Yields:
        inputs and targets, int32 (batch, length), and which targets count, bool. What is
        padding stands on the right, where causal attention does not look.
    """
    import numpy as np

    rest = sorted(sequences, key=len)
    while rest:
        length = math.ceil((len(rest[-1]) - 1) / LENGTH_STEP) * LENGTH_STEP
        rows = max(1, BATCH_POSITIONS // length)
        rest, chosen = rest[:-rows], rest[-rows:]
        ids = np.zeros((rows, length + 1), np.int32)
        counts = np.zeros((rows, length), np.bool_)
        for row, sequence in enumerate(chosen):
            ids[row, : len(sequence)] = sequence
            counts[row, : len(sequence) - 1] = True
        yield ids[:, :-1], ids[:, 1:], counts


def total_nats(model: Any, sequences: Sequence[Sequence[int]]) -> float:
    """Negative log-likelihood of each sequence's tokens given its first one, added up."""
    import tensorflow as tf

    # XLA halves the time: one minute instead of two on two cores.
    @tf.function(jit_compile=True, autograph=False)  # type: ignore[untyped-decorator]
    def nats(inputs: Any, targets: Any, counts: Any) -> Any:
        logits = model(input_ids=inputs, training=False).logits
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits)
        return tf.reduce_sum(tf.where(counts, losses, 0.0))

    return math.fsum(float(nats(*map(tf.constant, batch))) for batch in batches(sequences))


def measure(folder: Path, passages: Path) -> Figure:
    """The figure of the model in `folder` on `passages`.

    Raises:
        ValueError: a passage has more tokens than the model has positions.
    """
    from transformers import AutoTokenizer, TFAutoModelForCausalLM, logging

    logging.set_verbosity_error()
    tokenizer = AutoTokenizer.from_pretrained(folder, trust_remote_code=False)
    model = TFAutoModelForCausalLM.from_pretrained(folder, trust_remote_code=False)
    begin, end = tokenizer.bos_token_id, tokenizer.eos_token_id
    texts = read_texts(passages)
    encoded = tokenizer(texts, add_special_tokens=False)["input_ids"]
    sequences = [[begin, *ids, end] for ids in encoded]
    longest = max(map(len, sequences)) - 1
    if longest > model.config.max_position_embeddings:
        raise ValueError(f"a passage needs {longest} positions, more than the model has")
    bytes_ = sum(len(text.encode()) for text in texts)
    bits = total_nats(model, sequences) / math.log(2)
    return Figure(
        bits_per_byte=bits / bytes_,
        passages=len(texts),
        tokens=sum(len(sequence) - 1 for sequence in sequences),
        bytes=bytes_,
    )


def main() -> int:
    """Read the arguments, measure, print one line."""
    parser = argparse.ArgumentParser(description="Bits per byte of a model on held-out passages.")
    parser.add_argument("folder", type=Path, help="a Transformers folder, decoder-only")
    parser.add_argument("passages", type=Path, help="a .jsonl.xz file with a `text` in each line")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if not is_ready(arguments.folder, arguments.passages):
        return 2
    figure = measure(arguments.folder, arguments.passages)
    if arguments.json:
        print(json.dumps(asdict(figure)))
    else:
        print(
            f"{figure.bits_per_byte:.4f} bits per byte "
            f"({figure.passages:,} passages, {figure.tokens:,} tokens, {figure.bytes:,} bytes)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
