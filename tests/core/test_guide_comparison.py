"""What the guide's code takes instead of a first call of the fast recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import MS, make_record, make_request
from tests.core.test_series import book_of
from xla_playground.core.advice.guide_comparison import (
    TIMES_SLOWER,
    GuideComparison,
    guide_comparison,
)
from xla_playground.core.call.record import Cache, Record, Status
from xla_playground.core.call.specialization import key_for
from xla_playground.core.history.series import SeriesBook


def fast(cache: Cache = Cache.MISS, length: int | None = None, **values: Any) -> Record:
    own = {name: values.pop(name) for name in list(values) if name in Record.model_fields}
    request = make_request(recipe="fast", **values)
    own.setdefault("key", key_for(request, length, 256))
    return make_record(cache, recipe="fast", **values, **own)


def documented(length: int = 8, cache: Cache = Cache.MISS, **values: Any) -> Record:
    key = key_for(make_request(**values), length)
    return make_record(cache, key=key, **values)


def test_until_it_ran_here_the_factor_of_the_readme_counts() -> None:
    gpt2 = guide_comparison(fast(), SeriesBook())
    assert gpt2 == GuideComparison(
        times_slower=TIMES_SLOWER["playground-gpt2", Cache.MISS], model="playground-gpt2"
    )
    stored = guide_comparison(fast(Cache.DISK), SeriesBook())
    times = TIMES_SLOWER["playground-gpt2", Cache.DISK]
    assert stored == GuideComparison(times_slower=times, model="playground-gpt2")
    t5 = guide_comparison(fast(length=64, model="t5"), SeriesBook())
    times = TIMES_SLOWER["playground-t5", Cache.MISS]
    assert t5 == GuideComparison(times_slower=times, model="playground-t5")


def test_the_factors_are_those_of_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    rows = {
        "playground-gpt2": next(
            r for r in readme.splitlines() if "fresh process, bundled GPT-2" in r
        ),
        "playground-t5": next(r for r in readme.splitlines() if "the same, bundled T5 |" in r),
    }
    for (model, _), times in TIMES_SLOWER.items():
        assert f" {times:g} times less" in rows[model]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"options": {"max_new_tokens": 7, "repetition_penalty": 1.5}},
        {"options": {"strategy": "sampling", "temperature": 0.5, "seed": 9}},
        {"options": {"strategy": "sampling", "seed": [7, 3]}},
    ],
)
def test_what_ran_here_and_is_served_by_the_specialization_counts(values: dict[str, Any]) -> None:
    slow = documented(**values).model_copy(update={"trace_ns": 20_000 * MS})
    book = book_of(slow, documented(cache=Cache.MEMORY, **values))
    assert guide_comparison(fast(**values), book) == GuideComparison(first_ns=slow.total_ns)


@pytest.mark.parametrize(
    "other",
    [
        documented(model="another"),
        documented(arm="graph"),
        documented(prompts=("two", "prompts")),
        documented(options={"strategy": "beam"}),
        documented(length=230),  # and 32 new tokens are more than 256
        documented(cache=Cache.MEMORY),
        fast(options={"max_new_tokens": 9}),
    ],
    ids=["model", "arm", "batch", "strategy", "length", "steady", "recipe"],
)
def test_others_do_not(other: Record) -> None:
    found = guide_comparison(fast(), book_of(other))
    assert found is not None
    assert found.first_ns is None


def test_a_source_has_its_own_length() -> None:
    asked = fast(length=64, model="t5")
    for length, is_found in ((64, True), (32, False)):
        found = guide_comparison(asked, book_of(documented(length, model="t5")))
        assert found is not None
        assert (found.first_ns is not None) is is_found


@pytest.mark.parametrize(
    "record",
    [
        make_record(Cache.MISS),
        fast(Cache.MEMORY),
        fast(arm="graph"),
        fast(status=Status.FAILED),
        fast(key=None),
        fast(arm="eager"),
    ],
    ids=["documented", "steady", "graph", "failed", "keyless", "eager"],
)
def test_other_calls_are_not_compared(record: Record) -> None:
    assert guide_comparison(record, SeriesBook()) is None
