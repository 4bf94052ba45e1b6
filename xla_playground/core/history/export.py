"""Records as JSON; calls and the probabilities of tokens as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..call.probabilities import Score, ScoredSequence
from ..call.record import Record, TokenRole
from ..messages.message import Message
from .call_summary import CallSummary
from .table_text import csv_file


def record_as_dict(record: Record) -> dict[str, Any]:
    """Return a record as one flat JSON object, as ``generate --json`` prints it.

    ``texts`` and ``token_ids`` hold the prompt and the generated tokens without padding, so that
    arms and padding policies can be compared.
    """
    request = record.request
    kept = [
        [token.id for token in sequence.tokens if token.role is not TokenRole.PADDING]
        for sequence in record.sequences
    ]
    return {
        "call": record.call,
        "status": record.status.value,
        "started_at": record.started_at.isoformat(),
        "model": request.model,
        "arm": request.arm.value,
        "recipe": request.recipe.value,
        "precision": request.precision.value,
        "cache": record.cache.value,
        "reason": record.reason,
        "reason_message": _as_data(record.reason_message),
        "key": record.key.as_dict() if record.key else None,
        "programs": [program.model_dump(mode="json") for program in record.programs],
        "first_call_parts": [part.model_dump(mode="json") for part in record.first_call_parts],
        "ran_beside_build": record.ran_beside_build,
        "options": request.options.used(),
        "padding": request.padding.model_dump(mode="json"),
        "prompts": list(request.prompts),
        "audio": request.audio,
        "chat": request.chat,
        "block_tokens": request.block_tokens,
        **{f"{name}_ns": value for name, value in record.phases_ns().items()},
        "wall_ns": record.wall_ns,
        "first_token_ns": record.first_token_ns,
        "token_ns": [list(entry) for entry in record.token_ns],
        "prompt_tokens": list(record.prompt_tokens),
        "padded_length": record.padded_length,
        "new_tokens": list(record.new_tokens),
        "ended_by": list(record.ended_by),
        "language": record.spoken.language if record.spoken else request.language or None,
        "task": record.spoken.task if record.spoken else request.task or None,
        "is_language_found": record.spoken.is_found if record.spoken else None,
        "no_speech": [sequence.no_speech_probability for sequence in record.sequences],
        "texts": [sequence.text for sequence in record.sequences],
        "token_ids": kept,
        "memory_bytes": record.memory_bytes,
        "error": record.error,
        "error_message": _as_data(record.error_message),
        "notices": [notice.model_dump() for notice in record.notices],
    }


def _as_data(message: Message | None) -> dict[str, Any] | None:
    """Return the identifier and the values of a message, whose text stands beside it."""
    return None if message is None else message.model_dump(include={"id", "values"})


def calls_as_csv(summaries: Iterable[CallSummary]) -> bytes:
    """Return the calls as a CSV file with a header; durations in ns, missing phases empty."""
    return csv_file(CallSummary._fields, summaries)


_SCORED = ("sequence", "token", "id", "text", "role")
_SCORE = ("probability", "rank", "alternatives")


def scores_as_csv(sequences: Iterable[ScoredSequence]) -> bytes:
    """Return a row for each token: probability, rank and the likeliest tokens, before and after the
    options of the call.

    What is not known is an empty cell, with the reason in the last one.
    """
    header = (*_SCORED, *_SCORE, *(f"processed_{name}" for name in _SCORE), "reason")
    rows = (
        (
            number,
            place,
            token.id,
            token.text,
            token.role.value,
            *_score_cells(token.raw),
            *_score_cells(token.processed),
            None if token.reason is None else token.reason.text,
        )
        for number, sequence in enumerate(sequences, start=1)
        for place, token in enumerate(sequence.tokens, start=1)
    )
    return csv_file(header, rows)


def _score_cells(score: Score | None) -> tuple[object, ...]:
    if score is None:
        return None, None, None
    others = (f"{other.text!r} {other.probability:.6g}" for other in score.alternatives)
    return score.probability, score.rank, ", ".join(others)
