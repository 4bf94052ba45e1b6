from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.tiny_ct2 import (
    Array,
    ct2_variables,
    model_bin,
    quantized,
    whisper_weights,
    write_ct2,
)
from xla_playground.core.errors import CheckpointError
from xla_playground.core.model.info import ModelInput
from xla_playground.library.ctranslate2.file import read_ct2_file
from xla_playground.library.ctranslate2.importer import import_ct2, read_ct2
from xla_playground.library.files.progress import tell_nobody
from xla_playground.library.inspection import inspect_path


def imported(source: Path) -> Path:
    folder = source.with_name(source.name + "-imported")
    folder.mkdir()
    import_ct2(source, folder, tell_nobody)
    return folder


def refusal(folder: Path) -> str:
    """The sentence that a folder is refused with."""
    with pytest.raises(CheckpointError) as caught:
        read_ct2(folder)
    sentence = caught.value.sentence
    sentence.encode("utf-8")
    assert len(sentence) < 500
    assert sentence.endswith(".")
    return sentence


def test_weights_come_back_under_their_names(tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    weights = whisper_weights()
    folder = imported(write_ct2(tmp_path / "toy"))
    stored = load_file(folder / "model.safetensors")
    assert stored.keys() == weights.keys()
    for name, value in weights.items():
        np.testing.assert_array_equal(stored[name], value, name)


@pytest.mark.parametrize("kind", ["float16", "int8"])
def test_other_formats_of_weights(tmp_path: Path, kind: str) -> None:
    from safetensors.numpy import load_file

    variables = ct2_variables(whisper_weights())
    if kind == "int8":
        variables = quantized(variables)
    else:
        variables = {n: v.astype(kind) if np.ndim(v) else v for n, v in variables.items()}
    stored = load_file(imported(write_ct2(tmp_path / "toy", variables)) / "model.safetensors")
    for name, value in whisper_weights().items():
        assert stored[name].dtype == (np.float16 if kind == "float16" else np.float32)
        assert np.abs(stored[name] - value).max() <= np.abs(value).max() / 127, name


def test_transformers_finds_every_weight_and_hears(tmp_path: Path) -> None:
    from xla_playground.engine.platform.environment import import_tensorflow

    tf, transformers = import_tensorflow()
    folder = imported(write_ct2(tmp_path / "toy"))
    model, loading = transformers.TFWhisperForConditionalGeneration.from_pretrained(
        folder, output_loading_info=True, use_safetensors=True, local_files_only=True
    )
    assert loading["missing_keys"] == loading["unexpected_keys"] == []
    mel = np.random.default_rng(0).normal(size=(1, 80, 100)).astype(np.float32)
    logits = model(tf.constant(mel), decoder_input_ids=tf.constant([[4, 5, 0]])).logits
    assert logits.shape == (1, 3, 12)
    assert np.isfinite(logits.numpy()).all()


def test_the_folder_is_complete(tmp_path: Path) -> None:
    source = write_ct2(tmp_path / "toy")
    folder = imported(source)
    config = json.loads((folder / "config.json").read_text())
    assert config["encoder_layers"] == config["decoder_layers"] == 2
    assert (config["eos_token_id"], config["decoder_start_token_id"]) == (3, 4)
    generation = json.loads((folder / "generation_config.json").read_text())
    assert generation["suppress_tokens"] == [1, 2]
    assert generation["begin_suppress_tokens"] == [0]
    assert generation["no_timestamps_token_id"] == 5
    front_end = json.loads((folder / "preprocessor_config.json").read_text())
    assert (front_end["feature_size"], front_end["chunk_length"]) == (80, 1)
    told, info = inspect_path(source), inspect_path(folder)
    assert info.takes is told.takes is ModelInput.SPEECH
    for entry in ("parameters", "vocab_size", "positions", "hidden_size", "layers", "mel_bins"):
        assert getattr(told, entry) == getattr(info, entry)


def without(name: str) -> Callable[[dict[str, Array]], object]:
    return lambda variables: variables.pop(name)


def with_value(name: str, value: Any) -> Callable[[dict[str, Array]], object]:
    return lambda variables: variables.update({name: value})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (without("decoder/layer_1/ffn/linear_1/bias"), "lacks decoder/layer_1/ffn/linear_1/bias"),
        (without("decoder/embeddings/weight"), "decoder/embeddings/weight"),
        (with_value("decoder/layer_0/lora", np.ones(3, np.float32)), "decoder/layer_0/lora"),
        (with_value("encoder/../../x\n", np.ones(3, np.float32)), "x\\n"),
        (with_value("decoder/alibi", np.int8(1)), "decoder/alibi"),
        (with_value("encoder/num_heads", np.int16(5)), "5 heads"),
        (with_value("encoder/conv2/bias", np.ones(7, np.float32)), "encoder/conv2/bias of shape"),
        (with_value("decoder/layer_5000/x", np.ones(1, np.float32)), "lacks decoder/layer_2"),
        (with_value("encoder/conv2/weight", np.ones((32, 32, 3), np.int8)), "without a scale"),
    ],
)
def test_parts_that_do_not_belong_together(
    tmp_path: Path, change: Callable[[dict[str, Array]], object], named: str
) -> None:
    variables = ct2_variables(whisper_weights())
    change(variables)
    data = model_bin(variables) if "decoder/embeddings/weight" in variables else b""
    folder = write_ct2(tmp_path / "toy", variables)
    if not data:  # its alias leads nowhere
        assert "alias" in refusal(folder)
        return
    assert named in refusal(folder)


def test_other_models_are_named(tmp_path: Path) -> None:
    folder = write_ct2(tmp_path / "toy")
    (folder / "model.bin").write_bytes(model_bin({}, "TransformerSpec"))
    assert "alias" in refusal(folder)
    variables = ct2_variables(whisper_weights())
    (folder / "model.bin").write_bytes(model_bin(variables, "TransformerSpec"))
    assert "'TransformerSpec'" in refusal(folder)


def test_a_key_with_a_bias_and_a_weight_that_is_no_number(tmp_path: Path) -> None:
    variables = ct2_variables(whisper_weights())
    variables["encoder/layer_0/self_attention/linear_0/bias"][40] = 1
    with pytest.raises(CheckpointError, match="linear_0/bias"):
        imported(write_ct2(tmp_path / "bias", variables))
    variables = ct2_variables(whisper_weights())
    variables["encoder/conv1/weight"][0, 0, 0] = np.inf
    with pytest.raises(CheckpointError, match="not finite"):
        imported(write_ct2(tmp_path / "infinite", variables))


@pytest.mark.parametrize("file", ["tokenizer.json", "config.json"])
@pytest.mark.parametrize("content", [None, "", "[1]", "{}", '{"suppress_ids": "x"}', "[" * 100_000])
def test_damaged_companions(tmp_path: Path, file: str, content: str | None) -> None:
    folder = write_ct2(tmp_path / "toy")
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_text(content)
    if (file, content) == ("config.json", "{}"):
        imported(folder)  # it suppresses nothing
        return
    with pytest.raises(CheckpointError):
        imported(folder)


def test_a_tokenizer_that_cannot_be_made(tmp_path: Path) -> None:
    folder = write_ct2(tmp_path / "toy")
    content = json.loads((folder / "tokenizer.json").read_text())
    del content["model"]["merges"]
    (folder / "tokenizer.json").write_text(json.dumps(content))
    with pytest.raises(CheckpointError, match="no tokenizer: download it again"):
        imported(folder)


def test_a_tokenizer_with_more_tokens_than_the_model(tmp_path: Path) -> None:
    folder = write_ct2(tmp_path / "toy")
    content = json.loads((folder / "tokenizer.json").read_text())
    content["model"]["vocab"]["z"] = 12
    (folder / "tokenizer.json").write_text(json.dumps(content))
    assert "the token 12, the model knows 12" in refusal(folder)


@pytest.fixture(scope="module")
def good() -> bytes:
    return model_bin(ct2_variables(whisper_weights()))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ct2(tmp_path_factory.mktemp("ct2") / "toy")


@given(share=st.floats(0, 0.999))
def test_truncated_anywhere(good: bytes, scratch: Path, share: float) -> None:
    (scratch / "model.bin").write_bytes(good[: int(len(good) * share)])
    assert refusal(scratch)


@given(data=st.data())
def test_changed_anywhere(good: bytes, scratch: Path, data: st.DataObject) -> None:
    changed = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, 2_000))] = data.draw(st.integers(0, 255))
    (scratch / "model.bin").write_bytes(bytes(changed))
    try:
        read_ct2(scratch)
    except CheckpointError as error:
        error.sentence.encode("utf-8")


@pytest.mark.parametrize("count", [2**20, 2**32 - 1])
def test_a_header_that_claims_too_many_variables(good: bytes, scratch: Path, count: int) -> None:
    offset = 4 + 2 + len("WhisperSpec") + 1 + 4
    data = good[:offset] + struct.pack("<I", count) + good[offset + 4 :]
    (scratch / "model.bin").write_bytes(data)
    with pytest.raises(CheckpointError, match=f"{count:,} variables"):
        read_ct2_file(scratch / "model.bin")
