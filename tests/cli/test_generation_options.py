"""The options of ``generate`` on the command line, from the table of options."""

from __future__ import annotations

from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from xla_playground.cli.options.generation_options import (
    _with_pairs_joined,
    bad_words,
    choice_from_text,
    seed_from_text,
)
from xla_playground.cli.program import app
from xla_playground.core.options.table import (
    OPTION_SPECS,
    SPEC_OF,
    UNSUPPORTED_OPTIONS,
    Kind,
    OptionSpec,
)


@pytest.mark.parametrize(
    ("arguments", "joined"),
    [
        (["--seed", "7"], ["--seed", "7"]),
        (["--seed", "7", "3", "--json"], ["--seed", "7 3", "--json"]),
        (["--seed=7", "3"], ["--seed=7 3"]),
        (["--seed", "7", "--json", "3"], ["--seed", "7", "--json", "3"]),
        (["--seed", "7", "3", "4"], ["--seed", "7 3", "4"]),
        (["--seed"], ["--seed"]),
        (["--repeat", "2", "3"], ["--repeat", "2", "3"]),
    ],
)
def test_two_numbers_of_a_seed_are_one_argument(arguments: list[str], joined: list[str]) -> None:
    assert list(_with_pairs_joined(arguments)) == joined


@pytest.mark.parametrize(
    ("text", "seed"),
    [(None, None), ("7", 7), ("7 3", [7, 3]), ("x", "x"), ("7 x", [7, "x"]), ("1.5", "1.5")],
)
def test_seeds(text: str | None, seed: Any) -> None:
    assert seed_from_text(text) == seed


def test_choices_in_either_case() -> None:
    choices = SPEC_OF["early_stopping"].choices
    found = [choice_from_text(text, choices) for text in ("false", "True", "NEVER", "x", None)]
    assert found == [False, True, "never", "x", None]


def test_words_and_token_ids_together() -> None:
    assert bad_words(None, None) is None
    assert bad_words(["a, b"], None) == ["a, b"]
    assert bad_words(["cat"], "[[5, 9]]") == ["cat", [5, 9]]


def options_of(name: str) -> dict[str, Any]:
    """The options of a command by flag."""
    program: Any = typer.main.get_command(app)
    return {option.opts[0]: option for option in program.commands[name].params}


@pytest.mark.parametrize("spec", OPTION_SPECS, ids=lambda spec: spec.name)
def test_every_row_is_an_option_with_its_range_and_default(spec: OptionSpec) -> None:
    option = options_of("generate")[f"--{(spec.flag or spec.name).replace('_', '-')}"]
    assert option.help.startswith(spec.summary)
    assert not option.hidden
    assert option.multiple is bool(spec.flag)
    if spec.kind in (Kind.INTEGER, Kind.NUMBER):
        assert f"[{spec.minimum:,.15g} to {spec.maximum:,.15g}]" in option.help
        chooses = spec.name in ("num_beams", "penalty_alpha")
        assert option.help.endswith(f"[default: {spec.default:,.15g}]") is not chooses


def test_options_that_no_recipe_computes_are_hidden() -> None:
    flags = options_of("generate")
    for name in UNSUPPORTED_OPTIONS:
        assert flags[f"--{name.replace('_', '-')}"].hidden


def test_help_shows_every_default() -> None:
    for command in (["generate"], ["advise"], ["store", "warm"]):
        shown = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "300"}).output
        assert "[default: 32]" in shown, command
        assert "\\[" not in shown


def test_what_is_given_comes_by_the_names_of_generate(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def take(values: dict[str, Any]) -> None:
        asked.append(values)
        raise KeyboardInterrupt

    monkeypatch.setattr("xla_playground.cli.calls.parse_options", take)
    for words in (
        "--num-beams 1",
        "--do-sample --temperature 0.7 --top-k 5 --seed 7 3 --ignore-eos",
        "--num-beams 4 --early-stopping NEVER --length-penalty -1",
        "--bad-words cat --bad-words dog --bad-words-ids [[5]] --stop-string a --stop-string b",
        "--num-beam-groups 2 --output-scores",
    ):
        CliRunner().invoke(app, ["generate", "--prompt", "a", *words.split()])
    assert asked == [
        {"strategy": "greedy"},
        {
            "strategy": "sampling",
            "temperature": 0.7,
            "top_k": 5,
            "seed": [7, 3],
            "ignore_eos": True,
        },
        {"strategy": "beam", "num_beams": 4, "early_stopping": "never", "length_penalty": -1.0},
        {
            "strategy": "greedy",
            "bad_words_ids": ["cat", "dog", [5]],
            "stop_strings": ["a", "b"],
        },
        {"strategy": "greedy", "num_beam_groups": "2", "output_scores": True},
    ]
