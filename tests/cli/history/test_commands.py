"""``history``, ``compare`` and ``copy``, and ``generate`` that adds to the history."""

from __future__ import annotations

import ast
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tests.core.examples import make_record
from tests.fakes import FakeEngine
from xla_playground.cli.program import app
from xla_playground.core.call.record import Cache
from xla_playground.core.errors import PlaygroundError
from xla_playground.core.history.history import History
from xla_playground.core.paths import history_path


def run(*arguments: str) -> str:
    """What a command prints on stdout."""
    result = invoke(*arguments)
    assert result.exit_code == 0, (result.output, result.exception)
    return result.stdout


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def refusal(*arguments: str) -> str:
    """The sentence that a command ends with."""
    error = invoke(*arguments).exception
    assert isinstance(error, PlaygroundError)
    return error.sentence


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that runs ``generate`` by an engine without TensorFlow."""
    engine = FakeEngine()
    monkeypatch.setattr("xla_playground.cli.shared.make_engine", lambda *_, **__: engine)

    def generated(*more: str) -> str:
        return run("generate", "--prompt", "TensorFlow is", "--max-new-tokens", "4", *more)

    return generated


@pytest.fixture
def calls() -> None:
    """Three calls in the history of this machine."""
    history = History(history_path())
    history.add(make_record(cache=Cache.MISS, reason="temperature 1.0 → 2.0"))
    history.add(make_record(arm="eager", prompts=("the quick brown fox",)))
    history.add(make_record(options={"strategy": "beam", "num_beams": 4}))
    history.close()


def listed(*arguments: str) -> list[int]:
    return [json.loads(line)["call"] for line in run("history", *arguments, "--json").splitlines()]


# ---------------------------------------------------------------- generate


def test_generate_adds_its_calls_and_prints_their_numbers(generate: Any) -> None:
    assert listed() == []
    generate()
    printed = [json.loads(line) for line in generate("--json", "--repeat", "2").splitlines()]
    assert [line["call"] for line in printed] == listed()[1:] == [2, 3]
    for line, again in zip(printed, run("history", "--json").splitlines()[1:], strict=True):
        assert line | {"note": "", "tags": []} == json.loads(again)


def test_generate_leaves_the_history_alone_if_it_shall(generate: Any) -> None:
    generate("--no-history")
    assert not history_path().exists()
    assert listed() == []


def test_each_call_is_forecast_before_it_is_made(generate: Any) -> None:
    generate("--repeat", "2")
    history = History(history_path())
    costs = [history.record(call).forecast for call in (1, 2)]
    history.close()
    assert [cost.cache if cost else None for cost in costs] == [Cache.MISS, Cache.MEMORY]
    first, second = costs
    assert first is not None
    assert first.low_ns < first.expected_ns < first.high_ns
    assert second is not None
    assert second.expected_ns == 20_000_000


def test_a_stream_is_added_as_well(generate: Any) -> None:
    generate("--stream")
    (line,) = run("history", "--json").splitlines()
    assert json.loads(line)["block_tokens"] == 8


def test_a_history_that_cannot_be_written_ends_no_call(
    generate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    history_path().parent.parent.mkdir(parents=True)
    history_path().parent.write_text("a file in the place of the folder")
    result = invoke("generate", "--prompt", "TensorFlow is", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] == "completed"
    assert "kept in memory only" in result.stderr


# ---------------------------------------------------------------- history


@pytest.mark.usefixtures("calls")
def test_a_call_is_one_line() -> None:
    lines = run("history").splitlines()
    assert len(lines) == 3
    assert lines[0].split()[0] == "1"
    assert lines[0].endswith(
        "xla documented  greedy  miss  2.22 s  2 tokens  temperature 1.0 → 2.0"
    )
    run("history", "note", "2", "a\nnote")
    run("history", "tag", "good", "--filter", "call=2")
    assert run("history", "--filter", "tag=good").endswith("2 tokens  #good  a note\n")


@pytest.mark.usefixtures("calls")
def test_filters_of_the_command_line() -> None:
    assert listed("--filter", "arm=xla") == [1, 3]
    assert listed("-f", "arm=xla", "-f", "reason=temperature") == [1]
    assert listed("--filter", "brown FOX") == [2]
    assert listed("--last", "2") == [2, 3]
    assert refusal("history", "--filter", "arm=tpu") == (
        "arm must be eager, graph or xla, not 'tpu'."
    )


@pytest.mark.usefixtures("calls")
def test_a_history_of_a_newer_version_is_refused_and_left_as_it_is() -> None:
    with closing(sqlite3.connect(history_path())) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = history_path().read_bytes()
    for arguments in (
        ("history",),
        ("history", "delete", "--filter", "call=1"),
        ("compare", "1", "2"),
    ):
        assert "A newer version wrote the history" in refusal(*arguments), arguments
    assert history_path().read_bytes() == before


@pytest.mark.usefixtures("calls")
def test_deleting_and_undoing() -> None:
    assert run("history", "delete", "--filter", "arm=xla").startswith("Deleted 2 calls; ")
    assert listed() == [2]
    assert run("history", "undo") == "Brought back 2 calls.\n"
    assert listed() == [1, 2, 3]
    assert run("history", "undo") == "Brought back 0 calls.\n"
    assert json.loads(run("history", "delete", "-f", "call=2", "--json")) == {"deleted": 1}
    assert json.loads(run("history", "undo", "--json")) == {"brought_back": [2]}
    for command in (["delete"], ["tag", "good"], ["untag", "good"]):
        assert refusal("history", *command).startswith("Say which calls: --filter call=5")


@pytest.mark.usefixtures("calls")
def test_where_the_seconds_went() -> None:
    lines = run("history", "seconds").splitlines()
    assert lines[:4] == [
        "trace: 700 ms in 1 call",
        "compile: 1.50 s in 1 call",
        "run: 60.0 ms in 3 calls",
        "temperature changed: 2.20 s in 1 call",
    ]
    unknown = ["trace: parts: –", "compile: parts: –", "run: parts: –"]
    assert [line.partition(";")[0] for line in lines[4:]] == unknown
    values = json.loads(run("history", "seconds", "--json", "--filter", "call=1-2"))
    assert [(row["phase"], row["part"], row["ns"]) for row in values["parts"]] == [
        ("trace", None, None),
        ("compile", None, None),
        ("run", None, None),
    ]
    assert values["phases"][2] == {"phase": "run", "ns": 40_000_000, "calls": [1, 2]}
    assert values["causes"][0]["calls"] == [1]


@pytest.mark.usefixtures("calls")
def test_a_session_is_saved_and_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(tmp_path / "mine.session")
    run("history", "note", "3", "a note")
    assert run("history", "save", file, "--filter", "arm=xla") == f"Saved 2 calls to {file}.\n"
    whole = run("history", "--json", "--filter", "arm=xla")
    monkeypatch.setenv("XLA_PLAYGROUND_HOME", str(tmp_path / "other"))
    assert listed() == []
    assert run("history", "--json", "--session", file) == whole
    assert run("copy", "--as", "report", "--session", file).count("| a note |") == 1
    assert "cannot be read" in refusal("history", "--session", f"{file}.missing")


# ---------------------------------------------------------------- compare and copy


@pytest.mark.usefixtures("calls")
def test_two_calls_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    printed = run("compare", "1", "3")
    for part in ("strategy", "greedy", "beam", "num_beams", "2.22 s", "same tokens"):
        assert part in printed
    values = json.loads(run("compare", "1", "3", "--json"))
    assert values["same_tokens"] is True
    assert values["phases_ns"]["trace"] == [700_000_000, None]
    assert {"name": "num_beams", "one": None, "other": "4"} in values["changes"]
    assert refusal("compare", "1", "9") == "Call 9 is not in the history any more."


@pytest.mark.usefixtures("calls")
def test_a_call_is_copied_as_each_form(tmp_path: Path) -> None:
    script = run("copy", "--as", "python", "--call", "2")
    ast.parse(script)
    assert script.startswith("# Call 2 of XLA Playground by the documented recipe")
    assert "generate = model.generate" in script
    latest = run("copy", "--as", "fast")
    assert latest.startswith("# Call 3 of XLA Playground by the fast recipe")
    assert "num_beams=4" in latest
    out = tmp_path / "call.ipynb"
    assert run("copy", "--as", "notebook", "--out", str(out)) == ""
    assert json.loads(out.read_text())["nbformat"] == 4
    assert run("copy", "--as", "report", "--filter", "call=1-2").count("playground-gpt2 |") == 2


def test_what_cannot_be_copied() -> None:
    assert refusal("copy", "--as", "python").startswith("There is no call yet")
    assert "is of a session" in refusal("copy", "--as", "report", "--call", "1")
    assert "is for a report" in refusal("copy", "--as", "fast", "--filter", "call=1")
    assert invoke("copy", "--as", "text").exit_code == 2
    assert invoke("copy").exit_code == 2


@pytest.mark.usefixtures("calls")
def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    out = str(tmp_path / "no" / "such" / "folder")
    assert "cannot be written" in refusal("copy", "--as", "report", "--out", out)
