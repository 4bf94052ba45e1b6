"""How likely each token of a sequence was, by the model and after the options of the call."""

from __future__ import annotations

import json
from typing import Any

from ..frozen import Frozen
from ..messages.message import Message
from .record import Sequence, TokenRole

#: Tokens of a place that are named, the likeliest first.
ALTERNATIVES = 5


class Alternative(Frozen):
    """One of the likeliest tokens of a place."""

    id: int
    text: str
    probability: float


class Score(Frozen):
    """A token among all that could stand in its place.

    Attributes:
        rank: 1 if no token is likelier; of equals the one with the smaller id comes first.
        alternatives: the likeliest tokens of the place, which may be the token itself.
    """

    probability: float
    rank: int
    alternatives: tuple[Alternative, ...]


class ScoredToken(Frozen):
    """A token of a prompt or an answer with its scores.

    Attributes:
        raw: by the model alone; ``None`` if that is not known, see ``reason``.
        processed: after penalties, bans, temperature, top_k and the like; ``None`` of a prompt's
            tokens, which nobody chose.
        reason: why a score is missing that the token should have.
    """

    id: int
    text: str
    role: TokenRole
    raw: Score | None = None
    processed: Score | None = None
    reason: Message | None = None


class ScoredSequence(Frozen):
    """The scores of one sequence, padding left out.

    Attributes:
        prompt_index: see ``Sequence.prompt_index``.
    """

    prompt_index: int
    tokens: tuple[ScoredToken, ...]


def scores_by_place(sequence: Sequence, scored: ScoredSequence) -> dict[int, ScoredToken]:
    """Return the scored tokens of a sequence by their places in it, its padding counted."""
    real = [n for n, token in enumerate(sequence.tokens) if token.role is not TokenRole.PADDING]
    return dict(zip(real, scored.tokens, strict=False))


def scores_as_dict(sequences: tuple[ScoredSequence, ...]) -> list[list[dict[str, Any]]]:
    """Return the tokens of each sequence, as ``generate --probabilities --json`` prints them."""
    return [[_as_dict(token) for token in sequence.tokens] for sequence in sequences]


def scores_as_json(sequences: tuple[ScoredSequence, ...]) -> str:
    """Return ``scores_as_dict`` as JSON."""
    return json.dumps(scores_as_dict(sequences), indent=1)


def _as_dict(token: ScoredToken) -> dict[str, Any]:
    raw = token.raw.model_dump() if token.raw else {}
    return {
        "id": token.id,
        "text": token.text,
        "role": token.role.value,
        "probability": raw.get("probability"),
        "rank": raw.get("rank"),
        "alternatives": raw.get("alternatives", ()),
        "processed": token.processed.model_dump() if token.processed else None,
        "reason": None if token.reason is None else token.reason.text,
    }
