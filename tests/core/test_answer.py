"""The answer in one line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.examples import MS, make_record
from tests.core.test_series import book_of
from xla_playground.core.advice.answer import answer_of
from xla_playground.core.call.record import Cache, Record, Status

FIRST = make_record(Cache.MISS, run_ns=20 * MS)  # 2.22 s in all


def eager(run_ns: int = 220 * MS, **values: Any) -> Record:
    return make_record(run_ns=run_ns, arm="eager", **values)


@pytest.mark.parametrize(
    ("records", "answer"),
    [
        ((FIRST,), "first call 2.2 s"),
        ((FIRST, make_record()), "first call 2.2 s → steady 20 ms (111 ×)"),
        (
            (eager(), FIRST, make_record()),
            "first call 2.2 s → steady 20 ms (111 ×); repaid after 11 calls against eager",
        ),
        (
            (eager(10 * MS), FIRST, make_record()),
            "first call 2.2 s → steady 20 ms (111 ×); never repaid against eager",
        ),
        (
            (eager(9_000 * MS), eager(2_300 * MS), eager(1 * MS), FIRST, make_record()),
            # eager's first call was the dearer one
            "first call 2.2 s → steady 20 ms (111 ×); repaid after 1 call against eager",
        ),
        ((make_record(),), "steady 20 ms"),
        ((eager(),), "steady 220 ms"),
        (
            (make_record(Cache.DISK, load_ns=80 * MS), make_record()),
            "first call 100 ms from disk → steady 20 ms (5.0 ×)",
        ),
    ],
)
def test_what_is_known_is_said(records: tuple[Record, ...], answer: str) -> None:
    message = answer_of(records[-1], book_of(*records))
    assert message is not None
    assert message.text == answer


@pytest.mark.parametrize(
    "other",
    [
        eager(model="playground-t5"),
        eager(recipe="fast"),
        eager(prompts=("one", "two")),
        eager(options={"strategy": "beam", "num_beams": 4}),
        make_record(run_ns=220 * MS, arm="graph"),
        eager(sequences=()),  # another number of new tokens
    ],
)
def test_only_eager_calls_with_the_same_work_are_compared(other: Record) -> None:
    message = answer_of(FIRST, book_of(other, FIRST, make_record()))
    assert message is not None
    assert "eager" not in message.text


def test_an_old_first_call_is_the_one_that_is_looked_at() -> None:
    slow = FIRST.model_copy(update={"compile_ns": 9_280 * MS})
    book = book_of(slow, FIRST, make_record())
    told = [answer_of(record, book) for record in (slow, make_record())]
    assert [str(message) for message in told] == [
        "first call 10.0 s → steady 20 ms (500 ×)",
        "first call 2.2 s → steady 20 ms (111 ×)",
    ]


def test_calls_without_a_text_or_a_series_have_none() -> None:
    book = book_of(FIRST)
    assert answer_of(make_record(status=Status.FAILED), book) is None
    assert answer_of(FIRST.model_copy(update={"key": None}), book) is None
    assert answer_of(eager(), book) is None
