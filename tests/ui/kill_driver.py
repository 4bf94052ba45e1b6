"""Opens the window over a fake engine, sets what is asked for, and is killed a second later.

Run by ``test_walk.py`` in a process of its own.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QPlainTextEdit

from tests.fakes import FakeEngine
from tests.ui.walk import type_over
from xla_playground.app import run_window
from xla_playground.ui.state.session import Session
from xla_playground.ui.state.settings_saver import SAVE_DELAY_MS
from xla_playground.ui.window.main_window import MainWindow


def drive(window: MainWindow, session: Session) -> None:
    for name, text in json.loads(sys.argv[1]).items():
        entry = window.findChild(QAbstractSpinBox, name)
        if entry is not None:
            type_over(entry, text)
        else:
            editor = window.findChild(QPlainTextEdit, name)
            assert editor is not None, name
            editor.selectAll()
            QTest.keyClicks(editor, text)
    end = time.monotonic() + 1.5 * SAVE_DELAY_MS / 1000
    while time.monotonic() < end:
        QTest.qWait(20)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    run_window(
        engine=FakeEngine(),
        on_made=lambda window, session: window.opened.connect(lambda: drive(window, session)),
    )
