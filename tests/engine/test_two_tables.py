"""Prompts of exactly as many tokens as an encoder has positions for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import make_tiny_model
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import RequestError
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine


def call(engine: XlaEngine, folder: Path, length: int, new_tokens: int) -> dict[str, Any]:
    """The record of a call whose prompt is padded to ``length`` tokens."""
    options = {"max_new_tokens": new_tokens, "ignore_eos": True}
    padding = {"mode": "fixed", "length": length}
    values = {"model": str(folder), "prompts": ["the dog"], "options": options, "padding": padding}
    return record_as_dict(engine.generate(Request.parse(values | {"arm": "eager"})))


def test_led_with_a_prompt_longer_than_its_decoders_table(
    engine: XlaEngine, tmp_path: Path
) -> None:
    sizes: dict[str, Any] = {
        "max_encoder_position_embeddings": 62,
        "max_decoder_position_embeddings": 24,
    }
    folder = make_tiny_model(tmp_path / "led", "led", **sizes)
    info = check_checkpoint(folder)
    assert (info.prompt_positions, info.positions) == (60, 24)  # it pads to a window of 4 itself
    record = call(engine, folder, 60, 24)
    assert (record["padded_length"], record["new_tokens"]) == (60, [24])
    for length, new_tokens in ((61, 24), (60, 25)):
        with pytest.raises(RequestError):
            call(engine, folder, length, new_tokens)


def test_bart_with_a_prompt_of_all_its_positions(
    engine: XlaEngine, tiny_models: Callable[[str], Path]
) -> None:
    assert call(engine, tiny_models("bart"), 64, 64)["new_tokens"] == [64]
    with pytest.raises(RequestError, match="takes 64 in its encoder"):
        call(engine, tiny_models("bart"), 65, 64)
