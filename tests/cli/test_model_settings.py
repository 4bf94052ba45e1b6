"""The options that a model's publisher chose, on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.tiny_models import change_json
from xla_playground.cli.program import app
from xla_playground.core.checkpoint.catalog import model_path

runner = CliRunner()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = shutil.copytree(model_path("playground-t5"), tmp_path / "model")
    path = folder / "generation_config.json"
    if not path.is_file():
        path.write_text("{}")
    change_json(path, num_beams=3, length_penalty=2.0, max_length=9, no_repeat_ngram_size=3)
    return folder


def options(model: Path, *arguments: str) -> dict[str, object]:
    command = ["generate", "--model", str(model), "--prompt", "TensorFlow is", "--arm", "eager"]
    result = runner.invoke(app, [*command, "--in-process", "--json", *arguments])
    assert result.exit_code == 0, result.output
    key: dict[str, object] = json.loads(result.stdout.splitlines()[-1])["key"]
    return key


def test_they_are_shown(model: Path) -> None:
    shown = runner.invoke(app, ["models", "show", str(model)], env={"COLUMNS": "200"}).output
    for setting in ("strategy beam", "max_new_tokens 8", "num_beams 3", "length_penalty 2.0"):
        assert setting in shown
    assert "no_repeat_ngram_size 3" in shown
    found = json.loads(runner.invoke(app, ["models", "check", str(model), "--json"]).stdout)
    assert ["num_beams", 3] in found["settings"]


def test_a_model_without_any_is_named() -> None:
    command = ["generate", "--model", "playground-gpt2", "--prompt", "a", "--arm", "eager"]
    result = runner.invoke(app, [*command, "--in-process", "--model-settings"])
    assert result.exit_code == 0
    assert "playground-gpt2 has no settings of its own" in result.stderr


def test_what_the_recipe_cannot_compute_is_refused(model: Path) -> None:
    command = ["generate", "--model", str(model), "--prompt", "a", "--model-settings"]
    result = runner.invoke(app, command)
    assert result.exit_code != 0
    assert "choose the fast recipe" in str(result.exception)


def test_they_are_applied_if_asked_for_before_what_is_given(model: Path) -> None:
    assert options(model)["strategy"] == "greedy"
    fast = ("--model-settings", "--recipe", "fast")
    own = options(model, *fast, "--length-penalty", "0.5")
    assert own["strategy"] == "beam"
    assert (own["num_beams"], own["length_penalty"], own["max_new_tokens"]) == (3, 0.5, 8)
    assert own["no_repeat_ngram_size"] == 3
    greedy = options(model, *fast, "--num-beams", "1")
    assert (greedy["strategy"], greedy["max_new_tokens"]) == ("greedy", 8)
