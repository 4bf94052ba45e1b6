from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.core.examples import MS, make_record, make_request
from tests.library.tiny_llama import write_llama
from xla_playground.cli.program import app
from xla_playground.core.call.record import Cache
from xla_playground.core.call.specialization import key_for
from xla_playground.core.errors import RequestError
from xla_playground.core.history.history import History
from xla_playground.core.paths import history_path

LONG = "Once upon a time, in a small village by the sea, there lived an old man"


def advised(*arguments: str) -> dict[str, Any]:
    done = CliRunner().invoke(app, ["advise", *arguments, "--json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_prompts_from_a_file_and_from_the_command_line(tmp_path: Path) -> None:
    listed = tmp_path / "prompts.txt"
    listed.write_text(f"TensorFlow is\n\n{LONG}\n")
    of_guide = ("--recipe", "documented", "--prompts", str(listed))
    told = advised(*of_guide, "--prompt", "XLA is")
    assert told["calls"] == len(told["prompt_tokens"]) == 3
    assert told["best"] in told["policies"]
    assert told["best"]["compiles"] == 1
    assert "by rough figures" in told["sentence"]
    assert advised(*of_guide, "--batch", "2", "--repeat", "5")["calls"] == 5


def test_live_lengths_are_advised_on_by_their_capacity(tmp_path: Path) -> None:
    listed = tmp_path / "prompts.txt"
    listed.write_text(f"TensorFlow is\n{LONG * 16}\n")
    told = advised("--prompts", str(listed))
    assert max(told["prompt_tokens"]) > 256
    assert (told["best"]["capacity"], told["best"]["compiles"]) == (512, 1)
    assert told["best"] in told["capacities"]
    assert told["sentence"].startswith("Choose a capacity of 512")
    assert advised("-p", "TensorFlow is", "-p", "XLA")["best"]["capacity"] == 256
    done = CliRunner().invoke(app, ["advise", "-p", "TensorFlow is"], catch_exceptions=False)
    assert "→" in done.stdout
    assert "The default capacity of 256" in done.stdout


def test_sources_of_an_encoder_are_padded_under_fast() -> None:
    told = advised("--model", "playground-t5", "-p", "spell: 7", "-p", "spell: 1234567")
    assert told["best"] in told["policies"]


def test_costs_are_those_of_the_history() -> None:
    history = History(history_path())
    key = key_for(make_request(recipe="fast"), None, 256)
    history.add(make_record(Cache.MISS, recipe="fast", run_ns=20 * MS, key=key))
    history.close()
    told = advised("--prompt", "TensorFlow is")
    assert "as measured here" in told["sentence"]
    assert told["best"]["total_ns"] < 3e9  # trace and compile of 2.2 s, and a call


def test_a_table_marks_the_best() -> None:
    arguments = ["advise", "-p", "TensorFlow is", "--recipe", "documented"]
    done = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert "→" in done.stdout
    assert "to a multiple of 8" in done.stdout


@pytest.mark.parametrize(
    "arguments", [[], ["--prompt", ""], ["--prompts", "missing.txt"], ["-p", LONG * 60]]
)
def test_bad_input_is_a_sentence(arguments: list[str]) -> None:
    with pytest.raises(RequestError) as caught:
        CliRunner().invoke(app, ["advise", *arguments], catch_exceptions=False)
    assert caught.value.field == "prompts"


def test_a_gguf_file_is_advised_on(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf")
    assert advised("--model", f"file://{path}", "--prompt", "the thing")["prompt_tokens"][0] > 0
