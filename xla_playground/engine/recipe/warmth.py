"""What the process has built before a call: upstream's code is converted once a process."""

from __future__ import annotations

from ...core.call.record import Warmth
from ...core.call.request import Arm, Recipe, Request
from ...core.options.table import Strategy


class BuiltStrategies:
    """The strategies of which the process has built a program, by arm and recipe."""

    def __init__(self) -> None:
        self._built: dict[tuple[Arm, Recipe], set[Strategy]] = {}

    def add(self, request: Request) -> None:
        """Note that a program for ``request`` was built or loaded."""
        self._built.setdefault((request.arm, request.recipe), set()).add(request.options.strategy)

    def warmth(self, request: Request) -> Warmth:
        """Return what the process has built before ``request``.

        Beam sampling is a branch of upstream's beam search: one warms the other.
        """
        known = self._built.get((request.arm, request.recipe), set())
        strategy = request.options.strategy
        if strategy in known or (strategy.has_beams and any(each.has_beams for each in known)):
            return Warmth.WARM
        return Warmth.NEW_STRATEGY if known else Warmth.COLD
