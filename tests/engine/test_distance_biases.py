"""T5 gets the biases of a token from its position, not from what its cache holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.rewrites.distance_biases import distance_biases

PLACES = 40  # more than the distances that have a bias of their own


@pytest.fixture(scope="module")
def attention(engine: XlaEngine, tiny_models: Callable[[str], Path]) -> Any:
    """The self-attention of a decoder's first layer, which holds the biases."""
    model = load_model(str(tiny_models("t5"))).model
    return model.decoder.block[0].layer[0].SelfAttention


@pytest.mark.parametrize("position", [0, 1, 17, PLACES - 1])
def test_the_biases_are_those_of_the_table_of_all_pairs(
    tf: Any, attention: Any, position: int
) -> None:
    from transformers.models.t5 import modeling_tf_t5

    module: Any = modeling_tf_t5
    table = attention.compute_bias(PLACES, PLACES).numpy()
    assert len(np.unique(table)) > 1
    with distance_biases(tf, tf.constant(position)):
        biases = attention.compute_bias(1, PLACES)
        row = module.dynamic_slice(biases, (0, 0, 0, 0), (1, attention.n_heads, 1, PLACES))
    np.testing.assert_array_equal(row.numpy(), table[:, :, position : position + 1])


def test_the_model_is_itself_again(tf: Any, attention: Any) -> None:
    from transformers.models.t5 import modeling_tf_t5

    module: Any = modeling_tf_t5
    before = type(attention).compute_bias, module.dynamic_slice
    with distance_biases(tf, tf.constant(0)):
        assert type(attention).compute_bias is not before[0]
    assert (type(attention).compute_bias, module.dynamic_slice) == before
