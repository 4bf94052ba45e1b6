"""``generate`` is traced leaner, and computes the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tiny_models import VOCABULARY
from xla_playground.engine import XlaEngine
from xla_playground.engine.layer_reuse import layers_traced_once
from xla_playground.engine.lean_generation import leaner_generation
from xla_playground.engine.loading import load_model
from xla_playground.engine.replaced import replaced

pytestmark = pytest.mark.slow

Both = Callable[[str], "tuple[Generated, Generated]"]

PROMPTS = np.asarray([[0, 0, 5, 6, 7], [8, 9, 10, 11, 12]], np.int32)  # the first is padded
NEW = 17
#: How the optimized HLO tells the shape of one cache: batch, heads, length, head size. A
#: decoder-only model's holds the prompt too, and none has a place for the last new token.
CACHES = {"opt": "f32[2,2,20,16]", "t5": "f32[2,2,16,16]", "mistral": "f32[2,2,20,8]"}


@dataclass(frozen=True)
class Generated:
    """Token ids of ``PROMPTS``, the optimized HLO that made them, and the types of operations."""

    tokens: list[list[int]]
    hlo: str
    operations: frozenset[str]


@pytest.fixture(scope="module")
def both(engine: XlaEngine, tiny_models: Callable[[str], Path]) -> Both:
    """By family: ``generate`` traced leaner, and as it is."""
    import tensorflow as tf

    @cache
    def generate(family: str) -> tuple[Generated, Generated]:
        model = load_model(str(tiny_models(family))).model
        with leaner_generation(tf, model):
            lean = generated(model)
        return lean, generated(model)

    return generate


def generated(model: Any) -> Generated:
    import tensorflow as tf
    from transformers import GenerationConfig

    # no token pads or ends, or generate would ask for the values of a tensor
    configuration = GenerationConfig(max_new_tokens=NEW, decoder_start_token_id=0)

    def run(ids: Any, mask: Any) -> Any:
        with layers_traced_once(tf, model, is_compiled=True):
            return model.generate(ids, attention_mask=mask)

    function = tf.function(run, autograph=False, jit_compile=True)
    inputs = (tf.constant(PROMPTS), tf.constant((PROMPTS != 0).astype(np.int32)))
    with replaced(model, "generation_config", configuration):
        hlo = function.experimental_get_compiler_ir(*inputs)(stage="optimized_hlo")
        graph = function.get_concrete_function(*inputs).graph.as_graph_def()
        nodes = [node for part in graph.library.function for node in part.node_def]
        operations = frozenset(node.op for node in (*nodes, *graph.node))
        return Generated(function(*inputs).numpy().tolist(), hlo, operations)


@pytest.mark.parametrize("family", ["gpt2", *CACHES])
def test_the_tokens_are_the_same(both: Both, family: str) -> None:
    lean, stock = both(family)
    assert lean.tokens == stock.tokens


@pytest.mark.parametrize("family", CACHES)
def test_no_cache_is_copied(both: Both, family: str) -> None:
    copy = re.compile(rf"= {re.escape(CACHES[family])}\S* copy\(")
    lean, stock = both(family)
    assert copy.search(stock.hlo)
    assert not copy.search(lean.hlo)


@pytest.mark.parametrize("family", ["gpt2", "opt", "mistral"])
def test_a_prompt_is_scored_at_its_last_position_only(both: Both, family: str) -> None:
    of_all_positions = re.compile(rf"f32\[(2,5|10),{VOCABULARY}\]\S* (dot|fusion)\(")
    lean, stock = both(family)
    assert of_all_positions.search(stock.hlo)
    assert not of_all_positions.search(lean.hlo)


def test_keys_are_not_repeated_for_each_head(both: Both) -> None:
    repeated = re.compile(r"f32\[(2,4|8),21,8\]")  # the cache and the new one, for four heads
    lean, stock = both("mistral")  # of two keys
    assert repeated.search(stock.hlo)
    assert not repeated.search(lean.hlo)


def test_rotations_are_tables(both: Both) -> None:
    lean, stock = both("mistral")
    assert {"Cos", "Sin"} <= stock.operations
    assert not {"Cos", "Sin"} & lean.operations


def test_everything_is_itself_again_after_a_trace_that_failed(
    engine: XlaEngine, tiny_models: Callable[[str], Path]
) -> None:
    import tensorflow as tf
    from transformers.models.mistral import modeling_tf_mistral

    model = load_model(str(tiny_models("mistral"))).model

    def replaceable() -> list[Any]:
        return [
            tf.matmul,
            modeling_tf_mistral.repeat_kv,
            modeling_tf_mistral.TFMistralRotaryEmbedding.call,
            model._update_model_kwargs_for_xla_generation,
            model.model.call,
        ]

    own, attributes, within = replaceable(), (set(vars(model)), set(vars(model.model))), []

    def fail() -> None:
        with leaner_generation(tf, model):
            within.extend(replaceable())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert all(now != before for now, before in zip(within, own, strict=True))
    assert replaceable() == own
    assert (set(vars(model)), set(vars(model.model))) == attributes
