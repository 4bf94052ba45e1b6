"""Measure the load and the memory bandwidth of the machine during a bench."""

from __future__ import annotations

import os
import time
from typing import Any

import numpy as np
import psutil

from ...engine.platform.gpu import uses_gpu

_SIDE = 8192  # of the square matrix that is read: 256 MiB, past any cache
_READS = 12
_PRODUCT_SIDE = 2048  # of matrices that are multiplied with each other
_PRODUCTS = 6
_IN_A_ROW = 20  # products that a GPU is given at once, which hides what a launch costs
_SPIN_S = 0.1  # for longer than that no thread of a BLAS library waits for more work


class MachineLoad:
    """The load average of the last minute, before and after a measurement.

    A number far from 0 before, or far from the measured work after, shows that other programs were
    running.
    """

    def __init__(self) -> None:
        self._before = psutil.getloadavg()[0]

    def figures(self) -> dict[str, Any]:
        """Return ``load_before``, ``load_after`` and ``cores``, the last figures of a bench."""
        return {
            "load_before": self._before,
            "load_after": psutil.getloadavg()[0],
            "cores": os.cpu_count(),
        }


def memory_bandwidth() -> float:
    """Return the best rate at which all cores together read memory, in bytes per second.

    It is measured by a matrix times a vector, which reads every number once and computes next to
    nothing with it, as a decoder does with its weights at every token. Returns when the cores are
    idle again: the library's threads spin for some 25 ms, which would slow the next measurement.
    """
    matrix = np.ones((_SIDE, _SIDE), np.float32)
    vector = np.ones(_SIDE, np.float32)
    best = float("inf")
    for _ in range(_READS):
        start = time.perf_counter()
        np.matmul(matrix, vector)
        best = min(best, time.perf_counter() - start)
    time.sleep(_SPIN_S)
    return matrix.nbytes / best


def compute_rate() -> float:
    """Return the best rate of float32 operations of all cores together, in operations per second.

    Taken from a product of two matrices, which computes much with every number that it reads.
    """
    matrix = np.ones((_PRODUCT_SIDE, _PRODUCT_SIDE), np.float32)
    best = float("inf")
    for _ in range(_PRODUCTS):
        start = time.perf_counter()
        np.matmul(matrix, matrix)
        best = min(best, time.perf_counter() - start)
    time.sleep(_SPIN_S)
    return 2.0 * _PRODUCT_SIDE**3 / best


def gpu_compute_rate(tf: Any) -> float | None:
    """Return the float32 operations per second of the GPU, at best; ``None`` without one.

    Taken as ``compute_rate`` is, with larger matrices.
    """
    if not uses_gpu(tf):
        return None
    with tf.device("GPU:0"):
        matrix = tf.ones([_SIDE, _SIDE])
    best = float("inf")
    for _ in range(_PRODUCTS):
        start = time.perf_counter()
        # the copy of one number waits for the products
        products = [tf.linalg.matmul(matrix, matrix) for _ in range(_PRODUCTS)]
        products[-1][0, 0].numpy()
        best = min(best, time.perf_counter() - start)
    return 2.0 * _PRODUCTS * _SIDE**3 / best


def gpu_bandwidth(tf: Any) -> float | None:
    """Return the bytes a second that the GPU reads from its memory, at best; ``None`` without one.

    It is measured as ``memory_bandwidth``, with a matrix of 1 GiB.
    """
    if not uses_gpu(tf):
        return None
    with tf.device("GPU:0"):
        matrix = tf.ones([4 * _SIDE, _SIDE])
        vector = tf.ones([_SIDE])
    best = float("inf")
    for _ in range(_READS):
        start = time.perf_counter()
        # the copy of one number waits for the products
        products = [tf.linalg.matvec(matrix, vector) for _ in range(_IN_A_ROW)]
        products[-1][0].numpy()
        best = min(best, time.perf_counter() - start)
    return float(_IN_A_ROW * 4 * matrix.shape.num_elements()) / best


def spread(values: list[float]) -> list[float]:
    """Return the smallest and the largest value."""
    return [min(values), max(values)]
