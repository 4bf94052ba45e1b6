"""Padding policies: to which length the prompts of a batch are padded, and on which side.

Every padded length is a shape of its own, and every new shape is a new specialization: that is
why the XLA guide pads with ``pad_to_multiple_of``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Self

from pydantic import ValidationError, field_validator, model_validator

from ..errors import RequestError, refuse
from ..frozen import Frozen
from ..messages import request as messages
from ..messages.message import Message
from ..numbers import NumberRange


class PaddingMode(StrEnum):
    """What the prompts of a batch are padded to."""

    NONE = "none"
    LONGEST = "longest"
    MULTIPLE = "multiple"
    POWER_OF_TWO = "power_of_two"
    FIXED = "fixed"


class PaddingSide(StrEnum):
    """The side of the padding; ``auto`` selects the side that the model needs."""

    AUTO = "auto"
    LEFT = "left"
    RIGHT = "right"


#: Said wherever the other side is refused.
SIDE_REASONS: dict[PaddingSide, Message] = {
    PaddingSide.LEFT: messages.PAD_ON_THE_LEFT(),
    PaddingSide.RIGHT: messages.PAD_ON_THE_RIGHT(),
}


def needed_side(*, is_decoder_only: bool, has_positions: bool) -> PaddingSide | None:
    """Return the only side to pad on, or None if a kind of model takes both.

    ``has_positions`` is whether positions are absolute: those of T5 and mT5 are relative.
    """
    if is_decoder_only:
        return PaddingSide.LEFT
    return PaddingSide.RIGHT if has_positions else None


#: The accepted numbers of a policy's fields, in tokens.
PADDING_RANGES = {
    "multiple_of": NumberRange("multiple_of", 1, 4096),
    "length": NumberRange("length", 1, 32_768),
    "capacity": NumberRange("capacity", 16, 32_768),
}


class Padding(Frozen):
    """A padding policy.

    Attributes:
        mode: what to pad to.
        multiple_of: tokens; read when ``mode`` is ``multiple`` (``pad_to_multiple_of``).
        length: tokens; read when ``mode`` is ``fixed``.
        side: where the padding goes.
        capacity: tokens; under the fast recipe the room for a prompt and its new tokens. One
            specialization serves every length up to it; a longer call takes the next power of two.
    """

    mode: PaddingMode = PaddingMode.MULTIPLE
    multiple_of: int = 32
    length: int = 64
    side: PaddingSide = PaddingSide.AUTO
    capacity: int = 256

    @model_validator(mode="before")
    @classmethod
    def _from_0_1_0(cls, values: Any) -> Any:
        """Read the policies of version 0.1.0, whose fast recipe had a bucket of new tokens."""
        if isinstance(values, dict) and "new_token_bucket" in values:
            return {name: value for name, value in values.items() if name != "new_token_bucket"}
        return values

    @field_validator(*PADDING_RANGES, mode="before")
    @classmethod
    def _check_bounds(cls, value: Any, info: Any) -> Any:
        refuse(PADDING_RANGES[info.field_name].problem(value))
        return value

    @classmethod
    def parse(cls, values: dict[str, Any]) -> Self:
        """Validate untrusted values and return the policy.

        Raises:
            RequestError: with the field and a message.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise RequestError.from_validation(error) from None

    def padded_length(self, lengths: Sequence[int]) -> int:
        """Return the common padded length, in tokens, of prompts of these lengths.

        Raises:
            RequestError: the prompts differ in length and ``mode`` is ``none``, or one is longer
                than the fixed length.
        """
        longest = max(lengths)
        match self.mode:
            case PaddingMode.NONE:
                if min(lengths) != longest:
                    problem = messages.LENGTHS_DIFFER(least=min(lengths), most=longest)
                    raise RequestError("padding", problem)
                return longest
            case PaddingMode.LONGEST:
                return longest
            case PaddingMode.MULTIPLE:
                return -(-longest // self.multiple_of) * self.multiple_of
            case PaddingMode.POWER_OF_TWO:
                return 1 << (longest - 1).bit_length()
            case PaddingMode.FIXED:
                if longest > self.length:
                    problem = messages.ABOVE_FIXED_LENGTH(tokens=longest, length=self.length)
                    raise RequestError("padding", problem)
                return self.length

    def in_words(self) -> Message:
        """Return the policy in words that follow "pad": ``to a multiple of 8``."""
        match self.mode:
            case PaddingMode.NONE:
                return messages.PAD_NOT_AT_ALL()
            case PaddingMode.LONGEST:
                return messages.PAD_TO_LONGEST()
            case PaddingMode.MULTIPLE:
                return messages.PAD_TO_MULTIPLE(multiple=self.multiple_of)
            case PaddingMode.POWER_OF_TWO:
                return messages.PAD_TO_POWER_OF_TWO()
            case PaddingMode.FIXED:
                return messages.PAD_TO_LENGTH(length=self.length)

    def side_for(self, *, is_decoder_only: bool, has_positions: bool) -> PaddingSide:
        """Return the padding side for a kind of model, see ``needed_side``.

        Raises:
            RequestError: the other side was asked for.
        """
        needed = needed_side(is_decoder_only=is_decoder_only, has_positions=has_positions)
        if self.side is PaddingSide.AUTO:
            return needed or PaddingSide.RIGHT
        if needed not in (None, self.side):
            raise RequestError("padding_side", SIDE_REASONS[needed])
        return self.side
