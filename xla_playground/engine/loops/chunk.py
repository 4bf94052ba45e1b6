"""Read a fixed number of prompt tokens at any position, the same for every row."""

from __future__ import annotations

from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .caches import Cache, write_states
from .decoders import Decoder

#: Tokens that a chunk program reads at once.
CHUNK = 32


def read_chunk(
    tf: TensorFlow,
    decoder: Decoder,
    ids: Tensor,
    position: Tensor,
    cache: Cache,
    *,
    in_place: bool,
) -> Cache:
    """Return the cache with the keys and values of ``ids``.

    Args:
        ids: int32 of shape (rows, tokens).
        position: int32 scalar, number of filled places of the cache.
    """
    states = decoder.step(ids, position, cache).states
    # not the logits, which need not be computed then
    return write_states(tf, cache, states, position, states[-1][0], in_place=in_place)
