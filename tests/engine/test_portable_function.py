"""Portable functions compute what they did: equal constants, slow conversions stand once."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import numpy as np

from xla_playground.engine.store.portable_function import PortableFunction, portable, runner

VALUES = np.asarray([[0.5, 1.5, 4.0], [2.0, 0.25, 3.0]], np.float32)
NO_MODEL = SimpleNamespace(variables=[])


def as_portable(tf: Any, function: Any) -> tuple[PortableFunction, Any]:
    """The portable function of ``VALUES``, and what the function itself gives."""
    compiled = tf.function(function, autograph=False, jit_compile=True)
    concrete = compiled.get_concrete_function(tf.TensorSpec(VALUES.shape, tf.float32))
    return portable(concrete, NO_MODEL), concrete(tf.constant(VALUES)).numpy()


def operations(function: PortableFunction) -> Counter[str]:
    from tensorflow.core.framework import function_pb2

    definitions = map(function_pb2.FunctionDef.FromString, function.functions)
    return Counter(node.op for definition in definitions for node in definition.node_def)


def test_each_stands_once_and_computes_the_same(tf: Any) -> None:
    def compute(x: Any) -> Any:
        for _ in range(3):
            x = tf.math.rsqrt(x) + tf.nn.softmax(x) + tf.einsum("ij,ij->ij", x, tf.nn.relu(x))
        return tf.math.rsqrt(x)

    function, expected = as_portable(tf, compute)
    found = operations(function)
    assert {name: found[name] for name in ("Rsqrt", "Softmax", "Einsum", "Relu")} == {
        "Rsqrt": 1,
        "Softmax": 1,
        "Einsum": 1,
        "Relu": 1,
    }
    assert found["StatelessCase"] == 4 + 3 + 3 + 3
    np.testing.assert_array_equal(runner(function, NO_MODEL)([tf.constant(VALUES)])[0], expected)


def test_other_settings_are_another_operation(tf: Any) -> None:
    def compute(x: Any) -> Any:
        rows = tf.einsum("ij,ik->jk", x, x) + tf.einsum("ij,ik->jk", 2 * x, x)
        columns = tf.einsum("ij,kj->ik", x, x) + tf.einsum("ij,kj->ik", 2 * x, x)
        halves = tf.math.rsqrt(tf.cast(x, tf.bfloat16)) + tf.math.rsqrt(tf.cast(x, tf.bfloat16))
        return tf.concat([tf.matmul(x, rows), tf.matmul(columns, x)], 0)[:2] + tf.cast(
            halves, tf.float32
        )

    function, expected = as_portable(tf, compute)
    found = operations(function)
    assert (found["Einsum"], found["Rsqrt"]) == (2, 1)
    np.testing.assert_array_equal(runner(function, NO_MODEL)([tf.constant(VALUES)])[0], expected)


def test_what_stands_on_constants_is_left_to_xla_to_fold(tf: Any) -> None:
    def compute(x: Any) -> Any:
        width = tf.cast(tf.constant(3), tf.float32)
        scaled = x / tf.sqrt(width) + x * tf.sqrt(2 * width)
        return tf.sqrt(scaled) + tf.sqrt(x)

    function, expected = as_portable(tf, compute)
    found = operations(function)
    assert (found["Sqrt"], found["StatelessCase"]) == (2 + 1, 2)
    np.testing.assert_array_equal(runner(function, NO_MODEL)([tf.constant(VALUES)])[0], expected)


def test_within_loops_as_well_and_one_alone_stays(tf: Any) -> None:
    def compute(x: Any) -> Any:
        def body(n: Any, x: Any) -> tuple[Any, Any]:
            with tf.control_dependencies([tf.math.rsqrt(x)]):
                return n + 1, tf.math.rsqrt(x + 1.0)

        _, x = tf.while_loop(lambda n, _: n < 3, body, (0, tf.math.rsqrt(x)))
        return tf.math.tanh(x)

    function, expected = as_portable(tf, compute)
    found = operations(function)
    assert (found["Rsqrt"], found["Tanh"]) == (1, 1)
    assert found["StatelessCase"] >= 2
    np.testing.assert_array_equal(runner(function, NO_MODEL)([tf.constant(VALUES)])[0], expected)


def test_a_graph_that_tensorflow_runs_itself_stays_as_it_is(tf: Any) -> None:
    function = tf.function(lambda x: tf.math.rsqrt(tf.math.rsqrt(x)), autograph=False)
    concrete = function.get_concrete_function(tf.TensorSpec(VALUES.shape, tf.float32))
    found = operations(portable(concrete, NO_MODEL, is_compiled=False))
    assert (found["Rsqrt"], found["StatelessCase"]) == (2, 0)


def test_equal_constants_stand_once(tf: Any) -> None:
    def compute(x: Any) -> Any:
        for _ in range(3):
            x = tf.transpose(tf.reshape(x, [3, 2]), [1, 0]) * tf.constant(2.0) + tf.constant(2.0)
        return x

    function, expected = as_portable(tf, compute)
    assert operations(function)["Const"] == 3  # the shape, the axes and the number
    np.testing.assert_array_equal(runner(function, NO_MODEL)([tf.constant(VALUES)])[0], expected)


def test_a_constant_that_waits_is_its_own(tf: Any) -> None:
    def compute(x: Any) -> Any:
        with tf.control_dependencies([tf.reduce_sum(x)]):
            late = tf.constant(3.0)
        return x * tf.constant(3.0) + late * tf.constant(3.0)

    function, expected = as_portable(tf, compute)
    assert operations(function)["Const"] == 3  # the axes of the sum, and a 3 on either side of it
    np.testing.assert_array_equal(runner(function, NO_MODEL)([tf.constant(VALUES)])[0], expected)
