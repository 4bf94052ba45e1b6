"""Session scripts: the one that ships is whole, and a bad step is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from xla_playground.bench.sessions.session_script import default_script, read_script
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, check_model
from xla_playground.core.errors import RequestError
from xla_playground.core.model.info import ModelInfo

TOO_DEEP = "[" * 100_000


@pytest.fixture(scope="module")
def model() -> ModelInfo:
    return check_model(DEFAULT_MODEL)


def test_the_session_that_ships_has_thirty_different_steps(model: ModelInfo) -> None:
    steps = read_script(default_script(), model)
    assert len(steps) == 30
    assert len({(step.prompts, step.options) for step in steps}) == 30
    assert len({step.options.strategy for step in steps}) >= 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "line 1: not valid JSON"),
        ('[\n{"prompt": "a"}\n{"prompt": "b"}]', "line 3: not valid JSON"),
        (TOO_DEEP, "nested too deep"),
        ("{}", "not a list of steps"),
        ("[]", "not a list of steps"),
        ('[{"prompt": "a"},\n\n7]', "Line 3 is not a step"),
        ('[{"prompt": "a", "options": {"top_p": 2}}]', "Line 1, top_p: top_p must be between"),
        ('[{"prompt": "a"},\n {"prompt": ""}]', "Line 2, prompt: The prompt is empty"),
        ('[\n{"prompts": 7}]', "Line 2, prompts: it must be text"),
        ('[{"prompt": "a", "prompts": ["b"]}]', "Line 1, prompts: give prompt or prompts"),
        ('[{"prompt": "a", "options": 7}]', "Line 1, options"),
        ('[{"prompt": "a", "options": {"num_beam_groups": 2}}]', "Line 1, num_beam_groups"),
        (
            '[{"prompt": "a", "options": {"strategy": "beam", "do_sample": true}}]',
            "Line 1, do_sample: do_sample True contradicts",
        ),
        ('[{"prompt": "a", "options": {"strategy": "beam", "num_beams": 1}}]', "choose greedy"),
        ('[{"prompt": "a", "options": {"do_sample": "yes"}}]', "must be true or false"),
        ('[{"prompt": "a", "option": {}}]', "Line 1, option: a step has"),
    ],
)
def test_a_bad_step_is_named(tmp_path: Path, model: ModelInfo, text: str, says: str) -> None:
    script = tmp_path / "script.json"
    script.write_text(text)
    with pytest.raises(RequestError, match=says):
        read_script(script, model)


def test_a_script_that_cannot_be_read_is_a_sentence(tmp_path: Path, model: ModelInfo) -> None:
    with pytest.raises(RequestError, match="There is no file"):
        read_script(tmp_path / "none.json", model)
    (tmp_path / "latin.json").write_bytes(b'[{"prompt": "\xe9"}]')
    with pytest.raises(RequestError, match="not UTF-8"):
        read_script(tmp_path / "latin.json", model)


def test_several_prompts_make_a_batch(tmp_path: Path, model: ModelInfo) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps([{"prompts": ["a", "b"]}]))
    assert read_script(script, model)[0].prompts == ("a", "b")


@pytest.mark.parametrize(
    ("options", "means"),
    [
        ({"do_sample": True, "seed": [3, 4]}, {"strategy": "sampling", "seed": (3, 4)}),
        ({"num_beams": 1}, {"strategy": "greedy"}),
        ({"num_beams": 3, "early_stopping": True}, {"strategy": "beam", "num_beams": 3}),
        ({"max_length": 20}, {"max_new_tokens": 18}),
        ({"max_length": 20, "max_new_tokens": 5}, {"max_new_tokens": 5}),
        ({"min_new_tokens": 3, "penalty_alpha": None}, {"min_new_tokens": 3}),
        ({"min_length": 6}, {"min_new_tokens": 4}),
        ({"eos_token_id": None}, {"ignore_eos": True}),
        ({"strategy": "sampling", "do_sample": True}, {"strategy": "sampling"}),
    ],
)
def test_steps_take_the_words_of_generate(
    tmp_path: Path, model: ModelInfo, options: dict[str, object], means: dict[str, object]
) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps([{"prompt": "Once upon", "options": options}]))
    (step,) = read_script(script, model)
    assert {name: getattr(step.options, name) for name in means} == means


def test_under_the_documented_recipe_max_length_counts_the_padding(
    tmp_path: Path, model: ModelInfo
) -> None:
    script = tmp_path / "script.json"
    step = {"prompt": "Once upon", "options": {"max_length": 40}, "recipe": "documented"}
    script.write_text(json.dumps([step]))
    assert read_script(script, model)[0].options.max_new_tokens == 8  # padded to 32
    script.write_text(json.dumps([step | {"options": {"max_length": 32}}]))
    with pytest.raises(RequestError, match="Line 1, max_length: max_length 32 leaves no new token"):
        read_script(script, model)
