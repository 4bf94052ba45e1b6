from __future__ import annotations

from typing import Any

from tests.core.examples import MS
from tests.core.workbench.conftest import add
from xla_playground.core.call.record import Cache
from xla_playground.core.history.history import History
from xla_playground.core.workbench.call_filter import CallFilter, parse_filter
from xla_playground.core.workbench.seconds import Live
from xla_playground.core.workbench.workbench import Workbench


def test_every_second_is_in_one_phase_and_each_row_knows_its_calls(
    history: History, workbench: Workbench
) -> None:
    add(history, cache=Cache.MISS, run_ns=5 * MS)
    add(history, run_ns=7 * MS)
    add(history, cache=Cache.DISK, load_ns=40 * MS, run_ns=None)
    workbench.index()
    rows = workbench.seconds_by_phase(CallFilter())
    assert [(row.phase, row.ns // MS, row.count) for row in rows] == [
        ("trace", 700, 1),
        ("compile", 1500, 1),
        ("load", 40, 1),
        ("run", 12, 2),
    ]
    assert [workbench.find(row.calls) for row in rows] == [[1], [1], [3], [1, 2]]
    assert sum(row.ns for row in rows) == sum(s.total_ns for s in history.summaries())
    (row,) = workbench.seconds_by_phase(parse_filter(["call=2"]))
    assert (row.phase, row.ns) == ("run", 7 * MS)


def test_causes_are_summed_and_the_longest_comes_first(
    history: History, workbench: Workbench
) -> None:
    sampling = {"strategy": "sampling"}
    reasons: tuple[tuple[str, dict[str, Any]], ...] = (
        ("temperature 1.0 → 2.0", sampling),
        ("temperature 2.0 → 3.0", sampling),
        ("temperature 2.0 → 3.0, padded_length 8 → 16", sampling),
        ("num_beams 2 → 4", {"strategy": "beam"}),
        ("max_new_tokens 8 → 9", sampling),
        ("max_new_tokens 8 → 9", {}),
        ("nothing is specialized yet in this process", {}),
    )
    for reason, options in reasons:
        add(history, cache=Cache.MISS, reason=reason, options=options)
    add(history, cache=Cache.MISS, reason="top_k 2 → 3", recipe="fast")
    add(history, cache=Cache.DISK, reason="top_k 2 → 3", recipe="fast", load_ns=5 * MS)
    add(history)
    workbench.index()
    rows = workbench.seconds_by_cause(CallFilter())
    found = {(row.cause, row.live): (row.ns // MS, workbench.find(row.calls)) for row in rows}
    assert found == {
        ("temperature", Live.YES): (4400, [1, 2]),
        ("max_new_tokens", Live.YES): (4400, [5, 6]),
        ("top_k", Live.NO): (2205, [8, 9]),
        ("temperature, padded_length", Live.FOR_DECODERS): (2200, [3]),
        ("num_beams", Live.NO): (2200, [4]),
        ("nothing is specialized yet in this process", Live.NO): (2200, [7]),
    }
    assert [row.ns for row in rows] == sorted((row.ns for row in rows), reverse=True)
    assert [row.count for row in rows] == [len(workbench.find(row.calls)) for row in rows]


def test_a_row_in_words(history: History, workbench: Workbench) -> None:
    for reason in ("seed 1 → 2", "seed 2 → 3", "its model's files have changed"):
        add(history, cache=Cache.MISS, reason=reason, options={"strategy": "sampling"})
    workbench.index()
    words = [row.in_words() for row in workbench.seconds_by_cause(CallFilter())]
    assert words == [
        "seed changed: 4.40 s in 2 calls; live under fast",
        "its model's files have changed: 2.20 s in 1 call",
    ]


def test_a_row_finds_no_more_than_its_filter_lets_through(
    history: History, workbench: Workbench
) -> None:
    for arm in ("xla", "graph"):
        add(history, arm=arm, cache=Cache.MISS, reason="seed 1 → 2", options={"strategy": "beam"})
    workbench.index()
    (row,) = workbench.seconds_by_cause(parse_filter(["arm=graph", "reason=seed"]))
    assert workbench.find(row.calls) == [2]
