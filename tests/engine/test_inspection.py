"""What XLA made of a function: any function, made for any key."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.record import Cache, Record
from xla_playground.core.errors import RequestError
from xla_playground.core.inside.difference import difference_of
from xla_playground.core.inside.figures import figures_of
from xla_playground.core.inside.hlo import parse_hlo
from xla_playground.core.inside.inspection import Inspection
from xla_playground.core.messages.pages import inside as messages
from xla_playground.engine import XlaEngine
from xla_playground.engine.inside.inspecting import inspect_function
from xla_playground.engine.inside.lowering import OPTIMIZED_PROTO, lowering_of
from xla_playground.engine.recipe.specializations import MODEL_CHANGED

SIDE, PASSES = 64, 5


def inspection_of_loop(**changed: Any) -> Inspection:
    """A function of the tests' own: a product of matrices, some passes of a loop."""
    import tensorflow as tf

    factor = changed.get("factor", 2.0)

    def run(vector: Any, matrix: Any, count: Any) -> Any:
        _, found = tf.while_loop(
            lambda n, _: n < count,
            lambda n, v: (n + 1, factor * tf.tanh(tf.linalg.matvec(matrix, v))),
            (tf.constant(0), vector),
        )
        return found

    size = changed.get("size", SIDE)
    concrete = tf.function(run, autograph=False, jit_compile=True).get_concrete_function(
        tf.TensorSpec([size]), tf.TensorSpec([size, size]), tf.TensorSpec([], tf.int32)
    )
    key = (("function", "run"), ("size", size))
    return inspect_function(lowering_of(concrete), key, label="run", device="CPU")


def test_a_function_that_generates_nothing_is_inspected(engine: XlaEngine) -> None:
    found = inspection_of_loop()
    assert found.key == (("function", "run"), ("size", SIDE))
    assert found.counts.while_loops == 1
    assert found.step is not None
    product = 2 * SIDE * SIDE
    assert product <= found.step.flops <= product + 4 * SIDE
    assert found.step.bytes >= 4 * SIDE * SIDE
    assert found.peak_bytes is not None
    assert found.peak_bytes >= 4 * SIDE * SIDE
    assert found.buffer_bytes()["parameter"] >= 4 * SIDE * SIDE
    assert "stablehlo.while" in found.stablehlo
    assert "ENTRY" in found.optimized
    assert found.reasons == {"weight_bytes": messages.NO_TOKENS()}


def test_two_traces_of_one_function_are_the_same_program(engine: XlaEngine) -> None:
    one, other, doubled = (
        parse_hlo(inspection_of_loop(factor=factor).optimized) for factor in (2.0, 2.0, 3.0)
    )
    assert difference_of(one, other).is_equal
    found = difference_of(one, doubled)
    assert not found.is_equal
    assert any("constant(3)" in line.text for line in found.lines)


def test_what_xla_does_not_say_is_missing_with_a_reason(engine: XlaEngine) -> None:
    import tensorflow as tf

    concrete = tf.function(lambda x: x + 1.0, jit_compile=True).get_concrete_function(
        tf.TensorSpec([4])
    )
    lower = lowering_of(concrete)

    def lower_less(stage: str) -> bytes:
        if stage == "stablehlo":
            raise ValueError("no translation")
        return b"" if stage == OPTIMIZED_PROTO else lower(stage)

    found = inspect_function(lower_less, (), label="f", device="CPU")
    assert (found.stablehlo, found.peak_bytes, found.buffers) == ("", None, ())
    assert found.reasons["peak_bytes"] == messages.NO_BUFFERS()
    assert figures_of(found)["peak_bytes"] is None


def inspected(engine: XlaEngine, record: Record) -> Inspection:
    assert record.key is not None
    return engine.inspect(record.key)


@pytest.mark.slow
@pytest.mark.parametrize(
    "recipe", [pytest.param("documented", marks=pytest.mark.exhaustive), "fast"]
)
def test_a_call_is_inspected(engine: XlaEngine, make_request: MakeRequest, recipe: str) -> None:
    request = make_request(recipe=recipe, options={"max_new_tokens": 6})
    record = engine.generate(request)
    found = inspected(engine, record)
    assert record.key is not None
    assert dict(found.key) == record.key.as_dict()
    figures = figures_of(found, ns_per_token=1e6)
    assert set(figures["reasons"]) == {"limit_ratio", "memory_ratio", "compute_ratio"}
    for name in ("instructions", "fusions", "while_loops", "constants_bytes", "peak_bytes"):
        assert figures[name] > 0, name
    # two layers of 32: 12 × 32² weights each, and the output layer
    weights = 2 * 12 * 32 * 32 + 300 * 32
    assert 2 * weights <= figures["flops_per_token"] <= 6 * weights
    assert figures["weight_bytes"] <= figures["bytes_per_token"]
    again = engine.generate(request.again())
    assert (again.cache, again.sequences) == (Cache.MEMORY, record.sequences)


@pytest.mark.slow
def test_a_program_that_calls_share_is_inspected(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    record = engine.generate(make_request("t5", recipe="fast", options={"max_new_tokens": 4}))
    assert record.key is not None
    found = engine.inspect(record.key.of_program("encode"))
    assert found.step is None
    assert found.weight_bytes is None
    assert {"flops_per_token", "weight_bytes"} <= set(found.reasons)
    assert found.run.flops > 0


@pytest.mark.slow
def test_an_option_that_is_live_makes_no_other_program(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    values = {"strategy": "sampling", "max_new_tokens": 4}
    one, other = (
        engine.generate(make_request(recipe="fast", options=values | {"top_k": top_k}))
        for top_k in (5, 9)
    )
    greedy = engine.generate(make_request(recipe="fast", options={"max_new_tokens": 4}))
    programs = [parse_hlo(inspected(engine, r).optimized) for r in (one, other, greedy)]
    assert difference_of(programs[0], programs[1]).is_equal
    assert not difference_of(programs[0], programs[2]).is_equal


@pytest.mark.slow
def test_what_is_no_longer_in_memory_is_refused_with_the_reason(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    record = engine.generate(make_request(arm="graph", options={"max_new_tokens": 3}))
    assert record.key is not None
    with pytest.raises(RequestError, match=r"has no program of XLA's: choose the xla arm"):
        engine.inspect(record.key)
    eager = engine.generate(make_request(arm="eager", options={"max_new_tokens": 3}))
    assert eager.key is not None
    with pytest.raises(RequestError, match="is not in memory"):
        engine.inspect(eager.key)
    key = record.key
    engine._cache.drop_model(key.model, why=MODEL_CHANGED)
    with pytest.raises(RequestError, match=r"its model's files have changed\): run its call"):
        engine.inspect(key)
