"""Passages cut into sentences, and sentences without their case and punctuation.

What `punctuate` must restore is fixed by three rules. `.,!?;:"()` disappear from both ends of
every word, all letters become small, white space becomes one space. What stands inside a word
stays (`3.5`, `e.g`), and so do apostrophes and hyphens: they are spelling.

A sentence counts if the answer can be known from it: its quotation marks and parentheses come in
pairs (otherwise the quotation began in another sentence), it begins with a capital or a digit and
ends with `.`, `!` or `?`, and none of its characters belongs to code. Of the corpus's 1.25 million
sentences 93 % count; nearly all others have an odd quotation mark.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = '.,!?;:"()'
# Sentences of one example of several; a longer one would not fit a row of 128 tokens.
MOST_SENTENCES = 5
MOST_CHARACTERS = 420

_BREAK = re.compile(
    r"""(?:(?<=[.!?])|(?<=[.!?]["')]))(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)"""
    r"""\s+(?=["'(]?[A-Z0-9])"""
)
_WELL_FORMED = re.compile(r"""["'(]?[A-Z0-9][A-Za-z0-9 .,!?;:"'()/&%$+-]*(?<=[.!?])["')]*""")
# Two marks that do not belong together, or a small letter after a full stop: a slip of the corpus.
_SLIP = re.compile(r"[.!?;:,] ?[.!?;:,]|\. [a-z]")


def sentences_of(passage: str) -> list[str]:
    """The sentences of a passage, in order, well-formed or not."""
    return _BREAK.split(" ".join(passage.split()))


def is_well_formed(text: str) -> bool:
    """Whether case and punctuation of one or several sentences can be known from its words."""
    return (
        text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and _WELL_FORMED.fullmatch(text) is not None
        and _SLIP.search(text) is None
    )


def stripped(text: str) -> str:
    """The words alone: small letters, without the marks at their ends."""
    words = (word.strip(MARKS) for word in text.lower().split())
    return " ".join(word for word in words if word)


def several(sentences: Sequence[str]) -> list[list[str]]:
    """The sentences of one passage cut into stretches of two to five that are well-formed.

    Chance decides the lengths, the sentences decide chance: every run cuts the same way.
    """
    chance = random.Random("".join(sentences))
    stretches, rest = [], list(sentences)
    while len(rest) > 1:
        count = chance.randint(2, MOST_SENTENCES)
        stretch, rest = rest[:count], rest[count:]
        joined = " ".join(stretch)
        if len(stretch) > 1 and len(joined) <= MOST_CHARACTERS and is_well_formed(joined):
            stretches.append(stretch)
    return stretches
