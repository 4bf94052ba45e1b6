"""The output layer is the embeddings, or one of its own: what PyTorch makes of the folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.pytorch_models import write_model
from tests.tiny_models import change_json
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.errors import CheckpointError
from xla_playground.core.history.export import record_as_dict
from xla_playground.core.model.info import ModelInput
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import LoadedModel, load_model

#: Made by ``packaging/references/output_layers.py``.
REFERENCES: dict[str, Any] = {
    one["family"]: one
    for one in json.loads((Path(__file__).parents[1] / "data" / "output_layers.json").read_text())
}
IDS = [40, 41, 42, 50, 60]
PROMPT = "the quick brown"
WAYS = ("tied", "untied")
GENERATED = [name for name, one in REFERENCES.items() if one["tied"]["tokens"]]
#: One of each way to read the output layer; the others are left to the exhaustive grid.
SAMPLE = ("gpt2", "bart", "llama")
GENERATED_BY_COST = [
    name if name in SAMPLE else pytest.param(name, marks=pytest.mark.exhaustive)
    for name in GENERATED
]


def make(folder: Path, family: str, way: str) -> Path:
    reference = REFERENCES[family]
    config = reference["config"] | {"tie_word_embeddings": way == "tied"}
    return write_model(folder / f"{family}-{way}", config, reference["shapes"])


def logits(loaded: LoadedModel) -> Any:
    """The scores that the model gives to what comes after ``IDS``."""
    ids = np.array([IDS], np.int32)
    config: Any = loaded.model.config
    if loaded.info.takes is ModelInput.SPEECH:
        features = np.random.default_rng(0).normal(0, 1, (1, config.num_mel_bins, 100))
        values = {"input_features": features.astype(np.float32), "decoder_input_ids": ids}
    elif loaded.info.is_decoder_only:
        values = {"input_ids": ids}
    else:
        values = {"input_ids": ids, "decoder_input_ids": ids[:, :3]}
    return loaded.model(values, training=False).logits.numpy()[0, -1]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("family", FAMILIES)
def test_the_scores_are_those_of_pytorch(tmp_path: Path, family: str, way: str) -> None:
    loaded = load_model(str(make(tmp_path, family, way)))
    scores = logits(loaded)
    expected = np.array(REFERENCES[family][way]["logits"])
    np.testing.assert_allclose(scores[: len(expected)], expected, atol=2e-3)


def generated(engine: XlaEngine, folder: Path, arm: str, recipe: str = "fast") -> list[int]:
    values = {
        "model": str(folder),
        "prompts": [PROMPT],
        "padding": {"mode": "none"},
        "arm": arm,
        "recipe": recipe,
        "options": {"max_new_tokens": 6, "ignore_eos": True},
    }
    record = record_as_dict(engine.generate(Request.parse(values)))
    tokens: list[int] = record["token_ids"][0][-6:]
    return tokens


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("family", GENERATED_BY_COST)
def test_eager_tokens_are_those_of_pytorch(
    engine: XlaEngine, tmp_path: Path, family: str, way: str
) -> None:
    folder = make(tmp_path, family, way)
    assert generated(engine, folder, "eager") == REFERENCES[family][way]["tokens"]


@pytest.mark.slow
@pytest.mark.parametrize("family", GENERATED_BY_COST)
def test_compiled_tokens_are_those_of_pytorch(
    engine: XlaEngine, tmp_path: Path, family: str
) -> None:
    way = "tied" if family in ("gptj", "llama") else "untied"
    folder, expected = make(tmp_path, family, way), REFERENCES[family][way]["tokens"]
    assert generated(engine, folder, "xla") == expected
    assert generated(engine, folder, "graph") == expected


@pytest.mark.exhaustive
@pytest.mark.parametrize("family", ["gpt2", "bart"])
def test_tokens_of_the_documented_recipe_are_those_of_pytorch(
    engine: XlaEngine, tmp_path: Path, family: str
) -> None:
    folder, expected = make(tmp_path, family, "untied"), REFERENCES[family]["untied"]["tokens"]
    assert generated(engine, folder, "xla", "documented") == expected


def test_an_output_layer_of_its_own_in_half_precision(engine: XlaEngine, tmp_path: Path) -> None:
    folder = make(tmp_path, "gpt2", "untied")
    values = {"model": str(folder), "prompts": [PROMPT], "arm": "eager", "precision": "bfloat16"}
    record = engine.generate(Request.parse(values | {"options": {"max_new_tokens": 4}}))
    assert len(record_as_dict(record)["token_ids"][0]) > 4


@pytest.mark.parametrize("family", FAMILIES)
def test_a_missing_output_layer_is_named(tmp_path: Path, family: str) -> None:
    folder = make(tmp_path, family, "untied")
    remove(folder, FAMILIES[family].output_layer)
    with pytest.raises(CheckpointError, match="tie_word_embeddings") as caught:
        check_checkpoint(folder)
    assert FAMILIES[family].output_layer in caught.value.sentence
    change_json(folder / "config.json", tie_word_embeddings=True)
    assert unused(folder) == []


def unused(folder: Path) -> list[str]:
    """What the check says of weights that will not be used."""
    return [n.text for n in check_checkpoint(folder).notices if n.id == "weights_unused"]


def remove(folder: Path, name: str) -> None:
    from safetensors.numpy import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    del weights[name]
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


@pytest.mark.parametrize("family", FAMILIES)
def test_an_output_layer_that_is_not_used_is_named(tmp_path: Path, family: str) -> None:
    (text,) = unused(make(tmp_path, family, "tied"))
    assert FAMILIES[family].output_layer in text
    assert unused(make(tmp_path, family, "untied")) == []


@pytest.mark.parametrize("family", ["bart", "pegasus", "t5", "led"])
def test_tables_of_embeddings_that_differ(tmp_path: Path, family: str) -> None:
    from safetensors.numpy import load_file, save_file

    folder = make(tmp_path, family, "untied")
    weights = load_file(folder / "model.safetensors")
    name = next(n for n in weights if n.endswith("encoder.embed_tokens.weight"))
    weights[name] += 1
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(CheckpointError, match=r"encoder\.embed_tokens\.weight, which differs"):
        check_checkpoint(folder)
    change_json(folder / "config.json", tie_word_embeddings=True)
    assert "encoder.embed_tokens.weight" in unused(folder)[0]
