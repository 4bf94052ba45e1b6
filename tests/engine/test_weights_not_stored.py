"""Weights that one library stores and the other computes, ties or leaves out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.engine.test_loading import copied, tokens
from tests.tiny_models import CONFIGURATIONS, as_pytorch, change_json
from xla_playground.core.checkpoint.checkpoint import check_checkpoint, read_config
from xla_playground.core.checkpoint.completeness import completeness
from xla_playground.core.checkpoint.weight_names import weight_names
from xla_playground.core.errors import CheckpointError
from xla_playground.core.weights.files import read_weights
from xla_playground.core.weights.tensor_names import pytorch_name
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model

TinyModels = Callable[[str], Path]
Weights = dict[str, Any]


def pytorch_weights(folder: Path) -> Weights:
    """The weights of a tiny model as PyTorch stores them."""
    return as_pytorch(load_model(str(folder)).model)


def written(folder: Path, target: Path, weights: Weights, **entries: Any) -> Path:
    """The folder with other weights, in PyTorch's format, and entries of ``config.json``."""
    from safetensors.numpy import save_file

    copied(folder, target)
    save_file(weights, target / "model.safetensors", metadata={"format": "pt"})
    change_json(target / "config.json", **entries)
    return target


def sinusoids(positions: int, width: int) -> Any:
    """Sines of the even frequencies, then cosines of the same (Vaswani et al. 2017, 3.5)."""
    angles = np.arange(positions)[:, None] / 10000 ** (np.arange(0, width, 2) / width)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


@pytest.mark.parametrize("family", ["marian", "pegasus"])
def test_positions_that_are_computed(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str
) -> None:
    weights = pytorch_weights(tiny_models(family))
    positions = [name for name in weights if "embed_positions" in name]
    stored = weights | {name: sinusoids(*weights[name].shape) for name in positions}
    left_out = {name: value for name, value in weights.items() if name not in positions}
    del left_out["final_logits_bias"]
    whole = written(tiny_models(family), tmp_path / "whole", stored)
    part = written(tiny_models(family), tmp_path / "part", left_out)
    check_checkpoint(part)
    assert tokens(engine, part) == tokens(engine, whole)


@pytest.mark.parametrize(
    ("entry", "is_left_out"),
    [
        ("enable_bias", lambda name: name.endswith((".fc1.bias", ".fc2.bias", "_proj.bias"))),
        ("layer_norm_elementwise_affine", lambda name: "layer_norm" in name),
    ],
)
def test_an_opt_without_biases_or_trained_norms(
    engine: XlaEngine,
    tiny_models: TinyModels,
    tmp_path: Path,
    entry: str,
    is_left_out: Callable[[str], bool],
) -> None:
    weights = pytorch_weights(tiny_models("opt"))
    neutral = {
        name: np.full_like(value, float(name.endswith("weight")))
        for name, value in weights.items()
        if is_left_out(name)
    }
    left_out = {name: value for name, value in weights.items() if name not in neutral}
    whole = written(tiny_models("opt"), tmp_path / "whole", weights | neutral)
    part = written(tiny_models("opt"), tmp_path / "part", left_out, **{entry: False})
    check_checkpoint(part)
    assert tokens(engine, part) == tokens(engine, whole)
    with pytest.raises(CheckpointError, match="no place for"):  # PyTorch would pass them over
        check_checkpoint(written(part, tmp_path / "both", weights))


@pytest.mark.parametrize(
    ("family", "table", "copy"),
    [
        ("gpt2", "transformer.wte.weight", "lm_head.weight"),
        ("t5", "shared.weight", "decoder.embed_tokens.weight"),
        ("bart", "model.shared.weight", "model.encoder.embed_tokens.weight"),
        ("llama", "model.embed_tokens.weight", "lm_head.weight"),
    ],
)
def test_tied_embeddings_stored_under_the_name_of_a_copy(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str, table: str, copy: str
) -> None:
    weights = pytorch_weights(tiny_models(family))
    weights[copy] = weights.pop(table)
    folder = written(tiny_models(family), tmp_path / "copy", weights)
    check_checkpoint(folder)
    assert tokens(engine, folder) == tokens(engine, tiny_models(family))


def test_an_xlm_whose_positions_began_as_sinusoids(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    folder = shutil.copytree(tiny_models("xlm"), tmp_path / "sinusoidal")
    change_json(folder / "config.json", sinusoidal_embeddings=True)
    assert tokens(engine, folder) == tokens(engine, tiny_models("xlm"))


def test_a_marian_with_two_tables_of_embeddings(tiny_models: TinyModels, tmp_path: Path) -> None:
    weights = pytorch_weights(tiny_models("marian"))
    shared = weights.pop("model.shared.weight")
    sides = {f"model.{side}.embed_tokens.weight": shared for side in ("encoder", "decoder")}
    entries = {"share_encoder_decoder_embeddings": False, "decoder_vocab_size": len(shared)}
    folder = written(tiny_models("marian"), tmp_path / "two", weights | sides, **entries)
    with pytest.raises(CheckpointError, match="share_encoder_decoder_embeddings"):
        check_checkpoint(folder)


def test_weights_that_are_missing_are_named_by_the_check(
    tiny_models: TinyModels, tmp_path: Path
) -> None:
    weights = pytorch_weights(tiny_models("gpt2"))
    del weights["transformer.ln_f.bias"]
    folder = written(tiny_models("gpt2"), tmp_path / "part", weights)
    with pytest.raises(CheckpointError, match=r"lacks weights .*ln_f\.bias"):
        check_checkpoint(folder)


@pytest.mark.parametrize("family", CONFIGURATIONS)
def test_the_names_of_a_familys_weights(tiny_models: TinyModels, family: str) -> None:
    folder = tiny_models(family)
    tensors = read_weights(folder).names
    config = read_config(folder)
    found = completeness(config, tensors)
    assert found.missing == found.surplus == ()
    for left_out in tensors:  # each is known as a weight
        rest = [pytorch_name(name) for name in tensors if name != left_out]
        missing = completeness(config, rest).missing
        assert missing == (pytorch_name(left_out),) or not missing
        if not missing:
            names = weight_names(config)
            assert pytorch_name(left_out) in names.computed | names.copies | {names.embeddings}
