"""What `playground-t5` learns from and what is kept out: pairs of input and target."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from numerals import LIMIT, in_other_words, in_words, is_held_out, is_trained, lot
from sentences import is_well_formed, sentences_of, several, stripped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HELD_OUT_SENTENCES = 2000
HELD_OUT_STRETCHES = 300
PASSAGES_A_TASK = 4000  # for one core at a time
# So often a number is trained on in each of its forms: people try small numbers first.
COPIES = {1: 40, 2: 40, 3: 20, 4: 4, 5: 1, 6: 1}


class Example(NamedTuple):
    """One input and the text that the model should answer."""

    input: str
    target: str


def spell(number: int) -> Example:
    return Example(f"spell: {number}", in_words(number))


def count(number: int, words: str) -> Example:
    return Example(f"count: {words}", str(number))


def punctuate(text: str) -> Example:
    return Example(f"punctuate: {stripped(text)}", text)


def number_examples() -> Iterator[Example]:
    """Every number that is trained on, both ways; a third of them in other words too."""
    for number in filter(is_trained, range(LIMIT)):
        for _ in range(COPIES[len(str(number))]):
            yield spell(number)
            yield count(number, in_words(number))
            if lot(number) % 3 == 0:
                yield count(number, in_other_words(number))


def _cut(passages: Sequence[str]) -> tuple[list[Example], list[list[Example]]]:
    """The well-formed sentences of some passages, and their stretches, sentence by sentence."""
    cut = [sentences_of(passage) for passage in passages]
    singles = [punctuate(text) for text in chain.from_iterable(cut) if is_well_formed(text)]
    stretches = [list(map(punctuate, stretch)) for each in cut for stretch in several(each)]
    return singles, stretches


def cut(passages: Sequence[str]) -> tuple[list[Example], list[list[Example]]]:
    """As `_cut`, without repetitions, on all cores."""
    begins = range(0, len(passages), PASSAGES_A_TASK)
    with ProcessPoolExecutor(min(16, os.cpu_count() or 1)) as pool:
        parts = list(pool.map(_cut, (passages[at : at + PASSAGES_A_TASK] for at in begins)))
    singles = dict.fromkeys(example for part in parts for example in part[0])
    return list(singles), [stretch for part in parts for stretch in part[1]]


def joined(stretch: Sequence[Example]) -> Example:
    """Several sentences as one example."""
    return punctuate(" ".join(example.target for example in stretch))


class Examples(NamedTuple):
    """What is trained on, and by task what is kept out."""

    sentences: list[Example]
    stretches: list[Example]
    held_out: dict[str, list[Example]]


def _chosen(examples: Sequence[Example], most: int) -> list[Example]:
    """At most so many examples, chosen by their text alone."""
    digest = {each: hashlib.sha256(each.target.encode()).digest() for each in set(examples)}
    return sorted(digest, key=lambda each: digest[each])[:most]


def make_examples(training: Sequence[str], held_out: Sequence[str]) -> Examples:
    """Examples from the passages to learn from and those kept out.

    A training example with a sentence that also stands in a passage kept out is dropped, even if
    only its words are the same.
    """
    kept_singles, kept_stretches = cut(held_out)
    singles, stretches = cut(training)
    forbidden = {each.input for each in chain(kept_singles, *kept_stretches)}
    numbers = list(filter(is_held_out, range(LIMIT)))
    return Examples(
        sentences=[each for each in singles if each.input not in forbidden],
        stretches=[
            joined(stretch)
            for stretch in stretches
            if not any(each.input in forbidden for each in stretch)
        ],
        held_out={
            "spell": [spell(number) for number in numbers],
            "count": [count(number, in_words(number)) for number in numbers],
            "punctuate": _chosen(kept_singles, HELD_OUT_SENTENCES),
            "punctuate_several": _chosen(list(map(joined, kept_stretches)), HELD_OUT_STRETCHES),
        },
    )


def write_held_out(held_out: dict[str, list[Example]], path: Path) -> None:
    """Write one `.jsonl.xz` file, one JSON object a line: `task`, `input`, `target`."""
    with lzma.open(path, "wt", encoding="utf-8", preset=9) as lines:
        for task, examples in held_out.items():
            for example in examples:
                lines.write(json.dumps({"task": task, **example._asdict()}) + "\n")
