"""The real window, the real worker, the bundled model: a prompt is typed and run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DRIVER = Path(__file__).with_name("window_driver.py")


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    """The environment of a screen: a fresh Xvfb, or Qt's offscreen platform where there is none."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read_end, write_end = os.pipe()
    command = [xvfb, "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as told:
        number = told.readline().strip()
    yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    server.terminate()
    server.wait()


@pytest.mark.slow
@pytest.mark.display
def test_a_prompt_is_typed_run_and_seen(display: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, str(DRIVER)],
        env=os.environ | display,
        cwd=DRIVER.parent.parent,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout, done.stderr[-2000:]
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert seen["platform"] == display["QT_QPA_PLATFORM"]
    assert seen["forecast_before"].startswith("new")
    assert seen["forecast_after"].startswith("cached, about")
    assert seen["caches"] == ["miss", "memory"], "a second press while it ran made a call"
    assert seen["rows"] == 2
    assert (seen["bars_after_one"], seen["bars_after_two"]) == (1, 2)
    assert seen["text"].startswith("XLA is ")
    assert seen["text"] in seen["shown_text"]
    assert "Call 2" in seen["output"]
    assert not seen["imports_tensorflow"]
