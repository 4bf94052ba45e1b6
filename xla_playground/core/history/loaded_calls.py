"""The calls of one history in memory: a summary of each, and their series."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping

from ..call.specialization import SpecializationKey
from ..long_lived import long_lived
from .call_summary import CallSummary
from .history import History
from .series import SeriesBook


class LoadedCalls:
    """All calls of a history, as tables, plots and forecasts need them.

    Attributes:
        history: where their records are.
        summaries: every call, oldest first.
        book: the same calls grouped by specialization.
        generation: how often something other than a new call changed them.
    """

    def __init__(self, history: History, summaries: Iterable[CallSummary] | None = None) -> None:
        """Load all calls, or those of ``summaries``: for 100,000 calls that takes a second."""
        self.history = history
        self.generation = 0
        self.book = SeriesBook()
        with long_lived():
            self.summaries: list[CallSummary] = list(
                history.summaries() if summaries is None else summaries
            )
            for summary in self.summaries:
                self.book.add(summary, self.key_of(summary))

    def add(self, summary: CallSummary) -> None:
        """Append a call."""
        self.summaries.append(summary)
        self.book.add(summary, self.key_of(summary))

    def summary(self, call: int) -> CallSummary | None:
        """Return the summary of a call, ``None`` if there is none."""
        position = bisect_left(self.summaries, call, key=lambda s: s.call)
        if position == len(self.summaries) or self.summaries[position].call != call:
            return None
        return self.summaries[position]

    def key_of(self, summary: CallSummary) -> SpecializationKey | None:
        """Return the specialization key of a call, ``None`` if it ended before it had one."""
        return None if summary.key_id is None else self.history.key(summary.key_id)

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """Give the latest calls other numbers, in the same order."""
        self.generation += 1
        for position, summary in enumerate(self.summaries):
            if summary.call in numbers:
                self.summaries[position] = summary._replace(call=numbers[summary.call])
        self.book.renumber(numbers)

    def clear(self) -> None:
        """Forget every call."""
        self.generation += 1
        self.summaries.clear()
        self.book.clear()


class ChangedCalls:
    """Calls without some and with others, made while another thread may add calls.

    Attributes:
        deleted: numbers of those that are gone.
    """

    def __init__(
        self,
        base: LoadedCalls,
        *,
        deleted: Collection[int] = (),
        brought_back: Collection[CallSummary] = (),
    ) -> None:
        """Compute them; for 100,000 calls that takes a third of a second."""
        self.deleted = frozenset(deleted)
        self._base, self._generation = base, base.generation
        self._brought_back = brought_back
        before = list(base.summaries)
        self._last = before[-1].call if before else 0
        known = {summary.call for summary in before}
        kept = [summary for summary in before if summary.call not in self.deleted]
        more = [summary for summary in brought_back if summary.call not in known]
        self._is_same = len(kept) == len(before) and not more
        self._calls = (
            base
            if self._is_same
            else LoadedCalls(base.history, sorted([*kept, *more], key=lambda s: s.call))
        )

    def taken_up(self, now: LoadedCalls) -> LoadedCalls | None:
        """Return the calls with those that were added meanwhile, ``None`` if all are as before.

        ``now`` are the calls that there are now: if more than an addition happened to them, all is
        computed again.
        """
        if now is not self._base or now.generation != self._generation:
            again = ChangedCalls(now, deleted=self.deleted, brought_back=self._brought_back)
            return None if again._is_same else again._calls
        if self._is_same:
            return None
        at = bisect_right(now.summaries, self._last, key=lambda s: s.call)
        for summary in now.summaries[at:]:
            self._calls.add(summary)
        return self._calls
