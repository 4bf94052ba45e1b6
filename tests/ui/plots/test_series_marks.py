"""The colour and the symbol of a series, and which series are hidden."""

from __future__ import annotations

from tests.ui.plots.session_calls import MS, SessionCalls
from xla_playground.core.call.request import Arm
from xla_playground.ui.plots.latency.series_choice import SeriesChoice
from xla_playground.ui.plots.latency.series_marks import COLORS, SYMBOLS, mark_of
from xla_playground.ui.plots.shared.colors import DARK, LIGHT


def test_the_first_64_series_differ_and_the_first_eight_in_both() -> None:
    assert len(LIGHT.series) == len(DARK.series) == COLORS
    assert len({mark_of(number) for number in range(COLORS * len(SYMBOLS))}) == 64
    first = [mark_of(number) for number in range(COLORS)]
    assert len({mark.color for mark in first}) == len({mark.symbol for mark in first}) == COLORS
    assert mark_of(64) == mark_of(0)


def test_a_mark_belongs_to_a_series_whatever_comes_after_it(calls: SessionCalls) -> None:
    for arm in (Arm.XLA, Arm.EAGER, Arm.GRAPH):
        calls.add(arm=arm, run_ns=MS)
    before = {series.key: mark_of(series.number) for series in calls.log.book}
    for length in range(8, 80, 8):
        calls.add(padded_length=length, run_ns=MS)
        calls.add(arm=Arm.EAGER, run_ns=MS)
    after = {series.key: mark_of(series.number) for series in calls.log.book}
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after)


def test_hiding_and_isolating(calls: SessionCalls) -> None:
    for length in (8, 16, 24):
        calls.add(padded_length=length, run_ns=MS)
    one, two, three = keys = [series.key for series in calls.log.book]
    choice = SeriesChoice()

    def hidden() -> list[bool]:
        return [choice.is_hidden(key) for key in keys]

    choice.toggle(two)
    assert hidden() == [False, True, False]
    choice.isolate(two, keys)
    assert hidden() == [True, False, True]
    choice.isolate(three, keys)
    assert hidden() == [True, True, False]
    choice.isolate(three, keys)  # it is alone already
    assert hidden() == [False] * 3
    choice.toggle(one)
    choice.toggle(one)
    assert hidden() == [False] * 3
    choice.toggle(one)
    choice.show_all()
    assert hidden() == [False] * 3
