"""Convert calls of ``fast_generate``, with ``generate``'s arguments, to calls of a loop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.call.request import Arm, Precision, Recipe
from ..core.call.specialization import SpecializationKey
from ..core.errors import InvalidArgument
from ..core.messages import commands as messages
from ..core.model.info import ModelInfo
from ..core.options.options import GenerationOptions, structural_options
from ..core.options.values import SEED_MAX, OptionValue
from ..engine.calls.loop_call import LoopCall
from ..engine.loops.selection.rules import Rules
from ..engine.text.tokenization import UNLIMITED_POSITIONS, check_fit
from .arguments import Arguments, entries_of, read_arguments
from .prompts import Prompts, as_ids, padded_source, read_prompts

#: New tokens after which stop strings are searched.
_STOP_BLOCK = 16
#: The shortest padded source of an encoder; longer ones are powers of two.
_LEAST_SOURCE = 32
#: Arguments of ``generate`` that set the fields of ``Rules``.
_ARGUMENT_OF = {
    "end_ids": "eos_token_id",
    "pad_id": "pad_token_id",
    "forced_first": "forced_bos_token_id",
    "forced_last": "forced_eos_token_id",
    "suppressed": "suppress_tokens",
    "suppressed_first": "begin_suppress_tokens",
}


@dataclass(frozen=True)
class Call:
    """One call.

    Attributes:
        head: the tokens of each output before the first new one, int32 of shape (prompts, tokens).
        ends: tokens that end a text.
        tokenizer: decodes token ids for ``stop_strings``.
    """

    loop: LoopCall
    head: NDArray[np.int32]
    ends: Collection[int]
    tokenizer: Any = None

    def in_blocks(self, block: int | None) -> LoopCall:
        """Return the call for a loop in blocks of ``block`` tokens; ``None``: in one block."""
        if block is None and self.loop.options.stop_strings:
            block = _STOP_BLOCK
        return replace(self.loop, block=block)


class Calls:
    """Makes the calls of one model.

    Attributes:
        info: the information on the model.
    """

    def __init__(
        self,
        info: ModelInfo,
        model: Any,
        precision: Precision,
        capacities: tuple[int, ...],
        rules: Rules,
    ) -> None:
        """Initialize; ``rules`` are those of the model's digest in the store."""
        self.info = info
        self._model = model
        self._precision = precision
        self._capacities = capacities
        self._rules = rules

    def call(
        self, input_ids: Any, attention_mask: Any, given: dict[str, Any], *, draws: bool = False
    ) -> Call:
        """Return the call that arguments mean.

        Args:
            draws: draw a seed if the call samples and has none.

        Raises:
            RequestError, ValueError: it cannot be run.
        """
        info = self.info
        entries = entries_of(self._model, given)
        prompts = read_prompts(input_ids, attention_mask, info.vocab_size, _padding(entries))
        head = prompts.ids if info.is_decoder_only else self._beginnings(prompts, entries, given)
        arguments = read_arguments(info, entries, given, self._rules, head.shape[1])
        options = arguments.options
        if draws and options.strategy.is_sampling and given.get("seed") is None:
            options = _with_drawn_seed(options)
        longest = max(prompts.lengths)
        check_fit(info, options, prompts.lengths, longest)
        rows = prompts.rows if info.is_decoder_only else head.tolist()
        capacity = self._capacity(max(map(len, rows)), options.new_tokens)
        return self._made(prompts, arguments, options, head, rows, capacity)

    def example(self, given: dict[str, Any], batch: int, length: int, capacity: int) -> Call:
        """Return a call of a strategy at a capacity; its values other than ``given`` are arbitrary.

        Raises:
            RequestError, ValueError: it cannot be run.
        """
        short = {"max_new_tokens": 1, "min_new_tokens": 0}
        call = self.call([[0] * length] * batch, [[1] * length] * batch, given | short)
        loop = call.loop
        room = self._within_positions(capacity, 2)
        options = dict(loop.key.options) | {"capacity": room}
        key = loop.key.model_copy(update={"options": tuple(options.items())})
        return replace(call, loop=replace(loop, key=key, capacity=room))

    def _made(
        self,
        prompts: Prompts,
        arguments: Arguments,
        options: GenerationOptions,
        head: NDArray[np.int32],
        rows: list[list[int]],
        capacity: int,
    ) -> Call:
        info, rules, source, source_length = self.info, arguments.rules, None, None
        if not info.is_decoder_only:
            source_length = self._source_length(max(prompts.lengths))
            source = padded_source(prompts.rows, source_length, rules.pad_id)
        constants = structural_options(options) | self._changed_rules(rules)
        key = SpecializationKey(
            model=info.name,
            arm=Arm.XLA,
            recipe=Recipe.FAST,
            precision=self._precision,
            batch=len(prompts.rows),
            padded_length=source_length,
            options=tuple((constants | {"capacity": capacity}).items()),
        )
        loop = LoopCall(
            model=self._model,
            key=key,
            options=options,
            capacity=capacity,
            prompts=rows,
            length=head.shape[1],
            source=source,
            rules=rules,
            block=None,
            weight_bytes=info.memory_bytes,
        )
        ends = () if options.ignore_eos else rules.end_ids
        return Call(loop, head, ends, arguments.tokenizer)

    def _beginnings(
        self, prompts: Prompts, entries: dict[str, Any], given: dict[str, Any]
    ) -> NDArray[np.int32]:
        """Return the first tokens of a decoder: its start token, then ``decoder_input_ids``."""
        start = entries["decoder_start_token_id"]
        start = entries["bos_token_id"] if start is None else start
        if not isinstance(start, int):
            raise InvalidArgument(messages.START_TOKEN_NEEDED())
        first = as_ids(
            "decoder_start_token_id", [[start]] * len(prompts.rows), self.info.vocab_size
        )
        if given.get("decoder_input_ids") is None:
            return first
        ids = as_ids("decoder_input_ids", given["decoder_input_ids"], self.info.vocab_size)
        if len(ids) != len(first):
            raise InvalidArgument(messages.ROWS_DIFFER(rows=len(ids), inputs=len(first)))
        return ids if np.all(ids[:, 0] == start) else np.concatenate([first, ids], axis=1)

    def _capacity(self, beginning: int, new_tokens: int) -> int:
        needed = max(beginning + new_tokens, 2)
        fitting = [capacity for capacity in self._capacities if capacity >= needed]
        if not fitting:
            raise InvalidArgument(
                messages.ABOVE_CAPACITIES(
                    beginning=beginning,
                    tokens=new_tokens,
                    capacity=self._capacities[-1],
                    needed=needed,
                )
            )
        return self._within_positions(fitting[0], needed)

    def _within_positions(self, capacity: int, needed: int) -> int:
        positions = self.info.positions
        return capacity if positions is None else max(min(capacity, positions), needed)

    def _source_length(self, longest: int) -> int:
        length = max(_LEAST_SOURCE, 1 << (longest - 1).bit_length())
        return min(length, self.info.prompt_positions or UNLIMITED_POSITIONS)

    def _changed_rules(self, rules: Rules) -> dict[str, OptionValue]:
        """Return the rules of a call that differ from those of the model."""
        pairs = {
            f.name: (getattr(rules, f.name), getattr(self._rules, f.name)) for f in fields(rules)
        }
        return {_ARGUMENT_OF[n]: str(now) for n, (now, before) in pairs.items() if now != before}


def _padding(entries: dict[str, Any]) -> int | None:
    """Return the padding token of prompts without a mask, ``None`` if there is none."""
    pad, ends = entries["pad_token_id"], entries["eos_token_id"]
    ends = ends if isinstance(ends, list) else [ends]
    return None if pad is None or pad in ends else int(pad)


def _with_drawn_seed(options: GenerationOptions) -> GenerationOptions:
    """Return options with a seed that follows ``tf.random.set_seed``."""
    import tensorflow as tf

    drawn = tf.random.uniform([2], maxval=SEED_MAX, dtype=tf.int32).numpy().tolist()
    return options.model_copy(update={"seed": tuple(drawn)})
