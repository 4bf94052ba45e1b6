"""Rewrites make calls faster and change no token; one whose target has changed is off."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.engine import XlaEngine
from xla_playground.engine.rewrites import table
from xla_playground.engine.rewrites.attribute_reads import reads_attribute
from xla_playground.engine.rewrites.notices import rewrite_notices
from xla_playground.engine.rewrites.table import TABLE, Rewrite, Rewrites, problems
from xla_playground.engine.rewrites.upstream import digest_of, source_of

pytestmark = pytest.mark.slow

DECISIONS = Path(__file__).resolve().parents[2] / "docs" / "decisions"
Tokens = Callable[[str], list[list[int]]]


@pytest.fixture
def tokens_of(engine: XlaEngine, make_request: MakeRequest) -> Tokens:
    """The tokens that a new engine gives for two prompts and two beams, by family."""

    def generate(family: str) -> list[list[int]]:
        request = make_request(
            family,
            prompts=("the quick brown", "a"),
            options={"num_beams": 2, "max_new_tokens": 8},
            recipe="fast",
        )
        fresh = XlaEngine()
        fresh.start(lambda status: None)
        try:
            record = fresh.generate(request)
        finally:
            fresh.close()
        return [[token.id for token in sequence.tokens] for sequence in record.sequences]

    return generate


@pytest.fixture(scope="module")
def usual_tokens() -> dict[str, list[list[int]]]:
    """By family, with every rewrite on."""
    return {}


@pytest.fixture
def forgets_problems() -> Iterator[None]:
    """Targets are looked at once a process."""
    table._problem.cache_clear()
    yield
    table._problem.cache_clear()


@pytest.mark.parametrize("rewrite", TABLE, ids=lambda rewrite: rewrite.name)
def test_every_target_is_as_it_is_known(rewrite: Rewrite) -> None:
    assert rewrite.targets
    assert [target.problem() for target in rewrite.targets] == [None] * len(rewrite.targets)
    assert list(DECISIONS.glob(f"{rewrite.decision:04}-*.md"))


def test_nothing_is_said_if_all_are_on() -> None:
    assert problems() == {}
    assert rewrite_notices() == ()


@pytest.mark.parametrize("how", ["is missing", "has changed"])
@pytest.mark.parametrize("rewrite", TABLE, ids=lambda rewrite: rewrite.name)
@pytest.mark.usefixtures("forgets_problems")
def test_a_rewrite_without_its_target_is_off_and_the_answer_right(
    rewrite: Rewrite,
    how: str,
    tokens_of: Tokens,
    usual_tokens: dict[str, list[list[int]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    families = rewrite.families or {"gpt2"}
    family = next(family for family in ("t5", "mistral", "gpt2") if family in families)
    if family not in usual_tokens:
        usual_tokens[family] = tokens_of(family)
    lost = rewrite.targets_of(family)[-1].name

    def digest(name: str) -> str | None:
        if name != lost:
            return digest_of(name)
        return None if how == "is missing" else "0" * 16

    table._problem.cache_clear()
    monkeypatch.setattr(table, "digest_of", digest)
    assert not Rewrites().is_on(rewrite, family)
    assert rewrite.name in problems()
    (notice,) = rewrite_notices()
    assert f"{rewrite.name} ({lost.rpartition(':')[2]} {how})" in notice.text
    if how == "is missing":
        assert tokens_of(family) == usual_tokens[family]


def test_a_trace_that_fails_with_rewrites_is_made_without_them(
    engine: XlaEngine, make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = make_request("mistral", recipe="fast")
    usual = engine.generate(request)

    def fails(tf: Any, model: Any, *, is_compiled: bool) -> AbstractContextManager[None]:
        raise AttributeError("no such thing\nand more")

    broken = replace(table.ROTATIONS_AS_TABLES, patch=fails)
    monkeypatch.setattr(table, "OF_A_TRACE", (broken,))
    fresh = XlaEngine()
    fresh.start(lambda status: None)
    try:
        record = fresh.generate(request.again())
        (notice,) = [n for n in record.notices if n.id == "traced_plainly"]
        assert "mistral" in notice.text
        assert "AttributeError: no such thing)" in notice.text
        assert record.sequences == usual.sequences
        again = fresh.generate(request.again())
        assert not [n for n in again.notices if n.id == "traced_plainly"]
        assert again.sequences == usual.sequences
    finally:
        fresh.close()


def test_the_source_of_an_object_is_that_which_python_knows(engine: XlaEngine) -> None:
    from transformers import tf_utils
    from transformers.models.mistral import modeling_tf_mistral as mistral
    from transformers.models.t5 import modeling_tf_t5 as t5

    known: dict[str, Any] = {
        "transformers.tf_utils:shape_list": tf_utils.shape_list,
        f"{t5.__name__}:TFT5Attention": t5.TFT5Attention,
        f"{mistral.__name__}:TFMistralAttention.call": mistral.TFMistralAttention.call,
    }
    for name, found in known.items():
        lines = [line.rstrip() for line in inspect.getsource(found).splitlines() if line.strip()]
        assert source_of(name) == "\n".join(lines)


@pytest.mark.parametrize(
    "name",
    ["no_such_package.module:f", "transformers.no_module:f", "transformers.tf_utils:no_function"],
)
def test_what_is_not_there_has_no_digest(engine: XlaEngine, name: str) -> None:
    assert digest_of(name) is None


# ---------------------------------------------------------------------- attributes that are read


def _read_by_a_helper(layer: Any) -> Any:
    return layer.by_helper


class Layer:
    """Its methods read some attributes, and set others."""

    by_nested: int
    by_helper: int
    by_property: int

    def __init__(self) -> None:
        self.only_at_first = 1

    def call(self, values: list[int]) -> Any:
        self.written = 1
        return [self.by_nested + value for value in values], _read_by_a_helper(self)

    @property
    def size(self) -> Any:
        return self.by_property

    @cache  # noqa: B019  # a wrapped method
    def wrapped(self) -> Any:
        return getattr(self, "by_name")  # noqa: B009


class Child(Layer):
    """Inherits what it reads."""


@pytest.mark.parametrize("name", ["by_nested", "by_helper", "by_property", "by_name"])
def test_an_attribute_that_a_method_reads_is_found(name: str) -> None:
    assert reads_attribute(Layer, name)
    assert reads_attribute(Child, name)


@pytest.mark.parametrize("name", ["written", "only_at_first", "nowhere"])
def test_an_attribute_that_is_only_set_is_not_read(name: str) -> None:
    assert not reads_attribute(Layer, name)


def test_no_layer_of_transformers_reads_its_place(engine: XlaEngine) -> None:
    from transformers.models.mistral.modeling_tf_mistral import TFMistralAttention
    from transformers.models.t5.modeling_tf_t5 import TFT5Attention

    assert not reads_attribute(TFMistralAttention, "layer_idx")
    assert not reads_attribute(TFT5Attention, "layer_id")
    assert reads_attribute(TFMistralAttention, "num_heads")
