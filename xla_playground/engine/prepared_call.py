"""A request held against its model: what its runs take, and what their outputs mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..core.call.plan import Plan
from ..core.call.record import Sequence
from ..core.call.request import Request
from ..core.call.upstream_faults import Situation, faults_met
from ..core.notice import Notice
from .inputs.call_inputs import CallInputs, SpeechInputs
from .model.loading import LoadedModel
from .recipe.outcome import Task
from .text.stop_strings import StopStrings
from .text.stream import Block
from .text.tokenization import decode


@dataclass(frozen=True)
class PreparedCall:
    """A request held against its model: the plan, and the inputs of its runs.

    Attributes:
        request: says what the given one left to the model.
        executed: also has its bad words as token ids.
        capacity: the room of a loop of our own, in tokens.
    """

    request: Request
    executed: Request
    plan: Plan
    capacity: int
    loaded: LoadedModel
    inputs: CallInputs

    def task(self, part: int) -> Task:
        """Return what one run executes."""
        arrays = self.inputs.arrays(part)
        return Task(self.executed, self.loaded, self.plan.key, self.capacity, arrays)

    def stops(self) -> Callable[[Block], Block] | None:
        """Return what looks for stop strings in the blocks of a run, ``None`` without any."""
        options, start = self.request.options, self.inputs.head.shape[1]
        if not options.stop_strings:
            return None
        ends = frozenset[int]() if options.ignore_eos else self.loaded.eos_ids
        return StopStrings(self.loaded.text, options.stop_strings, start, ends).applied

    def so_far(self, part: int, block: Block) -> tuple[Sequence, ...]:
        """Return the sequences of a run that has come to a block."""
        return self._sequences(block.output, part, block)

    def sequences(
        self, output: NDArray[np.int32], part: int, last: Block | None
    ) -> tuple[Sequence, ...]:
        """Return the sequences of a run that has ended; ``last`` is its last block."""
        return self._sequences(output, part, last if self.request.options.stop_strings else None)

    def _sequences(
        self, output: NDArray[np.int32], part: int, block: Block | None
    ) -> tuple[Sequence, ...]:
        return decode(
            self.loaded,
            output,
            self.inputs.head,
            first_prompt=part,
            ignore_eos=self.request.options.ignore_eos,
            is_prompt_hidden=self.request.chat or isinstance(self.inputs, SpeechInputs),
            block=block,
        )

    def faults(self, sequences: list[Sequence]) -> tuple[Notice, ...]:
        """Return notices on the faults of upstream's code that the call has met."""
        info, lengths = self.loaded.info, self.inputs.lengths
        is_padded = info.is_decoder_only and min(lengths) < self.inputs.padded_length
        limit = self.request.options.new_tokens
        return faults_met(
            Situation(
                self.request,
                is_padded=is_padded,
                pads_with_end=self.loaded.pad_id in self.loaded.eos_ids,
                has_ended=any(s.new_tokens < limit for s in sequences if s.tokens),
            )
        )
