"""Padding arrays, and the text of tokens."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.fakes import GPT2
from tests.tiny_models import change_json
from xla_playground.core.call.padding import PaddingSide
from xla_playground.core.call.record import TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.errors import RequestError
from xla_playground.core.model.info import ModelInfo
from xla_playground.core.options.options import GenerationOptions
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.text.tokenization import check_fit, pad


def test_padding_on_either_side() -> None:
    ids, mask = pad([[5, 6], [7]], 3, PaddingSide.LEFT, 0)
    assert ids.tolist() == [[0, 5, 6], [0, 0, 7]]
    assert mask.tolist() == [[0, 1, 1], [0, 0, 1]]
    assert ids.dtype == mask.dtype == np.int32
    ids, mask = pad([[5, 6], [7]], 3, PaddingSide.RIGHT, 9)
    assert ids.tolist() == [[5, 6, 9], [7, 9, 9]]
    assert mask.tolist() == [[1, 1, 0], [1, 0, 0]]


def _fits(info: ModelInfo, padded_length: int, new_tokens: int) -> str | None:
    """The sentence that a request is refused with; None if it fits."""
    options = GenerationOptions(max_new_tokens=new_tokens)
    try:
        check_fit(info, options, (padded_length,), padded_length)
    except RequestError as error:
        return error.sentence
    return None


@pytest.mark.parametrize(
    ("entries", "fits", "too_long", "too_many"),
    [
        ({"positions": 64}, (60, 4), (64, 1), (60, 5)),
        ({"positions": None}, (4_000, 96), (4_096, 1), (4_000, 97)),
        (
            {"is_decoder_only": False, "positions": 24, "prompt_positions": 64},
            (64, 24),
            (65, 1),
            (1, 25),
        ),
        ({"is_decoder_only": False, "positions": None}, (4_096, 4_096), (4_097, 1), (1, 4_097)),
    ],
    ids=["decoder-only", "decoder-only without a limit", "two tables", "T5"],
)
def test_prompt_and_new_tokens_at_the_limit_and_past_it(
    entries: dict[str, Any],
    fits: tuple[int, int],
    too_long: tuple[int, int],
    too_many: tuple[int, int],
) -> None:
    info = GPT2.model_copy(update=entries)
    assert _fits(info, *fits) is None
    assert "shorten the prompt" in str(_fits(info, *too_long))
    assert "ask for at most" in str(_fits(info, *too_many))
    assert info.longest_prompt(fits[1]) in (fits[0], None)


@pytest.mark.parametrize("family", ["gpt2", "t5", "llama"])
def test_text_is_what_its_tokens_are(
    engine: XlaEngine, tiny_models: Callable[[str], Path], tmp_path: Path, family: str
) -> None:
    folder = shutil.copytree(tiny_models(family), tmp_path / "model")
    change_json(folder / "tokenizer_config.json", clean_up_tokenization_spaces=True)
    prompt = "x != y , it 's n't . z ?"
    loaded = load_model(str(folder))
    assert loaded.text(loaded.tokenizer(prompt)["input_ids"]) == prompt
    values = {"model": str(folder), "prompts": [prompt], "arm": "eager"}
    record = engine.generate(Request.parse(values | {"options": {"max_new_tokens": 8}}))
    (sequence,) = record.sequences
    kept = [t.id for t in sequence.tokens if t.role in (TokenRole.PROMPT, TokenRole.NEW)]
    assert sequence.text == loaded.text(kept)
    if loaded.info.is_decoder_only:
        assert sequence.text.startswith(prompt)
