from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.core.examples import MS
from tests.core.workbench.conftest import Clock, add
from xla_playground.core.call.breakdown import Part, PhasePart
from xla_playground.core.call.record import Cache
from xla_playground.core.history.history import History
from xla_playground.core.workbench.call_filter import CallFilter, parse_filter
from xla_playground.core.workbench.workbench import KEPT_DAYS, Workbench

PARTS = (
    PhasePart(phase="trace", part=Part.LOOP, ns=200 * MS),
    PhasePart(phase="trace", part=Part.ATTENTION, ns=500 * MS),
    PhasePart(phase="run", part=Part.FIRST_RUN, ns=20 * MS, is_estimate=True),
)


def test_parts_are_added_up_the_longest_of_a_phase_first(
    history: History, workbench: Workbench
) -> None:
    add(history, cache=Cache.MISS, first_call_parts=PARTS)
    add(history, cache=Cache.MISS, first_call_parts=PARTS[1:2])
    add(history)
    rows = workbench.seconds_by_part(CallFilter())
    assert [row.in_words() for row in rows if row.ns is not None] == [
        "trace: attention: 1.00 s in 2 calls",
        "trace: loop: 200 ms in 1 call",
        "run: first run: 20.0 ms in 1 call; estimate",
    ]
    (unknown,) = (row for row in rows if row.ns is None)
    assert (unknown.phase, unknown.part, unknown.count) == ("compile", "", 2)
    assert unknown.in_words().startswith("compile: parts: –; Nothing was measured within")
    assert workbench.seconds_by_part(parse_filter(["call=3"])) == ()
    (one,) = (row for row in workbench.seconds_by_part(parse_filter(["call=2"])) if row.part)
    assert (one.part, one.ns) == ("attention", 500 * MS)


def test_parts_go_and_come_back_with_their_call(
    history: History, workbench: Workbench, clock: Clock, path: Path
) -> None:
    add(history, cache=Cache.MISS, first_call_parts=PARTS)
    workbench.delete(parse_filter(["call=1"]))
    assert workbench.seconds_by_part(CallFilter()) == ()
    workbench.undo()
    assert len(workbench.seconds_by_part(CallFilter())) == 4
    workbench.delete(parse_filter(["call=1"]))
    clock.now += (KEPT_DAYS + 1) * 86_400
    add(history)
    workbench.delete(parse_filter(["call=2"]))
    rows = history.file.connection.execute("SELECT count(*) FROM parts").fetchone()
    assert rows == (0,)


def test_a_history_of_an_earlier_version_has_no_parts_and_says_so(path: Path) -> None:
    history = History(path)
    add(history, cache=Cache.MISS)
    history.close()
    old = sqlite3.connect(path)
    old.execute("DROP TABLE parts")
    old.execute("PRAGMA user_version = 5")
    old.commit()
    old.close()
    history = History(path)
    workbench = Workbench(history)
    assert [(row.phase, row.ns) for row in workbench.seconds_by_part(CallFilter())] == [
        ("trace", None),
        ("compile", None),
        ("run", None),
    ]
    add(history, cache=Cache.MISS, first_call_parts=PARTS)
    assert workbench.seconds_by_part(parse_filter(["call=2"]))[0].ns == 500 * MS
    assert history.take_notices() == []
    history.close()
