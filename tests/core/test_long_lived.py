from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from xla_playground.core.history.call_summary import CallSummary
from xla_playground.core.history.history import History
from xla_playground.core.history.loaded_calls import LoadedCalls
from xla_playground.core.long_lived import long_lived


@pytest.fixture(autouse=True)
def eager_collector() -> Iterator[None]:
    """A collector that looks at all objects after every few new ones."""
    before = gc.get_threshold()
    gc.set_threshold(10, 1, 1)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def _full_collections() -> int:
    return int(gc.get_stats()[2]["collections"])


def _objects() -> list[list[int]]:
    return [[number] for number in range(3000)]


def _summary(call: int) -> CallSummary:
    return CallSummary(
        call=call,
        started_at=0.0,
        key_id=None,
        model="playground-gpt2",
        arm="xla",
        recipe="fast",
        strategy="greedy",
        status="completed",
        cache="memory",
        trace_ns=None,
        compile_ns=None,
        load_ns=None,
        run_ns=1,
        batch=1,
        padded_length=8,
        new_tokens=32,
    )


def test_nothing_is_collected_inside_and_what_is_there_is_not_looked_at_again() -> None:
    gc.unfreeze()
    before = _full_collections()
    with long_lived():
        made = _objects()
        assert _full_collections() == before
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(made)


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), long_lived():
        raise KeyError
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    with long_lived():
        with long_lived():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_loading_many_calls_collects_nothing() -> None:
    history = History(None)
    summaries = [_summary(call) for call in range(1, 5001)]
    gc.unfreeze()
    before = _full_collections()
    calls = LoadedCalls(history, (summary._replace(run_ns=2) for summary in summaries))
    assert _full_collections() == before
    assert gc.get_freeze_count() >= len(calls.summaries) == 5000
    history.close()
