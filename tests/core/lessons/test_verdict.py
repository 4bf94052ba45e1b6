"""What is expected against what was measured."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.lessons.figures import Figures
from xla_playground.core.lessons.lesson import Expectation, Lesson, Part, Step
from xla_playground.core.lessons.verdict import Verdict, format_ratio, verdicts

MISS: Figures = {"cache": "miss", "traces": 1, "tokens": "1 2", "trace": 90, "run": 10}
HIT: Figures = {"cache": "memory", "traces": 0, "tokens": "1 2", "run": 10, "reasons": ""}


def verdict(measured: dict[str, list[Figures]], **expected: Any) -> Verdict:
    """The verdict on one expectation of the step ``second``, after a step ``first``."""
    first = Step(name="first", is_first=True)
    second = Step(name="second", expect=(Expectation(**expected),))
    lesson = Lesson(number=1, name="l", title="L", parts=(Part(step=first), Part(step=second)))
    return verdicts(lesson, second, measured)[0]


def two(**second: Any) -> dict[str, list[Figures]]:
    return {
        "first": [MISS | {"total": 100}],
        "second": [HIT | {"total": 10}, HIT | {"total": 20} | second],
    }


def test_a_value_must_be_that_of_every_call() -> None:
    assert verdict(two(), figure="cache", equals="memory").holds
    found = verdict(two(cache="miss"), figure="cache", equals="memory")
    assert found.holds is False
    assert found.measured is not None
    assert "memory, miss" in found.measured.text
    assert found.remark is not None
    assert found.remark.text.startswith("This machine disagrees.")


def test_bounds_of_a_count() -> None:
    assert verdict(two(), figure="traces", at_most=0).holds
    assert not verdict(two(), figure="traces", at_least=1).holds


def test_tokens_of_two_steps() -> None:
    assert verdict(two(), figure="tokens", same_as="first").holds
    assert not verdict(two(), figure="tokens", other_than="first").holds
    assert not verdict(two(tokens="3"), figure="tokens", same_as="first").holds


@pytest.mark.parametrize(("least", "holds"), [(6, True), (7, False)])
def test_a_ratio_is_that_of_medians_and_has_a_margin(least: float, holds: bool) -> None:
    found = verdict(
        two(),
        ratio=("first.total", "second.total"),
        at_least=least,
        published=(790.0, 79.0),
        source="guide",
    )
    assert found.holds is holds
    assert found.ratio == pytest.approx(100 / 15)
    assert found.published is not None
    assert "10 times" in found.published.text
    assert "T4" in found.published.text


def test_the_longest_phase() -> None:
    measured = {"first": [MISS], "second": [MISS]}
    assert verdict(measured, longest="trace").holds
    assert not verdict(measured, longest="run").holds


def test_break_even_is_that_of_the_race() -> None:
    slow: list[Figures] = [{"total": 50}, {"total": 50}]
    measured: dict[str, list[Figures]] = {"first": [{"total": 100}], "second": [{"total": 10}]}
    assert verdict(measured | {"first": slow}, break_even=("second", "first")).holds is False
    dear: dict[str, list[Figures]] = {"first": [{"total": 100}], "second": [{"total": 60}]}
    assert verdict(dear, break_even=("first>second", "second")).holds is False
    pays: dict[str, list[Figures]] = {
        "first": [{"total": 30}, {"total": 30}],
        "second": [{"total": 40}, {"total": 10}, {"total": 10}],
    }
    found = verdict(pays, break_even=("second", "first"))
    assert found.holds
    assert found.measured is not None
    assert found.measured.text == "after 2 calls"


def test_a_duration_that_did_not_happen_is_no_ratio() -> None:
    found = verdict(two(), ratio=("first.load", "second.total"), at_least=1)
    assert found.holds is False
    assert found.measured is not None
    assert "not measured" in found.measured.text


def test_nothing_is_said_before_a_step_ran() -> None:
    found = verdict({}, figure="cache", equals="memory")
    assert (found.measured, found.holds, found.remark) == (None, None, None)
    found = verdict({"second": [HIT]}, figure="tokens", same_as="first")
    assert found.holds is None
    assert found.remark is not None
    assert "“first” comes first" in found.remark.text


def test_a_first_call_that_was_none_is_not_called_a_disagreement() -> None:
    stale = two() | {"first": [HIT | {"total": 15}]}
    found = verdict(stale, ratio=("first.total", "second.total"), at_least=20)
    assert found.holds is None
    assert found.remark is not None
    assert "lessons run l" in found.remark.text
    assert verdict(stale, figure="tokens", other_than="first").holds is False


def test_ratios_in_two_or_three_digits() -> None:
    assert [format_ratio(r) for r in (390.12, 8.128, 0.6776)] == ["390", "8.13", "0.678"]


def test_durations_of_the_lab_are_compared_whatever_their_units() -> None:
    measured: dict[str, list[Figures]] = {"second": [{"xla.first_call_s": 0.3, "xla.p50_ms": 1.5}]}
    references = ("second.xla.first_call_s", "second.xla.p50_ms")
    found = verdict(measured, ratio=references, at_least=100)
    assert found.ratio == pytest.approx(200)
    assert found.expected.text == (
        "first call of xla takes at least 100 times as long as steady call of xla"
    )
    assert found.measured is not None
    assert found.measured.text == "200 times: 300 ms against 1.50 ms"


def test_a_bound_of_a_small_number() -> None:
    measured: dict[str, list[Figures]] = {"second": [{"xla.max_abs_difference": 5.9604e-08}]}
    found = verdict(measured, figure="xla.max_abs_difference", at_most=1e-5)
    assert found.holds
    assert found.measured is not None
    assert found.measured.text.endswith(": 6e-08")
