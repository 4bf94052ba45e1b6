"""Compare two calls: options that differ, phases, tokens aligned, memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from ..call.record import PHASES, Record, Token, TokenRole
from ..call.request import Request
from ..options.values import value_text

#: Tokens of one side between two ends that are equal, past which they are not aligned: the time
#: that it takes grows with the product of both sides.
_MOST_ALIGNED = 2_000


@dataclass(frozen=True)
class Change:
    """An entry of two requests that differs, as text; ``None`` on the side that does not have it.

    Attributes:
        name: ``generate``'s own name of an option, else that of the request's field.
    """

    name: str
    one: str | None
    other: str | None


@dataclass(frozen=True)
class Pair:
    """A measured value of two calls; ``None`` for a call without it."""

    name: str
    one: int | None
    other: int | None

    @property
    def ratio(self) -> float | None:
        """Return the other call's value over the one's, ``None`` if there is no such number."""
        return None if self.other is None or not self.one else self.other / self.one


@dataclass(frozen=True)
class Stretch:
    """Tokens of two sequences that stand at the same place, equal or not; one side may be empty."""

    is_equal: bool
    one: tuple[Token, ...]
    other: tuple[Token, ...]


@dataclass(frozen=True)
class SequencePair:
    """Two sequences, without padding.

    Attributes:
        stretches: their tokens in order: joined, those of one side are its sequence.
        first_difference: position of the first token that differs, from 0; ``None`` if they are
            equal.
    """

    stretches: tuple[Stretch, ...]
    first_difference: int | None


@dataclass(frozen=True)
class Comparison:
    """How two calls differ.

    Attributes:
        changes: what was asked for otherwise.
        phases: durations in ns: each phase that one of the calls has, then ``total``.
        sequences: first with first, second with second; one without a partner stands alone.
        memory: resident memory of the engine's process after the calls, in bytes.
    """

    changes: tuple[Change, ...]
    phases: tuple[Pair, ...]
    sequences: tuple[SequencePair, ...]
    memory: Pair

    @property
    def has_same_tokens(self) -> bool:
        """Return whether every sequence of the one call is equal to the other's."""
        return all(pair.first_difference is None for pair in self.sequences)


def compare(one: Record, other: Record) -> Comparison:
    """Return how two calls differ, ``one`` on the left."""
    return Comparison(
        changes=_changes(one.request, other.request),
        phases=_phases(one, other),
        sequences=tuple(
            align(left, right)
            for left, right in zip_longest(_texts(one), _texts(other), fillvalue=())
        ),
        memory=Pair("memory_bytes", one.memory_bytes, other.memory_bytes),
    )


def align(one: tuple[Token, ...], other: tuple[Token, ...]) -> SequencePair:
    """Align two sequences of tokens by their ids.

    Both ends that are equal are found first; what is between is aligned by its longest common
    runs (``difflib``).
    """
    left, right = [token.id for token in one], [token.id for token in other]
    begin = _common(left, right)
    if begin == len(left) == len(right):
        return SequencePair((Stretch(True, one, other),) if one else (), None)
    room = min(len(left), len(right)) - begin
    end = min(_common(left[::-1], right[::-1]), room)
    middle = (left[begin : len(left) - end], right[begin : len(right) - end])
    stretches = [Stretch(True, one[:begin], other[:begin])]
    for is_equal, (a, b), (c, d) in _runs(*middle):
        places = slice(begin + a, begin + b), slice(begin + c, begin + d)
        stretches.append(Stretch(is_equal, one[places[0]], other[places[1]]))
    stretches.append(Stretch(True, one[len(one) - end :], other[len(other) - end :]))
    return SequencePair(tuple(s for s in stretches if s.one or s.other), begin)


def _runs(
    left: list[int], right: list[int]
) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Yield whether a run is equal, and where it begins and ends on both sides."""
    if max(len(left), len(right)) > _MOST_ALIGNED:
        yield False, (0, len(left)), (0, len(right))
        return
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        yield kind == "equal", (a, b), (c, d)


def _common(left: list[int], right: list[int]) -> int:
    """Return how many tokens two lists begin alike with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(left), len(right)))


def _texts(record: Record) -> list[tuple[Token, ...]]:
    return [
        tuple(token for token in sequence.tokens if token.role is not TokenRole.PADDING)
        for sequence in record.sequences
    ]


def _changes(one: Request, other: Request) -> tuple[Change, ...]:
    left, right = _entries(one), _entries(other)
    return tuple(
        Change(name, left.get(name), right.get(name))
        for name in dict.fromkeys([*left, *right])
        if left.get(name) != right.get(name)
    )


def _entries(request: Request) -> dict[str, str]:
    """Return what a request asks for by name, as texts; what it leaves out is left out."""
    asked: dict[str, Any] = {
        "model": request.model,
        "arm": request.arm.value,
        "recipe": request.recipe.value,
        "precision": request.precision.value,
        "prompts": "\n".join(request.prompts),
        "audio": request.audio,
        "language": request.language,
        "task": request.task,
        "chat": request.chat or "",
        "block_tokens": request.block_tokens or "",
        "padding": request.padding.in_words(),
        "padding_side": request.padding.side.value,
        "capacity": request.padding.capacity,
        **{name: value_text(value) for name, value in request.options.used().items()},
    }
    return {name: str(value) for name, value in asked.items() if value != ""}


def _phases(one: Record, other: Record) -> tuple[Pair, ...]:
    left, right = one.phases_ns(), other.phases_ns()
    parts = [_parts(one), _parts(other)]
    pairs: list[Pair] = []
    for phase in PHASES:
        if left[phase] is None and right[phase] is None:
            continue
        pairs.append(Pair(phase, left[phase], right[phase]))
        known = dict.fromkeys(key for of_one in parts for key in of_one if key[0] == phase)
        pairs += [Pair(": ".join(key), parts[0].get(key), parts[1].get(key)) for key in known]
    return (*pairs, Pair("total", one.total_ns, other.total_ns))


def _parts(record: Record) -> dict[tuple[str, str], int]:
    return {(part.phase, part.part): part.ns for part in record.first_call_parts}
