from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.core.examples import make_request
from xla_playground.core.call.request import (
    MAX_PROMPT_CHARACTERS,
    MAX_PROMPTS,
    Arm,
    Request,
    prompts_from_text,
)
from xla_playground.core.errors import RequestError

any_text = st.text(st.characters())


@pytest.mark.parametrize(
    ("prompts", "words"),
    [
        ((), "is empty"),
        (("",), "is empty"),
        (("a", ""), "Prompt 2 is empty"),
        (("a\0b",), "NUL character at 2"),
        (("a", "ok\ud83e"), "Prompt 2 contains half a character (a lone surrogate) at 3"),
        (("caf\udce9",), "is not UTF-8 at 4"),  # a byte of Latin-1 on the command line
        (("a",) * (MAX_PROMPTS + 1), "65 prompts are more than the 64"),
        (("a" * (MAX_PROMPT_CHARACTERS + 1),), "131,073 characters"),
    ],
)
def test_prompts_that_cannot_run(prompts: tuple[str, ...], words: str) -> None:
    with pytest.raises(RequestError) as caught:
        make_request(prompts=prompts)
    assert caught.value.field == "prompts"
    assert words in caught.value.sentence


@pytest.mark.parametrize(
    "prompt",
    [
        "x",
        "\n",
        " \t\u3000\u2028",
        "שלום עולם",
        "مرحبا \u202eabc",
        "👩‍👩‍👧‍👦 🏳️‍🌈",
        "e\u0301\u200b",
        "\U0010ffff",
        "a " * 50_000,
    ],
)
def test_prompts_that_can(prompt: str) -> None:
    request = make_request(prompts=(prompt,))
    assert request.prompts == (prompt,)
    assert Request.model_validate_json(request.model_dump_json()) == request


@given(st.lists(any_text, max_size=4))
def test_any_prompts_run_or_are_refused(prompts: list[str]) -> None:
    try:
        request = make_request(prompts=prompts)
    except RequestError as error:
        assert error.field == "prompts"
        error.sentence.encode("utf-8")
    else:
        assert Request.model_validate_json(request.model_dump_json()) == request


@given(any_text)
def test_text_box(text: str) -> None:
    prompts = prompts_from_text(text)
    if text.strip():
        assert all(prompt.strip() and "\n" not in prompt for prompt in prompts)
    else:
        assert prompts == ((text,) if text else ())


def test_one_prompt_a_line() -> None:
    assert prompts_from_text("one\n\n  two \n \n") == ("one", "  two ")
    assert prompts_from_text("\n") == ("\n",)
    assert prompts_from_text("") == ()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"arm": "gpu"}, "arm"),
        ({"recipe": "slow"}, "recipe"),
        ({"model": None}, "model"),
        ({"model": "\ud800"}, "model"),
        ({"prompts": "text"}, "prompts"),
        ({"prompts": [1]}, "prompts"),
        ({"padding": {"multiple_of": 0}}, "multiple_of"),
        ({"padding": {"mode": "some"}}, "mode"),
        ({"options": {"top_p": 2}}, "top_p"),
        ({"options": {"max_new_tokens": 1}}, "max_new_tokens"),
        ({"options": {"strategy": "beam", "num_return_sequences": 9}}, "num_return_sequences"),
        ({"unknown": 1}, "unknown"),
        ({"precision": "int8"}, "precision"),
        ({"audio": "a.wav"}, "audio"),
        ({"audio": "a\0", "prompts": ()}, "audio"),
        ({"audio": "\ud800", "prompts": ()}, "audio"),
        ({"audio": "a.wav", "prompts": (), "chat": True}, "chat"),
        ({"audio": "", "prompts": ()}, "prompts"),
    ],
)
def test_a_bad_field_is_named(values: dict[str, Any], field: str) -> None:
    with pytest.raises(RequestError) as caught:
        make_request(**values)
    assert caught.value.field == field
    caught.value.sentence.encode("utf-8")


BEAM = {"strategy": "beam"}


@pytest.mark.parametrize(
    ("options", "arms"),
    [
        ({"min_new_tokens": 3}, []),
        ({"no_repeat_ngram_size": 2}, []),
        ({"bad_words_ids": [[5]]}, []),
        ({"bad_words_ids": ["cat"]}, []),
        ({"strategy": "sampling", "min_p": 0.1}, []),
        ({"strategy": "sampling", "typical_p": 0.9}, []),
        (BEAM | {"early_stopping": "never"}, [Arm.EAGER]),
        (BEAM | {"early_stopping": "never", "length_penalty": 0.0}, list(Arm)),
        (BEAM | {"early_stopping": True}, list(Arm)),
        ({"early_stopping": "never", "typical_p": 0.9, "min_p": 0.1}, list(Arm)),  # not read
        ({"strategy": "sampling", "seed": (7, 3)}, list(Arm)),
    ],
)
def test_what_documented_does_not_compute_is_refused_and_fast_does(
    options: dict[str, Any], arms: list[Arm]
) -> None:
    for arm in Arm:
        make_request(options=options, arm=arm, recipe="fast")
        if arm in arms:
            make_request(options=options, arm=arm)
            continue
        with pytest.raises(RequestError, match="choose the fast recipe") as caught:
            make_request(options=options, arm=arm)
        assert caught.value.field == list(options)[-1]
        assert caught.value.field in caught.value.sentence


def test_audio_or_prompts() -> None:
    assert make_request(audio="a.wav", prompts=()).batch == 1
    assert make_request(prompts=("a", "b"), chat=True).batch == 2


def test_frozen_and_numbered() -> None:
    first, second = make_request(), make_request()
    assert first.id != second.id
    with pytest.raises(ValidationError):
        first.model = "other"  # type: ignore[misc]  # that it is refused is the point
