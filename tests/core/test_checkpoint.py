from __future__ import annotations

import json
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import (
    GPT2_CONFIG,
    completed,
    data_of,
    gpt2_shapes,
    header_of,
    safetensors_bytes,
    write_model,
)
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import CheckpointError
from xla_playground.core.weights.safetensors_file import Tensor, read_safetensors_header

GOOD_HEADER = header_of(gpt2_shapes())
GOOD = safetensors_bytes(GOOD_HEADER, data_of(GOOD_HEADER))
HEADER_END = 8 + struct.unpack("<Q", GOOD[:8])[0]


def refusal(folder: Path) -> str:
    """The sentence that a folder is refused with."""
    with pytest.raises(CheckpointError) as caught:
        check_checkpoint(folder)
    sentence = caught.value.sentence
    sentence.encode("utf-8")
    assert len(sentence) < 500
    assert sentence.endswith(".")
    return sentence


def with_header(change: Callable[[dict[str, Any]], object], data: bytes | None = None) -> bytes:
    """The good weights, their header changed in place."""
    header = json.loads(json.dumps(GOOD_HEADER))
    change(header)
    return safetensors_bytes(header, data_of(GOOD_HEADER) if data is None else data)


def test_a_sound_folder(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "README.md").write_text("---\nlibrary: x\nlicense: apache-2.0\n---\n# Toy\n")
    info = check_checkpoint(folder)
    assert info.name == info.path == str(folder)
    assert (info.family, info.family_label) == ("gpt2", "GPT-2")
    assert (info.layers, info.hidden_size, info.vocab_size, info.positions) == (2, 4, 11, 16)
    assert info.parameters == 11 * 4 + 16 * 4 + 2 * (4 * 4 + 60 + 20 + 80 + 68) + 8
    assert info.size_bytes == len(GOOD)
    assert info.stored_dtype == "F32"
    assert info.licence == "apache-2.0"
    assert info.is_decoder_only
    assert info.has_xla


def test_a_symlink_to_a_sound_folder(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (tmp_path / "link").symlink_to(folder)
    assert check_checkpoint(tmp_path / "link", name="toy").path == str(folder)


OPT_CONFIG = {
    "model_type": "opt",
    "num_hidden_layers": 1,
    "hidden_size": 8,
    "ffn_dim": 32,
    "word_embed_proj_dim": 8,
    "max_position_embeddings": 14,
    "vocab_size": 11,
}
OPT_SHAPES = {
    "model.decoder.embed_tokens.weight": (11, 8),
    "model.decoder.embed_positions.weight": (16, 8),
    "model.decoder.layers.0.fc1.weight": (32, 8),
}
T5_CONFIG = {
    "model_type": "t5",
    "num_layers": 2,
    "num_decoder_layers": None,
    "d_model": 8,
    "d_ff": 24,
    "d_kv": 3,
    "num_heads": 2,
    "relative_attention_num_buckets": 32,
    "vocab_size": 11,
}
T5_SHAPES = {
    "shared.weight": (11, 8),
    "encoder.block.0.layer.0.SelfAttention.q.weight": (6, 8),
    "encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight": (32, 2),
    "encoder.block.1.layer.1.DenseReluDense.wi.weight": (24, 8),
    "decoder.block.0.layer.2.DenseReluDense.wi.weight": (24, 8),
    "decoder.block.1.layer.0.SelfAttention.q.weight": (6, 8),
}


@pytest.mark.parametrize(
    ("config", "shapes", "layers"), [(OPT_CONFIG, OPT_SHAPES, 1), (T5_CONFIG, T5_SHAPES, 4)]
)
def test_other_families(
    tmp_path: Path, config: dict[str, Any], shapes: dict[str, tuple[int, ...]], layers: int
) -> None:
    header = header_of(completed(config, shapes), "F16")
    weights = safetensors_bytes(header, data_of(header))
    info = check_checkpoint(write_model(tmp_path / "toy", config, weights))
    assert info.layers == layers
    assert info.is_decoder_only == (config["model_type"] == "opt")
    for entry, value in config.items():
        if isinstance(value, int):
            folder = write_model(tmp_path / "lie", config | {entry: 10**9}, weights)
            assert "000,000,000" in refusal(folder)


# ---------------------------------------------------------------- the folder


def test_what_is_no_folder(tmp_path: Path) -> None:
    assert "There is no model" in refusal(tmp_path / "none")
    assert "There is no model" in refusal(tmp_path / "nul\0")
    assert "cannot be read" in refusal(tmp_path / ("x" * 5000))
    file = tmp_path / "file"
    file.write_bytes(GOOD)
    assert "is no model: give a folder" in refusal(file)
    assert "There is no model" in refusal(file / "below")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "There is no model" in refusal(loop)


def test_a_folder_whose_name_is_not_utf_8(tmp_path: Path) -> None:
    folder = write_model(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe")))
    assert "not a name in UTF-8" in refusal(folder)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("config.json", "has no config.json"),
        ("tokenizer.json", "has no tokenizer"),
        ("model.safetensors", "has no model.safetensors"),
    ],
)
def test_a_missing_file(tmp_path: Path, file: str, words: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).unlink()
    assert words in refusal(folder)
    (folder / file).symlink_to(folder / file)  # a loop
    assert refusal(folder)
    (folder / file).unlink()
    os.mkfifo(folder / file)  # reading would wait for ever
    assert refusal(folder)
    (folder / file).unlink()
    (folder / file).mkdir()
    assert refusal(folder)


def test_a_card_that_cannot_be_read_is_no_licence(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    os.mkfifo(folder / "README.md")
    assert check_checkpoint(folder).licence == ""
    (folder / "README.md").unlink()
    (folder / "README.md").write_bytes(b"--- \xff\xff")
    assert check_checkpoint(folder).licence == ""


def test_a_pickle_is_refused_by_name(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    sentence = refusal(folder)
    assert "a pickle, which can run code" in sentence
    assert "save_pretrained" in sentence


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("file", ["config.json", "model.safetensors", "."])
def test_what_may_not_be_read(tmp_path: Path, file: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).chmod(0)
    sentence = refusal(folder)
    (folder / file).chmod(0o700)
    assert "Permission denied" in sentence


# ---------------------------------------------------------------- the configuration


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("\ufeff{}", "not valid JSON"),
        ("[1, 2]", "not a configuration"),
        ('"gpt2"', "not a configuration"),
        ("null", "not a configuration"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "not valid JSON"),
        ('{"model_type": "gpt2", "n_layer": ' + "9" * 5000 + "}", "not valid JSON"),
        (" " * 6_000_000, "too large"),
        ("{}", "model type None"),
        ('{"model_type": ["gpt2"]}', "model type ['gpt2']"),
        ('{"model_type": "bert"}', "GPT-2, OPT, T5"),
        ('{"model_type": "\\ud800"}', "not supported"),
        (json.dumps({"model_type": "x" * 100_000}), "not supported"),
    ],
    ids=range(14),
)
def test_a_configuration_that_is_none(tmp_path: Path, text: str, words: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "config.json").write_text(text)
    assert words in refusal(folder)


def test_a_configuration_that_is_not_text(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "config.json").write_bytes(b"\xff\xfe\x00\x01")
    assert "not valid JSON" in refusal(folder)


SIZES = ("n_layer", "n_embd", "n_positions", "vocab_size")
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, "2", [2], {}, [[]] * 10_000, 2**31 - 1, 2**31, 10**4000, 1e308,
    float("nan"), float("inf"), 5000, 3,
)  # fmt: skip


@pytest.mark.parametrize("entry", SIZES)
def test_a_size_that_no_weight_has(tmp_path: Path, entry: str) -> None:
    for value in VALUES:
        assert refusal(write_model(tmp_path / "toy", **{entry: value}))
    config = {name: value for name, value in GPT2_CONFIG.items() if name != entry}
    assert entry in refusal(write_model(tmp_path / "toy", config))


@pytest.mark.parametrize("value", [3, 2**31 - 1, 10**4000, -1, "16", []])
def test_a_further_size_that_no_weight_has(tmp_path: Path, value: Any) -> None:
    assert "n_inner" in refusal(write_model(tmp_path / "toy", n_inner=value))
    assert check_checkpoint(write_model(tmp_path / "toy", n_inner=16)).layers == 2


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("num_labels", 10**8),
        ("layer_norm_epsilon", -1.0),
        ("layer_norm_epsilon", "small"),
        ("layer_norm_epsilon", None),
        ("layer_norm_epsilon", float("nan")),
        ("attn_pdrop", float("inf")),
        ("n_head", 0),
        ("n_head", -2),
        ("n_head", 3),
        ("n_head", None),
        ("is_encoder_decoder", True),
    ],
)
def test_an_entry_that_would_hang_or_answer_nonsense(
    tmp_path: Path, entry: str, value: Any
) -> None:
    assert entry in refusal(write_model(tmp_path / "toy", **{entry: value}))


@pytest.mark.parametrize("file", ["tokenizer.json", "tokenizer_config.json", "merges.txt"])
def test_a_file_too_large_to_read(tmp_path: Path, file: str) -> None:
    folder = write_model(tmp_path / "toy")
    with (folder / file).open("ab") as opened:
        opened.truncate(10**12)  # sparse
    assert f"{file} is too large" in refusal(folder)


@pytest.mark.parametrize("content", ["", "[", "[]", "5", "[" * 100_000, "\\xff"])
@pytest.mark.parametrize("file", ["tokenizer_config.json", "generation_config.json"])
def test_settings_that_are_none(tmp_path: Path, file: str, content: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).write_text(content)
    assert f"{file} is not valid JSON, or no settings" in refusal(folder)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is no tokenizer: correct it"),
        ("{}", "is no tokenizer: correct it"),
        ("[" * 100_000, "is no tokenizer: correct it"),
        ('{"model": {"vocab": 5}}', "is no tokenizer: correct it"),
        ('{"model": {"vocab": {"a": "b"}}}', "is no tokenizer: correct it"),
        ('{"model": {"vocab": {"a": 11}}}', "a tokenizer of 12 tokens, its model knows 11"),
        ('{"model": {"vocab": {}}, "added_tokens": [{"id": 11}]}', "12 tokens, its model knows 11"),
        (json.dumps({"model": {"vocab": [["a", 0.5]] * 12}}), "12 tokens, its model knows 11"),
    ],
)
def test_a_tokenizer_of_another_model(tmp_path: Path, content: str, words: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "tokenizer.json").write_text(content)
    assert words in refusal(folder)


#: A piece, a number and a piece, as Protocol Buffers write them.
PIECES = b"\x0a\x03\x0a\x01a" + b"\x10\x96\x01" + b"\x0a\x03\x0a\x01b"


@pytest.mark.parametrize("file", ["tokenizer.model", "spiece.model", "sentencepiece.bpe.model"])
@pytest.mark.parametrize(
    "content",
    [b"", b"IQ== 0\nIg== 1\n", PIECES[:-1], b"\x10\x96\x01", b"\xff" * 30, b"\x0b" + PIECES],
    ids=["empty", "tiktoken", "cut off", "no piece", "a number without an end", "a group"],
)
def test_pieces_that_are_none(tmp_path: Path, file: str, content: bytes) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).write_bytes(content)
    check_checkpoint(folder)  # tokenizer.json is read in its place
    (folder / "tokenizer.json").unlink()
    assert f"{file} is not a SentencePiece model" in refusal(folder)
    (folder / file).write_bytes(PIECES)
    check_checkpoint(folder)


@pytest.mark.parametrize(
    "file", ["config.json", "tokenizer_config.json", "generation_config.json", "merges.txt"]
)
def test_a_pipe_in_the_place_of_a_file(tmp_path: Path, file: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).unlink(missing_ok=True)
    os.mkfifo(folder / file)  # whoever reads it waits for ever
    assert f"{file} is not a file" in refusal(folder)


@pytest.mark.parametrize("before", ["", "transformer."])
def test_the_names_of_a_compiled_model(tmp_path: Path, before: str) -> None:
    """``torch.compile`` of all of it, or of the model within."""
    written = header_of({f"{before}_orig_mod.{n}": shape for n, shape in gpt2_shapes().items()})
    weights = safetensors_bytes(written, data_of(written))
    plain = check_checkpoint(write_model(tmp_path / "plain"))
    folder = write_model(tmp_path / "toy", weights=weights)
    assert check_checkpoint(folder).parameters == plain.parameters
    both = header_of({**gpt2_shapes(), "_orig_mod.wte.weight": (11, 4)})
    weights = safetensors_bytes(both, data_of(both))
    assert "contradicts itself" in refusal(write_model(tmp_path / "both", weights=weights))


def test_weights_as_whole_numbers(tmp_path: Path) -> None:
    weights = with_header(lambda header: header["ln_f.weight"].update(dtype="I32"))
    assert "the weight 'ln_f.weight' as whole numbers (I32)" in refusal(
        write_model(tmp_path / "toy", weights=weights)
    )


@pytest.mark.parametrize(
    "surplus",
    [{"h.0.big": (40_000_000_000,)}, {f"h.0.{n}": (0,) for n in range(1000)}],
    ids=["one of 160 GB", "a thousand empty ones"],
)
def test_more_weights_than_the_configuration_has_a_place_for(
    tmp_path: Path, surplus: dict[str, tuple[int, ...]]
) -> None:
    header = header_of(gpt2_shapes() | surplus)
    end = max(entry["data_offsets"][1] for name, entry in header.items() if name[0] != "_")
    folder = write_model(tmp_path / "toy", weights=safetensors_bytes(header, b""))
    with (folder / "model.safetensors").open("ab") as file:
        file.truncate(file.tell() + end)  # sparse
    assert "holds more weights than its configuration has a place for" in refusal(folder)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda shapes: shapes.pop("h.2.attn.c_attn.weight"), "lacks 'h.2.attn.c_attn.weight'"),
        (
            lambda shapes: shapes.update({"h.0.attn.c_attn.weight": (12, 4)}),
            "'h.0.attn.c_attn.weight' of shape (12, 4), but its other layers have (4, 12)",
        ),
    ],
)
def test_a_layer_unlike_the_others(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], words: str
) -> None:
    shapes = gpt2_shapes(layers=4)
    change(shapes)
    header = header_of(shapes)
    weights = safetensors_bytes(header, data_of(header))
    assert words in refusal(write_model(tmp_path / "toy", weights=weights, n_layer=4))


def test_five_thousand_layers(tmp_path: Path) -> None:
    assert "5,000 layers" in refusal(write_model(tmp_path / "lie", n_layer=5000))
    header = header_of(gpt2_shapes(layers=5000))
    weights = safetensors_bytes(header, data_of(header))
    folder = write_model(tmp_path / "true", weights=weights, n_layer=5000)
    assert "5,000 layers, more than the 1,000" in refusal(folder)


def test_a_layer_too_few(tmp_path: Path) -> None:
    assert "3 layers, the weights have 2" in refusal(write_model(tmp_path / "toy", n_layer=3))


# ---------------------------------------------------------------- the weights


@pytest.mark.parametrize(
    "size",
    [0, 1, 7, 8, 9, HEADER_END - 1, HEADER_END, HEADER_END + 1, len(GOOD) // 2, len(GOOD) - 1],
)
def test_a_truncated_file(tmp_path: Path, size: int) -> None:
    assert "truncated" in refusal(write_model(tmp_path / "toy", weights=GOOD[:size]))


def test_a_file_that_goes_on(tmp_path: Path) -> None:
    assert "goes on after" in refusal(write_model(tmp_path / "toy", weights=GOOD + b"\0"))


@pytest.mark.parametrize("length", [0, 1, 2**31, 2**63, 2**64 - 1, len(GOOD), 10**7 + 1])
def test_a_header_length_that_lies(tmp_path: Path, length: int) -> None:
    weights = struct.pack("<Q", length) + GOOD[8:]
    assert refusal(write_model(tmp_path / "toy", weights=weights))


@pytest.mark.parametrize(
    "header",
    [
        b"{}",
        b"[]",
        b"null",
        b"12",
        b"{" * 50_000,
        b"[" * 9_000_000,
        b"\xff\xff\xff",
        b'{"a": 1}',
        b'{"a": null}',
        b'{"a": {}}',
        b'{"__metadata__": {"format": "pt"}}',
        b'{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0]}}',
        b'{"a": {"dtype": "F32", "shape": "1", "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": "F32", "shape": [1.0], "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0.0, 4.0]}}',
        b'{"a": {"dtype": "F32", "shape": [true], "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": "F32", "shape": [-1], "data_offsets": [4, 0]}}',
        b'{"a": {"dtype": "F32", "shape": [1], "data_offsets": [-4, 0]}}',
        b'{"a": {"dtype": "F99", "shape": [1], "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": ["F32"], "shape": [1], "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": "F32", "shape": [' + b"9" * 4000 + b'], "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": "F32", "shape": [' + b"2," * 100_000 + b'2], "data_offsets": [0, 4]}}',
        b'{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}, '
        b'"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}',
    ],
    ids=range(23),
)
def test_a_header_that_lies(tmp_path: Path, header: bytes) -> None:
    weights = safetensors_bytes(header, bytes(1000))
    assert refusal(write_model(tmp_path / "toy", weights=weights))


def test_weights_that_overlap(tmp_path: Path) -> None:
    def move(header: dict[str, Any]) -> None:
        header["ln_f.weight"]["data_offsets"] = [0, 16]

    folder = write_model(tmp_path / "toy", weights=with_header(move))
    assert "overlap or leave gaps" in refusal(folder)


def test_weights_that_leave_a_gap(tmp_path: Path) -> None:
    def remove(header: dict[str, Any]) -> None:
        del header["h.0.ln_1.weight"]

    folder = write_model(tmp_path / "toy", weights=with_header(remove))
    assert "overlap or leave gaps" in refusal(folder)


def test_a_shape_that_does_not_fill_its_bytes(tmp_path: Path) -> None:
    def grow(header: dict[str, Any]) -> None:
        header["ln_f.weight"]["shape"] = [5]

    folder = write_model(tmp_path / "toy", weights=with_header(grow))
    assert "contradicts itself" in refusal(folder)


def test_tensors_without_elements_are_no_overlap(tmp_path: Path) -> None:
    header = header_of({"h.0.attn.masked_bias": (0, 4), **gpt2_shapes(), "position_ids": (0,)})
    weights = safetensors_bytes(header, data_of(header))
    assert check_checkpoint(write_model(tmp_path / "toy", weights=weights)).layers == 2


@pytest.mark.parametrize(
    ("dtype", "width", "bits"),
    [
        (dtype, width, bits)
        for dtype, width, values in (
            ("F16", 2, (0x7C00, 0xFC00, 0x7E00)),
            ("BF16", 2, (0x7F80, 0xFF80, 0x7FC0)),
            ("F32", 4, (0x7F800000, 0xFF800000, 0x7FC00000)),
            ("F64", 8, (0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000)),
        )
        for bits in values
    ],
)
def test_weights_that_are_not_finite(tmp_path: Path, dtype: str, width: int, bits: int) -> None:
    header = header_of(gpt2_shapes(), dtype)
    data = bytearray(data_of(header))
    sound = write_model(tmp_path / "sound", weights=safetensors_bytes(header, bytes(data)))
    assert check_checkpoint(sound).stored_dtype == dtype
    data[-width:] = bits.to_bytes(width, "little")
    folder = write_model(tmp_path / "toy", weights=safetensors_bytes(header, bytes(data)))
    assert "not finite numbers ('ln_f.weight')" in refusal(folder)
    assert check_checkpoint(folder, reads_weights=False).stored_dtype == dtype


def test_the_largest_finite_numbers_are_finite(tmp_path: Path) -> None:
    header = header_of(gpt2_shapes())
    data = np.full(len(data_of(header)) // 4, np.finfo(np.float32).max).tobytes()
    assert (
        check_checkpoint(
            write_model(tmp_path / "toy", weights=safetensors_bytes(header, data))
        ).layers
        == 2
    )


def test_a_tensor_name_that_cannot_be_printed(tmp_path: Path) -> None:
    header = header_of({"\ud800" * 50: (1,), **gpt2_shapes()})
    folder = write_model(tmp_path / "toy", weights=safetensors_bytes(header, data_of(header)))
    assert "no place for" in refusal(folder)


# ---------------------------------------------------------------- several files, HDF5


def write_sharded(folder: Path, weight_map: Any = None, files: int = 2) -> Path:
    """``write_model`` with its weights in several files; ``weight_map`` replaces the index's."""
    write_model(folder)
    (folder / "model.safetensors").unlink()
    shapes = gpt2_shapes()
    places: dict[str, str] = {}
    for number in range(files):
        name = f"model-{number + 1:05}-of-{files:05}.safetensors"
        part = dict(list(shapes.items())[number::files])
        header = header_of(part)
        (folder / name).write_bytes(safetensors_bytes(header, data_of(header)))
        places |= dict.fromkeys(part, name)
    index = {"weight_map": places if weight_map is None else weight_map}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    return folder


def test_several_files(tmp_path: Path) -> None:
    one, several = write_model(tmp_path / "one"), write_sharded(tmp_path / "several")
    first, second = check_checkpoint(one, name="m"), check_checkpoint(several, name="m")
    assert (first.parameters, first.layers) == (second.parameters, second.layers)
    assert first.memory_bytes == second.memory_bytes > 4 * first.parameters


@pytest.mark.parametrize(
    ("weight_map", "words"),
    [
        ({"a": "../secret.safetensors"}, "no file of weights"),
        ({"a": "/etc/passwd"}, "no file of weights"),
        ({"a": "sub/model.safetensors"}, "no file of weights"),
        ({"a": "..safetensors"}, "no file of weights"),
        ({"a": "model.bin"}, "no file of weights"),
        ({"a": "\ud800.safetensors"}, "no file of weights"),
        ({"a": "missing.safetensors"}, "lacks missing.safetensors"),
        ({"wte.weight": "model-00001-of-00002.safetensors"}, "disagree"),
        ({"a": 1}, "no file of weights"),
        ({"a": 1, "b": "c"}, "not an index"),
        ({"a": ["x"]}, "not an index"),
        ([], "not an index"),
        ({}, "names 0 files"),
        (dict.fromkeys("abc"), "no file of weights"),
        ({str(n): f"{n}.safetensors" for n in range(1001)}, "names 1,001 files"),
    ],
)
def test_an_index_that_lies(tmp_path: Path, weight_map: Any, words: str) -> None:
    assert words in refusal(write_sharded(tmp_path / "toy", weight_map))


def test_a_weight_that_two_files_hold(tmp_path: Path) -> None:
    folder = write_sharded(tmp_path / "toy")
    header = header_of(gpt2_shapes())
    second = folder / "model-00002-of-00002.safetensors"
    second.write_bytes(safetensors_bytes(header, data_of(header)))
    assert "another file holds" in refusal(folder)


def test_weights_of_a_later_file_that_are_not_finite(tmp_path: Path) -> None:
    folder = write_sharded(tmp_path / "toy")
    second = folder / "model-00002-of-00002.safetensors"
    second.write_bytes(second.read_bytes()[:-4] + struct.pack("<f", float("nan")))
    assert "not finite" in refusal(folder)


def test_hdf5_is_looked_into_where_it_can_be(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "model.safetensors").unlink()
    (folder / "tf_model.h5").write_bytes(bytes(1000))
    assert check_checkpoint(folder).layers == 2
    shapes = {name: Tensor("F32", shape, 0, 0) for name, shape in gpt2_shapes(layers=3).items()}
    with pytest.raises(CheckpointError, match="2 layers, the weights have 3"):
        check_checkpoint(folder, read_h5=lambda path: shapes)
    (folder / "tf_model.h5").rename(folder / "tf_model.h5.index.json")
    assert "several HDF5 files" in refusal(folder)


# ---------------------------------------------------------------- what a model takes


def test_a_chat_template(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    assert not check_checkpoint(folder).has_chat
    (folder / "tokenizer_config.json").write_text(json.dumps({"chat_template": "{{ x }}"}))
    assert check_checkpoint(folder).has_chat
    (folder / "tokenizer_config.json").unlink()
    (folder / "chat_template.jinja").write_text("{{ x }}")
    assert check_checkpoint(folder).has_chat


WHISPER_CONFIG: dict[str, Any] = {
    "model_type": "whisper",
    "encoder_layers": 1,
    "decoder_layers": 1,
    "d_model": 4,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 8,
    "decoder_ffn_dim": 8,
    "vocab_size": 11,
    "num_mel_bins": 80,
    "max_source_positions": 200,
    "max_target_positions": 30,
    "is_encoder_decoder": True,
}
WHISPER_SHAPES: dict[str, tuple[int, ...]] = {
    "model.encoder.conv1.weight": (4, 80, 3),
    "model.encoder.embed_positions.weight": (200, 4),
    "model.encoder.layers.0.fc1.weight": (8, 4),
    "model.decoder.embed_tokens.weight": (11, 4),
    "model.decoder.embed_positions.weight": (30, 4),
    "model.decoder.layers.0.fc1.weight": (8, 4),
}


def write_whisper(folder: Path, **entries: Any) -> Path:
    header = header_of(completed(WHISPER_CONFIG, WHISPER_SHAPES))
    weights = safetensors_bytes(header, data_of(header))
    return write_model(folder, WHISPER_CONFIG | entries, weights)


def test_a_speech_model(tmp_path: Path) -> None:
    info = check_checkpoint(write_whisper(tmp_path / "toy"))
    assert (info.takes, info.window_s, info.sampling_rate, info.mel_bins, info.positions) == (
        "speech",
        4.0,
        16_000,
        80,
        30,
    )
    for entry in ("num_mel_bins", "max_source_positions", "max_target_positions"):
        assert "no weight has" in refusal(write_whisper(tmp_path / "lie", **{entry: 77}))


@pytest.mark.parametrize(
    "entries",
    [
        {"feature_size": 128},
        {"sampling_rate": 8000},
        {"hop_length": 200},
        {"n_fft": "400"},
        {"nb_max_frames": 3000},
        {"padding_value": 0.5},
        {"padding_side": "left"},
        {"dither": 0.5},
        {"feature_extractor_type": "Speech2TextFeatureExtractor"},
        [],
    ],
)
def test_a_front_end_that_is_not_ours(tmp_path: Path, entries: Any) -> None:
    folder = write_whisper(tmp_path / "toy")
    (folder / "preprocessor_config.json").write_text(json.dumps(entries))
    assert "preprocessor_config.json" in refusal(folder)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"n_positions": 2**31 - 1, "model_type": "ctrl", "dff": 16}, "too large to be computed"),
        ({"n_positions": 10**6, "model_type": "gptj", "rotary_dim": 10**6}, "rotary_dim"),
    ],
)
def test_a_computed_table_that_is_too_large(
    tmp_path: Path, config: dict[str, Any], words: str
) -> None:
    assert words in refusal(write_model(tmp_path / "toy", GPT2_CONFIG | config))


# ---------------------------------------------------------------- anything at all


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("fuzz") / "toy")


@given(position=st.integers(0, len(GOOD) - 1), data=st.binary(min_size=1, max_size=12))
def test_bytes_overwritten_anywhere(fuzzed: Path, position: int, data: bytes) -> None:
    weights = GOOD[:position] + data + GOOD[position + len(data) :]
    check_any_weights(fuzzed, weights)


@given(position=st.integers(0, len(GOOD)), data=st.binary(max_size=30), removed=st.integers(0, 30))
def test_bytes_inserted_or_removed_anywhere(
    fuzzed: Path, position: int, data: bytes, removed: int
) -> None:
    check_any_weights(fuzzed, GOOD[:position] + data + GOOD[position + removed :])


@given(st.binary(max_size=200))
def test_any_bytes(fuzzed: Path, weights: bytes) -> None:
    check_any_weights(fuzzed, weights)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
entries = st.fixed_dictionaries(
    {},
    optional={
        "dtype": st.sampled_from(["F32", "F16", "BOOL", "F8", ""]) | json_values,
        "shape": st.lists(st.integers(-1, 2**70), max_size=4) | json_values,
        "data_offsets": st.lists(st.integers(-1, 200), min_size=2, max_size=2) | json_values,
    },
)


@given(
    header=st.dictionaries(st.text(st.characters()), entries | json_values),
    size=st.integers(0, 300),
)
def test_any_header(fuzzed: Path, header: dict[str, Any], size: int) -> None:
    check_any_weights(fuzzed, safetensors_bytes(header, bytes(size)))


@given(st.dictionaries(st.sampled_from([*GPT2_CONFIG]), json_values) | json_values)
def test_any_configuration(fuzzed: Path, config: Any) -> None:
    config = GPT2_CONFIG | config if isinstance(config, dict) else config
    (fuzzed / "model.safetensors").write_bytes(GOOD)
    (fuzzed / "config.json").write_text(json.dumps(config))
    try:
        check_checkpoint(fuzzed)
    except CheckpointError as error:
        error.sentence.encode("utf-8")


def check_any_weights(folder: Path, weights: bytes) -> None:
    """Either the file is refused, or everything that its header says is inside the file."""
    file = folder / "model.safetensors"
    file.write_bytes(weights)
    (folder / "config.json").write_text(json.dumps(GPT2_CONFIG))
    try:
        check_checkpoint(folder)
    except CheckpointError as error:
        error.sentence.encode("utf-8")
    try:
        tensors = read_safetensors_header(file)
    except CheckpointError:
        return
    assert sum(t.end - t.start for t in tensors.values()) + min(
        t.start for t in tensors.values()
    ) == len(weights)


@pytest.mark.parametrize("file", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_link_that_leads_nowhere_is_named(tmp_path: Path, file: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).unlink()
    (folder / file).symlink_to(folder / "blobs" / "gone")
    assert f"{file} is a link to" in refusal(folder)


def test_added_tokens_count(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "added_tokens.json").write_text('{"<x>": 5000}')
    assert "a tokenizer of 5,001 tokens" in refusal(folder)
