"""``xla-playground bench ui``: the time until the window is there, and its stalls."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from ..core.call.record import Cache, Record, Sequence, Token, TokenRole
from ..core.call.request import Request
from ..core.call.specialization import key_for
from ..core.errors import EngineFailure
from ..core.history.history import History
from ..core.messages import commands as messages
from ..core.paths import HOME_VARIABLE, history_path
from .running.machine import MachineLoad
from .running.processes import ended

WINDOW_RUNS = 5


def measure_ui(*, history_calls: int, on_screen: bool) -> dict[str, Any]:
    """Return the figures of the window, each from a fresh process with fresh settings.

    Args:
        history_calls: how many calls the large history holds.
        on_screen: use the display instead of Qt's offscreen platform.

    Raises:
        EngineFailure: a probe did not come through.
    """
    machine = MachineLoad()
    with tempfile.TemporaryDirectory(prefix="xla-playground-bench-") as home:
        environment = os.environ | {HOME_VARIABLE: home}
        if not on_screen:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        starts = [_window(environment) for _ in range(WINDOW_RUNS)]
        stall = _probe("stall", environment)
        panels = _probe("panels", environment)
    with tempfile.TemporaryDirectory(prefix="xla-playground-bench-") as home:
        environment[HOME_VARIABLE] = home
        _fill_history(Path(home), history_calls)
        large = [_window(environment) for _ in range(WINDOW_RUNS)]
        work = _probe("workbench", environment)
    return {
        "window_ms": statistics.median(start["window_ms"] for start in starts),
        "window_worst_ms": max(start["window_ms"] for start in starts),
        "window_with_plots_ms": statistics.median(start["plots_ms"] for start in starts),
        "window_imports_tensorflow": any(start["imports_tensorflow"] for start in starts),
        **{name: value for name, value in stall.items() if not name.endswith("_ns")},
        **{name: value for name, value in panels.items() if not name.endswith("_ns")},
        "history_calls": history_calls,
        "history_window_ms": statistics.median(start["window_ms"] for start in large),
        "history_window_worst_ms": max(start["window_ms"] for start in large),
        "history_with_plots_ms": statistics.median(start["plots_ms"] for start in large),
        "history_redraw_ms": statistics.median(start["redraw_ms"] for start in large),
        "history_first_redraw_ms": statistics.median(start["first_redraw_ms"] for start in large),
        **{f"history_{name}": value for name, value in work.items() if not name.endswith("_ns")},
        **machine.figures(),
    }


def _window(environment: dict[str, str]) -> dict[str, Any]:
    start_ns = time.monotonic_ns()
    told = _probe("window", environment)
    return told | {
        "window_ms": (told["painted_ns"] - start_ns) / 1e6,
        "plots_ms": (told["opened_ns"] - start_ns) / 1e6,
    }


def _probe(name: str, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", f"{__package__}.children.ui_probe", name]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or not lines:
        raise EngineFailure(ended(messages.UI_PROBE(name=name), done.returncode, done.stderr))
    told: dict[str, Any] = json.loads(lines[-1])
    return told


def _fill_history(home: Path, calls: int) -> None:
    """Write a history of invented calls: 20 specializations in turn, one first call in 50."""
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(home)
    try:
        history = History(history_path())
    finally:
        if before is None:
            del os.environ[HOME_VARIABLE]
        else:
            os.environ[HOME_VARIABLE] = before
    requests = [Request(model="invented", prompts=(f"prompt {n}",)) for n in range(20)]
    tokens = tuple(Token(id=n, text=f" word{n}", role=TokenRole.NEW) for n in range(32))
    sequence = Sequence(prompt_index=0, text=" ".join(t.text for t in tokens), tokens=tokens)
    for call in range(calls):
        series = call % len(requests)
        is_first = call % 50 == 0
        record = Record(
            request=requests[series],
            key=key_for(requests[series], 8 * (series + 1)),
            cache=Cache.MISS if is_first else Cache.MEMORY,
            trace_ns=2_000_000_000 if is_first else None,
            compile_ns=3_000_000_000 if is_first else None,
            run_ns=20_000_000 + 1_000_000 * series + 7_919 * (call % 1000),
            prompt_tokens=(3,),
            padded_length=8,
            sequences=(sequence,),
        )
        history.add(record)
    history.close()
