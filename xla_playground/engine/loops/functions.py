"""The functions of a model that are traced, each with arguments for a first and short run.

The arguments give the shapes. A run with them compiles a program, and its result is compared before
a stored program is trusted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from ...core.options.options import GenerationOptions
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Array, Nested, Tensor, Tensors
from .caches import Cache
from .chunk import CHUNK, read_chunk
from .decode import State
from .decoders import Decoder, Encoded, encode
from .generation import as_tensors, loop_inputs
from .program import Loop
from .selection.live_values import live_values

#: Tokens of the prompt of a first run, and its new tokens.
_PROMPT, _NEW = 3, 3


@dataclass(frozen=True)
class LoopFunction:
    """One function of tensors.

    Attributes:
        body: takes and returns nested tensors.
        arguments: nested tensors to call it with.
        returned: a nested structure like that of its result.
        seen: returns the parts of a result that are compared, arrays by name.
    """

    body: Callable[..., Nested]
    arguments: tuple[Nested, ...]
    returned: Nested
    seen: Callable[[Nested], dict[str, Array]]


def decode_function(
    tf: TensorFlow, loop: Loop, options: GenerationOptions, encoded: Encoded | None
) -> LoopFunction:
    """Return the loop as a function of its state, its inputs and the live values.

    Args:
        options: the options of its first call, which decide which live values there are.
        encoded: a source of the shapes of the call's, ``None`` for a decoder-only model.
    """
    prompts = [[1 + number % 2 for number in range(_PROMPT)]] * loop.shape.prompts
    new_tokens = max(1, min(_NEW, loop.shape.capacity - _PROMPT))
    prompts = [ids[: loop.shape.capacity - new_tokens] for ids in prompts]
    state = as_tensors(tf, loop.start(prompts))
    given = loop_inputs(tf, prompts, new_tokens, encoded)
    given["stop"] = tf.constant(len(prompts[0]) + new_tokens)
    live = as_tensors(tf, _plain_values(loop, options))
    return LoopFunction(loop.run, (state, given, live), state, _seen_of_state)


def chunk_function(
    tf: TensorFlow, decoder: Decoder, prompts: int, cached: int, *, in_place: bool
) -> LoopFunction:
    """Return the reading of a chunk as a function of its ids, their position and the cache.

    Args:
        cached: places of the cache.
    """
    cache = decoder.empty_cache(prompts, cached)
    ids = tf.broadcast_to(tf.range(CHUNK) % 2 + 1, [prompts, CHUNK])
    body = partial(read_chunk, tf, decoder, in_place=in_place)
    return LoopFunction(body, (ids, tf.constant(0), cache), cache, _seen_of_cache)


def encode_function(tf: TensorFlow, model: Model, inputs: Mapping[str, Tensor]) -> LoopFunction:
    """Return the encoder as a function of its inputs: keys and values of cross-attention.

    Args:
        inputs: the inputs of its first call; see ``decoders.encode``.
    """

    def body(inputs: Tensors) -> Cache:
        return encode(tf, model, inputs).keys

    arguments = {name: tf.ones_like(tensor) for name, tensor in inputs.items()}
    return LoopFunction(body, (arguments,), source_like(tf, model, inputs).keys, _seen_of_cache)


def source_like(tf: TensorFlow, model: Model, inputs: Mapping[str, Tensor]) -> Encoded:
    """Return a source of zeros of the shape that ``encode`` gives for ``inputs``."""
    decoder = Decoder(tf, model)
    rows, length = next(iter(inputs.values())).shape[:2]
    mask = inputs.get("attention_mask")
    source = length if mask is not None else model.config.max_source_positions
    sizes = [rows, decoder.shape.heads, source, decoder.shape.width]
    zeros = tf.zeros(sizes, decoder.dtype)
    return Encoded([[zeros, zeros] for _ in range(decoder.shape.layers)], mask)


def _plain_values(loop: Loop, options: GenerationOptions) -> dict[str, Array | np.generic]:
    """Return live values of the shapes that ``options`` have, which depend on the shapes alone."""
    plain = GenerationOptions(strategy=options.strategy, num_beams=options.num_beams)
    known = live_values(plain) | loop.uniform(plain)
    wanted = live_values(options) | loop.uniform(options)
    return {
        name: known[name]
        if name in known and np.shape(known[name]) == np.shape(value)
        else np.zeros_like(value)
        for name, value in wanted.items()
    }


def _seen_of_state(state: State) -> dict[str, Array]:
    return {"tokens": state["tokens"].numpy()[:, : _PROMPT + _NEW]}


def _seen_of_cache(cache: Cache) -> dict[str, Array]:
    """Return a number for each layer: the mean of its keys and values in the first places."""
    places = slice(None), slice(None), slice(CHUNK)
    means = [[float(np.mean(np.abs(part.numpy()[places]))) for part in pair] for pair in cache]
    return {"means": np.array(means, np.float32)}
