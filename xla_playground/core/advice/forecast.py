"""Forecast the cost of the next call before it is made."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from ..call.plan import Plan
from ..call.record import Cache, ForecastCost
from ..call.request import Request
from ..call.specialization import SpecializationKey
from ..history.series import Run, Series, SeriesBook
from ..messages import request as messages
from ..messages.message import Message
from ..units import duration_range, format_duration
from .cost_model import Estimate
from .first_call_cost import FirstCallCosts

#: The range of a steady call around the median, before there are enough calls to take theirs.
_STEADY_LOW, _STEADY_HIGH = 0.8, 1.3
#: Calls from which on their own spread is the range.
_ENOUGH_CALLS = 10


@dataclass(frozen=True)
class Forecast:
    """The expected cost of a call.

    Attributes:
        cache: where its specialization will come from.
        estimate: ``None`` if nothing comparable ran yet.
        reason: why the specialization is not in memory, ``None`` if it is.
    """

    cache: Cache
    estimate: Estimate | None
    reason: str | Message | None = None

    @property
    def is_new(self) -> bool:
        """Return whether the call will trace and compile, or load from disk."""
        return self.cache in (Cache.MISS, Cache.DISK)

    @property
    def cost(self) -> ForecastCost | None:
        """Return what a record keeps of the forecast."""
        if self.estimate is None:
            return None
        low, expected, high = self.estimate.rounded()
        return ForecastCost(cache=self.cache, low_ns=low, expected_ns=expected, high_ns=high)

    @property
    def message(self) -> Message:
        """Return the forecast in words: ``new: 2.4 to 3.1 s, because num_beams 2 → 4``."""
        if self.is_new:
            assert self.estimate is not None  # the reference machine's, if there is no other
            time = duration_range(self.estimate.low_ns, self.estimate.high_ns)
            if self.cache is Cache.DISK:
                return messages.STORED(range=time)
            because = messages.BECAUSE(reason=self.reason) if self.reason else ""
            return messages.NEW(range=time, because=because)
        about: str | Message = ""
        if self.estimate is not None:
            about = messages.ABOUT(duration=format_duration(self.estimate.expected_ns))
        if self.cache is Cache.MEMORY:
            return messages.CACHED(about=about)
        return messages.EAGER(about=about)

    @property
    def sentence(self) -> str:
        """Return the message in English."""
        return self.message.text


def forecast(plan: Plan, book: SeriesBook, request: Request | None = None) -> Forecast:
    """Forecast the call that ``plan`` describes from the calls that ``book`` holds.

    A specialization in memory costs the median of its own steady calls, before there are any the
    run phase of its first call; those that were cut at the limit, in proportion to the new tokens
    that ``request``, which was planned, asks for. A new one, or one on disk, costs what the
    first calls on this machine have taught, see ``FirstCallCosts``.
    """
    own = book.get(plan.key)
    if plan.cache is Cache.MEMORY:
        return Forecast(plan.cache, _steady(_runs_ns(own, request)) if own else None)
    if plan.cache is Cache.NONE:
        runs = own.run_ns if own else _alike_runs(plan.key, book)
        return Forecast(plan.cache, _steady(runs))
    asked = None if request is None else _asked_tokens(request)
    costs = FirstCallCosts(book.first_calls)
    estimate = costs.estimate(plan.key, plan.cache, warmth=plan.warmth, new_tokens=asked or 32)
    return Forecast(plan.cache, estimate, plan.reason_message or plan.reason)


def _runs_ns(own: Series, request: Request | None) -> list[float]:
    runs = own.runs or own.first_runs
    asked = None if request is None else _asked_tokens(request)
    if asked is None:
        return [run.run_ns for run in runs]
    return [run.run_ns * _share(run, asked) for run in runs]


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


def _steady(runs_ns: Sequence[float]) -> Estimate | None:
    if not runs_ns:
        return None
    median = statistics.median(runs_ns)
    if len(runs_ns) < _ENOUGH_CALLS:
        return Estimate(median * _STEADY_LOW, median, median * _STEADY_HIGH)
    ranks = statistics.quantiles(runs_ns, n=20)
    return Estimate(ranks[0], median, ranks[-1])


def _alike_runs(key: SpecializationKey, book: SeriesBook) -> list[int]:
    """Return the run times of the steady calls of one kind."""
    return [ns for series in book if series.key.kind == key.kind for ns in series.run_ns]
