"""TensorFlow's Mistral attends to every token: what should reach less far back is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import change_json
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.checkpoint import check_checkpoint
from xla_playground.core.errors import CheckpointError, RequestError
from xla_playground.engine import XlaEngine

TinyModels = Callable[[str], Path]
PROMPT = "abcdefgh"


@pytest.fixture(scope="module")
def windowed(tiny_models: TinyModels, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(
        tiny_models("mistral"), tmp_path_factory.mktemp("mistral") / "windowed"
    )
    change_json(folder / "config.json", sliding_window=12)
    return folder


def plan(engine: XlaEngine, folder: Path, new_tokens: int, **values: Any) -> int:
    request = {"model": str(folder), "prompts": [PROMPT], "arm": "eager"} | values
    options = {"max_new_tokens": new_tokens}
    return engine.plan(Request.parse(request | {"options": options})).prompt_tokens[0]


def test_what_fits_the_window_runs_as_without_one(
    engine: XlaEngine, tiny_models: TinyModels, windowed: Path
) -> None:
    tokens = plan(engine, windowed, 1)
    room = 13 - tokens

    def generated(folder: Path) -> Any:
        values = {"model": str(folder), "prompts": [PROMPT], "arm": "eager"}
        request = Request.parse(values | {"options": {"max_new_tokens": room}})
        return engine.generate(request).sequences

    assert generated(windowed) == generated(tiny_models("mistral"))


@pytest.mark.parametrize("recipe", ["documented", "fast"])
@pytest.mark.parametrize("arm", ["eager", "graph", "xla"])
def test_what_passes_the_window_is_refused(
    engine: XlaEngine, windowed: Path, arm: str, recipe: str
) -> None:
    tokens = plan(engine, windowed, 2)
    padding = {"mode": "multiple", "multiple_of": 16}  # padding is not attended to
    assert plan(engine, windowed, 13 - tokens, arm=arm, recipe=recipe, padding=padding) == tokens
    with pytest.raises(RequestError, match=f"at most {13 - tokens} new tokens") as caught:
        plan(engine, windowed, 14 - tokens, arm=arm, recipe=recipe, padding=padding)
    assert caught.value.field == "max_new_tokens"
    with pytest.raises(RequestError, match="shorten the prompt") as caught:
        plan(engine, windowed, 2, prompts=[PROMPT * 4], arm=arm, recipe=recipe)
    assert caught.value.field == "prompts"


@pytest.mark.parametrize(
    ("family", "entries", "window"),
    [
        ("mistral", {"sliding_window": 7}, 7),
        ("mistral", {"sliding_window": None}, None),
        ("llama", {"sliding_window": 7}, None),
    ],
)
def test_the_check_says_how_far_it_reaches(
    tiny_models: TinyModels, tmp_path: Path, family: str, entries: dict[str, Any], window: Any
) -> None:
    folder = shutil.copytree(tiny_models(family), tmp_path / "model")
    change_json(folder / "config.json", **entries)
    assert check_checkpoint(folder).sliding_window == window


def test_a_window_that_is_not_said_is_the_one_of_transformers(
    tiny_models: TinyModels, tmp_path: Path
) -> None:
    import json

    import transformers

    folder = shutil.copytree(tiny_models("mistral"), tmp_path / "model")
    config = json.loads((folder / "config.json").read_text())
    del config["sliding_window"]
    (folder / "config.json").write_text(json.dumps(config))
    assert check_checkpoint(folder).sliding_window == transformers.MistralConfig().sliding_window


@pytest.mark.parametrize("value", [0, -1, "4", 1.5, True])
def test_a_window_that_cannot_be(tiny_models: TinyModels, tmp_path: Path, value: Any) -> None:
    folder = shutil.copytree(tiny_models("mistral"), tmp_path / "model")
    change_json(folder / "config.json", sliding_window=value)
    with pytest.raises(CheckpointError, match="sliding_window"):
        check_checkpoint(folder)
