"""Exact match of a bundled encoder-decoder model on examples it has not learned from.

    python packaging/models/exact_match.py MODEL_FOLDER EXAMPLES.jsonl.xz [--limit N] [--json]

Each line of the file has an `input`, a `target` and a `task`. An answer is what greedy search
says, decoded without special tokens; it counts if it equals the target to the letter. TensorFlow
computes in float32 whatever the weights' dtype, compiled by XLA, many examples a call.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from common.figure_command import is_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

EXAMPLES_A_CALL = 64
# Lengths are rounded up to a multiple of this, so that XLA compiles a handful of shapes.
LENGTH_STEP = 64


@dataclass(frozen=True)
class Example:
    """One line of the file."""

    task: str
    input: str
    target: str


@dataclass(frozen=True)
class Figure:
    """What was measured for one task."""

    task: str
    exact: int
    examples: int

    @property
    def part(self) -> float:
        """The part of the answers that are exact, from 0 to 1."""
        return self.exact / self.examples


def read_examples(path: Path, limit: int | None) -> dict[str, list[Example]]:
    """The lines of a `.jsonl.xz` file by task, of each task the first `limit` ones."""
    tasks: dict[str, list[Example]] = defaultdict(list)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            example = Example(**json.loads(line))
            tasks[example.task].append(example)
    return {task: examples[:limit] for task, examples in tasks.items()}


def rounded(length: int) -> int:
    """A length that is a multiple of `LENGTH_STEP`."""
    return math.ceil(length / LENGTH_STEP) * LENGTH_STEP


def calls(examples: Sequence[Example], tokenizer: Any) -> Iterator[tuple[list[Example], int, int]]:
    """Examples of like length together.

    Yields:
        at most `EXAMPLES_A_CALL` examples, the length of their inputs, and how many tokens their
        answers may have: more than the targets, so that an answer that goes on is seen to.
    """
    by_shape: dict[tuple[int, int], list[Example]] = defaultdict(list)
    for example in examples:
        read = len(tokenizer(example.input).input_ids)
        said = len(tokenizer(example.target).input_ids)
        by_shape[rounded(read), rounded(said + 1)].append(example)
    for (length, new_tokens), alike in sorted(by_shape.items()):
        for begin in range(0, len(alike), EXAMPLES_A_CALL):
            yield alike[begin : begin + EXAMPLES_A_CALL], length, new_tokens


def make_answer(model: Any, tokenizer: Any) -> Callable[[Sequence[str], int, int], list[str]]:
    """A function from inputs, padded length and longest answer to answers."""
    import tensorflow as tf

    tf.get_logger().setLevel("ERROR")  # it warns of a new trace for each shape
    generate = tf.function(model.generate, jit_compile=True, autograph=False)

    def answer(inputs: Sequence[str], length: int, new_tokens: int) -> list[str]:
        filled = [*inputs, *[""] * (EXAMPLES_A_CALL - len(inputs))]
        prompt = tokenizer(filled, padding="max_length", max_length=length, return_tensors="tf")
        said = generate(**prompt, max_new_tokens=new_tokens, do_sample=False, num_beams=1)
        texts: list[str] = tokenizer.batch_decode(said, skip_special_tokens=True)
        return texts[: len(inputs)]

    return answer


def measure(folder: Path, path: Path, limit: int | None) -> list[Figure]:
    """The figure of the model in `folder` for each task of the file."""
    from transformers import AutoTokenizer, TFAutoModelForSeq2SeqLM, logging

    logging.set_verbosity_error()
    tokenizer = AutoTokenizer.from_pretrained(folder, trust_remote_code=False)
    model = TFAutoModelForSeq2SeqLM.from_pretrained(folder, trust_remote_code=False)
    answer = make_answer(model, tokenizer)
    figures = []
    for task, examples in read_examples(path, limit).items():
        exact = 0
        for chosen, length, new_tokens in calls(examples, tokenizer):
            said = answer([example.input for example in chosen], length, new_tokens)
            exact += sum(a == b.target for a, b in zip(said, chosen, strict=True))
        figures.append(Figure(task, exact, len(examples)))
    return figures


def main() -> int:
    """Read the arguments, measure, print one line a task."""
    parser = argparse.ArgumentParser(description="Exact match of a model on held-out examples.")
    parser.add_argument("folder", type=Path, help="a Transformers folder, encoder-decoder")
    parser.add_argument("examples", type=Path, help="a .jsonl.xz file: input, target, task")
    parser.add_argument("--limit", type=int, help="measure so many examples of each task")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if not is_ready(arguments.folder, arguments.examples):
        return 2
    figures = measure(arguments.folder, arguments.examples, arguments.limit)
    if arguments.json:
        print(json.dumps({f.task: {**asdict(f), "part": f.part} for f in figures}))
    else:
        for figure in figures:
            print(f"{figure.part:.1%} exact: {figure.task} ({figure.examples:,} examples)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
