"""What PyTorch answered, from ``tests/data/references``."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .cases import base_config

DATA = Path(__file__).parents[1] / "data/references"


@dataclass(frozen=True)
class Case:
    """A tiny model of a family, and what PyTorch answered with it.

    Attributes:
        changes: fields in which its configuration differs from the base model's.
        shapes: of its stored weights, by name.
        fails: name of the exception that PyTorch raised, or "".
        is_changed: whether it answered otherwise, or stores other weights, than the base model.
        scores: raw logits of some tokens at some steps (``cases.STEPS``, ``cases.TOKENS``).
        tokens: what greedy search chose.
        margin: the smallest distance of a best score to the next, over the steps.
    """

    family: str
    changes: dict[str, Any] = field(hash=False)
    shapes: dict[str, tuple[int, ...]] = field(hash=False)
    fails: str
    is_changed: bool
    scores: tuple[tuple[float, ...], ...]
    tokens: tuple[int, ...]
    margin: float

    @property
    def config(self) -> dict[str, Any]:
        """Its ``config.json``."""
        return base_config(self.family) | self.changes

    @property
    def name(self) -> str:
        """The family with the changes, as the id of a test."""
        return " ".join([self.family, *(f"{key}={value}" for key, value in self.changes.items())])


@functools.cache
def cases_of(family: str) -> tuple[Case, ...]:
    """Return the cases of a family, the base model first."""
    data = json.loads((DATA / f"{family}.json").read_text())
    base = data["cases"][0]
    return tuple(_case(family, data["shapes"], base, entry) for entry in data["cases"])


def _case(family: str, shapes: dict[str, Any], base: dict[str, Any], entry: dict[str, Any]) -> Case:
    answer = base if "same" in entry or "fails" in entry else entry
    own = shapes | entry.get("shapes", {})
    return Case(
        family=family,
        changes=entry["changes"],
        shapes={name: tuple(shape) for name, shape in own.items() if shape is not None},
        fails=entry.get("fails", ""),
        is_changed="same" not in entry and entry is not base,
        scores=tuple(tuple(step) for step in answer["scores"]),
        tokens=tuple(answer["tokens"]),
        margin=answer["margin"],
    )
