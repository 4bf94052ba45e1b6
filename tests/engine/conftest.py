"""One engine and one set of models for all engine tests: TensorFlow is slow to warm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import make_tiny_model
from xla_playground.core.call.request import Request
from xla_playground.core.engine.engine import EngineStatus
from xla_playground.engine import XlaEngine

MakeRequest = Callable[..., Request]


@pytest.fixture(scope="session")
def statuses() -> list[EngineStatus]:
    """Every status that the shared engine told."""
    return []


@pytest.fixture(scope="session")
def engine(statuses: list[EngineStatus]) -> Iterator[XlaEngine]:
    """A started engine in this process, with room for what the whole suite specializes."""
    shared = XlaEngine(max_specializations=64)
    shared.start(statuses.append)
    yield shared
    shared.close()


@pytest.fixture(scope="session", autouse=True)
def _imported_by_an_engine(engine: XlaEngine) -> None:
    """TensorFlow reads its flags at its import, and the engine sets them before that."""


@pytest.fixture(scope="session")
def tf(engine: XlaEngine) -> Any:
    """The module, imported as the engine needs it."""
    import tensorflow

    return tensorflow


@pytest.fixture(autouse=True)
def _no_build_left(_no_thread_or_process_left: None, engine: XlaEngine) -> Iterator[None]:
    """What is built behind an answer is built before the next test."""
    yield
    engine.wait()


@pytest.fixture(scope="session")
def tiny_models(
    engine: XlaEngine, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """The folder of a tiny random model by family, made once."""
    made: dict[str, Path] = {}

    def folder(family: str) -> Path:
        if family not in made:
            made[family] = make_tiny_model(tmp_path_factory.mktemp("tiny") / family, family)
        return made[family]

    return folder


_batches = count(4)


@pytest.fixture
def make_new_request(make_request: MakeRequest) -> MakeRequest:
    """The same with a number of prompts that no test of this process had: its call is a first one,
    and XLA has compiled no program like it, whatever ran before.
    """
    prompts = ("the quick brown",) * next(_batches)
    return partial(make_request, prompts=prompts)


@pytest.fixture
def make_request(tiny_models: Callable[[str], Path]) -> MakeRequest:
    """A request for a tiny model, eight new tokens, unless told otherwise."""

    def make(family: str = "gpt2", **values: Any) -> Request:
        defaults = {
            "model": str(tiny_models(family)),
            "prompts": ("the quick brown",),
            "options": {"max_new_tokens": 8},
        }
        return Request.parse(defaults | values)

    return make
