"""Sample prompts follow the model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes import CHAT, GPT2, T5
from xla_playground.core.checkpoint.catalog import bundled_names
from xla_playground.core.model.sample_prompts import SAMPLES_FILE, sample_prompts
from xla_playground.core.paths import resource_dir


def test_samples_fit_what_the_model_does() -> None:
    assert sample_prompts(GPT2) == sample_prompts(None)
    assert sample_prompts(CHAT)[0].startswith("Explain")
    assert sample_prompts(T5)[0].startswith("translate English to German: ")


def test_a_folder_brings_its_own(tmp_path: Path) -> None:
    (tmp_path / SAMPLES_FILE).write_text(json.dumps(["spell: 1207", "a\nb"]))
    info = T5.model_copy(update={"path": str(tmp_path)})
    assert sample_prompts(info) == ("spell: 1207", "a\nb")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"{}",
        b"[1]",
        b'[""]',
        b'["a\\u0000"]',
        b'["\\ud800"]',
        b"[" * 90_000,
        json.dumps(["x" * 2000]).encode(),
        json.dumps(["x"] * 100).encode(),
        b'"' + b"x" * 200_000,
    ],
)
def test_what_is_no_list_of_short_texts_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SAMPLES_FILE).write_bytes(content)
    assert sample_prompts(T5.model_copy(update={"path": str(tmp_path)})) == sample_prompts(T5)


def test_the_samples_of_bundled_models_are_read() -> None:
    for name in bundled_names():
        folder = resource_dir() / "models" / name
        if (folder / SAMPLES_FILE).exists():
            info = T5.model_copy(update={"path": str(folder)})
            assert sample_prompts(info) == tuple(json.loads((folder / SAMPLES_FILE).read_text()))
