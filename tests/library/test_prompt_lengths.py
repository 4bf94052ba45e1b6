from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from xla_playground.core.checkpoint.catalog import bundled_names, model_path
from xla_playground.core.errors import CheckpointError, RequestError
from xla_playground.library.prompt_lengths import prompt_lengths

PROMPTS = ("TensorFlow is", "A compiler, in one sentence: " * 5, "ünï 是 🦊")


@pytest.mark.parametrize("name", bundled_names())
def test_lengths_are_those_of_the_engines_tokenizer(name: str) -> None:
    from transformers import AutoTokenizer

    folder = model_path(name)
    if not (folder / "tokenizer.json").is_file():
        pytest.skip(f"{name} has no tokenizer.json")
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    ids = tokenizer(list(PROMPTS))["input_ids"]
    assert prompt_lengths(folder, PROMPTS) == [len(tokens) for tokens in ids]


def test_a_missing_or_damaged_tokenizer_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"has no tokenizer\.json"):
        prompt_lengths(tmp_path, PROMPTS)
    (tmp_path / "tokenizer.json").write_text("{")
    with pytest.raises(CheckpointError, match="cannot be read"):
        prompt_lengths(tmp_path, PROMPTS)


def test_an_empty_prompt_is_named(tmp_path: Path) -> None:
    folder = model_path("playground-gpt2")
    shutil.copy(folder / "tokenizer.json", tmp_path)
    with pytest.raises(RequestError, match="Prompt 2 is empty"):
        prompt_lengths(tmp_path, ("a", ""))
