"""``--in-process``: TensorFlow in the program's own process."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from xla_playground.cli.program import app
from xla_playground.worker.client import EngineClient


def test_the_window_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, bool]] = []

    def run_window(**how: bool) -> int:
        asked.append(how)
        return 0

    monkeypatch.setattr("xla_playground.cli.program.need_display", lambda: None)
    monkeypatch.setattr("xla_playground.app.run_window", run_window)
    for arguments in ([], ["--in-process"]):
        assert CliRunner().invoke(app, arguments).exit_code == 0
    assert [how["in_process"] for how in asked] == [False, True]


def test_a_call_is_made_by_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **how: object) -> None:
        raise AssertionError("a worker is asked")

    monkeypatch.setattr(EngineClient, "generate", refuse)
    call = ["generate", "--prompt", "a", "--arm", "eager", "--max-new-tokens", "2", "--json"]
    done = CliRunner().invoke(app, [*call, "--in-process"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["arm"] == "eager"
