"""Makes the picture of the README: ``python packaging/screenshot.py docs/screenshot.png``.

It opens the real window with its worker, in an empty home and in English, makes nine calls of the
bundled GPT-2, and saves the window. It needs a display; a frame needs a window manager.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

PROMPT = "A compiler is a program that"
FAST, GUIDE = {"recipe": "fast"}, {"recipe": "documented"}
SAMPLING = {"strategy": "sampling", "top_k": "50", "temperature": "1.0", "top_p": "1.0"}
#: The options of each call.
CALLS = (
    *[(FAST, SAMPLING)] * 3,
    *[(GUIDE, SAMPLING)] * 3,
    (FAST, SAMPLING | {"temperature": "0.7", "top_p": "0.9"}),
    (FAST, SAMPLING | {"temperature": "0.8", "top_p": "0.9"}),
    (FAST, SAMPLING | {"temperature": "0.7", "top_p": "0.95"}),
)
PATIENCE_S = 300


def take(path: Path) -> None:
    """Make the calls and save the picture."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLabel

    from xla_playground.app import run_window

    def wait(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(50)

    def drive(window: Any, session: Any) -> None:
        window.resize(1280, 770)
        panels, run = window.parts.panels, window.parts.actions["run"]
        forecast = window.findChild(QLabel, "forecast_text")
        for recipe, options in CALLS:
            values = panels.values()
            values |= {"prompt_text": PROMPT, **recipe}
            values["options"] = {**values["options"], **options}
            panels.show_values(values)
            QTest.qWait(1500)  # also for what is built behind the last answer
            wait(run.isEnabled)
            run.trigger()
            wait(lambda: session.runner.is_busy)
            wait(lambda: not session.runner.is_busy)
        QTest.qWait(1500)
        wait(lambda: forecast.text().startswith("cached"))
        window.screen().grabWindow(0, *_frame(window)).save(str(path))
        window.close()

    run_window(
        on_made=lambda window, session: window.settled.connect(lambda: drive(window, session))
    )


def _frame(window: Any) -> tuple[int, int, int, int]:
    frame = window.frameGeometry()
    return frame.x(), frame.y(), frame.width(), frame.height()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["XLA_PLAYGROUND_HOME"] = home
        from xla_playground.core.paths import settings_path
        from xla_playground.core.window.settings import Settings, Theme, save_settings

        save_settings(Settings(theme=Theme.LIGHT, ui_language="en"), settings_path())
        take(Path(sys.argv[1]).resolve())
