"""The history's own thread: other windows, locks, and what is not written yet."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.core.examples import make_key, make_record
from xla_playground.bridge import history_keeper
from xla_playground.bridge.history_keeper import HistoryKeeper
from xla_playground.core.history.history import Entry, History

#: What the GUI thread may stand still, with some air for a busy machine.
LIMIT_S = 0.02
AIR_S = 0.01


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@contextmanager
def held_by_another(path: Path, how: str = "IMMEDIATE") -> Iterator[sqlite3.Connection]:
    """Hold the file as a window does that writes for a long time."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"BEGIN {how}")
    yield other
    other.execute("COMMIT")
    other.close()


def prompts(path: Path) -> list[str]:
    history = History(path)
    found = [history.record(s.call).request.prompts[0] for s in history.summaries()]
    history.close()
    return found


def add_timed(keeper: HistoryKeeper, text: str) -> tuple[Entry, float]:
    start = time.perf_counter()
    entry = keeper.add(make_record(prompts=(text,)))
    return entry, time.perf_counter() - start


def test_a_call_is_on_the_disk_when_it_was_added(qtbot: QtBot, path: Path) -> None:
    keeper = HistoryKeeper(History(path))
    for number in range(1, 50):
        (summary, record), _ = add_timed(keeper, f"call {number}")
        assert summary.call == record.call == number
    keeper.close()
    assert prompts(path) == [f"call {number}" for number in range(1, 50)]


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_another_window_holds_keeps_nobody_waiting(
    qtbot: QtBot, path: Path, how: str
) -> None:
    history = History(path)
    keeper = HistoryKeeper(history)
    times = []
    with held_by_another(path, how):
        for number in range(1, 6):
            (summary, record), seconds = add_timed(keeper, f"call {number}")
            times.append(seconds)
            start = time.perf_counter()
            assert history.record(summary.call) == record
            assert summary.key_id is not None
            assert history.key(summary.key_id) == make_key()
            times.append(time.perf_counter() - start)
            assert summary.call == number
        qtbot.waitUntil(lambda: bool(history.unsaved_reason), timeout=10_000)
        (notice,) = history.take_notices()
        assert "Another program holds the history" in notice.text
    assert max(times) < LIMIT_S + AIR_S
    qtbot.waitUntil(lambda: history.unsaved_calls == 0, timeout=10_000)
    keeper.close()
    assert prompts(path) == [f"call {number}" for number in range(1, 6)]


def test_calls_that_follow_each_other_fast_do_not_put_off_writing(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_keeper, "_RETRY_MS", 50)
    history = History(path)
    keeper = HistoryKeeper(history)
    with held_by_another(path):
        add_timed(keeper, "held")
        qtbot.waitUntil(lambda: bool(history.unsaved_reason), timeout=10_000)
    ticks = QTimer(keeper, interval=10)
    ticks.timeout.connect(lambda: keeper.add(make_record()))
    ticks.start()
    qtbot.waitUntil(lambda: not history.unsaved_reason, timeout=10_000)
    ticks.stop()
    keeper.close()


def test_numbers_that_another_window_took_meanwhile(qtbot: QtBot, path: Path) -> None:
    history = History(path)
    keeper = HistoryKeeper(history)
    add_timed(keeper, "first")
    numbers: list[dict[int, int]] = []
    keeper.renumbered.connect(numbers.append)
    with held_by_another(path) as other:
        mine = [add_timed(keeper, text)[0][0].call for text in ("second", "third")]
        assert mine == [2, 3]
        row = other.execute("SELECT * FROM calls").fetchone()
        marks = ", ".join("?" * len(row))
        other.execute(f"INSERT INTO calls VALUES ({marks})", (2, *row[1:]))
        other.execute("INSERT INTO records SELECT 2, record FROM records")
    qtbot.waitUntil(lambda: history.unsaved_calls == 0, timeout=10_000)
    qtbot.waitUntil(lambda: dict(chain(*map(dict.items, numbers))) == {2: 3, 3: 4})
    assert history.record(3).request.prompts == ("second",)
    assert history.record(4).request.prompts == ("third",)
    keeper.close()
    assert prompts(path) == ["first", "first", "second", "third"]


def test_two_windows_in_turn_number_their_calls_without_a_gap(qtbot: QtBot, path: Path) -> None:
    keepers = HistoryKeeper(History(path)), HistoryKeeper(History(path))
    numbers = [add_timed(keepers[n % 2], str(n))[0][0].call for n in range(40)]
    assert numbers == list(range(1, 41))
    for keeper in keepers:
        keeper.close()


def test_the_end_waits_for_a_file_that_is_soon_let_go(qtbot: QtBot, path: Path) -> None:
    keeper = HistoryKeeper(History(path))
    with held_by_another(path):
        add_timed(keeper, "late")
    keeper.close()
    assert prompts(path) == ["late"]


def test_the_end_has_a_limit_and_says_what_is_lost(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(history_keeper, "_CLOSE_LIMIT_MS", 50)
    keeper = HistoryKeeper(History(path))
    with held_by_another(path):
        add_timed(keeper, "lost")
        start = time.perf_counter()
        assert keeper.save_unsaved() == 1
        keeper.close()
        assert time.perf_counter() - start < 1.0
        assert "calls not written: another program holds the history" in caplog.text
    keeper._background.wait()


def test_clearing_keeps_nobody_waiting_and_later_calls_stay(qtbot: QtBot, path: Path) -> None:
    history = History(path)
    keeper = HistoryKeeper(history)
    for number in range(5):
        add_timed(keeper, str(number))
    with held_by_another(path):
        start = time.perf_counter()
        keeper.clear()
        (summary, _), _ = add_timed(keeper, "after")
        assert time.perf_counter() - start < LIMIT_S + AIR_S
        assert summary.call == 6
        assert summary.key_id is not None
        assert history.key(summary.key_id) == make_key()
    keeper.close()
    assert prompts(path) == ["after"]


def test_a_bug_while_writing_keeps_the_call(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History(None)
    keeper = HistoryKeeper(history)
    with monkeypatch.context() as broken:
        broken.setattr(history, "save_unsaved", lambda: 1 / 0)
        (summary, record), _ = add_timed(keeper, "kept")
        assert history.record(summary.call) == record
    qtbot.waitUntil(lambda: history.unsaved_calls == 0, timeout=10_000)
    keeper.close()
