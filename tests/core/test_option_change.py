"""What another value of an option would do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.examples import MS, make_record, make_request
from tests.core.test_series import book_of
from xla_playground.core.advice.option_change import change_of, retrace_cost
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.record import Cache
from xla_playground.core.call.specialization import SpecializationKey, key_for
from xla_playground.core.history.series import SeriesBook
from xla_playground.core.messages import request as messages

COST = messages.LAST_TIME(duration="3.6 s")
NEW = "structural: a new specialization, last time 3.6 s"
LIVE = "live: no retrace"
SAMPLING = {"strategy": "sampling"}


def key_of(**values: Any) -> SpecializationKey:
    is_loop = values.get("recipe") == "fast" and values.get("arm") != "eager"
    return key_for(make_request(**values), None if is_loop else 8, 256 if is_loop else None)


def plan_of(**values: Any) -> Plan:
    return Plan(
        request_id="", key=key_of(**values), prompt_tokens=(2,), padded_length=8, cache=Cache.MISS
    )


@pytest.mark.parametrize(
    ("option", "values", "change"),
    [
        ("max_new_tokens", {}, NEW),
        ("early_stopping", {"options": {"strategy": "beam"}}, NEW),
        ("seed", {"options": {"strategy": "beam_sampling"}}, LIVE),
        ("seed", {"options": SAMPLING}, NEW),
        ("strategy", {"recipe": "fast"}, NEW),
        ("temperature", {"recipe": "fast", "options": SAMPLING}, LIVE),
        ("top_k", {"recipe": "fast", "options": SAMPLING}, LIVE),
        ("top_k", {"recipe": "fast", "options": {"strategy": "contrastive"}}, NEW),
        ("num_beams", {"recipe": "fast", "options": {"strategy": "beam"}}, NEW),
        (
            "max_new_tokens",
            {"recipe": "fast"},
            "live: no retrace within the capacity of 256 tokens",
        ),
        (
            "no_repeat_ngram_size",
            {"recipe": "fast"},
            "structural once it is on: a new specialization, last time 3.6 s; then live",
        ),
        ("no_repeat_ngram_size", {"recipe": "fast", "options": {"no_repeat_ngram_size": 2}}, LIVE),
        ("num_beams", {"arm": "eager"}, "eager: there is nothing to retrace"),
    ],
)
def test_a_change_is_live_or_structural(option: str, values: dict[str, Any], change: str) -> None:
    assert change_of(option, key_of(**values), COST).text == change


def test_the_latest_first_call_of_the_kind_says_what_it_costs() -> None:
    book = book_of(
        make_record(Cache.MISS),
        make_record(Cache.MISS, run_ns=1_400 * MS, options={"strategy": "beam"}),
        make_record(Cache.DISK, load_ns=MS),
        make_record(Cache.MISS, arm="graph"),
        make_record(Cache.MISS, prompts=("one", "two")),
    )
    assert retrace_cost(plan_of(options=SAMPLING), book).text == ", last time 3.6 s"


def test_before_that_the_forecast_does() -> None:
    cost = retrace_cost(plan_of(recipe="fast"), SeriesBook())
    assert cost.id == "perhaps"
    assert cost.text.endswith(" s")
