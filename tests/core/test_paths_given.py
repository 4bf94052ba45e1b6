"""Paths with ``~`` or ``file://``, files given for their folder, and files that are no model."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from tests.core.examples import data_of, gpt2_shapes, header_of, safetensors_bytes, write_model
from xla_playground.core.checkpoint.catalog import check_model, model_path
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import CheckpointError
from xla_playground.core.files.given_path import given_path


@pytest.mark.parametrize(
    "address", ["file://{}", "file://localhost{}", "file:{}", "FILE://{}", "{}"]
)
def test_a_path_with_a_home_or_as_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = write_model(tmp_path / "my model")
    assert given_path(address.format(tmp_path).replace(" ", "%20")) == tmp_path
    assert given_path(f"file://{tmp_path}/my%20model") == folder
    assert given_path("~/my model") == folder
    assert check_model("~/my model").path == str(folder)
    assert check_model(f"file://{tmp_path}/my%20model").path == str(folder)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
def test_a_file_of_a_folder_stands_for_it(tmp_path: Path, name: str) -> None:
    folder = write_model(tmp_path / "toy")
    assert model_path(str(folder / name)) == folder


WEB_PAGE = b"\n<!DOCTYPE html>\n<html><head><title>x</title>"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.gguf", WEB_PAGE, "a web page: download the file itself"),
        ("a.gguf", POINTER, "git lfs pull"),
        ("a.gguf", bytes(range(128, 200)), r"begins with b'\\x80"),
        ("a.gguf", b"", "a.gguf is empty"),
        ("a.GGUF", b"tjgg" + bytes(100), "older than GGUF"),
        ("a.bin", b"\x80\x02}q", "is no model, it is a pickle"),
        ("a.txt", b"Hello", "is no model: give a folder"),
        ("a.zip", b"PK\x03\x04", "a ZIP archive"),
    ],
)
def test_files_that_are_no_model(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CheckpointError, match=words):
        check_checkpoint(tmp_path / name)


@pytest.mark.parametrize(("content", "words"), [(WEB_PAGE, "a web page"), (POINTER, "lfs pull")])
def test_weights_that_are_none(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(CheckpointError, match=words):
        check_checkpoint(write_model(tmp_path / "toy", weights=content))


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("config.json", WEB_PAGE, "is not valid JSON, it is a web page"),
        ("config.json", b"\xef\xbb\xbf{}", "byte order mark, so save it as UTF-8 without"),
        ("tokenizer.json", POINTER, "is no tokenizer, it is a pointer of Git LFS"),
        ("tokenizer_config.json", b"[", "or no settings: correct it, or download it again"),
    ],
)
def test_settings_that_are_none(tmp_path: Path, file: str, content: bytes, words: str) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / file).write_bytes(content)
    with pytest.raises(CheckpointError, match=words):
        check_checkpoint(folder)


def test_an_adapter_beside_a_configuration(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "model.safetensors").rename(folder / "adapter_model.safetensors")
    (folder / "adapter_config.json").write_text("{}")
    with pytest.raises(CheckpointError, match="merge_and_unload"):
        check_checkpoint(folder)


def test_weights_that_another_library_wrote(tmp_path: Path) -> None:
    header = header_of(gpt2_shapes()) | {"__metadata__": {"format": "flax"}}
    weights = safetensors_bytes(header, data_of(header))
    with pytest.raises(CheckpointError, match="was not written by PyTorch or TensorFlow"):
        check_checkpoint(write_model(tmp_path / "toy", weights=weights))


def test_a_pipe_is_no_model(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CheckpointError, match="neither a file nor a folder"):
        check_checkpoint(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (["adapter_config.json", "adapter_model.safetensors"], "an adapter"),
        (["params.json", "consolidated.00.pth"], "Meta's own format"),
        (["model_index.json"], "Diffusers"),
        (["a.gguf", "b.gguf"], "2 GGUF models: give one"),
        (["a-00001-of-00002.gguf", "a-00002-of-00002.gguf"], "give the file a-00001-of-00002"),
        (["snapshots/1a2b/config.json"], "snapshots/1a2b has: give that folder"),
        (["inner/config.json"], "inner has: give that folder"),
        (["readme.md"], "give the folder of a Transformers model"),
    ],
)
def test_folders_without_a_configuration(tmp_path: Path, files: list[str], words: str) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("{}")
    with pytest.raises(CheckpointError, match=words):
        check_checkpoint(tmp_path)


def write_shards(folder: Path, total: int = 2) -> Path:
    """A model whose weights lie in numbered files without an index."""
    write_model(folder)
    (folder / "model.safetensors").unlink()
    shapes = list(gpt2_shapes().items())
    for number in range(total):
        header = header_of(dict(shapes[number::total]))
        file = folder / f"model-{number + 1:05}-of-{total:05}.safetensors"
        file.write_bytes(safetensors_bytes(header, data_of(header)))
    return folder


def test_shards_without_an_index(tmp_path: Path) -> None:
    folder = write_shards(tmp_path / "toy")
    assert (
        check_checkpoint(folder).parameters
        == check_checkpoint(write_model(tmp_path / "one")).parameters
    )
    (folder / "model-00002-of-00002.safetensors").unlink()
    with pytest.raises(CheckpointError, match=r"lacks model-00002-of-00002\.safetensors"):
        check_checkpoint(folder)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("other-00001-of-00001.safetensors", "two sets of weights"),
        ("model-00001-of-99999.safetensors", "two sets of weights"),
    ],
)
def test_numbered_files_that_do_not_belong_together(tmp_path: Path, name: str, words: str) -> None:
    folder = write_shards(tmp_path / "toy")
    (folder / name).write_bytes(struct.pack("<Q", 2) + b"{}")
    with pytest.raises(CheckpointError, match=words):
        check_checkpoint(folder)


def test_weights_under_another_name(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy")
    (folder / "model.safetensors").rename(folder / "gpt2.safetensors")
    with pytest.raises(CheckpointError, match=r"but gpt2\.safetensors: give that file this name"):
        check_checkpoint(folder)
