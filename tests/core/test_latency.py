"""The time that a token takes, by the steps of steady calls."""

from __future__ import annotations

from typing import Any

from tests.core.examples import MS, make_record
from xla_playground.core.call.record import Cache, Record, Sequence, Token, TokenRole
from xla_playground.core.history.latency import ns_per_token


def _answered(
    run_ms: int, *lengths: int, cache: Cache = Cache.MEMORY, each: int = 1, **values: Any
) -> Record:
    """A call whose sequences are as long as ``lengths``, ``each`` of one prompt or window."""
    sequences = tuple(
        Sequence(
            prompt_index=number // each,
            text="a",
            tokens=(Token(id=1, text="a", role=TokenRole.NEW),) * length,
        )
        for number, length in enumerate(lengths)
    )
    return make_record(cache=cache, run_ns=run_ms * MS, **values).model_copy(
        update={"sequences": sequences}
    )


def test_sequences_grow_side_by_side_however_many_are_returned() -> None:
    assert ns_per_token([_answered(80, 8)]) == 10 * MS
    assert ns_per_token([_answered(80, 8, 8, 8, 3, 8, 8, each=3)]) == 10 * MS


def test_windows_of_a_recording_come_one_after_the_other() -> None:
    heard = _answered(120, 4, 6, 2, prompts=(), audio="a.wav", options={"max_new_tokens": 8})
    assert heard.steps == 12
    assert ns_per_token([heard]) == 10 * MS


def test_only_steady_calls_with_tokens_count() -> None:
    first = _answered(900, 8, cache=Cache.MISS)
    beside = _answered(900, 8).model_copy(update={"ran_beside_build": True})
    empty = _answered(900, 0)
    assert ns_per_token([first, beside, empty]) is None
    assert ns_per_token([first, beside, empty, _answered(80, 8), _answered(96, 8)]) == 11 * MS
