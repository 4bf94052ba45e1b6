"""The programs of a call without the call around them, and the bytes that a step reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..protocols.models import Layer, Model


@dataclass(frozen=True)
class BareCall:
    """The programs of one call of our own loops, with their inputs on the device.

    Attributes:
        run: runs them; returns the loop's token ids, int32 of shape (rows, capacity).
        step_bytes: bytes of the weights that one token reads.
    """

    run: Callable[[], NDArray[np.int32]]
    step_bytes: int


def step_bytes(model: Model) -> int:
    """Return the bytes of the weights that a token needs.

    An encoder and a table that is only looked up do not count. A table of embeddings counts if it
    is the output layer, too.
    """
    part = model.get_decoder() if model.config.is_encoder_decoder else model
    weights = {weight.name: weight for weight in part.weights}
    if not model.config.tie_word_embeddings:
        for weight in _embeddings(model).weights:
            weights.pop(weight.name, None)
        weights |= {weight.name: weight for weight in model.get_output_embeddings().weights}
    return sum(int(weight.shape.num_elements()) * weight.dtype.size for weight in weights.values())


def _embeddings(model: Model) -> Layer:
    """Return the layer that looks tokens up; ``TFMistralForCausalLM`` has no method for it."""
    main = getattr(model, "model", None)
    return getattr(main, "embed_tokens", None) or model.get_input_embeddings()
