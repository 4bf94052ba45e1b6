"""Opens the window over a fake engine, sets what is asked for, and is killed once it was saved.

Nothing but the passing of time has it saved; how long that takes on a busy machine decides nothing.

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
from xla_playground.core.paths import settings_path
from xla_playground.core.window.settings import load_settings
from xla_playground.ui.session import Session
from xla_playground.ui.state.settings_saver import SAVE_DELAY_MS
from xla_playground.ui.window.main_window import MainWindow

_PATIENCE_S = 30


def is_saved(texts: dict[str, str]) -> bool:
    """Return whether the file has the prompt, the multiple, and the numbers that are none."""
    saved = load_settings(settings_path())[0]
    unusable = {n: text for n, text in texts.items() if n != "prompt_edit" and not text.isdigit()}
    numbers = (saved.typed, str(saved.padding.multiple_of)) == (unusable, texts["multiple_of"])
    return numbers and saved.prompt_text == texts["prompt_edit"]


def drive(window: MainWindow, session: Session) -> None:
    texts: dict[str, str] = json.loads(sys.argv[1])
    for name, text in texts.items():
        entry = window.findChild(QAbstractSpinBox, name)
        if entry is not None:
            type_over(entry, text)
        else:
            editor = window.findChild(QPlainTextEdit, name)
            assert editor is not None, name
            editor.selectAll()
            QTest.keyClicks(editor, text)
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end and not is_saved(texts):
        QTest.qWait(SAVE_DELAY_MS // 10)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    run_window(
        engine=FakeEngine(),
        on_made=lambda window, session: window.opened.connect(lambda: drive(window, session)),
    )
