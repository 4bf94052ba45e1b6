"""Greedy and beam tokens of every arm and recipe equal eager's, on every family."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sounds import write_wav
from tests.tiny_models import MAIN_FAMILIES
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, PULLABLE, bundled_names
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.engine.pull import pull_command
from xla_playground.core.errors import RequestError
from xla_playground.core.history.export import record_as_dict
from xla_playground.core.model.info import ModelInput
from xla_playground.core.paths import resource_dir
from xla_playground.engine import XlaEngine

GREEDY: dict[str, Any] = {"strategy": "greedy"}
#: No text ends: once a beam has ended, upstream drops those that run, see
#: ``core.call.upstream_faults``.
BEAM: dict[str, Any] = {
    "strategy": "beam",
    "num_beams": 3,
    "num_return_sequences": 2,
    "ignore_eos": True,
}
PROMPTS = ("TensorFlow is", "the lazy dog")
#: One of each way to attend and to place: these are also traced by AutoGraph, which takes long.
LAYOUTS = ("gpt2", "t5", "whisper", "bart", "gptj", "mistral")
WITH_XLA = [name for name, family in FAMILIES.items() if family.has_xla]
WITHOUT_XLA = [name for name, family in FAMILIES.items() if not family.has_xla]
#: The others are left to the exhaustive grid: half a minute each.
BUNDLED = [(DEFAULT_MODEL, BEAM)]
TinyModels = Callable[[str], Path]


def _tokens(
    engine: XlaEngine, values: dict[str, Any], arm: str, recipe: str = "documented"
) -> list[list[int]]:
    record = engine.generate(Request.parse({**values, "arm": arm, "recipe": recipe}))
    tokens: list[list[int]] = record_as_dict(record)["token_ids"]
    assert all(tokens), "a sequence without tokens would make any two arms equal"
    return tokens


def _values(
    model: str, takes: ModelInput, folder: Path, strategy: dict[str, Any]
) -> dict[str, Any]:
    """A request for ``model``: two prompts of which one is padded, or more than one window."""
    values = {"model": model, "options": {**strategy, "max_new_tokens": 6}}
    if takes is ModelInput.SPEECH:
        return values | {"audio": str(write_wav(folder / "tone.wav", seconds=1.5))}
    return values | {"prompts": PROMPTS}


@pytest.mark.exhaustive
@pytest.mark.parametrize("family", WITH_XLA)
def test_every_family(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str
) -> None:
    model, takes = str(tiny_models(family)), FAMILIES[family].takes
    if family in LAYOUTS:
        greedy = _values(model, takes, tmp_path, GREEDY)
        eager = _tokens(engine, greedy, "eager")
        assert len(eager) == 2
        assert _tokens(engine, greedy, "xla") == eager
    beam = _values(model, takes, tmp_path, BEAM)
    assert _tokens(engine, beam, "xla", "fast") == _tokens(engine, beam, "eager")


@pytest.mark.slow
@pytest.mark.parametrize(
    "family",
    [
        name if name == "gpt2" else pytest.param(name, marks=pytest.mark.exhaustive)
        for name in MAIN_FAMILIES
    ],
)
def test_without_padding(engine: XlaEngine, tiny_models: TinyModels, family: str) -> None:
    strategy = GREEDY if family == "opt" else BEAM
    values = {
        "model": str(tiny_models(family)),
        "prompts": PROMPTS[:1],
        "padding": {"mode": "none"},
        "options": {**strategy, "max_new_tokens": 10},
    }
    assert _tokens(engine, values, "xla") == _tokens(engine, values, "eager")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "strategy"),
    [
        pytest.param(
            *(name, strategy),
            marks=[] if (name, strategy) in BUNDLED else pytest.mark.exhaustive,
            id=f"{name} {strategy['strategy']}",
        )
        for name in bundled_names()
        for strategy in (GREEDY, BEAM)
    ],
)
def test_bundled_models(engine: XlaEngine, model: str, strategy: dict[str, Any]) -> None:
    values: dict[str, Any] = {"model": model, "options": {**strategy, "max_new_tokens": 16}}
    if engine.load(model).takes is ModelInput.SPEECH:
        values["audio"] = str(resource_dir() / "audio" / "pi.flac")
    else:
        values["prompts"] = PROMPTS
    eager = _tokens(engine, values, "eager")
    graph_recipe = "documented" if strategy is GREEDY else "fast"
    for arm, recipe in (("xla", "documented"), ("xla", "fast"), ("graph", graph_recipe)):
        assert _tokens(engine, values, arm, recipe) == eager, (arm, recipe)


@pytest.mark.parametrize("family", WITHOUT_XLA)
def test_families_without_xla_are_eager_only(
    engine: XlaEngine, tiny_models: TinyModels, family: str
) -> None:
    values = {
        "model": str(tiny_models(family)),
        "prompts": PROMPTS[:1],
        "options": {"max_new_tokens": 4},
    }
    assert _tokens(engine, values, "eager")
    for arm in ("graph", "xla"):
        with pytest.raises(RequestError, match="choose the eager arm") as caught:
            engine.plan(Request.parse({**values, "arm": arm}))
        assert caught.value.field == "arm"
    with pytest.raises(RequestError, match="choose the documented recipe") as caught:
        engine.plan(Request.parse({**values, "arm": "eager", "recipe": "fast"}))
    assert caught.value.field == "recipe"
    contrastive = {"strategy": "contrastive", "penalty_alpha": 0.6, "top_k": 4}
    asked = {**values, "arm": "eager", "options": {"max_new_tokens": 4} | contrastive}
    if FAMILIES[family].has_contrastive:
        assert _tokens(engine, asked, "eager")
    else:
        with pytest.raises(RequestError, match="choose another strategy") as caught:
            engine.plan(Request.parse(asked))
        assert caught.value.field == "strategy"


@pytest.mark.parametrize(
    "family", [name for name, family in FAMILIES.items() if not family.reads_mask]
)
def test_what_would_read_padding_as_text_is_not_padded(
    engine: XlaEngine, tiny_models: TinyModels, family: str
) -> None:
    values = {"model": str(tiny_models(family)), "arm": "eager", "options": {"max_new_tokens": 4}}
    plan = engine.plan(Request.parse({**values, "prompts": PROMPTS[:1]}))
    assert plan.padded_length == plan.prompt_tokens[0]
    with pytest.raises(RequestError, match="one length"):
        engine.plan(Request.parse({**values, "prompts": ("a", "the lazy dog")}))


@pytest.mark.slow
def test_the_seed_decides_what_is_sampled(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    def sample(family: str, seed: int) -> list[list[int]]:
        strategy = {"strategy": "sampling", "seed": seed}
        takes = FAMILIES[family].takes
        values = _values(str(tiny_models(family)), takes, tmp_path, strategy)
        return _tokens(engine, values, "graph", "fast")

    for family in ("gpt2", "whisper"):
        assert sample(family, 1) == sample(family, 1)
        assert sample(family, 1) != sample(family, 2)


@pytest.mark.parametrize("precision", ["float16", "bfloat16"])
@pytest.mark.parametrize("family", ["gpt2", "t5", "whisper", "mistral", "ctrl"])
def test_precisions_run_or_are_refused(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str, precision: str
) -> None:
    info = engine.load(str(tiny_models(family)))
    values = _values(info.name, info.takes, tmp_path, GREEDY) | {"precision": precision}
    if precision in info.precisions:
        tokens = _tokens(engine, values, "eager")
        assert any(any(sequence) for sequence in tokens), "not a number has token 0 as its largest"
        return
    with pytest.raises(RequestError, match="does not run in") as caught:
        engine.plan(Request.parse(values))
    assert caught.value.field == "precision"


@pytest.mark.slow
def test_half_precision_under_xla(engine: XlaEngine) -> None:
    values = {"model": DEFAULT_MODEL, "prompts": PROMPTS, "options": {"max_new_tokens": 8}}
    float32 = _tokens(engine, values, "eager")
    for precision in ("float16", "bfloat16"):
        assert _tokens(engine, {**values, "precision": precision}, "xla", "fast") == float32


def test_the_default_model_is_bundled() -> None:
    assert DEFAULT_MODEL in bundled_names()


@pytest.mark.exhaustive
@pytest.mark.network
@pytest.mark.timeout(1500)
@pytest.mark.parametrize("strategy", [GREEDY, BEAM], ids=["greedy", "beam"])
@pytest.mark.parametrize("model", PULLABLE)
def test_pulled_models(engine: XlaEngine, model: str, strategy: dict[str, Any]) -> None:
    pulled = subprocess.run(pull_command(model), capture_output=True, text=True, check=False)
    if pulled.returncode:
        pytest.skip(f"{model} cannot be pulled here: {pulled.stdout.splitlines()[-1:]}")
    values: dict[str, Any] = {"model": model, "options": {**strategy, "max_new_tokens": 12}}
    if engine.load(model).takes is ModelInput.SPEECH:
        values["audio"] = str(resource_dir() / "audio" / "pi.flac")
    else:
        values |= {"prompts": ("What is the capital of France?",), "chat": True}
    eager = _tokens(engine, values, "eager")
    assert _tokens(engine, values, "xla") == eager
    assert _tokens(engine, values, "xla", "fast") == eager
