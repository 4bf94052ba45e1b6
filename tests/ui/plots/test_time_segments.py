"""Which durations are printed, and where."""

from __future__ import annotations

import math

import pytest

from tests.ui.plots.session_calls import MS, SessionCalls
from xla_playground.core.call.record import Cache
from xla_playground.ui.plots.phases.call_columns import CallColumns, DrawnCalls, choose_calls
from xla_playground.ui.plots.phases.time_segments import (
    Segment,
    bars_of,
    labels_beside_marks,
    labels_in_bars,
    marks_of,
)

LINE = 12.0


def width_of(text: str) -> float:
    return 6.0 * len(text)


def segment(width: float, height: float, text: str = "20 ms") -> Segment:
    return Segment(1, 1, width, height, text, "run")


@pytest.fixture
def drawn(calls: SessionCalls) -> tuple[CallColumns, DrawnCalls]:
    calls.add(cache=Cache.MISS, trace_ns=500 * MS, compile_ns=1500 * MS, run_ns=20 * MS)
    columns = CallColumns()
    columns.extend(calls.log.summaries)
    return columns, choose_calls(columns, 1, 1, 1)


def test_marks_come_from_the_top(drawn: tuple[CallColumns, DrawnCalls]) -> None:
    marks = list(marks_of(*drawn, (0.02, 0.01)))
    assert [mark.text for mark in marks] == ["1.5 s", "500 ms", "20 ms"]
    assert marks[0].height == math.inf
    assert marks[1].height == pytest.approx(100 * math.log10(3))
    assert {mark.width for mark in marks} == {50.0}
    assert {mark.width for mark in marks_of(*drawn, (0.02, 0.01), 1.5)} == {25.0}  # to the edge


def test_bars_are_printed_in_the_middle_of_their_segments(
    drawn: tuple[CallColumns, DrawnCalls],
) -> None:
    bars = {bar.phase: bar for bar in bars_of(*drawn, (0.02, 10 * MS))}
    assert set(bars) == {"run", "compile", "trace"}
    assert bars["compile"].y == 20 * MS + 750 * MS
    assert bars["compile"].height == 150
    assert bars["compile"].width == pytest.approx(42)


def test_a_text_is_turned_in_a_narrow_bar_and_left_out_of_a_small_one() -> None:
    sizes = ((40, 20), (20, 50), (20, 20), (40, 8))
    labels = list(labels_in_bars([segment(*size) for size in sizes], width_of, LINE))
    assert [(label.segment.width, label.is_vertical) for label in labels] == [
        (40, False),
        (20, True),
    ]


def test_texts_beside_marks_do_not_overlap() -> None:
    heights = (math.inf, 5, 5, 5, 30, math.inf)
    labels = labels_beside_marks([segment(60, height) for height in heights], width_of, LINE)
    assert [label.segment.height for label in labels] == [math.inf, 5, 30, math.inf]
    assert list(labels_beside_marks([segment(20, math.inf)], width_of, LINE)) == []
