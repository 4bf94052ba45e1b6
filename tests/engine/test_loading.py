"""The formats of checkpoints, and what is refused of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tiny_models import as_pytorch, change_json
from xla_playground.core.call.record import TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.errors import CheckpointError
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model

TinyModels = Callable[[str], Path]


def tokens(engine: XlaEngine, folder: Path) -> Any:
    request = Request.parse(
        {
            "model": str(folder),
            "prompts": ["the lazy dog"],
            "arm": "eager",
            "options": {"max_new_tokens": 6},
        }
    )
    return record_as_dict(engine.generate(request))["token_ids"]


def copied(folder: Path, target: Path) -> Path:
    """The folder without its weights."""
    return shutil.copytree(folder, target, ignore=shutil.ignore_patterns("*.safetensors"))


@pytest.mark.parametrize(
    "family", ["gpt2", "llama", pytest.param("bart", marks=pytest.mark.exhaustive)]
)
def test_single_and_sharded_files_in_the_format_of_pytorch(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str
) -> None:
    from safetensors.numpy import save_file

    weights = as_pytorch(load_model(str(tiny_models(family))).model)
    single = copied(tiny_models(family), tmp_path / "single")
    save_file(weights, single / "model.safetensors", metadata={"format": "pt"})
    sharded = copied(tiny_models(family), tmp_path / "sharded")
    names = sorted(weights)
    places: dict[str, str] = {}
    for number in range(3):
        file = f"model-{number + 1:05}-of-00003.safetensors"
        part = {name: weights[name] for name in names[number::3]}
        save_file(part, sharded / file, metadata={"format": "pt"})
        places |= dict.fromkeys(part, file)
    index = {"metadata": {"total_size": 0}, "weight_map": places}
    (sharded / "model.safetensors.index.json").write_text(json.dumps(index))
    assert tokens(engine, single) == tokens(engine, tiny_models(family))
    assert tokens(engine, sharded) == tokens(engine, tiny_models(family))


@pytest.mark.parametrize("family", ["gpt2", "llama"])
def test_weights_of_a_compiled_model(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str
) -> None:
    """``torch.compile`` writes a name in front of all others."""
    from safetensors.numpy import save_file

    weights = as_pytorch(load_model(str(tiny_models(family))).model)
    folder = copied(tiny_models(family), tmp_path / "compiled")
    weights = {f"_orig_mod.{name}": array for name, array in weights.items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    assert tokens(engine, folder) == tokens(engine, tiny_models(family))
    (folder / "model.safetensors").rename(folder / "part.safetensors")
    index = {"weight_map": dict.fromkeys(weights, "part.safetensors")}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    assert tokens(engine, folder) == tokens(engine, tiny_models(family))


@pytest.mark.parametrize("file_format", [None, {"format": "mlx"}])
def test_numbered_files_without_an_index_or_a_format(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, file_format: dict[str, str] | None
) -> None:
    from safetensors.numpy import load_file, save_file

    stored = load_file(tiny_models("gpt2") / "model.safetensors")
    weights = as_pytorch(load_model(str(tiny_models("gpt2"))).model) if file_format else stored
    folder = copied(tiny_models("gpt2"), tmp_path / "numbered")
    for number in (0, 1):
        part = {name: weights[name] for name in sorted(weights)[number::2]}
        file = folder / f"model-{number + 1:05}-of-00002.safetensors"
        save_file(part, file, metadata=file_format)
    assert tokens(engine, folder) == tokens(engine, tiny_models("gpt2"))


def test_several_files_in_the_format_of_tensorflow(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    folder = copied(tiny_models("gpt2"), tmp_path / "sharded")
    model: Any = load_model(str(tiny_models("gpt2"))).model
    model.save_pretrained(folder, safe_serialization=True, max_shard_size="40KB")
    assert (folder / "model.safetensors.index.json").is_file()
    assert tokens(engine, folder) == tokens(engine, tiny_models("gpt2"))


def test_an_hdf5_file(engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path) -> None:
    import h5py

    folder = copied(tiny_models("gpt2"), tmp_path / "h5")
    model: Any = load_model(str(tiny_models("gpt2"))).model
    model.save_pretrained(folder)
    assert (folder / "tf_model.h5").is_file()
    assert tokens(engine, folder) == tokens(engine, tiny_models("gpt2"))
    leading = shutil.copytree(folder, tmp_path / "leading")
    with h5py.File(leading / "tf_model.h5", "a") as file:
        file["elsewhere"] = h5py.ExternalLink("/etc/passwd", "/")
    with pytest.raises(CheckpointError, match="link that leads elsewhere"):
        engine.load(str(leading))
    assert tokens(engine, folder)


def _change_weights(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    from safetensors.numpy import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", metadata={"format": "tf"})


@pytest.mark.parametrize(
    ("family", "name", "words"),
    [
        ("gpt2", "transformer/other/kernel:0", "no place for"),
        ("whisper", "model/decoder/other/kernel:0", "no place for"),
    ],
)
def test_surplus_weights(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str, name: str, words: str
) -> None:
    folder = shutil.copytree(tiny_models(family), tmp_path / "surplus")
    _change_weights(folder, lambda weights: weights.update({name: np.zeros(4, np.float32)}))
    with pytest.raises(CheckpointError, match=words):
        engine.load(str(folder))


@pytest.mark.parametrize("is_pytorch", [True, False])
@pytest.mark.parametrize("change", [lambda value: value.reshape(value.shape[::-1]), np.ravel])
def test_a_weight_of_another_shape_with_as_many_numbers(
    engine: XlaEngine,
    tiny_models: TinyModels,
    tmp_path: Path,
    change: Callable[[Any], Any],
    is_pytorch: bool,
) -> None:
    from safetensors.numpy import load_file, save_file

    folder = copied(tiny_models("opt"), tmp_path / "reshaped")
    weights = load_file(tiny_models("opt") / "model.safetensors")
    if is_pytorch:
        weights = as_pytorch(load_model(str(tiny_models("opt"))).model)
    name = next(name for name in weights if "fc1" in name and weights[name].ndim == 2)
    weights[name] = change(weights[name]).copy()
    file_format = {"format": "pt" if is_pytorch else "tf"}
    save_file(weights, folder / "model.safetensors", metadata=file_format)
    with pytest.raises(CheckpointError, match=r"fc1.* of shape"):
        engine.load(str(folder))


def test_a_llama_that_cannot_be_a_mistral(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path
) -> None:
    folder = shutil.copytree(tiny_models("llama"), tmp_path / "scaled")
    change_json(folder / "config.json", rope_scaling={"rope_type": "llama3", "factor": 8.0})
    with pytest.raises(CheckpointError, match="rope scaling"):
        engine.load(str(folder))


def test_tied_embeddings_are_no_second_copy(tiny_models: TinyModels) -> None:
    model = load_model(str(tiny_models("llama"))).model
    assert not any("lm_head" in weight.name for weight in model.weights)


def test_bad_words_of_one_token_are_suppressed(tiny_models: TinyModels, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny_models("marian"), tmp_path / "words")
    change_json(folder / "generation_config.json", bad_words_ids=[[5], [6, 7]])
    configuration: Any = load_model(str(folder)).model.generation_config
    assert configuration.suppress_tokens == [5]
    assert configuration.bad_words_ids is None


@pytest.mark.parametrize(
    "entries",
    [
        {"cache_implementation": "static"},
        {"cache_implementation": "quantized", "cache_config": {"backend": "quanto"}},
        {"compile_config": {"fullgraph": True}},
        {"num_return_sequences": 5, "early_stopping": "sometimes", "max_new_tokens": -5},
        {"pad_token_id": -1, "bos_token_id": -1},  # as early conversions of Llama
        {"unknown": [1], "temperature": 0.0},
    ],
)
@pytest.mark.parametrize("file", ["generation_config.json", "config.json"])
def test_entries_that_only_pytorch_reads(
    tiny_models: TinyModels, tmp_path: Path, entries: dict[str, Any], file: str
) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "toy")
    change_json(folder / file, **entries)
    loaded = load_model(str(folder))
    assert (sorted(loaded.eos_ids), loaded.pad_id) == ([1], 0)


@pytest.mark.parametrize("value", [[[1, 10**9]], [[0, 5]], [[10**9, 5]], [5], [[1, "a"]]])
def test_a_prompt_that_is_none(tiny_models: TinyModels, tmp_path: Path, value: Any) -> None:
    folder = shutil.copytree(tiny_models("whisper"), tmp_path / "prompted")
    change_json(folder / "generation_config.json", forced_decoder_ids=value)
    with pytest.raises(CheckpointError, match="forced_decoder_ids"):
        load_model(str(folder))


@pytest.mark.parametrize(
    ("family", "arm", "recipe"),
    [
        ("gpt2", "eager", "documented"),
        pytest.param("gpt2", "graph", "fast", marks=pytest.mark.exhaustive),
        ("gpt2", "xla", "fast"),
        pytest.param("gpt2", "xla", "documented", marks=pytest.mark.exhaustive),
        ("t5", "eager", "documented"),
        pytest.param("t5", "graph", "fast", marks=pytest.mark.exhaustive),
        pytest.param("t5", "xla", "documented", marks=pytest.mark.exhaustive),
    ],
)
def test_suppressed_tokens_are_never_written(
    engine: XlaEngine, tiny_models: TinyModels, tmp_path: Path, family: str, arm: str, recipe: str
) -> None:
    def new_tokens(folder: Path) -> list[int]:
        values = {"model": str(folder), "prompts": ["the lazy dog"], "arm": arm, "recipe": recipe}
        request = Request.parse(values | {"options": {"max_new_tokens": 8, "ignore_eos": True}})
        (sequence,) = engine.generate(request).sequences
        return [token.id for token in sequence.tokens if token.role is TokenRole.NEW]

    first, *others = new_tokens(tiny_models(family))
    begun = shutil.copytree(tiny_models(family), tmp_path / "begin")
    change_json(begun / "generation_config.json", begin_suppress_tokens=[first])
    assert new_tokens(begun)[0] != first
    never = shutil.copytree(tiny_models(family), tmp_path / "never")
    change_json(never / "generation_config.json", suppress_tokens=[first, *others])
    assert not {first, *others} & set(new_tokens(never))
