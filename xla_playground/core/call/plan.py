"""The plan of a call, known before the call is made."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from ..frozen import Frozen
from ..messages.message import Message, with_texts
from .record import Cache, Warmth
from .specialization import SpecializationKey


class Plan(Frozen):
    """What the engine would do with a request: tokens, shape, key, and whether it is cached.

    Attributes:
        request_id: the request that was planned.
        prompt_tokens: tokens of each prompt, padding not counted.
        padded_length: tokens of each padded prompt.
        cache: where the specialization would come from.
        reason, reason_message: why it is not in memory, or ``None``.
        closest: the specialization in memory that is nearest to ``key``.
        warmth: what the process has built before.
    """

    request_id: str
    key: SpecializationKey
    prompt_tokens: tuple[int, ...]
    padded_length: int
    cache: Cache
    reason: str | None = None
    reason_message: Message | None = None
    closest: SpecializationKey | None = None
    warmth: Warmth = Warmth.WARM

    @model_validator(mode="before")
    @classmethod
    def _with_texts(cls, values: Any) -> Any:
        return with_texts(values, reason="reason_message")
