"""Numbers as a person types them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xla_playground.core.numbers import NumberRange, number_from_text

WHOLE = NumberRange("max_new_tokens", 1, 32_768)
REAL = NumberRange("temperature", 0.01, 100.0, is_integer=False, advice="Choose greedy.")
LIMIT = NumberRange("store limit", 0, 1000, is_integer=False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.7", 0.7),
        ("0,7", 0.7),
        (",5", 0.5),
        ("5.", 5.0),
        ("1e-1", 0.1),
        ("1,5E+1", 15.0),
        ("-5", -5),
        ("\N{MINUS SIGN}5", -5),
        ("+5", 5),
        (" 0.7\n", 0.7),
        ("1 000", 1000),
        ("1\u202f000\u202f000,5", 1_000_000.5),
        ("999999999999999999999", 999_999_999_999_999_999_999),
    ],
)
def test_a_text_means_the_same_number_everywhere(text: str, number: float) -> None:
    found = number_from_text(text)
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "1.000,5", "1,000.5", "1,000,000", "--5", "1e", "e5", ".", "5 5", "0x10",
     "nan", "inf", "1_000", "5 ×", "9" * 5000],
)  # fmt: skip
def test_a_text_that_is_no_number_stays(text: str) -> None:
    assert number_from_text(text) == text


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for entry in (WHOLE, REAL):
        typed = entry.read(text)
        assert typed == text or not isinstance(typed, str)
        entry.problem(typed)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_both_marks(number: float) -> None:
    assert number_from_text(repr(number)) == number
    assert number_from_text(repr(number).replace(".", ",")) == number


def test_what_may_be_a_thousand_is_not_guessed() -> None:
    assert (WHOLE.read("1,000"), LIMIT.read("1.500")) == ("1,000", "1.500")
    assert (REAL.read("1,000"), REAL.read("0.125"), LIMIT.read("0.125")) == (1.0, 0.125, 0.125)
    assert "without the mark" in str(WHOLE.problem("1,000"))


def test_whole_numbers() -> None:
    assert (WHOLE.read("1e3"), WHOLE.read("32.0"), WHOLE.read("0.7")) == (1000, 32, 0.7)
    assert type(WHOLE.read("32.0")) is int


@pytest.mark.parametrize(
    ("entry", "value", "sentence"),
    [
        (WHOLE, "0,7", "max_new_tokens must be a whole number, not 0.7."),
        (REAL, "125", "temperature must be between 0.01 and 100, not 125. Choose greedy."),
        (REAL, "7", "temperature must be a number, not '7'."),  # from a script: a text is none
        (WHOLE, "abc", "max_new_tokens must be a number, not 'abc'."),
        (WHOLE, "", "max_new_tokens is empty: type a number."),
        (WHOLE, 0.7, "max_new_tokens must be a whole number, not 0.7."),
        (WHOLE, -5, "max_new_tokens must be between 1 and 32,768, not -5."),
        (REAL, 125, "temperature must be between 0.01 and 100, not 125. Choose greedy."),
        (REAL, math.inf, "temperature must be a finite number, not inf."),
        (REAL, True, "temperature must be a number, not True."),
    ],
)
def test_sentences(entry: NumberRange, value: object, sentence: str) -> None:
    assert str(entry.problem(value)) == sentence


def test_bounds_are_accepted() -> None:
    for value in (1, 32_768, 32.0):
        assert WHOLE.problem(value) is None
