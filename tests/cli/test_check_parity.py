"""``generate --check-parity``, around an engine without TensorFlow, and once with a real worker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fakes import FakeEngine, WrongEngine
from tests.tiny_models import make_tiny_model
from xla_playground.cli.program import app
from xla_playground.core.call.request import Arm
from xla_playground.core.errors import EngineFailure

CALL = ("generate", "--prompt", "TensorFlow is", "--no-history", "--check-parity")


def asked(monkeypatch: pytest.MonkeyPatch, engine: FakeEngine, *arguments: str) -> Result:
    monkeypatch.setattr("xla_playground.cli.shared.make_engine", lambda *a, **how: engine)
    return CliRunner().invoke(app, [*CALL, *arguments])


def test_the_last_line_has_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = FakeEngine()
    done = asked(monkeypatch, engine, "--json", "--repeat", "2")
    assert done.exit_code == 0, done.output
    first, last = map(json.loads, done.stdout.splitlines())
    assert "parity" not in first
    assert (last["parity"]["outcome"], last["parity"]["tokens"]) == ("equal", 16)
    assert last["parity"]["message"]["text"] in done.stderr
    assert [request.arm for request in engine.requests] == ["xla", "xla", "eager"]


def test_a_difference_is_the_sentence_of_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    done = asked(monkeypatch, WrongEngine(wrong_arms=(Arm.XLA,)), "--json")
    assert isinstance(done.exception, EngineFailure)
    assert done.exception.exit_code == 4
    parity = json.loads(done.stdout.splitlines()[-1])["parity"]
    assert (parity["outcome"], parity["row"], parity["position"]) == ("differs", 0, 4)
    assert parity["compiled"]["text"] == " wrong"
    assert done.exception.sentence == parity["message"]["text"]
    assert done.exception.sentence.startswith("Token 5 differs from eager's: ")


def test_a_table_is_printed_before_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    done = asked(monkeypatch, FakeEngine())
    assert done.exit_code == 0
    assert "The tokens are eager's" in done.stderr


def test_what_is_not_compared_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    done = asked(monkeypatch, FakeEngine(), "--do-sample", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["parity"]["outcome"] == "unchecked"
    assert "its tokens are drawn at random" in done.stderr


def test_a_real_worker_checks_a_tiny_model(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    model = make_tiny_model(tmp_path / "tiny", "gpt2")
    command = [sys.executable, "-m", "xla_playground", *CALL, "--json", "--recipe", "fast"]
    done = subprocess.run(
        [*command, "--model", str(model), "--max-new-tokens", "20"],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    parity = json.loads(done.stdout)["parity"]
    assert (parity["outcome"], parity["tokens"]) == ("equal", 16)
