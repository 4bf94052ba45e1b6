"""Processes that answer lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from xla_playground.bench.running.processes import LineProcess
from xla_playground.core.errors import EngineFailure

ECHO = """
import json, sys
print("a print of a library")
print(json.dumps({"version": 1}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if "end" in asked:
        sys.exit(asked["end"])
    print("7")
    print(json.dumps({"echo": asked}), flush=True)
"""


def started(source: str) -> LineProcess:
    return LineProcess("The side", [sys.executable, "-c", source], os.environ)


@pytest.fixture
def echo() -> Iterator[LineProcess]:
    with started(ECHO) as process:
        yield process


def test_lines_that_are_no_objects_are_skipped(echo: LineProcess) -> None:
    assert echo.greeting == {"version": 1}
    assert echo.ask({"a": 1}) == {"echo": {"a": 1}}


def test_the_children_of_a_process_end_with_it() -> None:
    source = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print('{"pid": %d}' % child.pid, flush=True)
child.wait()
"""
    with started(source) as process:
        child = psutil.Process(process.greeting["pid"])
    psutil.wait_procs([child], timeout=10)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_settling_waits_for_work_that_goes_on_behind_an_answer() -> None:
    source = """
import sys, threading, time
def work():
    end = time.process_time() + 0.5
    while time.process_time() < end: pass
print("{}", flush=True)
threading.Thread(target=work).start()
sys.stdin.read()
"""
    with started(source) as process:
        process.settle()
        times = psutil.Process(process.pid).cpu_times()
        assert times.user + times.system >= 0.5


def test_the_peak_of_the_memory_stays_after_it_was_freed() -> None:
    source = "import sys; del [bytearray(b'1') * 100_000_000][:]; print('{}', flush=True); input()"
    with started(source) as process:
        assert process.peak_memory_mb() > 100


def test_a_process_that_ends_says_how(echo: LineProcess) -> None:
    with pytest.raises(EngineFailure, match="The side ended with code 3: it said nothing"):
        echo.ask({"end": 3})
    with pytest.raises(EngineFailure, match="ended with code 1: ValueError: no"):
        started("raise ValueError('no')")


def test_a_process_that_cannot_be_started_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EngineFailure, match="The side cannot be started"):
        LineProcess("The side", [str(tmp_path / "none")], os.environ)
