"""``lab``: the figures of each arm, and what is refused before TensorFlow is imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from xla_playground.cli.program import app
from xla_playground.core.call.record import Cache
from xla_playground.core.errors import RequestError
from xla_playground.core.lab.report import EAGER, XLA, LabArm, LabCall, LabOrder, LabReport
from xla_playground.worker.lab.client import LabClient


def lab(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["lab", *arguments], env={"COLUMNS": "160"})


@pytest.mark.xdist_group("lab")
def test_each_arm_is_an_object_of_the_json(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("import os\nprint(os.getcwd())\n\ndef function(x, n: int):\n    return x * n\n")
    result = lab(str(file), "--json", "--runs", "3", "--inside")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    rights, said, *_ = result.stderr.splitlines()
    assert rights.startswith("This code runs with your rights")
    expected = found["forecast"]
    assert expected["sentence"].startswith("new: ")
    assert said == f"First call of xla: {expected['sentence']}."
    assert 0 < expected["low_s"] < expected["expected_s"] < expected["high_s"]
    assert found["file"] == "mine.py"
    assert [arm["arm"] for arm in found["arms"]] == ["eager", "graph", "xla"]
    for arm in found["arms"]:
        assert arm["first_call_s"] > 0
        assert arm["p50_ms"] > 0
        assert (arm["retraces"], arm["max_abs_difference"], arm["error"]) == (0, 0.0, None)
        assert arm["calls"][0]["key"] == {"x.shape": "4×4", "x.dtype": "float32", "n": "1"}
    assert found["output"].splitlines()[0] == str(tmp_path)
    assert found["inside"]["instructions"] > 0


class Answering(LabClient):
    """A client without a process."""

    order: LabOrder
    report = LabReport(file="f.py")

    def __init__(self) -> None:
        pass

    def __exit__(self, *error: object) -> None:
        pass

    def run(self, order: LabOrder, on_progress: object = None) -> LabReport:
        Answering.order = order
        return self.report


def test_a_table_shows_arms_and_what_was_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    call = LabCall(key=(), cache=Cache.MISS, trace_ns=2_000_000, run_ns=1_000_000)
    arms = tuple(
        LabArm(arm=name, calls=(call, call), samples_ns=(1_000_000,) * 2, retraces=1)
        for name in (EAGER, XLA)
    )
    monkeypatch.setattr(Answering, "report", LabReport(file="f.py", arms=arms, output="mine\n"))
    monkeypatch.setattr("xla_playground.worker.lab.client.LabClient", Answering)
    result = lab("cache_key", "--runs", "7", "--time-limit", "9", "--memory-limit", "2")
    assert result.exit_code == 0, result.output
    assert Answering.order.name == "cache_key.py"
    limits = (Answering.order.runs, Answering.order.time_s, Answering.order.memory_bytes)
    assert limits == (7, 9.0, 2_000_000_000)
    lines = result.stdout.splitlines()
    assert lines[0] == "mine"
    assert sum("xla" in line for line in lines) >= 3  # its arm, and each of its calls


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "check the path"),
        ("def f(:\n", "Line 1: this is not valid Python"),
        ("x = 1\n", "There is nothing to run"),
    ],
)
def test_a_file_that_is_wrong_is_one_sentence(
    tmp_path: Path, text: str | None, sentence: str
) -> None:
    file = tmp_path / "f.py"
    if text is not None:
        file.write_text(text)
    result = lab(str(file))
    assert isinstance(result.exception, RequestError)
    assert result.exception.exit_code == 2
    assert sentence in result.exception.sentence
