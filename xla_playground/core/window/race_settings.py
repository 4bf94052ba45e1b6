"""What the user chose on the race page."""

from __future__ import annotations

from pydantic import field_validator

from ..comparison.lanes import LANES, USUAL_LANES
from ..frozen import Frozen

#: Steady calls of each lane that can be chosen: fewer have no interval, more take long.
RUNS = (5, 10, 20, 50, 100)


class RaceSettings(Frozen):
    """What comes back at the next start.

    Attributes:
        lanes: those that race.
        runs: steady calls of each.
        torch_python: the interpreter of PyTorch's lanes; empty: the one of this program.
    """

    lanes: tuple[str, ...] = USUAL_LANES
    runs: int = 10
    torch_python: str = ""

    @field_validator("lanes")
    @classmethod
    def _check_lanes(cls, lanes: tuple[str, ...]) -> tuple[str, ...]:
        if not set(lanes) <= set(LANES):
            raise ValueError("no such lane")
        return lanes

    @field_validator("runs")
    @classmethod
    def _check_runs(cls, runs: int) -> int:
        if runs not in RUNS:
            raise ValueError("no such number of calls")
        return runs
