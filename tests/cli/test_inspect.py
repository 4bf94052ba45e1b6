"""``inspect`` and ``generate --probabilities``, around an engine without TensorFlow."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.fakes import FakeEngine
from xla_playground.cli.calls import request_of
from xla_playground.cli.options.asked_call import AskedCall
from xla_playground.cli.program import app
from xla_playground.core.errors import RequestError
from xla_playground.core.inside.machine import MachineLimits, write_limits
from xla_playground.core.options.table import Strategy
from xla_playground.core.paths import machine_path

PROMPT = ("--prompt", "TensorFlow is")


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setattr("xla_playground.cli.shared.make_engine", lambda *_, **__: fake)
    return fake


def output(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.stdout


def inspect_json(*arguments: str) -> Any:
    return json.loads(output("inspect", *PROMPT, "--json", *arguments))


def test_every_figure_is_a_number_or_has_a_reason() -> None:
    found = inspect_json()
    for name in (
        "instructions",
        "fusions",
        "dots",
        "while_loops",
        "constants_bytes",
        "peak_bytes",
        "flops_per_token",
        "bytes_per_token",
    ):
        assert isinstance(found[name], int), name
    assert found["limit_ratio"] is None
    assert "bench machine" in found["reasons"]["limit_ratio"]
    assert "text" not in found


def test_a_measured_machine_gives_the_distance_from_its_limits(engine: FakeEngine) -> None:
    limits = MachineLimits(
        device="CPU", bytes_per_s=1e10, flops_per_s=1e10, measured_at=datetime.now(UTC)
    )
    write_limits(machine_path(), limits)
    found = inspect_json("--max-new-tokens", "10")
    assert found["reasons"] == {}
    reading_ms = 1e3 * found["weight_bytes"] / 1e10
    assert found["limit_ratio"] == pytest.approx(found["ms_per_token"] / reading_ms)
    assert len(engine.requests) == 4, "a first call and three steady ones"


def test_two_calls_are_compared() -> None:
    found = inspect_json("--recipe", "fast", "--against", "--num-beams 3 --recipe fast")
    assert found["call"]["key"]["strategy"] == "greedy"
    assert found["against"]["key"]["strategy"] == "beam"
    assert found["difference"]["key"]["strategy"] == ["greedy", "beam"]
    assert found["difference"]["is_equal"] is True


def test_the_text_of_a_program() -> None:
    assert output("inspect", *PROMPT, "--text", "stablehlo") == "module {\n}\n\n"
    assert "ENTRY %main" in output("inspect", *PROMPT, "--text", "optimized")
    assert "ENTRY %main" in inspect_json("--text", "optimized")["text"]


def test_tables() -> None:
    table = output("inspect", *PROMPT, "--against", "--max-new-tokens 9")
    assert "Loops" in table
    assert "Times the machine's limit: this machine was not measured" in table
    assert "the same but for names" in table


def test_a_profile_in_json_and_in_a_table(engine: FakeEngine, tmp_path: Path) -> None:
    path = tmp_path / "trace.json"
    found = inspect_json("--profile", "--out", str(path))
    assert [o["name"] for o in found["operations"]] == ["while.38", "dot.27", "fusion"]
    assert found["operations"][1]["share"] == pytest.approx(0.8)
    assert found["file"] == str(path)
    assert found["plane"] == "/host:CPU"
    assert {e["name"] for e in json.loads(path.read_bytes())["traceEvents"]} >= {"dot.27"}
    assert len(engine.requests) == 4, "a first call and three steady ones"
    assert engine.profiled == engine.requests[-1:]
    table = output("inspect", *PROMPT, "--profile", "--out", str(path))
    assert "80.0 %" in table
    assert "ui.perfetto.dev" in table


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--out", "a.json"), "add --profile"),
        (("--profile", "--text", "optimized"), "--profile has neither"),
        (("--profile", "--against", "--num-beams 2"), "--profile has neither"),
        (("--profile", "--out", "/no/such/folder/a.json"), "/no/such/folder/a.json"),
    ],
)
def test_what_a_profile_cannot_do(options: tuple[str, ...], says: str) -> None:
    result = CliRunner().invoke(app, ["inspect", *PROMPT, *options])
    assert result.exit_code != 0
    assert says in result.output + str(result.exception)


@pytest.mark.parametrize(
    ("against", "says"),
    [
        ("--prompt 'a", "A quote is not closed"),
        ("--no-such-option", "No such option"),
        ("--audio a.wav", "not both"),
        ("--top-k many", "'--top-k'"),
    ],
)
def test_what_against_cannot_mean(against: str, says: str) -> None:
    result = CliRunner().invoke(app, ["inspect", *PROMPT, "--against", against])
    assert result.exit_code != 0
    assert says in result.output + str(result.exception)


def asked(**values: Any) -> AskedCall:
    command = AskedCall(request_of, {"prompt": ["a", "b"], "do_sample": True, "top_k": 3})
    return AskedCall(request_of, {**command.values, **values})


def test_options_of_another_call_take_the_place_of_its_own() -> None:
    other = asked(seed="1").with_options("--prompt c --seed 7 3")
    request = other.request()
    assert request.prompts == ("c",)
    assert request.options.strategy is Strategy.SAMPLING
    assert (request.options.top_k, request.options.seed) == (3, (7, 3))
    assert asked().request().prompts == ("a", "b")


def test_a_quote_that_is_not_closed_is_a_sentence() -> None:
    with pytest.raises(RequestError, match="close it"):
        asked().with_options("--prompt 'a")


def test_probabilities_in_json_and_in_a_table() -> None:
    call = ("generate", *PROMPT, "--max-new-tokens", "3", "--probabilities")
    (tokens,) = json.loads(output(*call, "--json"))["probabilities"]
    assert [token["role"] for token in tokens] == ["prompt", "prompt", "new", "new", "end"]
    assert {"id", "text", "probability", "rank", "alternatives"} <= tokens[0].keys()
    table = output(*call)
    assert "Probability" in table
    assert "0.5000" in table
    assert "probabilities" not in json.loads(output(*call[:-1], "--json"))
