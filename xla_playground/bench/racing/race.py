"""The race of a request: the same call on several lanes, in turn, and when each pays for itself.

A lane is one way to make the call: an arm by a recipe of ours, or PyTorch. ``bench arms`` races
the same lanes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...core.call.request import Recipe, Request
from ...core.call.upstream_faults import may_differ
from ...core.comparison.lanes import LANES, OURS, TORCH
from ...core.comparison.race import BreakEven, LaneResult, race_results
from ...core.errors import RequestError
from ...core.messages.pages import race as messages
from ...core.model.info import ModelInfo
from ..contestants import torch_entry
from ..running.fresh_home import fresh_home
from ..running.machine import MachineLoad
from ..sides import Ours
from .lane_run import LaneRun, our_lane

_SIDES_OF_TORCH = dict(zip(TORCH, ("pytorch-eager", "pytorch-compiled"), strict=True))


@dataclass(frozen=True)
class Progress:
    """How far a race is.

    Attributes:
        lane: the one that runs now.
        calls, of: calls that are done, and how many there are in all.
        left_s: seconds that the rest takes at the pace so far; ``None`` before the first round.
    """

    lane: str
    calls: int
    of: int
    left_s: float | None


def race(
    request: Request,
    info: ModelInfo,
    lanes: Sequence[str],
    runs: int,
    *,
    torch_python: str | None = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> dict[str, Any]:
    """Race ``request`` on ``lanes``, the first of which is the baseline.

    Nothing is stored before. Texts do not end early, so that every call has as many tokens. Every
    second round goes through the lanes backwards. A lane that cannot run has the reason in its
    row's ``error``. Ctrl+C ends the race, and what was measured is returned, ``is_cancelled``.

    Raises:
        RequestError: there is no such lane, or one is named twice.
        PlaygroundError: the engine could not be started.
    """
    checked_lanes(lanes)
    request = raced(request)
    machine = MachineLoad()
    is_cancelled = False
    with fresh_home() as home, ExitStack() as stack:
        runners = _runners(request, info, lanes, torch_python, home, stack)
        try:
            _run(runners, runs, on_progress)
        except KeyboardInterrupt:
            is_cancelled = True
    return {
        "model": info.name,
        "runs": runs,
        **_figures(runners, request),
        "is_cancelled": is_cancelled,
        **machine.figures(),
    }


def checked_lanes(lanes: Sequence[str]) -> None:
    """Check the names of lanes.

    Raises:
        RequestError: there is no such lane, one is named twice, or none is named.
    """
    if not lanes:
        raise RequestError("lanes", messages.NO_LANE(lanes=LANES))
    for name in lanes:
        if name not in LANES:
            raise RequestError("lanes", messages.NO_SUCH_LANE(lane=name, lanes=LANES))
        if lanes.count(name) > 1:
            raise RequestError("lanes", messages.LANE_NAMED_TWICE(lane=name))


def raced(request: Request) -> Request:
    """Return the request as it is raced: no text ends early, and none comes in blocks."""
    options = request.options.model_copy(update={"ignore_eos": True})
    return request.model_copy(update={"options": options, "block_tokens": None})


def _runners(
    request: Request,
    info: ModelInfo,
    lanes: Sequence[str],
    torch_python: str | None,
    home: Path,
    stack: ExitStack,
) -> list[LaneRun]:
    """Start the process of our lanes, and one for each of PyTorch's."""
    runners = []
    ours: Ours | None = None
    for name in lanes:
        if name in OURS:
            ours = ours or stack.enter_context(Ours(info))
            runners.append(our_lane(name, request, ours))
            continue
        runner = LaneRun(name, None, request)
        entry = torch_entry(_SIDES_OF_TORCH[name], info, torch_python)
        refusal = messages.LANE_READS_PROMPTS() if request.audio else entry.skipped
        if refusal is not None:
            runner.problem = refusal
        else:
            with runner.guarded():
                runner.side = stack.enter_context(entry.start(home))
        runners.append(runner)
    return runners


def _run(runners: Sequence[LaneRun], runs: int, on_progress: Callable[[Progress], None]) -> None:
    total = len(runners) * (runs + 1)
    done = 0
    paces: dict[str, float] = {}

    def step(runner: LaneRun, make: Callable[[], bool], rounds_left: int) -> None:
        nonlocal done
        is_paced = all(each.name in paces for each in runners if not each.has_failed)
        left = sum(paces.get(r.name, 0.0) for r in runners if not r.has_failed) * rounds_left
        on_progress(Progress(runner.name, done, total, left if is_paced else None))
        done += 1
        if not runner.has_failed:
            start = time.perf_counter()
            if not make():
                for each in runners:  # its process may have ended, and was started again
                    each.is_cold |= each.side is runner.side
            if make == runner.sample:
                paces[runner.name] = time.perf_counter() - start

    for runner in runners:
        step(runner, runner.begin, runs)
    for number in range(runs):
        for runner in runners if number % 2 == 0 else reversed(runners):
            step(runner, runner.sample, runs - number)


def _figures(runners: Sequence[LaneRun], request: Request) -> dict[str, Any]:
    lanes = [lane for lane in (runner.lane() for runner in runners) if lane is not None]
    results = {result.lane.label: result for result in race_results(lanes)}
    is_drawn = request.options.strategy.is_sampling
    baseline = next((each for each in runners if each.first is not None), runners[0])
    rows = []
    for runner in runners:
        result = results.get(runner.name)
        tokens = None if result is None or is_drawn else result.difference is None
        rows.append(_row(runner, baseline, result, tokens, request))
    return {
        "rows": rows,
        "break_even": [
            _break_even(even, baseline.name, result.lane.label)
            for result in results.values()
            if (even := result.break_even) is not None
        ],
    }


def _break_even(even: BreakEven, baseline: str, lane: str) -> dict[str, Any]:
    """Return which of two lanes has paid for its first call, and when."""
    is_lane = even.key == (("lane", lane),)
    return {
        "lane": lane if is_lane else baseline,
        "against": baseline if is_lane else lane,
        "calls": even.calls,
        "sentence": even.message.english,
        "is_close": even.is_close,
    }


def _row(
    runner: LaneRun,
    baseline: LaneRun,
    result: LaneResult | None,
    are_equal: bool | None,
    request: Request,
) -> dict[str, Any]:
    """Return the figures of a lane.

    ``tokens_equal`` is ``None`` if tokens are drawn at random, and if the lane did not run;
    ``by_fault`` whether a known fault of upstream's code may be why they differ.
    """
    interval = None if result is None else result.interval_ns
    is_documented = any(
        each.name in OURS and each.step.recipe is Recipe.DOCUMENTED for each in (runner, baseline)
    )
    difference = None if result is None or are_equal in (None, True) else result.difference
    return {
        "lane": runner.name,
        "first_call_s": None if runner.first is None else runner.first.seconds,
        "calls": 0 if result is None else len(result.lane.samples_ns),
        "p50_ms": None if result is None or result.median_ns is None else result.median_ns / 1e6,
        "low_ms": None if interval is None else interval[0] / 1e6,
        "high_ms": None if interval is None else interval[1] / 1e6,
        "tokens_per_s": _tokens_per_s(result, request),
        "speed_up": None if result is None else result.speed_up,
        "tokens_equal": are_equal,
        "first_difference": None if difference is None else difference.position,
        "by_fault": difference is not None and is_documented and may_differ(request),
        "problem": None if runner.problem is None else runner.problem.model_dump(mode="json"),
        "error": None if runner.problem is None else runner.problem.english,
    }


def _tokens_per_s(result: LaneResult | None, request: Request) -> float | None:
    if result is None or not result.median_ns:
        return None
    returned = request.options.used().get("num_return_sequences", 1)
    count = request.batch * int(str(returned)) * request.options.new_tokens
    return count / (result.median_ns / 1e9)
