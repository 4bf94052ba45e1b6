"""Patch the product of a row and a large matrix: a product for each core."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..platform.gpu import uses_gpu
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .patching import patched

#: Bytes of a matrix from which on a second core gains more than it costs to wake it.
_LARGE = 400_000


@contextmanager
def products_in_pieces(tf: TensorFlow, model: Model, *, is_compiled: bool) -> Iterator[None]:
    """Patch the operation of every matrix product, if XLA compiles for CPUs."""
    del model
    from tensorflow.python.ops import gen_math_ops

    if not is_compiled or uses_gpu(tf):
        yield
        return
    with patched(gen_math_ops, "mat_mul", _split_product(tf, gen_math_ops.mat_mul, threads())):
        yield


def threads() -> int:
    """Return the number of processors that this process may use: XLA splits loops for that many."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _split_product(tf: TensorFlow, own: Callable[..., Tensor], parts: int) -> Callable[..., Tensor]:
    """Return a ``mat_mul`` that multiplies a row by a large matrix as a batch of products, one per
    core.

    XLA reads a matrix fastest in contiguous pieces, one a core. Rows of the matrix are split. The
    rows of a transposed matrix are outputs. Those of another matrix are terms, and the sums of the
    pieces are added: in float32 only, since shorter numbers would be rounded once more.
    """

    def mat_mul(
        a: Tensor, b: Tensor, transpose_a: bool = False, transpose_b: bool = False, **rest: object
    ) -> Tensor:
        shapes = (a.shape, b.shape)
        if transpose_a or not all(s.rank == 2 and s.is_fully_defined() for s in shapes):
            return own(a, b, transpose_a, transpose_b, **rest)
        rows, columns = b.shape
        count = math.gcd(rows, parts)
        is_large = b.dtype == tf.float32 and rows * columns * b.dtype.size >= _LARGE
        if a.shape[0] != 1 or count == 1 or not is_large:
            return own(a, b, transpose_a, transpose_b, **rest)
        pieces = tf.reshape(b, [count, rows // count, columns])
        if transpose_b:
            every = tf.broadcast_to(a, [count, 1, columns])
            return tf.reshape(tf.matmul(every, pieces, transpose_b=True), [1, rows])
        products = tf.matmul(tf.reshape(a, [count, 1, rows // count]), pieces)
        return tf.add_n(tf.unstack(products))  # a sum over an axis would be a kernel of its own

    return mat_mul
