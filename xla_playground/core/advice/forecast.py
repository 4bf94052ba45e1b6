"""Forecast the cost of the next call before it is made."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..call.plan import Plan
from ..call.record import Cache
from ..call.request import Request
from ..call.specialization import SpecializationKey
from ..history.series import Run, Series, SeriesBook
from ..messages import request as messages
from ..messages.message import Message
from ..units import format_duration


@dataclass(frozen=True)
class Forecast:
    """The expected cost of a call.

    Attributes:
        is_new: whether it will trace and compile, or load from disk.
        expected_ns: expected duration in ns, ``None`` where nothing comparable ran yet.
        message: both, in words: ``cached, about 79.0 ms``.
    """

    is_new: bool
    expected_ns: float | None
    message: Message

    @property
    def sentence(self) -> str:
        """Return the message in English."""
        return self.message.text


def forecast(plan: Plan, book: SeriesBook, request: Request | None = None) -> Forecast:
    """Forecast the call that ``plan`` describes from the calls that ``book`` holds.

    A specialization in memory costs the median of its own steady calls, or the run phase of its
    first call if there are none. Runs that were cut at the limit are scaled to the new tokens of
    ``request``, the request of the plan. A new specialization costs the median of its own earlier
    first calls, or of those of the most similar specializations (same model, arm and strategy; then
    same model and arm; then same arm). One on disk is forecast in the same way from calls that
    loaded. Calls of the fast recipe of version 0.1.0 are left out, since its loops were others.
    """
    own = book.get(plan.key)
    if plan.cache is Cache.MEMORY:
        expected = _expected_run(own, request) if own else None
        return Forecast(False, expected, messages.CACHED(about=_about(expected)))
    if plan.cache is Cache.NONE:
        expected = _median(own.run_ns) if own else _median_steady(plan.key, book)
        return Forecast(False, expected, messages.EAGER(about=_about(expected)))
    if plan.cache is Cache.DISK:
        expected = _first_call(plan.key, own, book, lambda series: series.loaded_ns)
        return Forecast(True, expected, messages.STORED(about=_about(expected)))
    expected = _first_call(plan.key, own, book, lambda series: series.first_ns)
    reason = plan.reason_message or plan.reason
    because: str | Message = messages.BECAUSE(reason=reason) if reason else ""
    if expected is None:
        return Forecast(True, None, messages.NEW(because=because))
    duration = format_duration(expected)
    return Forecast(True, expected, messages.NEW_ABOUT(duration=duration, because=because))


def _expected_run(own: Series, request: Request | None) -> float | None:
    runs = own.runs or own.first_runs
    asked = None if request is None else _asked_tokens(request)
    if asked is None:
        return _median([run.run_ns for run in runs])
    return _median([run.run_ns * _share(run, asked) for run in runs])


def _share(run: Run, asked: int) -> float:
    """Return the share of a run's time that a call with at most ``asked`` new tokens takes."""
    share = asked / max(run.new_tokens, 1)
    return share if run.is_cut else min(share, 1.0)


def _asked_tokens(request: Request) -> int | None:
    """Return the most new tokens of all sequences; ``None`` if only the model knows."""
    options = request.options
    if options.max_new_tokens is None or request.audio:
        return None
    returned = options.num_return_sequences if "num_return_sequences" in options.used() else 1
    return request.batch * returned * options.max_new_tokens


def _about(expected: float | None) -> str | Message:
    return "" if expected is None else messages.ABOUT(duration=format_duration(expected))


def _first_call(
    key: SpecializationKey,
    own: Series | None,
    book: SeriesBook,
    costs_of: Callable[[Series], list[int]],
) -> float | None:
    if own and costs_of(own):
        return statistics.median(costs_of(own))
    how = ("arm", "recipe")
    for names in (("model", *how, "strategy"), ("model", *how), how):
        costs = [ns for s in book if _alike(key, s.key, names) for ns in costs_of(s)]
        if costs:
            return statistics.median(costs)
    return None


def _median_steady(key: SpecializationKey, book: SeriesBook) -> float | None:
    names = ("model", "arm", "recipe", "strategy")
    runs = [ns for s in book if _alike(key, s.key, names) for ns in s.run_ns]
    return _median(runs)


def _median(durations_ns: Sequence[float]) -> float | None:
    return statistics.median(durations_ns) if durations_ns else None


def _alike(a: SpecializationKey, b: SpecializationKey, names: tuple[str, ...]) -> bool:
    first, second = a.as_dict(), b.as_dict()
    is_same_loop = (a.capacity is None) == (b.capacity is None)
    return is_same_loop and all(first[name] == second[name] for name in names)
