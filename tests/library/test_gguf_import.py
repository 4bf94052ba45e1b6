from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest

from tests.library.tiny_llama import (
    CHAT_TEMPLATE,
    HIDDEN,
    VOCABULARY,
    llama_logits,
    random_weights,
    stored_weights,
    write_llama,
)
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import CheckpointError
from xla_playground.core.weights.safetensors_file import read_safetensors_header
from xla_playground.library.files.progress import tell_nobody
from xla_playground.library.gguf.importer import import_gguf, read_gguf
from xla_playground.library.inspection import inspect_path


def imported(path: Path) -> Path:
    """The folder that a GGUF file becomes."""
    folder = path.with_name(path.stem + "-imported")
    folder.mkdir()
    import_gguf(path, folder, tell_nobody)
    return folder


def refusal(path: Path) -> str:
    """The sentence that a GGUF file is refused with."""
    with pytest.raises(CheckpointError) as caught:
        read_gguf(path)
    sentence = caught.value.sentence
    sentence.encode("utf-8")
    assert len(sentence) < 500
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("kind", ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1"])
def test_the_import_computes_what_llama_cpp_computes(tmp_path: Path, kind: str) -> None:
    from xla_playground.engine.platform.environment import import_tensorflow

    tf, transformers = import_tensorflow()
    path = write_llama(tmp_path / "toy.gguf", kind=kind)
    folder = imported(path)
    model, loading = transformers.TFMistralForCausalLM.from_pretrained(
        folder, output_loading_info=True, use_safetensors=True, local_files_only=True
    )
    assert loading["missing_keys"] == loading["unexpected_keys"] == []
    ids = [5, 17, 200, 3, 99, 260, 41]
    logits = model(tf.constant([ids])).logits[0].numpy()
    expected = llama_logits(stored_weights(path), ids)
    assert np.abs(logits - expected).max() < 1e-4
    assert logits.argmax(-1).tolist() == expected.argmax(-1).tolist()


def test_heads_that_are_not_the_width_divided_among_them(tmp_path: Path) -> None:
    from xla_playground.engine.model.loading import load_model
    from xla_playground.engine.platform.environment import import_tensorflow

    tf, _ = import_tensorflow()
    path = write_llama(tmp_path / "toy.gguf", random_weights(head=32), head=32)
    model = load_model(str(imported(path))).model
    ids = [5, 17, 200, 3, 99, 260, 41]
    logits = model(tf.constant([ids])).logits[0].numpy()
    assert np.abs(logits - llama_logits(stored_weights(path), ids)).max() < 1e-4


@pytest.mark.parametrize(("kind", "stored"), [("F16", "F16"), ("Q4_1", "F32"), ("BF16", "F32")])
def test_weights_are_stored_exactly(tmp_path: Path, kind: str, stored: str) -> None:
    from safetensors.numpy import load_file

    path = write_llama(tmp_path / "toy.gguf", kind=kind)
    folder = imported(path)
    header = read_safetensors_header(folder / "model.safetensors")
    assert header["model.embed_tokens.weight"].dtype == stored
    assert header["model.norm.weight"].dtype == "F32"
    weights = load_file(folder / "model.safetensors")
    expected = stored_weights(path)["blk.1.ffn_down.weight"]
    np.testing.assert_array_equal(weights["model.layers.1.mlp.down_proj.weight"], expected)


def test_the_folder_is_an_ordinary_model(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf", kind="Q8_0")
    folder = imported(path)
    info = check_checkpoint(folder)
    assert (info.family, info.layers, info.hidden_size) == ("mistral", 2, HIDDEN)
    assert (info.vocab_size, info.positions, info.licence) == (VOCABULARY, 128, "apache-2.0")
    assert info.has_chat
    told = inspect_path(path)
    for entry in ("parameters", "vocab_size", "positions", "hidden_size", "layers", "has_chat"):
        assert getattr(told, entry) == getattr(info, entry)
    assert told.stored_dtype == "Q8_0"
    config = json.loads((folder / "config.json").read_text())
    assert config["sliding_window"] is None
    assert config["rms_norm_eps"] == 1e-5
    assert config["tie_word_embeddings"] is False
    settings = json.loads((folder / "tokenizer_config.json").read_text())
    assert settings["chat_template"] == CHAT_TEMPLATE
    ends = json.loads((folder / "generation_config.json").read_text())["eos_token_id"]
    assert ends == [2, 0]


def test_tied_embeddings_are_stored_once(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf", random_weights(is_tied=True))
    folder = imported(path)
    assert json.loads((folder / "config.json").read_text())["tie_word_embeddings"] is True
    assert "lm_head.weight" not in read_safetensors_header(folder / "model.safetensors")


def entry(key: str, value: Any) -> Callable[[gguf.GGUFWriter], object]:
    """Add a metadata entry."""
    return lambda writer: writer.add_key_value(
        key,
        value,
        gguf.GGUFValueType.STRING
        if isinstance(value, str)
        else gguf.GGUFValueType.FLOAT32
        if isinstance(value, float)
        else gguf.GGUFValueType.UINT32,
    )


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (entry("llama.rope.scaling.type", "linear"), "rope scaling"),
        (entry("llama.rope.scaling.factor", 8.0), "rope scaling"),
        (entry("llama.expert_count", 8), "a mixture of experts"),
        (entry("llama.attention.key_length", 32), "attention.key_length"),
        (entry("llama.attention.sliding_window", 64), "a sliding window"),
        (entry("llama.logit_scale", 0.5), "llama.logit_scale"),
        (entry("llama.vocab_size", 999), "a vocabulary of 999"),
    ],
)
def test_what_mistral_cannot_express_is_named(
    tmp_path: Path, change: Callable[[gguf.GGUFWriter], object], named: str
) -> None:
    assert named in refusal(write_llama(tmp_path / "toy.gguf", change=change))


def test_a_part_of_a_split_file_is_named(tmp_path: Path) -> None:
    def split(writer: gguf.GGUFWriter) -> None:
        writer.add_uint16("split.no", 1)
        writer.add_uint16("split.count", 3)

    sentence = refusal(write_llama(tmp_path / "toy-00002-of-00003.gguf", change=split))
    assert "is part 2 of 3 of a model that was split" in sentence
    assert "llama-gguf-split --merge" in sentence


def test_an_adapter_is_named(tmp_path: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf", change=entry("general.type", "adapter"))
    assert "is an adapter (LoRA), not a model" in refusal(path)


def test_other_architectures_are_named(tmp_path: Path) -> None:
    assert "'qwen2'" in refusal(write_llama(tmp_path / "toy.gguf", architecture="qwen2"))


def test_five_thousand_layers(tmp_path: Path) -> None:
    assert "5,000 layers" in refusal(write_llama(tmp_path / "toy.gguf", layers=5_000))


@pytest.mark.parametrize(
    ("surplus", "named"),
    [
        ("rope_freqs.weight", "rope scaling"),
        ("blk.0.attn_q.bias", "biases"),
        ("blk.0.ffn_gate_inp.weight", "a mixture of experts"),
        ("../../etc/passwd\n", "etc/passwd\\n"),
    ],
)
def test_surplus_tensors_are_named(tmp_path: Path, surplus: str, named: str) -> None:
    weights = random_weights() | {surplus: np.ones(8, np.float32)}
    assert named in refusal(write_llama(tmp_path / "toy.gguf", weights))


def test_missing_tensors_are_named(tmp_path: Path) -> None:
    weights = random_weights()
    del weights["blk.1.ffn_up.weight"], weights["output_norm.weight"]
    assert "lacks output_norm.weight and 1 more" in refusal(
        write_llama(tmp_path / "toy.gguf", weights)
    )


def test_a_tensor_of_another_shape(tmp_path: Path) -> None:
    weights = random_weights()
    weights["blk.1.attn_k.weight"] = np.ones((HIDDEN, HIDDEN), np.float32)
    assert "blk.1.attn_k.weight of shape (64, 64)" in refusal(
        write_llama(tmp_path / "toy.gguf", weights)
    )


def test_weights_that_are_not_finite(tmp_path: Path) -> None:
    weights = random_weights()
    weights["blk.0.attn_q.weight"][3, 5] = np.nan
    path = write_llama(tmp_path / "toy.gguf", weights)
    folder = tmp_path / "imported"
    folder.mkdir()
    with pytest.raises(CheckpointError, match="not finite numbers"):
        import_gguf(path, folder, tell_nobody)
