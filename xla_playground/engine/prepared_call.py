"""A request held against its model: what its runs take, and what their outputs mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from ..core.call.breakdown import completed
from ..core.call.plan import Plan
from ..core.call.record import Cache, Record, Sequence, Status
from ..core.call.request import Request
from ..core.call.upstream_faults import Situation, faults_met
from ..core.messages.message import Message
from .inputs.call_inputs import CallInputs, SpeechInputs
from .inputs.no_speech import notices_of
from .memory import resident_bytes
from .model.loading import LoadedModel
from .recipe.outcome import Outcome, Task, total_ns
from .text.stop_strings import StopStrings
from .text.stream import Block, Stream
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

    def faults(self, sequences: list[Sequence]) -> tuple[Message, ...]:
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

    def record(
        self,
        outcomes: list[Outcome],
        sequences: list[Sequence],
        stream: Stream,
        *,
        call: int,
        status: Status,
        started_at: datetime,
        wall_ns: int,
        notices: Iterable[Message],
    ) -> Record:
        """Return the record of the call.

        Args:
            outcomes: of its runs, in order; phases are summed.
            notices: those of its model, which come before its own.
        """
        plan, inputs = self.plan, self.inputs
        every_notice = (
            *notices,
            *inputs.notices,
            *(notices_of(sequences, self.request.options) if self.request.audio else ()),
            *(notice for outcome in outcomes for notice in outcome.notices),
            *self.faults(sequences),
        )
        made = Record(
            call=call,
            request=self.request,
            status=status,
            started_at=started_at,
            cache=outcomes[0].cache if outcomes else Cache.NONE,
            reason_message=plan.reason_message if outcomes else None,
            key=plan.key,
            trace_ns=total_ns(outcome.trace_ns for outcome in outcomes),
            compile_ns=total_ns(outcome.compile_ns for outcome in outcomes),
            load_ns=total_ns(outcome.load_ns for outcome in outcomes),
            store_ns=total_ns(outcome.store_ns for outcome in outcomes),
            run_ns=total_ns(outcome.run_ns for outcome in outcomes),
            wall_ns=wall_ns,
            first_token_ns=stream.first_token_ns,
            token_ns=tuple(stream.token_ns),
            prompt_tokens=plan.prompt_tokens,
            padded_length=plan.padded_length,
            sequences=tuple(sequences),
            memory_bytes=resident_bytes(),
            spoken=inputs.spoken if isinstance(inputs, SpeechInputs) else None,
            notices=tuple(dict.fromkeys(every_notice)),
            programs=tuple(use for outcome in outcomes[:1] for use in outcome.programs),
            ran_beside_build=any(outcome.ran_beside_build for outcome in outcomes),
            warmth=plan.warmth,
        )
        parts = completed((p for o in outcomes for p in o.parts), made.phases_ns())
        return made.model_copy(update={"first_call_parts": parts})
