"""Padding arrays, without TensorFlow."""

from __future__ import annotations

import numpy as np

from xla_playground.core.padding import PaddingSide
from xla_playground.engine.tokenization import pad


def test_padding_on_either_side() -> None:
    ids, mask = pad([[5, 6], [7]], 3, PaddingSide.LEFT, 0)
    assert ids.tolist() == [[0, 5, 6], [0, 0, 7]]
    assert mask.tolist() == [[0, 1, 1], [0, 0, 1]]
    assert ids.dtype == mask.dtype == np.int32
    ids, mask = pad([[5, 6], [7]], 3, PaddingSide.RIGHT, 9)
    assert ids.tolist() == [[5, 6, 9], [7, 9, 9]]
    assert mask.tolist() == [[1, 1, 0], [1, 0, 0]]
