"""Races of lanes that answer at once; no figure of theirs decides anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bench.fakes import Instant
from xla_playground.bench import sides
from xla_playground.bench.contestants import Entry
from xla_playground.bench.racing import race as race_module
from xla_playground.bench.racing.race import Progress, race
from xla_playground.core.call.request import Arm, Recipe, Request
from xla_playground.core.comparison.lanes import LANES
from xla_playground.core.errors import EngineFailure, RequestError, WorkerDied
from xla_playground.core.messages.message import untyped
from xla_playground.core.model.info import ModelInfo
from xla_playground.library.inspection import usable_model


class FakeOurs(Instant):
    """XLA's first call takes 10 s and later ones 1 s; the others take 1 s and 4 s."""

    first_tokens: tuple[int, ...] = (1, 2, 3)
    broken: Arm | None = None

    def __init__(self, model: ModelInfo) -> None:
        self.seen: set[tuple[Arm, Recipe]] = set()

    def run(self, step: Request) -> sides.StepResult:
        if step.arm is self.broken:
            raise EngineFailure(untyped("The engine is out of memory."))
        lane = step.arm, step.recipe
        is_first, is_xla = lane not in self.seen, step.arm is Arm.XLA
        self.seen.add(lane)
        seconds = (10.0 if is_first else 1.0) if is_xla else (1.0 if is_first else 4.0)
        tokens = self.first_tokens if lane == (Arm.XLA, Recipe.FAST) else (1, 2, 3)
        return sides.StepResult(seconds, seconds, (tokens,))


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(race_module, "Ours", FakeOurs)


def run(lanes: tuple[str, ...] = ("eager-fast", "xla-fast"), **values: Any) -> dict[str, Any]:
    info = usable_model("playground-gpt2")
    options = {"max_new_tokens": 3, **values.pop("options", {})}
    request = Request.parse(
        {"model": info.path, "prompts": ("a",), "options": options, "recipe": Recipe.FAST}
    )
    return race(request, info, lanes, values.pop("runs", 3), **values)


def test_a_race_says_who_is_faster_and_from_when() -> None:
    figures = run()
    eager, xla = figures["rows"]
    assert (eager["first_call_s"], eager["p50_ms"], xla["p50_ms"]) == (1.0, 4000.0, 1000.0)
    assert xla["speed_up"] == 4.0
    assert (xla["low_ms"], xla["high_ms"]) == (1000.0, 1000.0)
    assert xla["tokens_per_s"] == 3.0
    (even,) = figures["break_even"]
    assert (even["lane"], even["against"], even["calls"]) == ("xla-fast", "eager-fast", 4)
    assert even["sentence"] == "xla-fast has paid for its first call after 4 calls."


def test_a_single_call_has_no_interval() -> None:
    eager, xla = run(runs=1)["rows"]
    assert [row["calls"] for row in (eager, xla)] == [1, 1]
    assert (xla["p50_ms"], xla["low_ms"], xla["high_ms"]) == (1000.0, None, None)


def test_a_race_without_lanes_is_refused() -> None:
    with pytest.raises(RequestError, match="at least one lane"):
        run(())


def test_a_break_even_names_the_lane_that_pays() -> None:
    (even,) = run(("xla-fast", "graph-fast"))["break_even"]
    assert (even["lane"], even["against"], even["calls"]) == ("xla-fast", "graph-fast", 4)
    ahead = run(("graph-fast", "eager-fast"))["break_even"][0]
    assert (ahead["lane"], ahead["against"], ahead["calls"]) == ("eager-fast", "graph-fast", 1)


def test_a_wrong_lane_is_found_at_the_right_position(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeOurs, "first_tokens", (1, 2, 9))
    _, xla = run()["rows"]
    assert (xla["tokens_equal"], xla["first_difference"], xla["by_fault"]) == (False, 2, False)


def test_a_known_fault_of_upstream_is_told_from_a_wrong_lane(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FakeOurs, "first_tokens", (1, 9, 3))
    penalty = {"repetition_penalty": 1.5}
    _, xla = run(("eager-documented", "xla-fast"), options=penalty)["rows"]
    assert (xla["tokens_equal"], xla["by_fault"]) == (False, True)


def test_drawn_tokens_are_not_compared() -> None:
    drawn = {"strategy": "sampling", "seed": 1}
    assert [row["tokens_equal"] for row in run(options=drawn)["rows"]] == [None, None]


def test_a_lane_that_cannot_run_says_why_and_the_others_finish(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FakeOurs, "broken", Arm.GRAPH)

    def absent(side: str, model: ModelInfo, python: str | None) -> Entry:
        def start(folder: Path) -> Any:
            raise AssertionError("it is absent")

        return Entry(side, start, skipped=untyped("PyTorch is left out: install it."))

    monkeypatch.setattr(race_module, "torch_entry", absent)
    figures = run(("torch-eager", "graph-fast", "eager-fast", "xla-fast"))
    torch, graph, eager, xla = figures["rows"]
    assert torch["error"] == "PyTorch is left out: install it."
    assert graph["error"] == "The engine is out of memory."
    assert (torch["p50_ms"], graph["p50_ms"]) == (None, None)
    assert (eager["p50_ms"], xla["p50_ms"]) == (4000.0, 1000.0)
    assert [even["against"] for even in figures["break_even"]] == ["eager-fast"]


def test_a_lane_whose_recipe_does_not_compute_an_option_says_so() -> None:
    fast, documented = run(
        ("xla-fast", "xla-documented"),
        options={"strategy": "sampling", "typical_p": 0.5, "seed": 1},
    )["rows"]
    assert (fast["error"], fast["p50_ms"]) == (None, 1000.0)
    assert "typical_p" in documented["error"]
    assert documented["p50_ms"] is None


def test_lanes_of_a_process_that_ended_are_warmed_up_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Eager runs out of memory at its second call, and takes the worker along."""
    made: list[Arm] = []

    class Dying(FakeOurs):
        def run(self, step: Request) -> sides.StepResult:
            made.append(step.arm)
            if step.arm is Arm.EAGER and made.count(Arm.EAGER) == 2:
                self.seen.clear()
                raise WorkerDied(untyped("The worker ended (it was killed)."))
            return super().run(step)

    monkeypatch.setattr(race_module, "Ours", Dying)
    eager, xla = run(runs=2)["rows"]
    assert (eager["error"], eager["first_call_s"]) == ("The worker ended (it was killed).", 1.0)
    assert eager["p50_ms"] is None
    assert (xla["error"], xla["p50_ms"]) == (None, 1000.0)  # no first call counts
    # eager's two; xla's three first calls, three more after the death and one that counts, and two
    assert made == [Arm.EAGER, *[Arm.XLA] * 3, Arm.EAGER, *[Arm.XLA] * 4, *[Arm.XLA] * 2]


def test_a_race_that_is_cancelled_keeps_what_was_measured() -> None:
    def cancel(progress: Progress) -> None:
        if progress.calls == 4:
            raise KeyboardInterrupt

    figures = run(on_progress=cancel)
    assert figures["is_cancelled"]
    assert [row["p50_ms"] for row in figures["rows"]] == [4000.0, 1000.0]


def test_progress_counts_every_call_and_estimates_the_rest() -> None:
    seen: list[Progress] = []
    run(on_progress=seen.append)
    assert [(each.lane, each.calls, each.of) for each in seen] == [
        ("eager-fast", 0, 8),
        ("xla-fast", 1, 8),
        ("eager-fast", 2, 8),
        ("xla-fast", 3, 8),
        ("xla-fast", 4, 8),
        ("eager-fast", 5, 8),
        ("eager-fast", 6, 8),
        ("xla-fast", 7, 8),
    ]
    assert seen[2].left_s is None
    assert seen[4].left_s is not None


@pytest.mark.parametrize(
    ("lanes", "sentence"),
    [(("xla-fats",), "There is no lane xla-fats"), (("xla-fast", "xla-fast"), "named twice")],
)
def test_lanes_that_cannot_be_raced(lanes: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(RequestError, match=sentence):
        run(lanes)


def test_all_lanes_have_names() -> None:
    assert len(LANES) == len(set(LANES)) == 8
