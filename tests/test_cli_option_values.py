"""Seeds, choices and words as arguments of the command line."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.cli.options.option_values import (
    _with_pairs_joined,
    bad_words,
    choice_from_text,
    seed_from_text,
)
from xla_playground.core.options.table import SPEC_OF


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
