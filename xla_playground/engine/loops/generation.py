"""One call through the programs of a loop: chunks of the prompt, then blocks of new tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from ...core.options import GenerationOptions
from .caches import Cache, take_rows
from .chunk import CHUNK
from .decode import State
from .decoders import Encoded
from .live_values import live_values
from .program import Loop

#: Takes the state, what ``Loop.run`` calls ``given``, and the live values; returns the new state.
DecodeProgram = Callable[[State, dict[str, Any], dict[str, Any]], State]
#: Takes token ids of shape (prompts, CHUNK), their position and the cache; returns the cache.
ChunkProgram = Callable[[Any, Any, Cache], Cache]


@dataclass(frozen=True)
class Programs:
    """What a call runs.

    Attributes:
        decode: reads what is left of the prompts and generates.
        chunk: reads ``CHUNK`` tokens of every prompt at once; without it ``decode`` reads them all.
    """

    decode: DecodeProgram
    chunk: ChunkProgram | None = None


def generate(
    tf: Any,
    loop: Loop,
    programs: Programs,
    prompts: list[list[int]],
    options: GenerationOptions,
    *,
    encoded: Encoded | None = None,
    block: int | None = None,
    more_live: Mapping[str, Any] = MappingProxyType({}),
) -> Iterator[State]:
    """Yield the state after each block of ``block`` new tokens, at the end the last one.

    The tokens depend neither on ``block`` nor on whether there is a chunk program.

    Args:
        prompts: token ids of each prompt, or of the beginning of each answer.
        encoded: the source of an encoder-decoder model, a row for each prompt.
        more_live: live values that ``options`` have no name for, arrays.
        block: most new tokens of the longest prompt before the next yield; ``None``: all of them.

    Raises:
        ValueError: a prompt and its new tokens pass the capacity.
    """
    longest = max(map(len, prompts))
    end = longest + options.new_tokens
    if end > loop.shape.capacity:
        raise ValueError(f"{end} tokens pass the capacity of {loop.shape.capacity}")
    lengths = tf.constant([len(ids) for ids in prompts])
    tokens = tf.constant([ids + [0] * (longest - len(ids)) for ids in prompts])
    state = loop.start(tokens, lengths)
    if programs.chunk is not None and loop.shape.reads_chunks:
        state = _with_chunks_read(tf, loop, programs.chunk, state, prompts)
    given: dict[str, Any] = {"prompt": lengths, "limit": tf.constant(options.new_tokens)}
    if encoded is not None:
        given["encoded"] = encoded
    values = live_values(options) | loop.uniform(options) | dict(more_live)
    live = {name: tf.constant(value) for name, value in values.items()}
    stop = longest
    while True:
        stop = end if block is None else min(stop + block, end)
        state = programs.decode(state, given | {"stop": tf.constant(stop)}, live)
        yield state
        if stop == end or bool(np.all(state["is_finished"])):
            return


def _with_chunks_read(
    tf: Any, loop: Loop, chunk: ChunkProgram, state: State, prompts: list[list[int]]
) -> State:
    """Return the state with the whole chunks that every prompt has before its last token read."""
    shape, count = loop.shape, (min(map(len, prompts)) - 1) // CHUNK
    if count == 0:
        return state
    ids = np.array([prompt[: count * CHUNK] for prompt in prompts], np.int32)
    cache = loop.empty_cache(len(prompts))
    for number in range(count):
        place = number * CHUNK
        cache = chunk(tf.constant(ids[:, place : place + CHUNK]), tf.constant(place), cache)
    if shape.rows != shape.prompts:
        cache = take_rows(
            tf, cache, np.repeat(np.arange(shape.prompts), shape.rows // shape.prompts)
        )
    return state | {"cache": cache, "position": tf.constant(count * CHUNK)}
