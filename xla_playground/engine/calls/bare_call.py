"""The programs of a call alone, and the bytes that a step of theirs must read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..protocols.models import Layer, Model


@dataclass(frozen=True)
class BareCall:
    """The programs of one call of our own loops, whose inputs are on the device.

    Attributes:
        run: runs them; returns the loop's token ids, int32 of shape (rows, capacity).
        step_bytes: what one token reads of the weights.
    """

    run: Callable[[], NDArray[np.int32]]
    step_bytes: int


def step_bytes(model: Model) -> int:
    """Return the bytes of the weights that a token needs.

    All but those of an encoder and of a table that is only looked up. A table of embeddings is read
    whole if it is the output layer, too.
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
