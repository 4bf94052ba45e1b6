"""Steady calls of the lab: in rows, as the loop of a script makes them, the arms in turn."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.lab.report import LabOrder, LabProblem
from xla_playground.core.messages.message import untyped
from xla_playground.engine.lab import run as lab_run
from xla_playground.engine.lab.run import LabRun


class FakeArm:
    """An arm whose calls take as long as it says."""

    def __init__(self, name: str, made: list[str], ns: int = 1000) -> None:
        self.name, self.made, self.ns = name, made, ns
        self.samples_ns: list[int] = []
        self.problem: LabProblem | None = None

    @property
    def total_ns(self) -> int:
        return sum(self.samples_ns)

    def sample(self, caller: Any) -> None:
        self.made.append(self.name)
        self.samples_ns.append(self.ns)
        if self.name == "broken" and len(self.samples_ns) > 1:
            raise ValueError("no more")


def sampled(*arms: Any, runs: int) -> None:
    said: list[Any] = []
    run = LabRun(
        None, LabOrder(name="a.py", text="def function(x): return x", runs=runs), said.append
    )
    run._sample(list(arms), lambda function: None)


def test_rows_of_calls_take_turns_and_the_first_of_a_row_does_not_count() -> None:
    made: list[str] = []
    a, b = FakeArm("a", made), FakeArm("b", made)
    sampled(a, b, runs=25)
    assert "".join(made) == "a" * 21 + "b" * 21 + "b" * 6 + "a" * 6
    assert (len(a.samples_ns), len(b.samples_ns)) == (25, 25)


def test_long_calls_are_not_made_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_run, "_IN_A_ROW_NS", -1)  # each call takes longer than a row may
    made: list[str] = []
    slow, quick = FakeArm("s", made, ns=10**9), FakeArm("q", made)
    sampled(slow, quick, runs=5)
    assert len(slow.samples_ns) == 4  # enough after three seconds
    assert made.count("s") == 1 + 4
    assert made.count("q") == 5 + 5


def test_an_arm_that_fails_ends_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    broken, whole = FakeArm("broken", made), FakeArm("w", made)
    problem = LabProblem(line=None, message=untyped("no more"))
    monkeypatch.setattr(LabRun, "_problem", lambda self, error: problem)
    sampled(broken, whole, runs=4)
    assert broken.problem is problem
    assert len(whole.samples_ns) == 4
