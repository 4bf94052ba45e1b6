"""Models are traced leaner inside our loops, and compute the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from xla_playground.core.models import DEFAULT_MODEL
from xla_playground.core.options import GenerationOptions
from xla_playground.engine import XlaEngine
from xla_playground.engine.layer_reuse import layers_traced_once
from xla_playground.engine.lean_generation import leaner_models
from xla_playground.engine.loading import load_model
from xla_playground.engine.loops.decoders import Decoder
from xla_playground.engine.loops.functions import decode_function, source_like
from xla_playground.engine.loops.program import Loop, LoopShape
from xla_playground.engine.loops.rules import Rules

pytestmark = pytest.mark.slow

Both = Callable[[str], "tuple[Generated, Generated]"]

PROMPTS = np.asarray([[0, 0, 5, 6, 7], [8, 9, 10, 11, 12]], np.int32)  # the first is padded
NEW = 17
CAPACITY = PROMPTS.shape[1] + NEW
#: How the optimized HLO tells the shape of one cache: batch × heads, capacity, head size.
#: One appends in place, which only the products of one row of a real size do not undo.
CACHES = {"opt": "f32[4,21,16]", DEFAULT_MODEL: "f32[8,22,32]"}


@dataclass(frozen=True)
class Generated:
    """Token ids of ``PROMPTS``, the optimized HLO that made them, and the types of operations."""

    tokens: list[list[int]]
    hlo: str
    operations: frozenset[str]


@pytest.fixture(scope="module")
def both(engine: XlaEngine, tiny_models: Callable[[str], Path]) -> Both:
    """By family: the loop around a patched model, and around the stock one."""

    @cache
    def generate(family: str) -> tuple[Generated, Generated]:
        if family == DEFAULT_MODEL:
            model, prompts = load_model(family).model, PROMPTS[1:]
        else:
            model, prompts = load_model(str(tiny_models(family))).model, PROMPTS
        return generated(model, prompts, True), generated(model, prompts, False)

    return generate


def generated(model: Any, prompts: NDArray[np.int32], is_patched: bool) -> Generated:
    import tensorflow as tf

    options = GenerationOptions(max_new_tokens=NEW, ignore_eos=True)
    shape = LoopShape.of(options, len(prompts), CAPACITY)
    loop = Loop(tf, Decoder(tf, model), shape, Rules.of(model.generation_config), in_place=True)
    ids = tf.constant(prompts)
    inputs = {"input_ids": ids, "attention_mask": tf.constant((prompts != 0).astype(np.int32))}
    source = source_like(tf, model, inputs) if model.config.is_encoder_decoder else None
    made = decode_function(tf, loop, options, source)

    def run(*arguments: Any) -> Any:
        with layers_traced_once(tf, model, is_compiled=True):
            return made.body(*arguments)["tokens"]

    function = tf.function(run, autograph=False, jit_compile=True)
    given = made.arguments
    with leaner_models(tf, model) if is_patched else nullcontext():
        hlo = function.experimental_get_compiler_ir(*given)(stage="optimized_hlo")
        graph = function.get_concrete_function(*given).graph.as_graph_def()
        nodes = [node for part in graph.library.function for node in part.node_def]
        operations = frozenset(node.op for node in (*nodes, *graph.node))
        return Generated(function(*given).numpy().tolist(), hlo, operations)


@pytest.mark.parametrize("family", ["mistral"])
def test_the_tokens_are_the_same(both: Both, family: str) -> None:
    lean, stock = both(family)
    assert lean.tokens == stock.tokens


@pytest.mark.parametrize("family", CACHES)
def test_no_cache_is_copied_at_a_token(both: Both, family: str) -> None:
    lean, _ = both(family)
    in_loop, _ = lean.hlo.split("\nENTRY ")
    assert CACHES[family] in in_loop
    assert not re.search(rf"= {re.escape(CACHES[family])}\S* copy\(", in_loop)


def test_keys_are_not_repeated_for_each_head(both: Both) -> None:
    repeated = re.compile(rf"f32\[(2,4|8),{CAPACITY},8\]")  # the cache and the new one
    lean, stock = both("mistral")  # four heads, two keys
    assert repeated.search(stock.hlo)
    assert not repeated.search(lean.hlo)


def test_rotations_are_tables(both: Both) -> None:
    lean, stock = both("mistral")
    assert {"Cos", "Sin"} <= stock.operations
    assert not {"Cos", "Sin"} & lean.operations
