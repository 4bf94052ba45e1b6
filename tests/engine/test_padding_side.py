"""Which side of a prompt may be padded: that on which padding changes no token."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.call.padding import SIDE_REASONS, PaddingSide
from xla_playground.core.call.request import Request
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.errors import RequestError
from xla_playground.core.history.export import record_as_dict
from xla_playground.core.model.info import ModelInput
from xla_playground.engine import XlaEngine

TinyModels = Callable[[str], Path]
READS_TEXT = [
    name
    for name, family in FAMILIES.items()
    if not family.is_decoder_only and family.takes is ModelInput.TEXT
]
RELATIVE = ("t5", "mt5")
#: One of each way to place tokens; the others are left to the exhaustive grid.
SAMPLE = ("t5", "bart", "led")


def request(folder: Path, **padding: Any) -> Request:
    return Request.parse(
        {
            "model": str(folder),
            "prompts": ["the lazy dog"],
            "arm": "eager",
            "padding": padding,
            "options": {"max_new_tokens": 8, "ignore_eos": True},
        }
    )


def tokens(engine: XlaEngine, folder: Path, **padding: Any) -> Any:
    return record_as_dict(engine.generate(request(folder, **padding)))["token_ids"]


@pytest.mark.parametrize(
    "family",
    [
        name if name in SAMPLE else pytest.param(name, marks=pytest.mark.exhaustive)
        for name in READS_TEXT
    ],
)
def test_padding_changes_no_token(engine: XlaEngine, tiny_models: TinyModels, family: str) -> None:
    folder = tiny_models(family)
    unpadded = tokens(engine, folder, mode="none")
    assert tokens(engine, folder, mode="fixed", length=32) == unpadded
    assert tokens(engine, folder, mode="fixed", length=32, side="right") == unpadded
    if family in RELATIVE:
        assert tokens(engine, folder, mode="fixed", length=32, side="left") == unpadded
        return
    with pytest.raises(RequestError) as caught:
        engine.plan(request(folder, mode="fixed", length=32, side="left"))
    assert caught.value.field == "padding_side"
    assert caught.value.sentence == SIDE_REASONS[PaddingSide.RIGHT].text
