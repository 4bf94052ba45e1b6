"""Prompts that show what a model can do: its own, or those of models like it."""

from __future__ import annotations

import json
from pathlib import Path

from .info import ModelInfo

#: The prompts of the timing example of the 🤗 XLA guide.
GUIDE_PROMPTS = ("TensorFlow is", "TensorFlow is a", "TFLite is a")

#: File in a model's folder: a JSON list of prompts; the lines of one are a batch.
SAMPLES_FILE = "examples.json"
_MAX_BYTES = 100_000
_MAX_SAMPLES = 20
_MAX_CHARACTERS = 1_000

_CONTINUED = (
    "TensorFlow is",
    "XLA is",
    "A compiler is",
    "Once upon a time",
    "TensorFlow is\nXLA is a compiler that\nOnce upon a time",
)
_ASKED = (
    "Explain what a compiler does in one sentence.",
    "What is the capital of France?",
    "Write a haiku about a fast compiler.",
    "What is TensorFlow?\nWhat is XLA?",
)
#: Task prefixes of T5 as published: Raffel et al. 2020, https://arxiv.org/abs/1910.10683
_PREFIXED = (
    "translate English to German: The house is wonderful.",
    "translate English to French: The compiler is fast.",
    "cola sentence: The course is jumping well.",
    "summarize: XLA is a compiler that takes the graph of a model, fuses its operations and "
    "builds machine code for one shape of its inputs; every other shape is built anew.",
)
_TRANSLATED = ("The house is wonderful.", "A compiler translates programs.\nIt is fast.")
_REWRITTEN = ("XLA is a compiler that <mask> the operations of a graph.", "The house is wonderful.")
_BY_FAMILY = {"t5": _PREFIXED, "mt5": _PREFIXED, "marian": _TRANSLATED}


def sample_prompts(info: ModelInfo | None) -> tuple[str, ...]:
    """Return sample prompts for a model, best first; text to continue if the model is not known."""
    if info is None:
        return _CONTINUED
    own = _own_samples(Path(info.path) / SAMPLES_FILE)
    if own:
        return own
    if info.has_chat:
        return _ASKED
    return _BY_FAMILY.get(info.family, _CONTINUED if info.is_decoder_only else _REWRITTEN)


def _own_samples(path: Path) -> tuple[str, ...]:
    """Return the prompts in a model's own samples file, empty unless it holds a list of short
    texts.
    """
    try:
        with path.open("rb") as file:
            values = json.loads(file.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(values, list) or len(values) > _MAX_SAMPLES:
        return ()
    return tuple(values) if all(_is_sample(value) for value in values) else ()


def _is_sample(value: object) -> bool:
    if not isinstance(value, str) or not 0 < len(value) <= _MAX_CHARACTERS:
        return False
    return value.replace("\n", " ").isprintable()
