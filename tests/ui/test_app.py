"""The composition root of the window."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tests.core.examples import make_record
from tests.fakes import FakeEngine
from xla_playground import app
from xla_playground.core.engine.engine import Phase
from xla_playground.core.history.history import History
from xla_playground.core.paths import history_path, settings_path
from xla_playground.core.window.settings import Settings, Theme, load_settings, save_settings
from xla_playground.core.workbench.call_filter import CallFilter
from xla_playground.core.workbench.session_file import save_session
from xla_playground.core.workbench.workbench import Workbench
from xla_playground.ui.session import Session
from xla_playground.ui.window.main_window import MainWindow


class Closer(QObject):
    """Closes the window as soon as its worker is ready, and remembers its title."""

    title = ""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self._look)
        self.timer.start()

    @Slot()
    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if (
                isinstance(window, MainWindow)
                and window.isVisible()
                and "gpt2" in window.windowTitle()
            ):
                self.title = window.windowTitle()
                self.timer.stop()
                window.close()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)
def test_has_display(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert app.has_display() is expected


def test_the_window_opens_closes_and_remembers(qapp: QApplication) -> None:
    save_settings(Settings(theme=Theme.DARK), settings_path())
    closer = Closer()
    engine = FakeEngine()
    assert app.run_window(engine=engine) == 0

    assert closer.title == "XLA Playground – playground-gpt2"
    assert engine.is_closed
    assert load_settings(settings_path())[0].theme is Theme.DARK
    assert load_settings(settings_path())[0].geometry
    assert history_path().exists()


def test_reset_sets_settings_and_history_aside(qapp: QApplication) -> None:
    save_settings(Settings(theme=Theme.DARK), settings_path())
    history_path().parent.mkdir(parents=True)
    history_path().write_bytes(b"old")
    closer = Closer()
    said: list[str] = []

    def listen(_window: MainWindow, session: Session) -> None:
        session.notices.added.connect(said.append)

    assert app.run_window(engine=FakeEngine(), reset=True, on_made=listen) == 0

    assert closer.title
    assert load_settings(settings_path())[0].theme is Theme.SYSTEM
    (settings,) = settings_path().parent.glob("settings.set-aside-*.json")
    (history,) = history_path().parent.glob("history.set-aside-*.sqlite3")
    assert load_settings(settings)[0].theme is Theme.DARK
    assert history.read_bytes() == b"old"
    (sentence,) = said
    assert str(settings) in sentence
    assert str(history) in sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no device that is always full")
def test_a_log_on_a_full_disk_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    handler = app._LogFile("/dev/full", encoding="utf-8")
    handler.emit(logging.makeLogRecord({"msg": "settings not saved"}))
    handler.close()
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_a_full_disk_does_not_keep_a_process_from_ending(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_file: int) -> None:
        raise OSError(28, "No space left on device")

    def ask(window: MainWindow, _session: Session) -> None:
        window.opened.connect(lambda: signal.raise_signal(signal.SIGTERM))

    monkeypatch.setattr(os, "fsync", fail)
    assert app.run_window(engine=FakeEngine(), on_made=ask) == 0
    assert "settings not saved: No space left on device" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="names a platform plugin that is not there")
def test_a_display_that_cannot_be_opened_is_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "xla_playground"],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "nothing", "DISPLAY": ":0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "xla-playground demo" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_a_process_that_is_asked_to_end_closes_the_window(qapp: QApplication) -> None:
    def ask(window: MainWindow, session: Session) -> None:
        window.opened.connect(lambda: signal.raise_signal(signal.SIGTERM))

    engine = FakeEngine()
    assert app.run_window(engine=engine, on_made=ask) == 0
    assert engine.is_closed
    assert settings_path().exists()


def test_the_engine_starts_when_the_plots_are_there(qapp: QApplication) -> None:
    seen: list[str] = []

    def close_if_ready(window: MainWindow, session: Session) -> None:
        if session.engine.phase is Phase.READY and window.isVisible():
            seen.append("ready")
            window.close()

    def watch(window: MainWindow, session: Session) -> None:
        for name in ("painted", "opened", "settled"):
            getattr(window, name).connect(partial(seen.append, name))
        session.engine.changed.connect(partial(close_if_ready, window, session))

    assert app.run_window(engine=FakeEngine(), on_made=watch) == 0
    assert seen == ["painted", "opened", "settled", "ready"]


def test_the_window_imports_no_tensorflow() -> None:
    root = Path(__file__).parents[2]
    code = (
        "import sys, xla_playground.app, xla_playground.ui.window.deferred_plots\n"
        "import xla_playground.ui.plots.phases.phases_plot\n"
        "import xla_playground.ui.plots.latency.latency_plot\n"
        "sys.exit('tensorflow' in sys.modules or 'transformers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_a_session_file_is_open_at_the_start(qapp: QApplication, tmp_path: Path) -> None:
    history = History(None)
    history.add(make_record())
    path = tmp_path / "one.session"
    save_session(Workbench(history), CallFilter(), path)
    history.close()
    seen: list[tuple[int, int]] = []

    def close_if_open(window: MainWindow, session: Session) -> None:
        seen.append((len(session.log.summaries), len(session.log.own.summaries)))
        window.close()

    def listen(window: MainWindow, session: Session) -> None:
        session.sessions.changed.connect(partial(close_if_open, window, session))

    assert app.run_window(engine=FakeEngine(), session_file=path, on_made=listen) == 0
    assert seen == [(1, 0)]
