"""The calls of a history in memory, and how they change while calls are added."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xla_playground.core.history.history import History
from xla_playground.core.history.loaded_calls import ChangedCalls, LoadedCalls

from .examples import make_record


@pytest.fixture
def calls() -> Iterator[LoadedCalls]:
    """Calls 1 to 4."""
    history = History(None)
    for _ in range(4):
        history.add(make_record())
    yield LoadedCalls(history)
    history.close()


def numbers(calls: LoadedCalls | None) -> list[int]:
    assert calls is not None
    steady = [call for series in calls.book for call in series.calls]
    found = [summary.call for summary in calls.summaries]
    assert sorted(steady) == found
    return found


def add(calls: LoadedCalls) -> None:
    calls.add(calls.history.add(make_record())[0])


def test_calls_are_left_out_and_come_back(calls: LoadedCalls) -> None:
    summary = calls.summaries[1]
    fewer = ChangedCalls(calls, deleted=[2, 9]).taken_up(calls)
    assert numbers(fewer) == [1, 3, 4]
    assert numbers(calls) == [1, 2, 3, 4]
    assert fewer is not None
    again = ChangedCalls(fewer, brought_back=[summary]).taken_up(fewer)
    assert numbers(again) == [1, 2, 3, 4]


def test_nothing_is_different(calls: LoadedCalls) -> None:
    assert ChangedCalls(calls, deleted=[9]).taken_up(calls) is None
    assert ChangedCalls(calls, brought_back=calls.summaries[:2]).taken_up(calls) is None


def test_a_call_that_is_added_meanwhile_stays(calls: LoadedCalls) -> None:
    changed = ChangedCalls(calls, deleted=[4, 1])
    add(calls)
    assert numbers(changed.taken_up(calls)) == [2, 3, 5]


def test_what_happened_meanwhile_is_kept(calls: LoadedCalls) -> None:
    first, second = ChangedCalls(calls, deleted=[1]), ChangedCalls(calls, deleted=[3])
    now = first.taken_up(calls)
    assert now is not None
    assert numbers(second.taken_up(now)) == [2, 4]
    renumbered = ChangedCalls(now, deleted=[2])
    now.renumber({4: 7})
    assert numbers(renumbered.taken_up(now)) == [3, 7]
    cleared = ChangedCalls(now, deleted=[2])
    now.clear()
    assert cleared.taken_up(now) is None
