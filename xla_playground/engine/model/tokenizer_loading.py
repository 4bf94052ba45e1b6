"""Load the tokenizer of a model folder: by its own class, or from its ``tokenizer.json`` alone."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from ...core.errors import CheckpointError, first_line, shown
from ...core.messages.message import Message
from ...core.messages.models import checkpoint as messages
from ...core.model.info import ModelInfo
from ..protocols.models import Tokenizer, Transformers

logger = logging.getLogger(__name__)

_SETTINGS = "tokenizer_config.json"
_WHOLE = "tokenizer.json"


def load_tokenizer(info: ModelInfo, transformers: Transformers) -> Tokenizer:
    """Return the tokenizer of a folder that passed the check.

    A class that Transformers 4.54 does not know (those of Transformers 5, or code of the folder's
    own, which never runs here) or that adds tokens past the vocabulary is skipped if there is a
    ``tokenizer.json``, which holds the same information.

    Raises:
        CheckpointError: it cannot be read, or is another model's.
        MemoryError: it does not fit.
    """
    folder = Path(info.path)
    settings = _settings(folder)
    has_whole = (folder / _WHOLE).is_file()
    tokenizer: Tokenizer | None = None
    problem: str | Message = _unknown_class(settings)
    if not problem:
        try:
            tokenizer = _read(transformers.AutoTokenizer, folder, settings)
        except MemoryError:
            raise
        except Exception as error:  # libraries of tokenizers raise dozens of types
            logger.info("tokenizer of %s", folder, exc_info=True)
            problem = first_line(error)
    if has_whole and (tokenizer is None or _size(tokenizer) > info.vocab_size):
        try:
            tokenizer = _read(transformers.PreTrainedTokenizerFast, folder, settings)
        except Exception as error:  # the Rust library raises plain Exceptions
            problem = first_line(error)
            tokenizer = None
    if tokenizer is None:
        if has_whole:
            raise CheckpointError(messages.TOKENIZER_FAILS(model=folder.name, why=problem))
        raise CheckpointError(messages.TOKENIZER_TO_SAVE(model=folder.name, why=problem))
    # ids may have gaps; past the table of embeddings XLA would silently read another token's row
    if _size(tokenizer) > info.vocab_size:
        size, known = _size(tokenizer), info.vocab_size
        raise CheckpointError(
            messages.TOKENIZER_TOO_LARGE(model=folder.name, tokens=size, size=known)
        )
    return tokenizer


def _read(reader: Any, folder: Path, settings: dict[str, Any]) -> Tokenizer:
    tokenizer: Tokenizer = reader.from_pretrained(
        str(folder),
        use_fast=True,
        local_files_only=True,
        trust_remote_code=False,
        **_extra_tokens(settings),
    )
    return tokenizer


def _extra_tokens(settings: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return ``extra_special_tokens`` in the form of Transformers 4: by names, not as a list."""
    extra = settings.get("extra_special_tokens")
    if not isinstance(extra, list):
        return {}
    texts = [token.get("content") if isinstance(token, dict) else token for token in extra]
    named = {f"extra_{n}_token": text for n, text in enumerate(texts) if isinstance(text, str)}
    return {"extra_special_tokens": named}


def _unknown_class(settings: dict[str, Any]) -> str | Message:
    """Return the problem with the tokenizer class in the settings, "" if the class is known."""
    from transformers.models.auto import tokenization_auto

    name = settings.get("tokenizer_class")
    if name is None:
        return ""
    find: Any = tokenization_auto.tokenizer_class_from_name
    is_known = isinstance(name, str) and (find(name) or find(f"{name}Fast"))
    return "" if is_known else messages.UNKNOWN_CLASS(name=shown(name))


def _settings(folder: Path) -> dict[str, Any]:
    """Return the settings of a tokenizer, whose files the check has read."""
    settings: dict[str, Any] = {}
    for file in ("special_tokens_map.json", _SETTINGS):
        if (folder / file).is_file():
            settings |= json.loads((folder / file).read_text("utf-8"))
    return settings


def _size(tokenizer: Tokenizer) -> int:
    """Return the number of rows of embeddings that a tokenizer's ids need."""
    return max(len(tokenizer), 1 + max(tokenizer.get_vocab().values(), default=0))
