"""The process that repeats claims for the window."""

from __future__ import annotations

import subprocess
from threading import Event

import pytest

from xla_playground.bench.children import claims_process
from xla_playground.bench.claims.experiments import Outcome
from xla_playground.core.claims.claim import Experiment
from xla_playground.core.claims.repeats import (
    CLAIMS_MESSAGES,
    ClaimsDone,
    ClaimsMeasured,
    ClaimsMessage,
    ClaimsOrder,
    ClaimsProgress,
    claims_command,
)
from xla_playground.core.errors import EngineFailure
from xla_playground.core.messages.message import untyped


def said(text: str) -> list[ClaimsMessage]:
    return [CLAIMS_MESSAGES.validate_json(line) for line in text.splitlines()]


def test_an_experiment_that_fails_does_not_end_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(experiment: Experiment, torch_python: str | None) -> Outcome:
        assert torch_python is None
        if experiment is Experiment.GUIDE:
            raise EngineFailure(untyped("The guide's code ended."))
        return Outcome("", {"first": 500.0, "same": 0.5, "dtype": 20.0, "shape": 20.0})

    monkeypatch.setattr(claims_process, "run_experiment", run)
    order = ClaimsOrder(
        experiments=(Experiment.GUIDE, Experiment.CACHE_KEY), seconds={Experiment.GUIDE: 7.0}
    )
    claims_process._repeat(order, Event())
    first, failed, _second, measured, done = said(capsys.readouterr().out)
    assert first == ClaimsProgress(experiment=Experiment.GUIDE, done=0, of=2, left_s=14.0)
    assert isinstance(failed, ClaimsMeasured)
    assert [str(each.reason) for each in failed.results] == [
        "Not measured. The guide's code ended."
    ] * 2
    assert isinstance(measured, ClaimsMeasured)
    ratios = {each.name: each.ratio for each in measured.results}
    assert ratios["cache-key-first"] == 1000
    assert ratios["cache-key-argument"] is None
    assert done == ClaimsDone()


def test_an_experiment_that_was_cancelled_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cancelled = Event()

    def run(experiment: Experiment, torch_python: str | None) -> Outcome:
        cancelled.set()
        return Outcome("toy", {})

    monkeypatch.setattr(claims_process, "run_experiment", run)
    with pytest.raises(KeyboardInterrupt):
        claims_process._repeat(ClaimsOrder(experiments=tuple(Experiment)), cancelled)
    assert len(said(capsys.readouterr().out)) == 1


@pytest.mark.slow
def test_the_cheapest_experiment_from_order_to_results() -> None:
    order = ClaimsOrder(experiments=(Experiment.CACHE_KEY,))
    with subprocess.Popen(
        claims_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(order.model_dump_json() + "\n")
        child.stdin.flush()  # open until it ends: the end of stdin cancels
        _progress, measured, done = said(child.stdout.read())
    assert child.returncode == 0
    assert isinstance(measured, ClaimsMeasured)
    assert {each.name: each.ratio is not None for each in measured.results} == {
        "cache-key-first": True,
        "cache-key-dtype": True,
        "cache-key-shape": True,
        "cache-key-argument": True,
    }
    assert done == ClaimsDone()
