"""Several processes that write one history at once: no call is lost, no number is given twice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.test_data_of_0_1_0 import CALLS, OLD
from xla_playground.core.history.history import History
from xla_playground.core.paths import history_path
from xla_playground.core.workbench.call_filter import CallFilter
from xla_playground.core.workbench.workbench import Workbench

ROOT = Path(__file__).parents[3]
PROCESSES, CALLS_EACH = 3, 40
SCRIPT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.core.examples import make_record
from xla_playground.cli.history.keeping import kept_calls
print("ready", flush=True)
sys.stdin.readline()
with kept_calls(True) as kept:
    for number in range({CALLS_EACH}):
        print(kept.add(make_record(prompts=(f"{{sys.argv[1]}} {{number}}",))).call)
"""


def written_at_once() -> list[list[int]]:
    """The numbers that each process got, in order."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    numbers = []
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        output, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, "")
        numbers.append([int(line) for line in output.splitlines()])
    return numbers


@pytest.mark.parametrize("start", ["new", "of 0.1.0"])
def test_no_call_is_lost_and_no_number_is_given_twice(start: str) -> None:
    before = 0
    if start == "of 0.1.0":  # all of them want to bring it to the newest schema
        history_path().parent.mkdir(parents=True)
        shutil.copy(OLD, history_path())
        before = CALLS
    numbers = written_at_once()
    total = PROCESSES * CALLS_EACH
    expected = list(range(before + 1, before + total + 1))
    assert sorted(number for each in numbers for number in each) == expected
    assert all(each == sorted(each) for each in numbers)
    history = History(history_path())
    assert history.take_notices() == []
    for process, each in enumerate(numbers):
        for position, number in enumerate(each):
            assert history.record(number).request.prompts == (f"{process} {position}",)
    workbench = Workbench(history)
    workbench.index()
    assert workbench.find(CallFilter()) == [*range(1, before + 1), *expected]
    history.close()
    assert [p.name for p in history_path().parent.iterdir() if "broken" in p.name] == []
