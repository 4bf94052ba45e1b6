"""The product of a row and a large matrix is split, and stays the same product."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from xla_playground.engine import XlaEngine
from xla_playground.engine.rewrites import products_in_pieces as module
from xla_playground.engine.rewrites.products_in_pieces import products_in_pieces

ROWS, COLUMNS = 384, 512  # a matrix that is large enough to be split
GENERATOR = np.random.default_rng(0)
MATRIX = GENERATOR.normal(size=(ROWS, COLUMNS)).astype(np.float32)


@pytest.fixture
def tf(engine: XlaEngine, monkeypatch: pytest.MonkeyPatch) -> Any:
    """TensorFlow, on what it is told are two cores."""
    import tensorflow

    monkeypatch.setattr(module, "threads", lambda: 2)
    return tensorflow


def traced(tf: Any, function: Any, *arrays: Any, is_compiled: bool = True) -> Any:
    """A ``ConcreteFunction`` that was traced with the patch."""

    unread: Any = None  # the model

    def run(*values: Any) -> Any:
        with products_in_pieces(tf, unread, is_compiled=is_compiled):
            return function(*values)

    compiled = tf.function(run, autograph=False, jit_compile=is_compiled)
    return compiled.get_concrete_function(*(tf.TensorSpec(a.shape, a.dtype) for a in arrays))


def operations(concrete: Any) -> Counter[str]:
    return Counter(operation.type for operation in concrete.graph.get_operations())


@pytest.mark.parametrize("is_transposed", [False, True])
def test_a_row_times_a_large_matrix_is_split(tf: Any, is_transposed: bool) -> None:
    row = GENERATOR.normal(size=(1, COLUMNS if is_transposed else ROWS)).astype(np.float32)

    def product(a: Any, b: Any) -> Any:
        return tf.matmul(a, b, transpose_b=is_transposed)

    concrete = traced(tf, product, row, MATRIX)
    assert operations(concrete)["MatMul"] == 0
    assert operations(concrete)["BatchMatMulV2"] == 1
    expected = row @ (MATRIX.T if is_transposed else MATRIX)
    result = concrete(tf.constant(row), tf.constant(MATRIX)).numpy()
    assert result.shape == expected.shape
    np.testing.assert_allclose(result, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    ("rows", "matrix", "cores", "is_compiled"),
    [
        (2, MATRIX, 2, True),
        (1, MATRIX[:, :64], 2, True),  # small
        (1, MATRIX[:-1], 2, True),  # an odd number of rows
        (1, MATRIX, 1, True),
        (1, MATRIX, 2, False),
        (1, MATRIX.astype(np.float16), 2, True),
    ],
)
def test_other_products_are_left_alone(
    tf: Any, monkeypatch: Any, rows: int, matrix: Any, cores: int, is_compiled: bool
) -> None:
    monkeypatch.setattr(module, "threads", lambda: cores)
    row = np.ones((rows, len(matrix)), matrix.dtype)
    concrete = traced(tf, tf.matmul, row, matrix, is_compiled=is_compiled)
    assert operations(concrete)["MatMul"] == 1


def test_tensorflow_is_itself_again_after_a_trace_that_failed(tf: Any) -> None:
    from tensorflow.python.ops import gen_math_ops

    own, within = gen_math_ops.mat_mul, []

    def fail(_: Any) -> None:
        within.append(gen_math_ops.mat_mul)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        traced(tf, fail, MATRIX)
    assert within[0] is not own
    assert gen_math_ops.mat_mul is own
