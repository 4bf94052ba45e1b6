"""Models are traced leaner inside our loops, and compute the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.engine import XlaEngine
from xla_playground.engine.loops.decoders import Decoder
from xla_playground.engine.loops.functions import decode_function, source_like
from xla_playground.engine.loops.program import Loop, LoopShape
from xla_playground.engine.loops.selection.rules import Rules
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.rewrites.layer_reuse import layers_traced_once
from xla_playground.engine.rewrites.rotary_tables import rotations_as_tables

pytestmark = pytest.mark.slow

Both = Callable[[str], "tuple[Generated, Generated]"]

PROMPTS = np.asarray([[0, 0, 5, 6, 7], [8, 9, 10, 11, 12]], np.int32)  # the first is padded
NEW = 17
CAPACITY = PROMPTS.shape[1] + NEW
GREEDY = GenerationOptions(max_new_tokens=NEW, ignore_eos=True)
#: The shape of one cache in optimized HLO: rows × heads, capacity, head size. OPT's is a place
#: shorter: what it concatenates is as long as the capacity.
CACHES = {
    "opt": "f32[4,21,16]",
    "gpt2": "f32[4,22,16]",
    "mistral": "f32[4,22,8]",
    "t5": "f32[4,22,16]",
    DEFAULT_MODEL: "f32[16,22,32]",
}


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
        model = load_model(family if family == DEFAULT_MODEL else str(tiny_models(family))).model
        return generated(model, True), generated(model, False)

    return generate


def generated(
    model: Any,
    is_patched: bool,
    options: GenerationOptions = GREEDY,
    capacity: int = CAPACITY,
) -> Generated:
    import tensorflow

    tf: Any = tensorflow
    shape = LoopShape.of(options, len(PROMPTS), capacity)
    loop = Loop(tf, Decoder(tf, model), shape, Rules.of(model.generation_config), in_place=True)
    ids = tf.constant(PROMPTS)
    inputs = {"input_ids": ids, "attention_mask": tf.constant((PROMPTS != 0).astype(np.int32))}
    source = source_like(tf, model, inputs) if model.config.is_encoder_decoder else None
    made = decode_function(tf, loop, options, source)

    def run(*arguments: Any) -> Any:
        with layers_traced_once(tf, model, is_compiled=True):
            return made.body(*arguments)["tokens"]

    function = tf.function(run, autograph=False, jit_compile=True)
    given = made.arguments
    with ExitStack() as stack:
        if is_patched and model.config.model_type == "mistral":
            stack.enter_context(rotations_as_tables(tf, model, is_compiled=True))
        hlo = function.experimental_get_compiler_ir(*given)(stage="optimized_hlo")
        graph = function.get_concrete_function(*given).graph.as_graph_def()
        nodes = [node for part in graph.library.function for node in part.node_def]
        operations = frozenset(node.op for node in (*nodes, *graph.node))
        return Generated(function(*given).numpy().tolist(), hlo, operations)


@pytest.mark.parametrize("family", ["mistral"])
def test_the_tokens_are_the_same(both: Both, family: str) -> None:
    lean, stock = both(family)
    assert lean.tokens == stock.tokens


@pytest.mark.parametrize(
    "family",
    [
        pytest.param(name, marks=() if name == DEFAULT_MODEL else pytest.mark.exhaustive)
        for name in CACHES
    ],
)
def test_no_cache_is_copied_at_a_token(both: Both, family: str) -> None:
    lean, _ = both(family)
    assert copies_in_loops(lean.hlo, CACHES[family]) == 0


def test_beams_that_keep_their_place_copy_no_cache(engine: XlaEngine) -> None:
    options = GREEDY.model_copy(update={"strategy": Strategy.BEAM, "num_beams": 2})
    beams = generated(load_model(DEFAULT_MODEL).model, True, options, capacity=64)
    assert copies_in_loops(beams.hlo, "f32[32,64,32]") == 0


def copies_in_loops(hlo: str, shape: str) -> int:
    """Count the copies of arrays of ``shape`` outside the entry computation."""
    in_loops, _ = hlo.split("\nENTRY ")
    assert shape in in_loops
    return len(re.findall(rf"= {re.escape(shape)}\S* copy\(", in_loops))


def test_rotations_are_tables(both: Both) -> None:
    lean, stock = both("mistral")
    assert {"Cos", "Sin"} <= stock.operations
    assert not {"Cos", "Sin"} & lean.operations
