"""Statistics of a race, also of one that has nothing to do with texts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xla_playground.core.comparison.race import (
    BreakEven,
    Difference,
    Lane,
    break_even,
    break_even_message,
    first_difference,
    median_interval,
    race_results,
)
from xla_playground.core.comparison.race_report import RaceBreakEven

_NS = st.integers(1, 10**13)


def lane(name: str, first: float, *samples: float, tokens: tuple[int, ...] = (1, 2)) -> Lane:
    return Lane((("arm", name),), first, samples, (tokens,))


def total(one: Lane, calls: int) -> float:
    return one.first_ns + (calls - 1) * statistics.median(one.samples_ns)


def test_a_race_of_two_arms() -> None:
    eager = lane("eager", 1_000, 100, 110, 90)
    xla = lane("XLA", 2_250, 4, 5, 6, tokens=(1, 3))
    base, other = race_results([eager, xla])
    assert (base.median_ns, base.speed_up, base.break_even) == (100, None, None)
    assert (other.median_ns, other.speed_up) == (5, 20)
    assert other.difference == Difference(0, 1)
    sentence = break_even_message("XLA", 15)
    assert other.break_even == BreakEven((("arm", "XLA"),), 15, sentence)
    assert sentence.text == "XLA has paid for its first call after 15 calls."
    assert other.interval_ns is not None
    assert 4 <= other.interval_ns[0] <= 5 <= other.interval_ns[1] <= 6


def test_lanes_that_cannot_be_told_apart_have_no_break_even() -> None:
    eager = Lane((("arm", "eager"),), 10.0, (5.0, 6.0, 7.0))
    xla = Lane((("arm", "xla"),), 30.0, (4.0, 5.5, 6.5))
    _, result = race_results([eager, xla])
    even = result.break_even
    assert even is not None
    assert (even.key, even.calls, even.is_close) == (xla.key, None, True)
    assert "cannot be told from eager" in even.message.text
    row = RaceBreakEven(
        lane="xla", against="eager", calls=None, sentence=even.message.english, is_close=True
    )
    assert row.message.text == even.message.text


def test_a_race_of_functions_that_know_no_tokens() -> None:
    numbers = list(range(10_000))
    ways: dict[str, Callable[[], int]] = {
        "loop": lambda: sum(number for number in numbers),
        "built-in": lambda: sum(numbers),
        "wrong": lambda: sum(numbers[1:]) + 1,
    }
    lanes = []
    for name, way in ways.items():
        took, outputs = [], []
        for _ in range(5):
            start = time.perf_counter_ns()
            outputs.append(way())
            took.append(time.perf_counter_ns() - start)
        key = (("way", name), ("numbers", len(numbers)))
        lanes.append(Lane(key, took[0], tuple(took[1:]), ([outputs[-1]],)))
    loop, built_in, wrong = race_results(lanes)
    assert built_in.lane.label == "built-in 10000"
    assert loop.median_ns == statistics.median(loop.lane.samples_ns)
    assert built_in.difference is None
    assert wrong.difference == Difference(0, 0)


def test_lanes_without_samples_say_nothing() -> None:
    base, other = race_results([lane("eager", 5), lane("xla", 6, 1)])
    assert (base.median_ns, base.interval_ns) == (None, None)
    assert (other.speed_up, other.break_even) == (None, None)
    assert race_results([]) == ()


def test_who_never_pays() -> None:
    found = break_even(lane("eager", 10, 5), lane("XLA", 20, 5))
    assert found is not None
    assert (found.calls, found.message.text) == (None, "XLA never pays for its first call.")


def test_who_is_ahead_at_once() -> None:
    found = break_even(lane("eager", 10, 5), lane("XLA", 10, 4))
    assert found is not None
    assert (found.calls, found.message.text) == (1, "XLA is ahead from its first call on.")


def test_who_is_ahead_of_a_baseline_that_never_catches_up() -> None:
    found = break_even(lane("eager", 20, 5), lane("XLA", 10, 1))
    assert found is not None
    assert (found.key, found.calls) == ((("arm", "XLA"),), 1)
    assert found.message.text == "XLA is ahead from its first call on."


def test_the_baseline_can_be_the_one_that_pays() -> None:
    found = break_even(lane("XLA", 100, 1), lane("eager", 10, 10))
    assert found is not None
    assert (found.key, found.calls) == ((("arm", "XLA"),), 11)


@given(_NS, st.lists(_NS, min_size=1, max_size=5), _NS, st.lists(_NS, min_size=1, max_size=5))
def test_the_lines_cross_where_it_says(
    first: int, samples: list[int], other_first: int, other_samples: list[int]
) -> None:
    one, other = lane("one", first, *samples), lane("other", other_first, *other_samples)
    found = break_even(one, other)
    assert found is not None
    payer, rival = (one, other) if found.key == one.key else (other, one)
    if found.calls == 1 and payer.first_ns < rival.first_ns:
        assert payer is other
        assert statistics.median(payer.samples_ns) <= statistics.median(rival.samples_ns)
        return
    assert payer.first_ns >= rival.first_ns
    if found.calls is None:
        assert statistics.median(payer.samples_ns) >= statistics.median(rival.samples_ns)
        return
    assert total(payer, found.calls) <= total(rival, found.calls) * (1 + 1e-12)
    if found.calls > 1:
        assert total(payer, found.calls - 1) > total(rival, found.calls - 1) * (1 - 1e-12)


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ([[1, 2]], [[1, 2]], None),
        ([[1, 2]], [[1, 2, 3]], (0, 2)),
        ([[1], [2]], [[1], [3]], (1, 0)),
        ([[1], [2]], [[1]], (1, 0)),
        ([], [], None),
        (["ab"], ["ac"], (0, 1)),
    ],
)
def test_where_outputs_differ(
    one: list[list[int]], other: list[list[int]], place: tuple[int, int] | None
) -> None:
    assert first_difference(one, other) == (None if place is None else Difference(*place))


def test_the_interval_covers_the_median_19_times_in_20() -> None:
    import numpy as np

    random = np.random.default_rng(5)
    covered = 0
    for number in range(100):
        interval = median_interval(random.normal(100, 10, 25).tolist(), seed=number)
        assert interval is not None
        covered += interval[0] <= 100 <= interval[1]
    assert 88 <= covered <= 100


def test_the_interval_is_the_same_again_and_within_the_samples() -> None:
    samples = [3.0, 1.0, 2.0, 9.0]
    assert median_interval(samples) == median_interval(samples)
    assert median_interval([7.0]) is None
    assert median_interval([]) is None


@given(st.lists(st.floats(1, 1e12), min_size=2, max_size=60))
def test_the_interval_lies_between_the_samples(samples: list[float]) -> None:
    interval = median_interval(samples)
    assert interval is not None
    low, high = interval
    assert min(samples) <= low <= high <= max(samples)
