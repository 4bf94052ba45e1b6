from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.tiny_llama import write_llama
from xla_playground.core.errors import CheckpointError
from xla_playground.library.gguf.header import is_gguf, read_gguf_header
from xla_playground.library.gguf.importer import read_gguf


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_llama(tmp_path_factory.mktemp("gguf") / "toy.gguf", kind="Q4_0").read_bytes()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gguf") / "bad.gguf"


def sentence_of(path: Path, data: bytes) -> str:
    """The sentence that a file of ``data`` is refused with, empty where it is sound."""
    path.write_bytes(data)
    try:
        read_gguf(path)
    except CheckpointError as error:
        error.sentence.encode("utf-8")
        assert len(error.sentence) < 700
        assert error.sentence.endswith(".")
        return error.sentence
    return ""


def test_a_sound_file(good: bytes, scratch: Path) -> None:
    scratch.write_bytes(good)
    header = read_gguf_header(scratch)
    assert is_gguf(scratch)
    assert header.metadata["general.architecture"] == "llama"
    last = max(header.tensors.values(), key=lambda tensor: tensor.end)
    assert last.end <= len(good) < last.end + 32


@pytest.mark.parametrize(
    ("offset", "layout", "named"),
    [
        (8, "Q", "tensors"),  # the header's counts
        (16, "Q", "metadata entries"),
        (24, "Q", "bytes of a string"),  # the first key's length
    ],
)
@pytest.mark.parametrize("claim", [2**60, 2**63, 2**64 - 1, 10**7])
def test_a_header_that_claims_too_much(
    good: bytes, scratch: Path, offset: int, layout: str, named: str, claim: int
) -> None:
    size = struct.calcsize(layout)
    data = good[:offset] + struct.pack(f"<{layout}", claim) + good[offset + size :]
    assert f"{claim:,} {named}" in sentence_of(scratch, data)


def test_an_array_that_claims_too_much(good: bytes, scratch: Path) -> None:
    key = b"tokenizer.ggml.tokens"
    offset = good.index(key) + len(key) + 8  # its type and its items' type
    data = good[:offset] + struct.pack("<Q", 2**60) + good[offset + 8 :]
    assert "array items" in sentence_of(scratch, data)
    data = good[:offset] + struct.pack("<Q", 1_900_000) + good[offset + 8 :]
    assert "header" in sentence_of(scratch, data)


@pytest.mark.parametrize("version", [0, 1, 4, 0x03000000])
def test_other_versions(good: bytes, scratch: Path, version: int) -> None:
    data = good[:4] + struct.pack("<I", version) + good[8:]
    assert "version" in sentence_of(scratch, data)


@given(share=st.floats(0, 0.999))
def test_truncated_anywhere(good: bytes, scratch: Path, share: float) -> None:
    assert sentence_of(scratch, good[: int(len(good) * share)])


@given(data=st.data())
def test_changed_anywhere(good: bytes, scratch: Path, data: st.DataObject) -> None:
    """No change of the header makes anything but a sentence, or a file that can be read."""
    changed = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, 9_000))
        changed[place] = data.draw(st.integers(0, 255))
    sentence_of(scratch, bytes(changed))


@pytest.mark.parametrize("data", [b"", b"GGUF", b"GGML" + bytes(40), bytes(100)])
def test_what_is_no_gguf(scratch: Path, data: bytes) -> None:
    assert "GGUF" in sentence_of(scratch, data)
