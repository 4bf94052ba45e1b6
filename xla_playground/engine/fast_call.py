"""One call of the fast recipe as its loop sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.options import GenerationOptions
from ..core.request import Arm
from .loops.decoders import Decoder
from .loops.program import Loop
from .outcome import Task
from .stream import Block


@dataclass(frozen=True)
class FastCall:
    """A task as its loop sees it.

    Attributes:
        prompts: token ids of each prompt, or what each answer begins with.
        length: tokens that an output begins with before the first new one, padding included.
        source: inputs of the encoder, tensors; ``None`` for a decoder-only model.
    """

    task: Task
    loop: Loop
    decoder: Decoder
    options: GenerationOptions
    prompts: list[list[int]]
    length: int
    source: dict[str, Any] | None

    @property
    def is_compiled(self) -> bool:
        """Whether XLA compiles its programs."""
        return self.task.request.arm is Arm.XLA

    def padded(self, texts: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the rows that were asked for as ``generate`` does: prompts end at one place."""
        options, length = self.options, self.length
        if options.strategy.has_beams:
            row = np.arange(len(texts)) % options.num_beams
            texts = texts[row < options.num_return_sequences]
        copies = len(texts) // len(self.prompts)
        output = np.full((len(texts), length + options.new_tokens), self.task.loaded.pad_id)
        output = output.astype(np.int32)
        for number, text in enumerate(texts):
            size = len(self.prompts[number // copies])
            output[number, length - size :] = text[: size + options.new_tokens]
        return output

    def block(self, state: dict[str, Any], output: NDArray[np.int32], now_ns: int) -> Block:
        """Return the block that ends with a state; ``output`` is ``padded`` of its texts."""
        known = self.loop.known(state)
        sizes = np.array([len(prompt) for prompt in self.prompts])
        there = self.length + np.minimum(known - sizes, self.options.new_tokens)
        is_growing = np.logical_not(np.asarray(state["is_finished"]))
        return Block(
            output,
            np.repeat(there, len(output) // len(there)).astype(np.int32),
            np.repeat(is_growing, len(output) // len(is_growing)),
            new_tokens=known - int(sizes.max()),
            at_ns=now_ns,
        )
