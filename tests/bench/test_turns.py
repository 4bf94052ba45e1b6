"""Sides in turn: each is first as often as last."""

from __future__ import annotations

from functools import partial

from xla_playground.bench.running.turns import against_itself, in_turn


def test_every_second_round_goes_backwards() -> None:
    calls: list[str] = []

    def called(name: str) -> str:
        calls.append(name)
        return f"{name}{len(calls)}"

    results = in_turn([partial(called, name) for name in "abc"], 3)
    assert "".join(calls) == "abccbaabc"
    assert results == [["a1", "a6", "a7"], ["b2", "b5", "b8"], ["c3", "c4", "c9"]]


def test_a_check_is_even_within_three_hundredths() -> None:
    figures = against_itself((lambda: 1.0, lambda: 1.02), 2)
    assert figures["is_even"] is True
    figures = against_itself((lambda: 1.0, lambda: 1.04), 2)
    assert (figures["ratio"], figures["is_even"]) == (1.04, False)
