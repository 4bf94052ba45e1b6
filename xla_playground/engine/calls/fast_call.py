"""One call of our own loops with its loop."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.options.options import GenerationOptions
from ..loops.decode import State
from ..loops.decoders import Decoder
from ..loops.program import Loop
from ..protocols.tensors import Tensors
from ..text.stream import Block
from .loop_call import LoopCall


@dataclass(frozen=True)
class FastCall:
    """A call and its loop.

    Attributes:
        source: inputs of the encoder, tensors; ``None`` for a decoder-only model.
    """

    call: LoopCall
    loop: Loop
    decoder: Decoder
    source: Tensors | None

    @property
    def options(self) -> GenerationOptions:
        """The options of the call."""
        return self.call.options

    @property
    def prompts(self) -> list[list[int]]:
        """Token ids of each prompt, or of the beginning of each answer."""
        return self.call.prompts

    def padded(self, texts: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the requested rows as ``generate`` does: all prompts end at the same place."""
        options, length = self.options, self.call.length
        if options.strategy.has_beams:
            row = np.arange(len(texts)) % options.num_beams
            texts = texts[row < options.num_return_sequences]
        copies = len(texts) // len(self.prompts)
        size = (len(texts), length + options.new_tokens)
        output = np.full(size, self.call.rules.pad_id, np.int32)
        for number, text in enumerate(texts):
            count = len(self.prompts[number // copies])
            output[number, length - count :] = text[: count + options.new_tokens]
        return output

    def block(self, state: State, output: NDArray[np.int32], now_ns: int) -> Block:
        """Return the block that ends with a state; ``output`` is ``padded`` of its texts."""
        known = self.loop.known(state)
        sizes = np.array([len(prompt) for prompt in self.prompts])
        there = self.call.length + np.minimum(known - sizes, self.options.new_tokens)
        is_growing = np.logical_not(np.asarray(state["is_finished"]))
        return Block(
            output,
            np.repeat(there, len(output) // len(there)).astype(np.int32),
            np.repeat(is_growing, len(output) // len(is_growing)),
            new_tokens=known - int(sizes.max()),
            at_ns=now_ns,
        )
