"""What *Copy as Python* writes for a call, pasted again, is that call."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from tests.core.examples import make_record
from xla_playground.core.call.padding import Padding, PaddingMode, PaddingSide
from xla_playground.core.call.request import Arm, Recipe, Request
from xla_playground.core.checkpoint.catalog import check_model
from xla_playground.core.copying.script import script_of
from xla_playground.core.model.info import ModelInfo
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import OPTION_SPECS, SPEC_OF, Strategy
from xla_playground.core.pasted.paste import read_pasted
from xla_playground.core.window.draft import Draft
from xla_playground.core.window.settings import Settings

MODELS = {
    name: check_model(name) for name in ("playground-gpt2", "playground-opt", "playground-t5")
}
#: A value of each option that is neither its default nor another's.
VALUES: dict[str, Any] = {
    "max_new_tokens": 7,
    "num_beams": 3,
    "num_return_sequences": 2,
    "temperature": 0.65,
    "top_k": 9,
    "top_p": 0.83,
    "min_p": 0.07,
    "repetition_penalty": 1.21,
    "length_penalty": -0.5,
    "penalty_alpha": 0.43,
    "seed": (5, 8),
    "ignore_eos": True,
    "min_new_tokens": 3,
    "early_stopping": True,
    "typical_p": 0.91,
    "no_repeat_ngram_size": 2,
    "bad_words_ids": ("cat", (7, 9)),
    "stop_strings": ("END", "a, b", "\n"),
}
PADDINGS: list[dict[str, Any]] = [
    {"mode": "none"},
    {"mode": "longest"},
    {"mode": "multiple", "multiple_of": 8},
    {"mode": "power_of_two"},
    {"mode": "fixed", "length": 16},
]


def pasted_request(script: str, before: Settings, info: ModelInfo) -> Request:
    """The request of a window with other settings, after a script was pasted."""
    pasted = read_pasted(script)
    assert pasted.left_out == (), script
    draft = Draft(before)
    options = before.options.model_dump() | pasted.options
    draft.update(
        model=pasted.model,
        prompt_text=pasted.prompt_text,
        chat=pasted.chat,
        precision=pasted.precision,
        options=options,
        padding=before.padding.model_dump() | pasted.padding,
        arm=pasted.arm or before.arm,
        recipe=pasted.recipe or before.recipe,
    )
    draft.take_info(info)
    return draft.request()


#: Settings that differ from every call of this file in everything.
OTHER = Settings(
    model="elsewhere",
    prompt_text="something\nelse",
    arm=Arm.GRAPH,
    recipe=Recipe.FAST,
    options=GenerationOptions(
        strategy=Strategy.SAMPLING,
        max_new_tokens=99,
        temperature=2.5,
        top_k=3,
        ignore_eos=True,
        repetition_penalty=1.7,
        no_repeat_ngram_size=4,
        bad_words_ids=("dog",),
        stop_strings=("x",),
        seed=(9, 9),
    ),
    padding=Padding(mode=PaddingMode.FIXED, length=48, side=PaddingSide.RIGHT, capacity=1024),
)


def check(record: Any, info: ModelInfo, recipe: Recipe) -> None:
    request = record.request
    found = pasted_request(str(script_of(record, info, recipe)), OTHER, info)
    assert found.options.used() == request.options.used()
    assert (found.model, found.prompts) == (request.model, request.prompts)
    assert (found.recipe, found.precision) == (recipe, request.precision)
    assert found.arm is (Arm.XLA if recipe is Recipe.FAST else request.arm)
    kind = {"is_decoder_only": info.is_decoder_only, "has_positions": info.positions is not None}
    assert found.padding.side_for(**kind) is request.padding.side_for(**kind)
    if recipe is Recipe.DOCUMENTED:
        lengths = record.prompt_tokens
        assert found.padding.padded_length(lengths) == request.padding.padded_length(lengths)
    else:
        assert found.padding.capacity == request.padding.capacity


def option_sets(strategy: Strategy, *, is_fast: bool) -> Iterator[dict[str, Any]]:
    """The options of a strategy: each alone, none, and all together."""
    documented_only = {"min_new_tokens", "min_p", "typical_p", "no_repeat_ngram_size"}
    documented_only |= {"bad_words_ids", "stop_strings"}
    names = [
        spec.name
        for spec in OPTION_SPECS
        if strategy in spec.strategies and (is_fast or spec.name not in documented_only)
    ]
    if strategy is Strategy.BEAM_SAMPLING and not is_fast:
        names.remove("seed")  # which upstream does not take
    yield {}
    for name in names:
        yield {name: VALUES[name]}
    yield {name: VALUES[name] for name in names}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("strategy", "recipe"), list(itertools.product(Strategy, Recipe)))
def test_a_copied_call_comes_back(model: str, strategy: Strategy, recipe: Recipe) -> None:
    count = 0
    for options in option_sets(strategy, is_fast=recipe is Recipe.FAST):
        beams = {"num_beams": 3} if strategy.has_beams else {}
        asked = {"strategy": strategy, "max_new_tokens": 21, **beams, **options}
        record = make_record(model=model, recipe=recipe, options=asked)
        check(record, MODELS[model], recipe)
        count += 1
    assert count >= 5
    assert set(VALUES) == set(SPEC_OF)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("padding", PADDINGS, ids=lambda padding: padding["mode"])
@pytest.mark.parametrize("arm", Arm)
def test_padding_arm_and_batch_come_back(model: str, padding: dict[str, Any], arm: Arm) -> None:
    prompts = ("TensorFlow is", "XLA é 'quoted' \"twice\" \\ 🦊")
    record = make_record(
        model=model, prompts=prompts, prompt_tokens=(5, 5), padding=padding, arm=arm
    )
    check(record, MODELS[model], Recipe.DOCUMENTED)


def test_half_precision_and_capacity_come_back() -> None:
    record = make_record(precision="bfloat16", recipe="fast", padding={"capacity": 512})
    check(record, MODELS["playground-gpt2"], Recipe.FAST)


def test_the_words_of_a_chat_come_back() -> None:
    info = MODELS["playground-gpt2"].model_copy(update={"has_chat": True})
    record = make_record(chat=True, prompts=("Hello", "How are you?"), prompt_tokens=(4, 4))
    script = str(script_of(record, info, Recipe.DOCUMENTED))
    request = pasted_request(script, OTHER, info)
    assert request.chat
    assert request.prompts == ("Hello", "How are you?")


def test_a_recording_comes_back_without_its_language() -> None:
    record = make_record(
        model="playground-whisper",
        prompts=(),
        audio="/a folder/it's.wav",
        prompt_tokens=(100,),
        options={"strategy": "sampling", "max_new_tokens": 17, "seed": (2, 3)},
    )
    info = check_model("playground-whisper")
    found = read_pasted(str(script_of(record, info, Recipe.DOCUMENTED)))
    assert (found.model, found.audio, found.prompts) == (info.name, record.request.audio, None)
    options = GenerationOptions.model_validate(found.options)
    assert options.used() == record.request.options.used()
    assert [message.id for message in found.left_out] == ["language_not_taken"]
