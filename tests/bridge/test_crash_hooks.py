"""Uncaught exceptions: logged and told, on any thread."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from xla_playground.bridge.crash_hooks import CrashHooks


@pytest.fixture
def hooks() -> Iterator[CrashHooks]:
    before = sys.excepthook, threading.excepthook
    installed = CrashHooks()
    installed.install()
    yield installed
    installed.uninstall()
    sys.excepthook, threading.excepthook = before


def test_an_exception_is_logged_and_told(
    hooks: CrashHooks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    error = ValueError("secret detail")
    with qtbot.waitSignal(hooks.crashed) as crashed:
        sys.excepthook(ValueError, error, None)
    assert "ValueError" in crashed.args[0]
    assert "secret detail" in caplog.text


def test_one_on_another_thread_too(hooks: CrashHooks, qtbot: QtBot) -> None:
    def fail() -> None:
        raise LookupError

    thread = threading.Thread(target=fail)
    with qtbot.waitSignal(hooks.crashed) as crashed:
        thread.start()
        thread.join()
    assert "LookupError" in crashed.args[0]


def test_qt_messages_join_the_log(hooks: CrashHooks, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        qWarning("something about fonts")
    assert "something about fonts" in caplog.text
