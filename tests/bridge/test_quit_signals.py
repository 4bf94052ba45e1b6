"""Signals that ask the process to end, as Qt signals."""

from __future__ import annotations

import signal

import pytest
from pytestqt.qtbot import QtBot

from xla_playground.bridge.quit_signals import QuitSignals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_told_once_qt_waits(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    signals = QuitSignals()
    signals.install()
    with qtbot.waitSignal(signals.received):
        signal.raise_signal(number)
    assert signal.getsignal(number) is before, "a second one ends the process"
    signals.uninstall()
    assert signal.getsignal(number) is before
