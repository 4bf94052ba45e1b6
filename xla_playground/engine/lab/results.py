"""What a function gave: its tensors, and how far those of two arms are apart."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.lab.report import LabProblem, LabResult
from ...core.messages.pages import lab as messages
from .lines import NoTensor

#: Elements of a result that are reported.
_SHOWN = 8
_MOST_RESULTS = 20


def checked(tf: Any, output: Any) -> list[Any]:
    """Return the tensors of what a function returned, as NumPy arrays.

    Raises:
        NoTensor: it returned none.
    """
    leaves = tf.nest.flatten(output)
    tensors = [leaf for leaf in leaves if tf.is_tensor(leaf) or isinstance(leaf, tf.Variable)]
    if not tensors:
        raise NoTensor(type(output).__name__)
    return [_array(tf, leaf) for leaf in tensors]


def described(arrays: list[Any]) -> tuple[LabResult, ...]:
    """Return the shapes and first elements of arrays."""
    return tuple(
        LabResult(
            shape=array.shape,
            dtype=str(array.dtype),
            first=tuple(float(each) for each in array.ravel()[:_SHOWN]) if _is_real(array) else (),
        )
        for array in arrays[:_MOST_RESULTS]
    )


def difference(arrays: list[Any], others: list[Any]) -> float | None:
    """Return the largest difference of two lists of arrays, NaN being equal to NaN; ``None`` if
    they hold no numbers.

    Raises:
        ValueError: their shapes differ.
    """
    largest: float | None = None
    for array, other in zip(arrays, others, strict=True):
        if array.shape != other.shape:
            raise ValueError(array.shape, other.shape)
        if not _is_number(array) or not _is_number(other) or not array.size:
            continue
        wide = np.complex128 if np.iscomplexobj(array) else np.float64
        one, two = array.astype(wide), other.astype(wide)
        is_equal = (one == two) | (np.isnan(one) & np.isnan(two))
        with np.errstate(invalid="ignore"):
            apart = np.where(is_equal, 0.0, np.abs(one - two))
        largest = max(largest or 0.0, float(apart.max()))
    return largest


def shape_problem(arrays: list[Any], others: list[Any], name: str, line: int) -> LabProblem:
    """Return that the results of two arms have other shapes."""
    one, two = (str([each.shape for each in found]) for found in (arrays, others))
    message = messages.OTHER_RESULT_SHAPE(shape=one, other=name, wanted=two)
    return LabProblem(line=line, message=message)


def _array(tf: Any, leaf: Any) -> Any:
    dense = tf.sparse.to_dense(leaf) if isinstance(leaf, tf.SparseTensor) else leaf
    dense = dense.to_tensor() if isinstance(dense, tf.RaggedTensor) else dense
    array = np.asarray(dense.numpy())
    # NumPy has no bfloat16 of its own
    return array.astype(np.float32) if dense.dtype == tf.bfloat16 else array


def _is_number(array: Any) -> bool:
    return array.dtype.kind in "biufc"


def _is_real(array: Any) -> bool:
    return array.dtype.kind in "biuf"
