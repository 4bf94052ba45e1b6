"""Models of Transformers as a user has them, and one ``fast_generate`` of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from tests.references.answers import cases_of
from tests.references.folders import write_folder
from xla_playground import FastGenerate, fast_generate  # before TensorFlow, as its page says
from xla_playground.core.configuration.families import FAMILIES


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Any]:
    """A function that loads the tiny reference model of a family with Transformers, once."""

    @cache
    def load(family: str) -> Any:
        import transformers

        base = cases_of(family)[0]
        folder = write_folder(tmp_path_factory.mktemp("api") / family, base.config, base.shapes)
        return getattr(transformers, FAMILIES[family].model_class).from_pretrained(folder)

    return load


@pytest.fixture(scope="session")
def generators(models: Callable[[str], Any]) -> Callable[[str], FastGenerate]:
    """A function that returns the ``fast_generate`` of a family, made once."""

    @cache
    def make(family: str) -> FastGenerate:
        return fast_generate(models(family), capacities=(32, 48), store=None)

    return make


@pytest.fixture
def generate(generators: Callable[[str], FastGenerate]) -> Iterator[FastGenerate]:
    """That of GPT-2; no build is left behind."""
    yield generators("gpt2")
    generators("gpt2").wait()
