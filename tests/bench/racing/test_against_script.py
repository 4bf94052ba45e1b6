"""Lanes against the scripts that are copied of their calls: same calls, same tokens."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.bench.fakes import Instant
from tests.tiny_models import make_tiny_model
from xla_playground.bench import sides
from xla_playground.bench.racing import against_script, arms
from xla_playground.bench.racing.against_script import ScriptPlan, race_against_scripts
from xla_playground.cli.bench import bench_app
from xla_playground.core.call.record import Record
from xla_playground.core.call.request import Request
from xla_playground.core.errors import RequestError
from xla_playground.core.model.info import ModelInfo
from xla_playground.library.inspection import usable_model

LANES = ("eager-documented", "graph-fast", "xla-fast", "torch-eager")


class FakeSide(Instant):
    """A side whose calls take as many seconds as the class says."""

    seconds = 1.0
    tokens = ((1, 2, 3),)
    calls: list[str]

    def run(self, step: Request) -> sides.StepResult:
        self.calls.append(f"{type(self).__name__} {step.arm}")
        return sides.StepResult(self.seconds, self.seconds, self.tokens)


class FakeOurs(FakeSide):
    def __init__(self, info: ModelInfo) -> None:
        pass


class FakeScript(FakeSide):
    seconds = 2.0

    def __init__(self, script: Any, info: ModelInfo, folder: Path) -> None:
        assert "generate(" in script.arguments


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The calls that both sides make, in order."""
    made: list[str] = []
    monkeypatch.setattr(FakeSide, "calls", made, raising=False)
    monkeypatch.setattr(against_script, "Ours", FakeOurs)
    monkeypatch.setattr(against_script, "ScriptSide", FakeScript)

    def tokenized(request: Request, info: ModelInfo) -> Record:
        return Record(request=request, prompt_tokens=(3,))

    monkeypatch.setattr(against_script, "_tokenized", tokenized)
    return made


def measured(**values: Any) -> dict[str, Any]:
    info = usable_model("playground-gpt2")
    request = Request.parse({"model": info.path, "prompts": ("a",), **values})
    return race_against_scripts(request, info, LANES, ScriptPlan(runs=2, block_calls=2))


def test_both_sides_make_the_same_calls_in_turn(calls: list[str]) -> None:
    figures = measured()
    eager, graph, xla, torch = figures["rows"]
    assert (eager["lane_ms"], eager["script_ms"], eager["ratio"]) == (1000.0, 2000.0, 0.5)
    assert (xla["calls"], xla["script_calls"]) == (4, 4)
    assert (figures["tokens_equal"], figures["is_even"]) == (True, False)
    assert "No script is compared with graph-fast" in graph["skipped"]
    assert "No script is compared with torch-eager" in torch["skipped"]
    # eager: a first call and two that count; xla: three, and before each that counts another one
    lane, script = ["FakeOurs eager"] * 3, ["FakeScript eager"] * 3
    assert calls[:12] == lane + script + script + lane
    lane, script = ["FakeOurs xla"] * 7, ["FakeScript xla"] * 7
    assert calls[12:] == lane + script + script + lane


def test_other_tokens_are_found_and_drawn_ones_are_not_compared(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeScript, "tokens", ((1, 2, 9),))
    assert measured()["tokens_equal"] is False
    drawn = measured(options={"strategy": "sampling", "seed": 1})
    assert [row["tokens_equal"] for row in drawn["rows"]] == [None] * 4


def test_even_sides_are_said_to_be(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeScript, "seconds", 1.04)
    assert measured()["is_even"] is True


def test_bench_arms_prints_each_lane_and_why_some_are_left_out(calls: list[str]) -> None:
    words = ["arms", "--against-script", "--runs", "1", "--block-calls", "1"]
    done = CliRunner().invoke(bench_app, words, catch_exceptions=False, env={"COLUMNS": "200"})
    assert "xla-documented" in done.stdout
    assert "No script is compared with graph-fast" in done.stderr
    figures = json.loads(CliRunner().invoke(bench_app, [*words, "--json"]).stdout)
    assert [row["lane"] for row in figures["rows"]] == list(arms.LANES)


def test_a_model_that_hears_is_refused() -> None:
    info = usable_model("playground-whisper")
    request = Request(model=info.path, audio="a.wav")
    with pytest.raises(RequestError, match="hears speech"):
        race_against_scripts(request, info, ("xla-fast",), ScriptPlan(1, 1))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("family", "lane"),
    [
        ("gpt2", "xla-fast"),
        *(
            pytest.param(*case, marks=pytest.mark.exhaustive)
            for case in (
                ("gpt2", "eager-documented"),
                ("t5", "xla-fast"),
                ("t5", "eager-documented"),
            )
        ),
    ],
)
def test_a_tiny_model_gives_the_tokens_of_its_script(
    tmp_path: Path, family: str, lane: str
) -> None:
    info = usable_model(str(make_tiny_model(tmp_path / family, family)))
    options = {"max_new_tokens": 4, "num_beams": 2, "strategy": "beam"}
    request = Request.parse({"model": info.path, "prompts": ("a b", "c"), "options": options})
    plan = ScriptPlan(runs=1, block_calls=2)
    (row,) = race_against_scripts(request, info, (lane,), plan)["rows"]
    assert (row["skipped"], row["calls"], row["script_calls"]) == (None, 2, 2)
    assert row["tokens_equal"] is True
