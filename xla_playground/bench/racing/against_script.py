"""Races and ``bench arms`` against bare scripts: does a lane take the time of its plain code?"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ...core.call.record import Record
from ...core.call.request import Arm, Recipe, Request
from ...core.comparison.lanes import TORCH
from ...core.copying.script import Script, script_of
from ...core.errors import EngineFailure, RequestError
from ...core.messages.commands import READS_NO_TEXT
from ...core.messages.pages import race as messages
from ...core.model.info import ModelInfo, ModelInput
from ...core.options.options import GenerationOptions
from ...worker.client import EngineClient
from ..running.fresh_home import fresh_home
from ..running.machine import MachineLoad, spread
from ..running.turns import in_turn
from ..sides import Ours, Runner
from .lane_run import LaneRun, our_lane, step_of
from .race import checked_lanes, raced
from .script_side import ScriptSide

#: How far from 1 the ratio of a lane to its script may be.
SCRIPT_TOLERANCE = 0.05
#: Calls of a process that count, unless another number is asked for.
BLOCK_CALLS = 5
_FIGURES = (
    *("lane_ms", "lane_spread_ms", "script_ms", "script_spread_ms", "ratio", "ratio_spread"),
    *("calls", "script_calls", "tokens_equal", "skipped"),
)


@dataclass(frozen=True)
class ScriptPlan:
    """The size of a check.

    Attributes:
        runs: processes of each side of a lane.
        block_calls: calls of a process that count; their median is its figure.
    """

    runs: int
    block_calls: int


def race_against_scripts(
    request: Request,
    info: ModelInfo,
    lanes: Sequence[str],
    plan: ScriptPlan,
    *,
    on_turn: Callable[[str], None] = lambda lane: None,
) -> dict[str, Any]:
    """Measure each lane of ours against the script that ``copy`` makes of its call.

    Lane by lane, a process at a time, lane and script in turn, each first in every second round.
    Both make the calls of a race: the first one, those after which calls are steady, then
    ``block_calls`` that count, each after one that does not. A time of the lane is that of the
    compiled function with the copy of its tokens to the host, as in a race; one of the script is
    that of its line which generates, the copy included. First calls are not compared: from the
    second process on the lane takes stored programs.

    Raises:
        RequestError: there is no such lane, one is named twice, or the model hears speech.
        PlaygroundError: a process could not be started, or a call was not made.
    """
    checked_lanes(lanes)
    if info.takes is not ModelInput.TEXT:
        raise RequestError("model", READS_NO_TEXT(model=info.name))
    machine = MachineLoad()
    with fresh_home() as home:
        check = _Check(raced(request), info, plan, home, on_turn)
        rows = [check.row(name) for name in lanes]
    ratios = [row["ratio"] for row in rows if row["ratio"] is not None]
    return {
        "model": info.name,
        "runs": plan.runs,
        "block_calls": plan.block_calls,
        "rows": rows,
        "is_even": bool(ratios) and all(abs(ratio - 1) <= SCRIPT_TOLERANCE for ratio in ratios),
        "tokens_equal": all(row["tokens_equal"] is not False for row in rows),
        **machine.figures(),
    }


class _Check:
    """The lanes of one request against their scripts, which are written into ``folder``."""

    def __init__(
        self,
        request: Request,
        info: ModelInfo,
        plan: ScriptPlan,
        folder: Path,
        on_turn: Callable[[str], None],
    ) -> None:
        self._request, self._info, self._plan = request, info, plan
        self._folder, self._on_turn = folder, on_turn
        self._record = _tokenized(request, info)

    def row(self, name: str) -> dict[str, Any]:
        """Return the figures of a lane, or with ``skipped`` why it has no script."""
        row = {"lane": name, **dict.fromkeys(_FIGURES)}
        try:
            script = self._script(name)
        except RequestError as error:
            return row | {"skipped": error.sentence}
        start_script = partial(ScriptSide, script, self._info, self._folder)
        starts = (partial(Ours, self._info), start_script)
        lane, bare = in_turn(
            [partial(self._block, name, start) for start in starts], self._plan.runs
        )
        ms = [[1e3 * statistics.median(block.samples_s) for block in side] for side in (lane, bare)]
        medians = [statistics.median(each) for each in ms]
        tokens = [block.first.token_ids for block in (*lane, *bare) if block.first is not None]
        is_drawn = self._request.options.strategy.is_sampling
        return row | {
            "lane_ms": medians[0],
            "lane_spread_ms": spread(ms[0]),
            "script_ms": medians[1],
            "script_spread_ms": spread(ms[1]),
            "ratio": medians[0] / medians[1],
            "ratio_spread": spread([a / b for a, b in zip(*ms, strict=True)]),
            "calls": sum(len(block.samples_s) for block in lane),
            "script_calls": sum(len(block.samples_s) for block in bare),
            "tokens_equal": None if is_drawn else len({*tokens}) == 1,
        }

    def _script(self, name: str) -> Script:
        step = None if name in TORCH else step_of(name, self._request)
        if step is None or (step.recipe is Recipe.FAST and step.arm is not Arm.XLA):
            raise RequestError("lanes", messages.NO_SCRIPT_OF_LANE(lane=name))
        record = self._record.model_copy(update={"request": step})
        return script_of(record, self._info, step.recipe)

    def _block(self, name: str, start: Callable[[], AbstractContextManager[Runner]]) -> LaneRun:
        """Return the calls of a process that is started for them.

        Raises:
            EngineFailure: one was not made.
        """
        self._on_turn(name)
        with start() as side:
            run = our_lane(name, self._request, side)
            run.begin()
            for _ in range(self._plan.block_calls):
                run.sample()
        if run.problem is not None:
            raise EngineFailure(run.problem)
        return run


def _tokenized(request: Request, info: ModelInfo) -> Record:
    """Return the record of a short call with the same prompts and padding, for its lengths."""
    update = {"arm": Arm.EAGER, "options": GenerationOptions(max_new_tokens=1)}
    engine = EngineClient()
    try:
        engine.start(lambda status: None)
        engine.load(info.path)
        return engine.generate(request.model_copy(update=update).again())
    finally:
        engine.close()
