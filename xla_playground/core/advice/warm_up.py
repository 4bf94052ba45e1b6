"""Prepare specializations before they are needed, from their shapes alone."""

from __future__ import annotations

from enum import StrEnum
from itertools import product
from typing import Any

from pydantic import model_validator

from ..call.padding import PADDING_RANGES, Padding, PaddingMode
from ..call.request import Arm, Precision, Recipe, Request
from ..frozen import Frozen
from ..messages.message import Message, with_texts
from ..options.options import GenerationOptions

#: A prompt of very few tokens, so that it fits into every padded length.
_SHORT_PROMPT = "a"
#: A prompt of ten tokens or more, since a shorter one needs no chunk program.
_LONG_PROMPT = "one two three four five six seven eight nine ten eleven twelve"
#: A smaller capacity might be too small for the long prompt.
_ROOM = 64
#: Two new tokens are enough, since their number is live; documented loops have no shape for one.
_NEW_TOKENS = 2


class WarmUpPlan(Frozen):
    """Which specializations to prepare: every batch with every shape and every set of options.

    Attributes:
        batches: numbers of prompts.
        source_lengths: tokens of a padded prompt of an encoder-decoder model; ``None`` for a
            decoder-only model, one specialization of which serves prompts of every length.
        capacities: see ``Padding``.
        options: live options may have any value.
    """

    model: str
    batches: tuple[int, ...] = (1,)
    source_lengths: tuple[int, ...] | None = None
    capacities: tuple[int, ...] = (Padding().capacity,)
    options: tuple[GenerationOptions, ...] = (GenerationOptions(),)
    arm: Arm = Arm.XLA
    precision: Precision = Precision.FLOAT32

    def requests(self) -> tuple[Request, ...]:
        """Return a request for each specialization, the cheaper shapes first.

        Raises:
            ValidationError: a shape or an option is not possible.
        """
        lengths = (None,) if self.source_lengths is None else self.source_lengths
        shapes = product(self.batches, lengths, self.capacities)
        return tuple(
            self._request(batch, length, capacity, options)
            for batch, length, capacity in sorted(shapes, key=_size)
            for options in self.options
        )

    def _request(
        self, batch: int, length: int | None, capacity: int, options: GenerationOptions
    ) -> Request:
        if length is None:
            prompt = _LONG_PROMPT if capacity >= _ROOM else _SHORT_PROMPT
            padding = Padding(capacity=capacity)
        else:
            prompt = _SHORT_PROMPT
            padding = Padding(mode=PaddingMode.FIXED, length=length, capacity=capacity)
        return Request(
            model=self.model,
            prompts=(prompt,) * batch,
            options=options.model_copy(update={"max_new_tokens": _NEW_TOKENS, "min_new_tokens": 0}),
            padding=padding,
            arm=self.arm,
            recipe=Recipe.FAST,
            precision=self.precision,
        )


def following_capacities(current: int, positions: int | None, count: int) -> tuple[int, ...]:
    """Return ``current`` and the next powers of two, ``count`` in all at the most.

    Args:
        positions: most tokens that the model takes, ``None`` if there is no limit; no capacity is
            larger, and the last one may be equal.
    """
    limit = int(PADDING_RANGES["capacity"].maximum)
    limit = limit if positions is None else min(limit, positions)
    capacities = [min(current, limit)]
    while len(capacities) < count and capacities[-1] < limit:
        capacities.append(min(1 << capacities[-1].bit_length(), limit))
    return tuple(capacities)


def _size(shape: tuple[int, int | None, int]) -> int:
    batch, length, capacity = shape
    return batch * ((length or 0) + capacity)


class WarmUpResult(StrEnum):
    """The result of preparing one specialization."""

    PREPARED = "prepared"
    WAS_STORED = "was_stored"
    FAILED = "failed"


class WarmUpProgress(Frozen):
    """The progress of a warm-up, reported before the first specialization and after each.

    Attributes:
        done, total: specializations.
        label: the last one's name, empty before there is one.
        result: what came of it.
        seconds: what it took.
        sentence, messages: why it failed, or what was not stored.
    """

    done: int
    total: int
    label: str = ""
    result: WarmUpResult | None = None
    seconds: float = 0.0
    sentence: str | None = None
    messages: tuple[Message, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_texts(cls, values: Any) -> Any:
        return with_texts(values, sentence="messages")

    @property
    def text(self) -> str:
        """Return ``sentence`` in the language in which messages are read, or an empty text."""
        return " ".join(message.text for message in self.messages) or self.sentence or ""
