from __future__ import annotations

from datetime import datetime

import pytest

from xla_playground.core.errors import RequestError
from xla_playground.core.workbench.call_filter import CallFilter, entries_of_filter, parse_filter


def test_every_name_has_its_field() -> None:
    found = parse_filter(
        [
            *("call=5", "call=7-9", "model=gpt2", "arm=xla", "arm=graph", "recipe=fast"),
            *("strategy=beam", "status=failed", "cache=miss", "reason=num_beams", "phase=compile"),
            *("text=a=b", "tag=good", "plain", "x=y", "text=modle=5"),
            *("test=5", "next=1", "all=1", "case=2", "stage=3"),
        ]
    )
    assert found == CallFilter(
        calls=((5, 5), (7, 9)),
        models=("gpt2",),
        arms=("xla", "graph"),
        recipes=("fast",),
        strategies=("beam",),
        statuses=("failed",),
        caches=("miss",),
        reasons=("num_beams",),
        phases=("compile",),
        texts=(
            *("a=b", "plain", "x=y", "modle=5"),
            *("test=5", "next=1", "all=1", "case=2", "stage=3"),
        ),
        tags=("good",),
    )


def test_a_day_is_meant_as_a_whole_and_a_moment_is_not() -> None:
    day = parse_filter(["since=2025-03-01", "until=2025-03-01"])
    assert day.since == datetime(2025, 3, 1).timestamp()
    assert day.until == datetime(2025, 3, 2).timestamp()
    moment = parse_filter(["until=2025-03-01T12:30+00:00"])
    assert moment.until == datetime.fromisoformat("2025-03-01T12:30+00:00").timestamp()


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("arm=tpu", "arm must be eager, graph or xla"),
        ("status=done", "status must be"),
        ("phase=sleep", "phase must be"),
        ("call=five", "is no call: write call=5"),
        ("since=yesterday", "is no date"),
        ("until=9999999-01-01", "is no date"),
        ("model=", "has no value"),
        ("modle=gpt2", "no filter 'modle': write model=VALUE"),
        ("Models=gpt2", "write model=VALUE"),
        ("stategy=beam", "write strategy=VALUE"),
        ("strategyy=beam", "write strategy=VALUE"),
        ("cashe=miss", "write cache=VALUE"),
        ("ARM=xla", "write arm=VALUE"),
        ("", "has no value"),
        ("text=\udc80", "not valid UTF-8"),
    ],
)
def test_what_means_nothing_is_refused(entry: str, says: str) -> None:
    with pytest.raises(RequestError, match=says) as caught:
        parse_filter([entry])
    assert caught.value.field == "filter"


def test_a_filter_is_written_as_it_is_read() -> None:
    wanted = CallFilter(
        calls=((1, 3), (7, 7)),
        models=("gpt2",),
        causes=("num_beams, batch",),
        keys=(12,),
        phases=("trace",),
        since=1_700_000_000.25,
        texts=("two words",),
    )
    entries = entries_of_filter(wanted)
    assert "call=1-3" in entries
    assert "call=7" in entries
    assert parse_filter(entries) == wanted
    assert entries_of_filter(CallFilter()) == []


def test_a_specialization_is_a_number() -> None:
    with pytest.raises(RequestError, match="is no number: write specialization=5"):
        parse_filter(["specialization=gpt2"])
