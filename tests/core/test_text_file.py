from __future__ import annotations

import os
from pathlib import Path

import pytest

from xla_playground.core.errors import RequestError
from xla_playground.core.files.text_file import read_text_file


@pytest.mark.parametrize(
    "data", [b"one\ntwo", b"\xef\xbb\xbfone\ntwo", b"one\r\ntwo", b"\xef\xbb\xbfone\rtwo"]
)
def test_a_mark_and_the_ends_of_lines_are_no_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "prompts.txt").write_bytes(data)
    assert read_text_file(tmp_path / "prompts.txt", "prompts") == "one\ntwo"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("one".encode("utf-16"), "is UTF-16: save it as UTF-8"),
        ("one".encode("utf-32"), "is UTF-32: save it as UTF-8"),
        ("zwölf".encode("latin-1"), "its byte 3 is none of it"),
        (b"a" * 5_000_001, "no text file of at most"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "prompts.txt").write_bytes(data)
    with pytest.raises(RequestError, match=words) as caught:
        read_text_file(tmp_path / "prompts.txt", "prompts")
    assert caught.value.field == "prompts"


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="There is no file"):
        read_text_file(tmp_path / "none", "prompts")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RequestError, match="no text file"):
        read_text_file(tmp_path / "pipe", "prompts")
