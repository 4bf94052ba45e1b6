"""The parts of a first call's phases: what a trace, a compilation and a first run consist of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from pydantic import Field

from ..frozen import Frozen

#: Most characters of the name of a phase or of a part; a longer one is damage.
_LONGEST_NAME = 60
#: Longest duration in ns, as in the history: 30 years.
_LONGEST_NS = 10**18


class Part(StrEnum):
    """A part of a phase, by the name that is shown.

    The parts of a trace are Python's time within the layers of the model and around them.
    ``MODEL`` is the model's time outside of the layers that are named, ``LOOP`` the decode loop
    around the model, ``AUTOGRAPH`` the conversion of Python source, ``PROGRAM`` the making of a
    program that can be stored.
    """

    EMBEDDINGS = "embeddings"
    ATTENTION = "attention"
    MLP = "MLP"
    NORMALIZATION = "normalization"
    HEAD = "head"
    MODEL = "rest of the model"
    SELECTION = "selection"
    LOOP = "loop"
    AUTOGRAPH = "AutoGraph"
    PROGRAM = "storable program"
    CONVERSION = "conversion to HLO"
    PASSES = "XLA passes"
    CODE = "code generation"
    XLA = "XLA passes and code generation"
    READING = "reading the file"
    EXECUTABLE = "loading the executable"
    FIRST_RUN = "first run"
    ANSWER = "answer"
    OTHER = "other"


class PhasePart(Frozen):
    """One part of a phase of a first call.

    Attributes:
        phase: its phase, of ``record.PHASES``.
        part: its name, of ``Part``; a newer version may know others.
        ns: its duration, in ns; the parts of a phase add up to the phase.
        is_estimate: whether it was derived from other durations in place of being measured.
    """

    phase: str = Field(max_length=_LONGEST_NAME)
    part: str = Field(max_length=_LONGEST_NAME)
    ns: int = Field(ge=0, le=_LONGEST_NS)
    is_estimate: bool = False


def merged(parts: Iterable[PhasePart]) -> tuple[PhasePart, ...]:
    """Return parts with those of one name added up, in the order of their first place."""
    found: dict[tuple[str, str], PhasePart] = {}
    for one in parts:
        key = one.phase, one.part
        before = found.get(key)
        if before is not None:
            is_estimate = before.is_estimate or one.is_estimate
            one = one.model_copy(update={"ns": before.ns + one.ns, "is_estimate": is_estimate})
        found[key] = one
    return tuple(found.values())


def completed(
    parts: Iterable[PhasePart], phases_ns: Mapping[str, int | None]
) -> tuple[PhasePart, ...]:
    """Return the parts of the phases that happened, each phase complete.

    What no part of a phase names becomes a part of its own: the answer of a run, else ``OTHER``.
    Reports round to µs, so parts can exceed their phase a little: the longest one is cut then.
    """
    added = merged(parts)
    made: list[PhasePart] = []
    for phase, phase_ns in phases_ns.items():
        own = [part for part in added if part.phase == phase and part.ns > 0]
        if phase_ns is None or not own:
            continue
        rest = phase_ns - sum(part.ns for part in own)
        while rest < 0:
            number = max(range(len(own)), key=lambda n: own[n].ns)
            cut = min(-rest, own[number].ns)
            own[number] = own[number].model_copy(update={"ns": own[number].ns - cut})
            rest += cut
        made += own
        if rest > 0:
            name = Part.ANSWER if phase == "run" else Part.OTHER
            made.append(PhasePart(phase=phase, part=name, ns=rest))
    return merged(made)
