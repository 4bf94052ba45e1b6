"""Tokenizers written by other versions, and by classes that are not known here."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import change_json
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import CheckpointError
from xla_playground.engine.model.tokenizer_loading import load_tokenizer
from xla_playground.engine.platform.environment import import_tensorflow

TinyModels = Callable[[str], Path]
TEXT = "the lazy dog<end>"


def loaded(folder: Path) -> Any:
    """The tokenizer of a folder."""
    _, transformers = import_tensorflow()
    return load_tokenizer(check_checkpoint(folder), transformers)


@pytest.mark.parametrize(
    "settings",
    [
        {"tokenizer_class": "TokenizersBackend", "backend": "tokenizers", "is_local": True},
        {"tokenizer_class": "TokenizersBackend", "extra_special_tokens": ["<end>"]},
        {"extra_special_tokens": [{"content": "<end>", "__type": "AddedToken"}]},
        {"extra_special_tokens": {"image_token": "<end>"}},
        {"tokenizer_class": "Own", "auto_map": {"AutoTokenizer": ["own.Own", None]}},
        {"tokenizer_class": "MistralCommonTokenizer"},
        {"tokenizer_class": "LlamaTokenizer"},  # which would add three tokens of its own
        {"tokenizer_class": None},  # GPT-2's class would add one
    ],
)
def test_a_whole_tokenizer_json_is_enough(
    tiny_models: TinyModels, tmp_path: Path, settings: dict[str, Any]
) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "toy")
    change_json(folder / "tokenizer_config.json", **settings)
    tokenizer, plain = loaded(folder), loaded(tiny_models("gpt2"))
    ids = tokenizer(TEXT)["input_ids"]
    assert ids == plain(TEXT)["input_ids"]
    assert tokenizer.decode(ids, skip_special_tokens=True) == "the lazy dog"
    assert tokenizer.eos_token_id == 1


def test_a_list_of_extra_tokens_in_the_map(tiny_models: TinyModels, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "toy")
    extra = {"extra_special_tokens": ["<end>"], "eos_token": "<end>"}
    (folder / "special_tokens_map.json").write_text(json.dumps(extra))
    assert loaded(folder).eos_token_id == 1


@pytest.mark.parametrize("name", ["TokenizersBackend", "T5Tokenizer"])
def test_without_it_the_sentence_says_how_it_is_made(
    tiny_models: TinyModels, tmp_path: Path, name: str
) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "toy")
    (folder / "tokenizer.json").unlink()
    (folder / "spiece.model").write_bytes(b"\n\x03\n\x01a")  # one piece, and nothing else
    change_json(folder / "tokenizer_config.json", tokenizer_class=name)
    with pytest.raises(CheckpointError, match=r"add its tokenizer\.json"):
        loaded(folder)


def test_a_tokenizer_of_a_larger_model(tiny_models: TinyModels, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny_models("gpt2"), tmp_path / "toy")
    content = json.loads((folder / "tokenizer.json").read_text())
    content["added_tokens"].append(content["added_tokens"][0] | {"id": 300, "content": "<more>"})
    (folder / "tokenizer.json").write_text(json.dumps(content))
    with pytest.raises(CheckpointError, match="301 tokens, its model knows 300"):
        loaded(folder)
