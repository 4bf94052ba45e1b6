"""The compile report, in a process of its own: it takes stderr over."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.engine import XlaEngine
from xla_playground.engine.platform import compile_report
from xla_playground.engine.programs import builder as programs
from xla_playground.engine.programs import built as building

SCRIPT = """
import os
from xla_playground.engine.platform.compile_report import CompileReport
with CompileReport() as report:
    os.write(2, b"I0000 00:00 a.cc:1] Compiled __inference_f 1 times, compile time: 1500 us")
    os.write(2, b"\\nI0000 00:00 a.cc:1] Compiled __g 2 times, compile time: 500 us, etc.\\n")
    os.write(2, b"I0000 00:00 a.cc:2] chatter\\n")
    os.write(2, b"E0000 00:00 a.cc:3] an error\\n\\nand a blank line before this\\n")
    os.write(2, b"x" * 200_000 + b"\\n")
print(report.compile_ns)
with CompileReport() as report:
    pass
print(report.compile_ns)
os.write(2, b"after\\n")
"""


def test_compile_times_are_read_and_the_rest_is_passed_on() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.split() == ["2000000", "0"]
    lines = done.stderr.splitlines()
    assert lines[:3] == ["E0000 00:00 a.cc:3] an error", "", "and a blank line before this"]
    assert done.stderr.count("x") == 200_000
    assert lines[-1] == "after"
    assert "chatter" not in done.stderr


CHILD = """
import os, subprocess, sys
from xla_playground.engine.platform.compile_report import CompileReport
with CompileReport() as report:
    code = "import os, sys; sys.stdin.read(); os.write(2, b'from a child')"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)
    os.write(2, b"x" * 70_000)
print(report.compile_ns)
child.communicate()
"""


def test_a_child_that_outlives_a_report_keeps_its_stderr() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == "0\n"
    assert done.stderr == "x" * 70_000 + "from a child"


def test_a_process_without_stderr_has_an_empty_report() -> None:
    code = "import os; os.close(2)" + SCRIPT.split("    os.write")[0] + "    pass"
    code += "\nprint(report.compile_ns)"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"0\n"


@pytest.mark.slow
@pytest.mark.parametrize("recipe", ["fast", "documented"])
def test_a_compile_that_is_not_reported_is_no_run_time(
    make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch, recipe: str
) -> None:
    monkeypatch.setattr(compile_report, "_COMPILED", re.compile(rb"no such line (\S+) (\d+)"))
    built_programs: list[building.Built] = []
    own_keep = programs.ProgramBuilder._keep

    def keep(*arguments: Any) -> building.Built:
        built_programs.append(own_keep(*arguments))
        return built_programs[-1]

    monkeypatch.setattr(programs.ProgramBuilder, "_keep", keep)
    fresh = XlaEngine()
    fresh.start(lambda status: None)
    try:
        # a capacity of its own: what this process has compiled before, it compiles no more
        request = make_request(recipe=recipe, padding={"capacity": 61})
        first, again = (fresh.generate(request.again()) for _ in range(2))
    finally:
        fresh.close()
    assert [notice.id for notice in first.notices] == ["compile_not_reported"]
    assert first.trace_ns
    assert first.compile_ns is None
    if recipe == "documented":
        assert first.run_ns is None
    else:  # which also runs what it has compiled
        assert all(built.first_run_ns == 0 for built in built_programs)
    assert again.notices == ()
    assert again.run_ns
