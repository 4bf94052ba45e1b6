"""Copied scripts are run: their tokens are those of the call by that recipe."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.sounds import write_wav
from tests.tiny_models import make_tiny_model
from tests.tiny_speech import make_tiny_speech_model
from xla_playground.core.call.record import Record, TokenRole
from xla_playground.core.call.request import Arm, Recipe, Request
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.copying.notebook import notebook_of
from xla_playground.core.copying.script import script_of
from xla_playground.core.model.info import ModelInput
from xla_playground.engine import XlaEngine
from xla_playground.library.inspection import usable_model

TinyModels = Callable[[str], Path]
PROMPTS = ("TensorFlow is", "the lazy dog")
STRATEGIES: dict[str, dict[str, Any]] = {
    "greedy": {"repetition_penalty": 1.2},
    "sampling": {"temperature": 1.3, "top_k": 20, "top_p": 0.9, "seed": 7},
    "beam": {"num_beams": 3, "num_return_sequences": 2, "length_penalty": 0.5},
    "beam_sampling": {"num_beams": 2, "seed": 3},
    "contrastive": {"penalty_alpha": 0.6, "top_k": 4},
}
#: The guide's code takes no seed there, so its tokens are others each time.
WITHOUT_SEED = (Recipe.DOCUMENTED, "beam_sampling")
#: Of one layout each, the rest of the grid takes an hour.
SAMPLE = {
    ("gpt2", "beam", "fast", "xla"),
    ("t5", "greedy", "fast", "xla"),
    *(("gpt2", strategy, "documented", "eager") for strategy in ("greedy", "sampling", "beam")),
    ("t5", "greedy", "documented", "eager"),
    ("llama", "greedy", "documented", "eager"),
    ("marian", "greedy", "documented", "eager"),
    ("openai-gpt", "greedy", "documented", "eager"),
    ("flaubert", "greedy", "documented", "eager"),
    ("whisper", "greedy", "documented", "eager"),
}


def cases() -> Iterator[Any]:
    """Yield every family × strategy × recipe × arm; those of the sample are run every time.

    The script of the fast recipe is XLA's, whose tokens are those of all arms.
    """
    for family, strategy, recipe, arm in product(FAMILIES, STRATEGIES, Recipe, Arm):
        has_xla = FAMILIES[family].has_xla
        is_fast = recipe is Recipe.FAST
        if (arm is not Arm.EAGER or is_fast) and not has_xla:
            continue
        if is_fast and FAMILIES[family].takes is ModelInput.SPEECH:
            continue
        if (recipe, strategy) == WITHOUT_SEED:
            continue
        if strategy == "contrastive" and not FAMILIES[family].has_contrastive:
            continue
        case = (family, strategy, recipe.value, arm.value)
        mark = pytest.mark.slow if case in SAMPLE else pytest.mark.exhaustive
        yield pytest.param(*case, marks=mark, id=" ".join(case))


def executed(code: str, names: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run a script and return its names."""
    names = {"__name__": "copied"} if names is None else names
    with warnings.catch_warnings():  # what Transformers says as it loads a model
        warnings.simplefilter("ignore")
        exec(compile(code, "copied", "exec"), names)
    return names


def rows(ids: Any) -> list[list[int]]:
    """The token ids that a script has, of speech those of all windows."""
    parts = ids if isinstance(ids, list) else [ids]
    return [list(map(int, row)) for part in parts for row in part]


def without_padding(record: Record, found: list[list[int]], head: int) -> list[list[int]]:
    """Rows as the record has them: without the padding before the prompt and after the end."""
    assert len(found) == len(record.sequences)
    kept = []
    for row, sequence in zip(found, record.sequences, strict=True):
        prompt = [t.id for t in sequence.tokens if t.role is TokenRole.PROMPT]
        begin = head - len(prompt)
        kept.append(row[begin : head + sequence.new_tokens])
        padding = {*row[head + sequence.new_tokens :]}
        assert len(padding) <= 1, "only padding follows the end"
    return kept


def check(engine: XlaEngine, request: Request, recipe: str) -> dict[str, Any]:
    """Run a call and its script by a recipe, and compare their tokens; return its names."""
    record = engine.generate(request)
    info = usable_model(request.model)
    names = executed(str(script_of(record, info, Recipe(recipe))))
    found = rows(names["ids"])
    if recipe == "documented":
        sequences = [s for s in record.sequences if s.tokens]
        assert found == [[token.id for token in s.tokens] for s in sequences]
    else:
        head = names["inputs"]["input_ids"].shape[1] if info.is_decoder_only else 1
        kept = [
            [t.id for t in s.tokens if t.role is not TokenRole.PADDING] for s in record.sequences
        ]
        assert without_padding(record, found, head) == kept
    assert record.new_tokens
    assert all(record.new_tokens)
    return names


def request_of(model: str, folder: Path, family: str, strategy: str, **values: Any) -> Request:
    options = STRATEGIES[strategy] | {"strategy": strategy, "max_new_tokens": 6}
    whole = {"model": model, "options": options} | values
    if FAMILIES[family].takes is ModelInput.SPEECH:
        whole["audio"] = str(write_wav(folder / "tone.wav", seconds=1.5))
    elif not FAMILIES[family].reads_mask:  # which is not padded, so one length is needed
        whole["prompts"] = PROMPTS[:1]
    else:
        whole["prompts"] = PROMPTS
    return Request.parse(whole)


@pytest.mark.parametrize(("family", "strategy", "recipe", "arm"), list(cases()))
def test_the_tokens_of_the_call(
    engine: XlaEngine,
    tiny_models: TinyModels,
    tmp_path: Path,
    family: str,
    strategy: str,
    recipe: str,
    arm: str,
) -> None:
    model = str(tiny_models(family))
    request = request_of(model, tmp_path, family, strategy, recipe=recipe, arm=arm)
    check(engine, request, recipe)


# ---------------------------------------------------------------- what a call may have beside


@pytest.mark.parametrize(
    ("family", "padding"),
    [
        ("bart", {"mode": "multiple", "multiple_of": 8}),
        ("gpt2", {"mode": "multiple", "multiple_of": 8}),
        ("gpt2", {"mode": "fixed", "length": 16}),
        ("gpt2", {"mode": "power_of_two"}),
    ],
)
def test_each_padding(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str, padding: Any
) -> None:
    model = str(tiny_models(family))
    request = request_of(model, tmp_path, family, "greedy", arm="eager", padding=padding)
    check(engine, request, "documented")


def test_a_chat(engine: XlaEngine, tmp_path: Path) -> None:
    template = "{% for m in messages %}the {{ m.content }} dog {% endfor %}"
    model = str(make_tiny_model(tmp_path / "chat", "gpt2", chat_template=template))
    request = request_of(model, tmp_path, "gpt2", "greedy", arm="eager", chat=True)
    check(engine, request, "documented")


@pytest.mark.slow
def test_options_of_the_fast_recipe(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    model = str(tiny_models("gpt2"))
    options = {
        "strategy": "sampling",
        "min_p": 0.01,
        "typical_p": 0.9,
        "seed": [1, 2],
        "max_new_tokens": 12,
        "min_new_tokens": 3,
        "no_repeat_ngram_size": 2,
        "bad_words_ids": ["quick", [5, 6]],
        "stop_strings": ["e"],
        "ignore_eos": True,
    }
    request = request_of(model, tmp_path, "gpt2", "greedy", options=options, recipe="fast")
    check(engine, request, "fast")


def test_a_call_of_one_recipe_is_copied_by_the_other(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    """The tokens are those of the call by the recipe of the script, not of the call."""
    model = str(tiny_models("gpt2"))
    request = request_of(model, tmp_path, "gpt2", "sampling", arm="eager", recipe="fast")
    fast = engine.generate(request)
    documented = engine.generate(request.model_copy(update={"recipe": Recipe.DOCUMENTED}))
    names = executed(str(script_of(fast, usable_model(model), Recipe.DOCUMENTED)))
    assert rows(names["ids"]) == [[t.id for t in s.tokens] for s in documented.sequences]


@pytest.mark.parametrize("precision", ["float16", "bfloat16"])
def test_half_precision(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, precision: str
) -> None:
    import tensorflow as tf

    model = str(tiny_models("gpt2"))
    values = {"arm": "eager", "precision": precision}
    request = request_of(model, tmp_path, "gpt2", "beam", **values)
    before = tf.keras.mixed_precision.global_policy()
    try:
        names = check(engine, request, "documented")
    finally:
        tf.keras.mixed_precision.set_global_policy(before)
    assert names["model"].transformer.wte.weights[0].dtype.name == precision


@pytest.mark.exhaustive
def test_a_bundled_model_by_both_scripts(engine: XlaEngine, tmp_path: Path) -> None:
    options = {"strategy": "beam", "num_beams": 2, "max_new_tokens": 12}
    values = {"model": "playground-gpt2", "prompts": PROMPTS, "options": options}
    check(engine, Request.parse(values | {"arm": "eager"}), "documented")
    check(engine, Request.parse(values | {"recipe": "fast"}), "fast")


# ---------------------------------------------------------------- speech


@pytest.mark.slow
@pytest.mark.parametrize(
    ("strategy", "language"),
    [("greedy", "de"), pytest.param("sampling", "auto", marks=pytest.mark.exhaustive)],
)
def test_a_multilingual_speech_model(
    engine: XlaEngine, tmp_path: Path, strategy: str, language: str
) -> None:
    model = str(make_tiny_speech_model(tmp_path / "whisper"))
    values = {"arm": "eager", "language": language, "task": "translate"}
    check(engine, request_of(model, tmp_path, "whisper", strategy, **values), "documented")


# ---------------------------------------------------------------- notebooks


@pytest.mark.slow
def test_a_notebook_has_the_tokens_of_the_guides_prompts(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    model = str(tiny_models("gpt2"))
    asked = request_of(model, tmp_path, "gpt2", "beam", arm="eager")
    notebook = json.loads(notebook_of(engine.generate(asked), usable_model(model)))
    names: dict[str, Any] = {"__name__": "copied"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            executed("".join(cell["source"]), names)
    padding = {"mode": "multiple", "multiple_of": 8}
    for number, prompt in enumerate(names["PROMPTS"]):
        values = asked.model_dump() | {"prompts": (prompt,), "padding": padding}
        for recipe in ("documented", "fast"):
            record = engine.generate(Request.parse(values | {"recipe": recipe}))
            found = rows(names[f"{recipe}_ids"][number])
            if recipe == "documented":
                assert found == [[t.id for t in s.tokens] for s in record.sequences]
            else:
                kept = without_padding(record, found, record.prompt_tokens[0])
                wanted = [
                    [t.id for t in s.tokens if t.role is not TokenRole.PADDING]
                    for s in record.sequences
                ]
                assert kept == wanted
