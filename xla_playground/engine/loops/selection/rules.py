"""Special tokens of a model's generation configuration: constants of a trace."""

from __future__ import annotations

from dataclasses import dataclass

from ...protocols.models import GenerationConfig


@dataclass(frozen=True)
class Rules:
    """The special tokens of a model.

    Attributes:
        end_ids: tokens that end a text.
        pad_id: the token that fills the places after the end.
        forced_first: the token that an encoder-decoder model's answer begins with.
        forced_last: the token at the last place.
        suppressed: tokens that are never chosen.
        suppressed_first: tokens that are never chosen first.
    """

    end_ids: tuple[int, ...] = ()
    pad_id: int = 0
    forced_first: int | None = None
    forced_last: int | None = None
    suppressed: tuple[int, ...] = ()
    suppressed_first: tuple[int, ...] = ()

    @property
    def forces_first(self) -> bool:
        """Return whether the first new token is forced."""
        return self.forced_first is not None

    @classmethod
    def of(cls, given: GenerationConfig) -> Rules:
        """Read the rules from a ``GenerationConfig``, or from an object with its attributes."""
        ends = _as_tuple(given.eos_token_id)
        pad = given.pad_token_id
        return cls(
            end_ids=ends,
            pad_id=pad if pad is not None else next(iter(ends), 0),
            forced_first=given.forced_bos_token_id,
            forced_last=next(iter(_as_tuple(given.forced_eos_token_id)), None),
            suppressed=_as_tuple(given.suppress_tokens),
            suppressed_first=_as_tuple(given.begin_suppress_tokens),
        )


def _as_tuple(value: int | list[int] | None) -> tuple[int, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)
