from __future__ import annotations

import numpy as np
import pytest

from tests.ui.plots.session_calls import MS, SessionCalls
from xla_playground.core.call.record import Cache, Status
from xla_playground.ui.plots.phases.call_columns import CallColumns, choose_calls, group_size_for


def test_segments_end_at_true_sums_and_a_missing_phase_has_none(calls: SessionCalls) -> None:
    calls.add(
        cache=Cache.MISS,
        trace_ns=500 * MS,
        compile_ns=1500 * MS,
        store_ns=5 * MS,
        run_ns=20 * MS,
    )
    columns = CallColumns()
    columns.extend(calls.log.summaries)
    run, store, load, compiled, trace = columns.ends_of(np.array([0]))[0]
    assert (run, store, compiled, trace) == (20 * MS, 25 * MS, 1525 * MS, 2025 * MS)
    assert np.isnan(load)
    run, store, load, compiled, trace = columns.durations[0]
    assert (run, store, compiled, trace) == (20 * MS, 5 * MS, 1500 * MS, 500 * MS)
    assert np.isnan(load)
    assert columns.totals[0] == 2025 * MS


def test_calls_without_a_text_have_no_total(calls: SessionCalls) -> None:
    calls.add(status=Status.CANCELLED)
    columns = CallColumns()
    columns.extend(calls.log.summaries)
    assert np.isnan(columns.totals).all()
    drawn = choose_calls(columns, 1, 1, 1)
    assert len(drawn.positions) == 0
    assert drawn.stopped.tolist() == [0]


def test_columns_grow_by_what_is_new(calls: SessionCalls) -> None:
    columns = CallColumns()
    for count in (1, 3000):
        calls.add_many(count)
        columns.extend(calls.log.summaries[len(columns) :])
    assert len(columns) == 3001
    assert columns.calls.tolist() == list(range(1, 3002))
    assert columns.slice_of(10, 12) == slice(9, 12)


def test_a_group_is_shown_by_its_slowest_call(calls: SessionCalls) -> None:
    calls.add_many(5000)
    columns = CallColumns()
    columns.extend(calls.log.summaries)
    drawn = choose_calls(columns, 1, 5000, 500)
    shown = columns.calls[drawn.positions].tolist()
    assert {1000, 2000, 3000, 4000, 5000} <= set(shown)
    assert len(shown) == 11
    for call in shown:
        first = call // 500 * 500
        assert columns.totals[call - 1] == columns.totals[max(first - 1, 0) : first + 499].max()


def test_groups_do_not_move_with_the_view(calls: SessionCalls) -> None:
    calls.add_many(1000)
    columns = CallColumns()
    columns.extend(calls.log.summaries)
    one, other = (choose_calls(columns, low, 900, 20).positions.tolist() for low in (100, 107))
    assert one == other


@pytest.mark.parametrize(
    ("visible", "size"), [(60, 1), (200, 1), (201, 2), (900, 5), (1001, 10), (100_000, 500)]
)
def test_group_sizes_are_round(visible: int, size: int) -> None:
    assert group_size_for(visible, 200) == size
