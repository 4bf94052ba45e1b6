"""One call through the programs of a loop: chunks of the prompt, then blocks of new tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ...core.options.options import GenerationOptions
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Nested, Tensor, Tensors
from .caches import Cache, take_rows
from .chunk import CHUNK
from .decode import State
from .decoders import Encoded
from .program import Given, Loop

#: The type of decode programs: they take the state, ``given`` of ``Loop.run`` and the live values,
#: and return the new state.
DecodeProgram = Callable[[State, Given, Tensors], State]
#: The type of chunk programs: they take token ids of shape (prompts, CHUNK), their position and the
#: cache, and return the cache.
ChunkProgram = Callable[[Tensor, Tensor, Cache], Cache]

#: The decode program reads fewer tokens than this: a chunk takes as long as some steps.
LEAST = 6


@dataclass(frozen=True)
class Programs:
    """The programs that a call runs.

    Attributes:
        decode: reads the rest of the prompts and generates.
        chunk: reads ``CHUNK`` tokens of every prompt at once; without it ``decode`` reads them all.
    """

    decode: DecodeProgram
    chunk: ChunkProgram | None = None


def generate(
    tf: TensorFlow,
    loop: Loop,
    programs: Programs,
    prompts: list[list[int]],
    options: GenerationOptions,
    *,
    encoded: Encoded | None = None,
    block: int | None = None,
) -> Iterator[State]:
    """Yield the state after each block of ``block`` new tokens, at the end the last one.

    The tokens depend neither on ``block`` nor on whether there is a chunk program.

    Args:
        prompts: token ids of each prompt, or of the beginning of each answer.
        encoded: the source of an encoder-decoder model, a row for each prompt.
        block: most new tokens of the longest prompt before the next yield; ``None``: all of them.

    Raises:
        ValueError: a prompt and its new tokens pass the capacity.
    """
    longest = max(map(len, prompts))
    end = longest + options.new_tokens
    if end > loop.shape.capacity:
        raise ValueError(f"{end} tokens pass the capacity of {loop.shape.capacity}")
    state: State = as_tensors(tf, loop.start(prompts))
    if programs.chunk is not None and chunks_of(loop, prompts):
        state = with_chunks_read(tf, loop, programs.chunk, state, prompts)
    given = loop_inputs(tf, prompts, options.new_tokens, encoded)
    live = loop.live(options)
    stop = longest
    while True:
        stop = end if block is None else min(stop + block, end)
        state = programs.decode(state, given | {"stop": tf.constant(stop)}, live)
        yield state
        if stop == end or bool(np.all(state["is_finished"])):
            return


def loop_inputs(
    tf: TensorFlow, prompts: list[list[int]], limit: int, encoded: Encoded | None
) -> Given:
    """Return ``given`` of ``Loop.run``, without ``stop``."""
    given: Given = {
        "prompt": tf.constant([len(ids) for ids in prompts]),
        "limit": tf.constant(limit),
    }
    if encoded is not None:
        given["source"] = encoded.as_dict()
    return given


def as_tensors(tf: TensorFlow, values: Mapping[str, Nested]) -> Nested:
    """Return arrays as tensors, by name; a cache, a list of tensors already, is kept."""
    # ``tf.nest.map_structure`` takes half a millisecond of every call
    return {
        name: value if isinstance(value, list) else tf.constant(value)
        for name, value in values.items()
    }


def chunks_of(loop: Loop, prompts: list[list[int]]) -> int:
    """Return the number of chunks before every prompt's last token; ``LEAST`` tokens make one."""
    count = min(map(len, prompts)) - 1
    if not loop.reads_chunks:
        return 0
    whole, rest = divmod(count, CHUNK)
    return whole + (rest >= LEAST)


def with_chunks_read(
    tf: TensorFlow, loop: Loop, chunk: ChunkProgram, state: State, prompts: list[list[int]]
) -> State:
    """Return the state with ``chunks_of`` chunks read.

    The last chunk may read past the end of a prompt: its entries there are masked, and overwritten
    when the loop reaches that place.
    """
    shape, count = loop.shape, chunks_of(loop, prompts)
    size = count * CHUNK
    ids = np.zeros((len(prompts), max(size, shape.capacity)), np.int32)
    for row, prompt in enumerate(prompts):
        ids[row, : len(prompt)] = prompt
    cache = loop.empty_cache(len(prompts))
    for place in range(0, size, CHUNK):
        place = min(place, loop.cached - CHUNK)
        cache = chunk(tf.constant(ids[:, place : place + CHUNK]), tf.constant(place), cache)
    if shape.rows != shape.prompts:
        rows = np.repeat(np.arange(shape.prompts), shape.rows // shape.prompts)
        cache = take_rows(tf, cache, rows, loop.heads)
    read = min(size, min(map(len, prompts)) - 1)
    return state | {"cache": cache, "position": tf.constant(read)}
