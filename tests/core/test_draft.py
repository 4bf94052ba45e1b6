"""The draft: raw values in, a request or a problem out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes import CHAT, GPT2, T5, WHISPER
from xla_playground.core.call.padding import Padding, PaddingSide
from xla_playground.core.call.request import Arm, Precision, Recipe
from xla_playground.core.errors import RequestError
from xla_playground.core.model.info import ModelInput
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.core.window.draft import Draft
from xla_playground.core.window.settings import Settings

SETTINGS = Settings(prompt_text="XLA is\n\nA compiler is", arm=Arm.GRAPH, repeat=3)


def test_it_begins_as_the_settings_say() -> None:
    draft = Draft(SETTINGS)
    request = draft.request()
    assert request.prompts == ("XLA is", "A compiler is")
    assert (request.model, request.arm, draft.repeat) == (SETTINGS.model, Arm.GRAPH, 3)
    assert draft.remembered_in(Settings()) == SETTINGS


def test_what_is_not_named_stays() -> None:
    draft = Draft(SETTINGS)
    draft.update(arm="xla", padding={"mode": "fixed", "length": 24})
    draft.update(prompt_text="XLA is", repeat=5)
    request = draft.request()
    assert (request.arm, request.prompts, draft.repeat) == (Arm.XLA, ("XLA is",), 5)
    assert request.padding == Padding.model_validate({"mode": "fixed", "length": 24})
    assert request.options == SETTINGS.options


def test_each_request_is_a_new_one() -> None:
    draft = Draft(SETTINGS)
    assert draft.request().id != draft.request().id


@pytest.mark.parametrize(
    ("values", "field"),
    [({"prompt_text": ""}, "prompts"), ({"options": {"max_new_tokens": 0}}, "max_new_tokens")],
)
def test_a_problem_names_its_field(values: dict[str, object], field: str) -> None:
    draft = Draft(SETTINGS)
    draft.update(**values)  # type: ignore[arg-type]  # raw values, as panels hand them in
    with pytest.raises(RequestError) as caught:
        draft.request()
    assert caught.value.field == field


def test_each_field_is_remembered_by_itself() -> None:
    draft = Draft(SETTINGS)
    prompts = "\n".join(["XLA is"] * 65)
    options = SETTINGS.options.model_dump() | {
        "strategy": "sampling",
        "temperature": "125",
        "top_k": "abc",
        "seed": 7,
    }
    padding = SETTINGS.padding.model_dump() | {"length": 24, "multiple_of": ""}
    draft.update(prompt_text=prompts, options=options, padding=padding, arm="xla", repeat="5000")
    kept = draft.remembered_in(SETTINGS)
    assert (kept.prompt_text, kept.arm, kept.repeat) == (prompts, Arm.XLA, SETTINGS.repeat)
    assert (kept.options.strategy, kept.options.seed, kept.options.temperature) == (
        Strategy.SAMPLING,
        (7, 0),
        1.0,
    )
    assert kept.typed == {"temperature": "125", "top_k": "abc", "multiple_of": "", "repeat": "5000"}
    again = Draft(kept)
    assert again.remembered_in(kept) == kept
    with pytest.raises(RequestError, match="65 prompts"):
        again.request()
    again.update(prompt_text="XLA is")
    with pytest.raises(RequestError, match="temperature must be between"):
        again.request()
    again.update(
        options=options | {"temperature": 0.7, "top_k": 5}, padding=Padding().model_dump(), repeat=3
    )
    assert again.remembered_in(kept).typed == {}


def test_options_at_odds_are_remembered_as_typed() -> None:
    draft = Draft(SETTINGS)
    options = {"strategy": "beam", "num_beams": 2, "num_return_sequences": 3}
    draft.update(options=SETTINGS.options.model_dump() | options)
    kept = draft.remembered_in(SETTINGS)
    assert kept.typed == {"num_return_sequences": 3}
    with pytest.raises(RequestError, match="more than num_beams"):
        Draft(kept).request()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"options": {"strategy": "greedy", "temperature": "abc"}}, None),
        ({"options": {"strategy": "sampling", "temperature": "abc"}}, "temperature"),
        ({"options": {"strategy": "sampling", "min_p": "abc"}, "recipe": "documented"}, None),
        ({"options": {"strategy": "sampling", "min_p": "abc"}, "recipe": "fast"}, "min_p"),
        ({"padding": {"mode": "longest", "multiple_of": "abc", "length": 0}}, None),
        ({"padding": {"mode": "multiple", "multiple_of": "abc"}}, "multiple_of"),
        ({"padding": {"mode": "fixed", "length": 0.5}}, "length"),
        ({"repeat": "abc"}, "repeat"),
    ],
)
def test_only_what_is_read_stops_the_call(values: dict[str, Any], field: str | None) -> None:
    draft = Draft(Settings())
    draft.update(**values)
    if field is None:
        draft.request()
        return
    with pytest.raises(RequestError, match=field) as caught:
        draft.request()
    assert caught.value.field == field


def test_a_side_that_the_model_does_not_take_is_kept_for_the_next() -> None:
    draft = Draft(Settings())
    draft.update(padding=Padding(side=PaddingSide.RIGHT).model_dump())
    for info, side in ((GPT2, PaddingSide.AUTO), (T5, PaddingSide.RIGHT)):
        draft.take_info(info)
        assert draft.request().padding.side is side
        assert draft.remembered_in(Settings()).padding.side is PaddingSide.RIGHT


def test_a_name_that_cannot_be_saved_is_not() -> None:
    draft = Draft(SETTINGS)
    draft.update(model="/models/\udc80", audio="/clips/\udc80.wav")
    kept = draft.remembered_in(SETTINGS)
    assert (kept.model, kept.audio) == (SETTINGS.model, SETTINGS.audio)


SPEECH_SETTINGS = SETTINGS.model_copy(
    update={"takes": ModelInput.SPEECH, "audio": "/clips/seven.wav", "model": "toy-whisper"}
)


def test_a_speech_model_gets_audio_and_no_prompts() -> None:
    draft = Draft(SPEECH_SETTINGS)
    request = draft.request()
    assert (request.audio, request.prompts, request.chat) == ("/clips/seven.wav", (), False)
    remembered = draft.remembered_in(Settings())
    assert remembered == SPEECH_SETTINGS


def test_a_speech_model_without_audio_says_so() -> None:
    draft = Draft(SPEECH_SETTINGS.model_copy(update={"audio": ""}))
    with pytest.raises(RequestError) as caught:
        draft.request()
    assert caught.value.field == "audio"


def test_what_the_model_cannot_do_is_left_out_and_comes_back() -> None:
    draft = Draft(SETTINGS)
    draft.update(chat=True, precision=Precision.BFLOAT16, audio="/clips/seven.wav")
    for info, chat, precision in (
        (None, False, Precision.FLOAT32),
        (CHAT, True, Precision.BFLOAT16),
        (GPT2.model_copy(update={"precisions": ("float32",)}), False, Precision.FLOAT32),
        (CHAT, True, Precision.BFLOAT16),
    ):
        if info is not None:
            draft.take_info(info)
        request = draft.request()
        assert (request.chat, request.precision, request.audio) == (chat, precision, "")
    draft.take_info(WHISPER)
    assert draft.request().audio == "/clips/seven.wav"


@pytest.mark.parametrize("arm", list(Arm))
def test_what_only_fast_can_do_comes_back_with_it(arm: Arm) -> None:
    draft = Draft(SETTINGS)
    options = SETTINGS.options.model_dump() | {
        "strategy": "sampling",
        "min_new_tokens": 3,
        "min_p": 0.1,
        "typical_p": 0.5,
        "no_repeat_ngram_size": 2,
        "bad_words_ids": "cat, [5, 9]",
        "seed": (7, 3),
    }
    draft.update(options=options, arm=arm, recipe="documented")
    plain = GenerationOptions(strategy=Strategy.SAMPLING, seed=(7, 3))
    assert draft.request().options == plain
    draft.update(recipe="fast")
    wanted = options | {"bad_words_ids": ("cat", (5, 9))}
    assert draft.request().options.model_dump() == wanted
    assert Draft(draft.remembered_in(Settings())).request().options.model_dump() == wanted


def test_a_model_without_xla_has_the_documented_recipe() -> None:
    draft = Draft(SETTINGS)
    options = SETTINGS.options.model_dump() | {"min_new_tokens": 3}
    draft.update(recipe="fast", arm="eager", options=options)
    for has_xla, recipe in ((True, Recipe.FAST), (False, Recipe.DOCUMENTED), (True, Recipe.FAST)):
        draft.take_info(GPT2.model_copy(update={"has_xla": has_xla}))
        request = draft.request()
        assert (request.recipe, draft.is_fast) == (recipe, has_xla)
        assert request.options.min_new_tokens == (3 if has_xla else 0)


def test_a_text_of_words_that_cannot_be_read_stays_as_it_was_typed() -> None:
    draft = Draft(SETTINGS)
    draft.update(options=SETTINGS.options.model_dump() | {"bad_words_ids": "cat, [5"})
    kept = draft.remembered_in(SETTINGS)
    assert kept.typed == {"bad_words_ids": "cat, [5"}
    draft.update(recipe="fast")
    with pytest.raises(RequestError, match="separate words by commas") as caught:
        draft.request()
    assert caught.value.field == "bad_words_ids"


def test_another_model_is_not_known_yet() -> None:
    draft = Draft(SETTINGS)
    draft.take_info(GPT2)
    draft.update(model=SETTINGS.model)
    assert draft.info == GPT2
    draft.update(model="another")
    assert draft.info is None


def test_what_no_loop_of_the_call_reads_stops_nothing() -> None:
    draft = Draft(SETTINGS)
    padding = SETTINGS.padding.model_dump()
    draft.update(recipe="fast", arm="xla", padding=padding | {"multiple_of": ""})
    with pytest.raises(RequestError, match="multiple_of"):
        draft.request()  # of a model that nobody knows yet
    draft.take_info(T5)
    assert draft.reads_padding_policy
    with pytest.raises(RequestError, match="multiple_of"):
        draft.request()
    draft.take_info(GPT2)
    assert (draft.reads_padding_policy, draft.has_capacity) == (False, True)
    assert draft.request().padding == Padding()

    draft.update(padding=padding | {"capacity": "much"})
    with pytest.raises(RequestError, match="capacity"):
        draft.request()
    for values in ({"recipe": "documented", "arm": "xla"}, {"recipe": "fast", "arm": "eager"}):
        draft.update(**values)  # type: ignore[arg-type]  # raw values, as panels hand them in
        assert not draft.has_capacity
        assert draft.request().padding == Padding()


def test_a_stream_and_stop_strings_wait_for_a_call_that_can_have_them() -> None:
    draft = Draft(Settings(recipe=Recipe.DOCUMENTED, block_tokens=16))
    draft.update(options={"stop_strings": "END", "strategy": "greedy"})
    assert draft.request().block_tokens is None
    assert draft.request().options.stop_strings == ()
    draft.update(recipe=Recipe.FAST)
    assert draft.request().block_tokens == 16
    assert draft.request().options.stop_strings == ("END",)
    draft.update(options={"stop_strings": "END", "strategy": "beam"})
    assert draft.request().options.stop_strings == ()
    draft.update(block_tokens=None)
    assert draft.remembered_in(Settings()).block_tokens is None
