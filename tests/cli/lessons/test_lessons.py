"""``lessons list`` and ``lessons run``, the latter with the real engine."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from xla_playground.cli.program import app
from xla_playground.core.errors import RequestError
from xla_playground.core.lessons.shelf import read_lessons


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["lessons", *arguments], env={"COLUMNS": "200"})
    if isinstance(result.exception, RequestError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("run", *arguments, "--json").splitlines()]


def test_the_list_has_every_lesson_with_its_steps_and_how_far_one_is() -> None:
    listed = json.loads(run("list", "--json"))
    assert [row["number"] for row in listed] == list(range(1, 14))
    assert {row["done"] for row in listed} == {0}
    assert [(row["steps"], row["of"]) for row in listed[:3]] == [(1, 2), (2, 3), (1, 2)]
    assert "0 of 3" in run("list")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run",), "Name one lesson"),
        (("run", "--all", "race"), "Name one lesson"),
        (("run", "nothing"), "no lesson nothing"),
    ],
)
def test_what_cannot_be_run_is_said(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(RequestError, match=said):
        run(*arguments)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "your-own-function",
        *(pytest.param(name, marks=pytest.mark.exhaustive) for name in ("inside", "stored")),
    ],
)
def test_counts_tokens_and_phases_of_a_lesson(name: str) -> None:
    """The ratios are compared below, with the machine to itself."""
    found = [row for row in rows(name) if row["ratio"] is None]
    assert {row["lesson"] for row in found} == {name}
    assert [row for row in found if not row["holds"]] == []


@pytest.mark.measured
@pytest.mark.timeout(1500)
def test_every_expectation_holds_on_this_machine() -> None:
    found = rows("--all")
    assert {row["lesson"] for row in found} == {lesson.name for lesson in read_lessons()}
    assert [row for row in found if not row["holds"]] == []
