"""Scripts as text; ``tests/engine/test_copied_scripts.py`` runs them."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import make_record
from tests.fakes import POLYGLOT, WHISPER
from tests.tiny_models import change_json
from xla_playground.core.call.record import Record, Spoken
from xla_playground.core.call.request import Recipe
from xla_playground.core.checkpoint.catalog import check_model, model_path
from xla_playground.core.copying import python_text
from xla_playground.core.copying.notebook import notebook_of
from xla_playground.core.copying.script import script_of
from xla_playground.core.copying.speech_script import decoder_prompt
from xla_playground.core.errors import RequestError
from xla_playground.core.machine import installed_versions

GPT2 = check_model("playground-gpt2")
OPT = "playground-opt"


def copied(record: Record, recipe: Recipe) -> str:
    text = str(script_of(record, GPT2, recipe))
    ast.parse(text)
    return text


def arguments_of(script: str) -> dict[str, Any]:
    """The arguments that the last call of ``generate`` has, all of them literals."""
    calls = [
        node
        for node in ast.walk(ast.parse(script))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "generate"
    ]
    return {k.arg: ast.literal_eval(k.value) for k in calls[-1].keywords if k.arg is not None}


def test_the_versions_are_in_a_comment_of_both() -> None:
    for recipe in Recipe:
        lines = copied(make_record(), recipe).splitlines()
        (comment,) = [line for line in lines if line.startswith("# Versions: ")]
        for name, version in installed_versions().items():
            assert f"{name} {version}" in comment
        assert {"tensorflow", "transformers", "python"} <= installed_versions().keys()


def test_the_documented_script_is_the_guides_code() -> None:
    record = make_record(options={"strategy": "beam", "num_beams": 2, "max_new_tokens": 12})
    script = copied(record, Recipe.DOCUMENTED)
    assert "generate = tf.function(model.generate, jit_compile=True)" in script
    assert arguments_of(script) == {"max_new_tokens": 12, "num_beams": 2}
    assert "xla_playground" not in script
    graph = copied(make_record(arm="graph"), Recipe.DOCUMENTED)
    assert "generate = tf.function(model.generate)\n" in graph
    assert "generate = model.generate\n" in copied(make_record(arm="eager"), Recipe.DOCUMENTED)


def test_the_fast_script_imports_ours_before_tensorflow() -> None:
    options = {"strategy": "sampling", "temperature": 0.7, "seed": 5, "ignore_eos": True}
    record = make_record(recipe="fast", options=options, padding={"capacity": 512})
    script = copied(record, Recipe.FAST)
    imports = [line for line in script.splitlines() if "import " in line and line[0] != "#"]
    places = [
        next(n for n, line in enumerate(imports) if name in line)
        for name in ("xla_playground", "from transformers", "tensorflow as tf")
    ]
    assert places == sorted(places)
    assert "fast_generate(model, capacities=(512,))" in script
    assert arguments_of(script) == {
        "do_sample": True,
        "max_new_tokens": 32,
        "temperature": 0.7,
        "seed": (5, 0),
        "eos_token_id": None,
    }


def test_a_call_past_its_capacity_takes_the_next_power_of_two() -> None:
    record = make_record(options={"max_new_tokens": 300})
    assert "capacities=(512,)" in copied(record, Recipe.FAST)


def test_words_are_looked_up_and_stop_strings_get_the_tokenizer() -> None:
    options = {"bad_words_ids": ["cat", [5, 6]], "stop_strings": ["END"]}
    script = copied(make_record(recipe="fast", options=options), Recipe.FAST)
    assert 'bad_words_ids=[word_ids("cat"), [5, 6]]' in script
    assert "tokenizer=tokenizer" in script
    assert 'stop_strings=["END"]' in script


@pytest.mark.parametrize(
    ("padding", "arguments"),
    [
        ({"mode": "none"}, ""),
        ({"mode": "longest"}, "padding=True, "),
        ({"mode": "multiple", "multiple_of": 8}, "padding=True, pad_to_multiple_of=8, "),
        ({"mode": "fixed", "length": 16}, 'padding="max_length", max_length=16, '),
        ({"mode": "power_of_two"}, 'padding="max_length", max_length=2, '),
    ],
)
def test_prompts_are_padded_by_the_calls_policy(padding: dict[str, Any], arguments: str) -> None:
    script = copied(make_record(padding=padding), Recipe.DOCUMENTED)
    assert f'tokenizer(PROMPTS, {arguments}return_tensors="tf")' in script
    assert 'tokenizer.padding_side = "left"' in script


def test_prompts_are_data_whatever_they_hold() -> None:
    prompts = ('"""\nquit()\n', "'; import os #", "\\N{DIGIT ONE} {x} 🦊", "x" * 500)
    script = copied(make_record(prompts=prompts), Recipe.DOCUMENTED)
    (assigned,) = [
        node.value
        for node in ast.walk(ast.parse(script))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PROMPTS"
    ]
    assert ast.literal_eval(assigned) == list(prompts)


@pytest.mark.parametrize(
    ("record", "recipe", "says"),
    [
        (
            make_record(recipe="fast", options={"strategy": "sampling", "min_p": 0.1}),
            Recipe.DOCUMENTED,
            "choose the fast recipe",
        ),
        (
            make_record(recipe="fast", options={"stop_strings": ["a"]}),
            Recipe.DOCUMENTED,
            "choose the fast recipe",
        ),
        (make_record(prompt_tokens=()), Recipe.FAST, "ended before its input was read"),
    ],
)
def test_what_a_recipe_does_not_compute_is_one_sentence(
    record: Record, recipe: Recipe, says: str
) -> None:
    with pytest.raises(RequestError, match=says):
        script_of(record, GPT2, recipe)


def test_models_that_fast_generate_does_not_take() -> None:
    without_xla = GPT2.model_copy(update={"has_xla": False, "family_label": "XLNet"})
    with pytest.raises(RequestError, match="XLNet has a cache"):
        script_of(make_record(recipe="fast"), without_xla, Recipe.FAST)
    with pytest.raises(RequestError, match="hears audio: copy it as python"):
        script_of(make_record(), WHISPER, Recipe.FAST)
    with pytest.raises(RequestError, match="this model hears audio"):
        notebook_of(make_record(), WHISPER)


def test_a_speech_prompt_with_beams_is_refused() -> None:
    spoken = Spoken(language="de", task="translate", is_found=True)
    values: dict[str, Any] = {"prompts": (), "audio": "a.wav", "spoken": spoken}
    greedy, beam = (
        make_record(options={"strategy": strategy, "max_new_tokens": 5}, **values)
        for strategy in ("greedy", "beam")
    )
    assert decoder_prompt(greedy, POLYGLOT) == (4, 7, 9)
    assert decoder_prompt(greedy, WHISPER) == decoder_prompt(beam, WHISPER) == ()
    with pytest.raises(RequestError, match="choose greedy search or sampling"):
        decoder_prompt(beam, POLYGLOT)


def test_an_output_layer_that_the_class_passes_over_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(model_path(OPT), tmp_path / "model")
    change_json(folder / "config.json", tie_word_embeddings=False)
    info = check_model(OPT).model_copy(update={"path": str(folder), "name": "untied"})
    for recipe in Recipe:
        with pytest.raises(RequestError, match="always multiplies by its embeddings"):
            script_of(make_record(), info, recipe)


def test_settings_of_the_model_are_left_out_but_special_tokens_are_kept(tmp_path: Path) -> None:
    folder = shutil.copytree(model_path(OPT), tmp_path / "model")
    path = folder / "generation_config.json"
    entries = {"bad_words_ids": [[7], [3], [1, 2]], "pad_token_id": -1, "num_beams": 4}
    path.write_text(json.dumps({"eos_token_id": 2, "suppress_tokens": [5]} | entries))
    info = check_model(OPT).model_copy(update={"path": str(folder)})
    script = str(script_of(make_record(), info, Recipe.DOCUMENTED))
    assert '} | {"pad_token_id": None, "suppress_tokens": [3, 5, 7]}' in script
    assert "num_beams" not in script
    path.unlink()
    assert "given = model.generation_config.to_dict()" in str(
        script_of(make_record(), info, Recipe.DOCUMENTED)
    )


def test_a_notebook_is_one() -> None:
    record = make_record(options={"strategy": "beam", "num_beams": 3})
    notebook = json.loads(notebook_of(record, GPT2))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
            ast.parse(source)
    text = json.dumps(notebook)
    assert "num_beams=3" in text
    assert "TFLite is a" in text
    assert "fast_generate" in text


def test_a_notebook_has_the_recipe_that_computes_the_call() -> None:
    record = make_record(recipe="fast", options={"strategy": "sampling", "min_p": 0.1})
    text = notebook_of(record, GPT2)
    assert "fast_generate(" in text
    assert "tf.function" not in text


def test_long_code_is_broken() -> None:
    text = python_text.call("generate", "**inputs", **{f"option_{n}": n for n in range(20)})
    assert max(map(len, text.splitlines())) < 89
    assert python_text.literal({"a": ["b" * 60, "c" * 60]}).count("\n") == 5
    for value in ([], {}, (1,), ["x" * 100], {"a": None}):
        assert ast.literal_eval(python_text.literal(value)) == value
