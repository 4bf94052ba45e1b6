"""What the benches print, with sides that answer at once; no figure of theirs decides anything."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import pytest
from typer.testing import CliRunner

from xla_playground.bench import cold, rewrites, sides, steady, streaming
from xla_playground.bench.racing import arms, race
from xla_playground.bench.sessions import session
from xla_playground.cli.bench import bench_app
from xla_playground.core.call.record import Cache
from xla_playground.core.call.request import Arm, Request
from xla_playground.core.model.info import ModelInfo
from xla_playground.core.options.table import Strategy
from xla_playground.engine.rewrites.table import TABLE

TOKENS = ((1, 2, 3),)


class Turns:
    """What the sides of a bench did, and which of them run."""

    def __init__(self) -> None:
        self.running: list[FakeSide] = []
        self.calls: list[str] = []
        self.reads = 0

    def read_memory(self) -> float:
        assert not self.running, "the memory is read beside a side"
        self.calls.append("memory")
        self.reads += 1
        return (0.5e10, 1e10, 2e10)[self.reads % 3]


TURNS = Turns()


class FakeSide:
    """Takes a second a step; its tokens are those of ``tokens_of``.

    Every call notes who made it. Only one side may run at a time.
    """

    name = "fast"
    seconds = 1.0

    def __init__(self, model: ModelInfo) -> None:
        self.traces = 0
        self.caches: list[Cache] = []
        assert not TURNS.running, "two sides run at once"
        TURNS.running.append(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        TURNS.running.remove(self)

    def settle(self) -> None:
        pass

    def run(self, step: Request) -> sides.StepResult:
        TURNS.calls.append(self.name)
        self.traces += 1
        self.caches.append(Cache.MEMORY)
        return sides.StepResult(
            self.seconds, self.seconds / 2, self.tokens_of(step), self.has_ended
        )

    def tokens_of(self, step: Request) -> sides.Tokens:
        return TOKENS

    has_ended = True


class FakeGuide(FakeSide):
    name = "documented"
    seconds = 4.0
    random_weights: tuple[str, ...] = ()


class RunningGuide(FakeGuide):
    """None of its texts has ended: no fault explains other tokens."""

    has_ended = False


class WrongBeams(FakeSide):
    def tokens_of(self, step: Request) -> sides.Tokens:
        return ((7,),) if step.options.strategy is Strategy.BEAM else TOKENS


class WrongGreedy(FakeSide):
    def tokens_of(self, step: Request) -> sides.Tokens:
        return ((7,),) if step.options.strategy is Strategy.GREEDY else TOKENS


@pytest.fixture(autouse=True)
def _fake_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    for bench in (cold, session, steady):
        monkeypatch.setattr(bench, "Guide", FakeGuide)
    for bench in (cold, session, steady, arms, race):
        monkeypatch.setattr(bench, "Ours", FakeSide)
    probe = {
        "bare_ms": [10.0, 12.0, 11.0],
        "call_ms": [12.0, 11.5, 12.5],
        "tokens_equal": True,
        "weight_bytes": 100_000_000,
        "gpu_bytes_per_s": None,
    }
    monkeypatch.setattr(steady, "_probe", lambda *arguments: probe)
    TURNS.__init__()  # type: ignore[misc]
    monkeypatch.setattr(steady, "memory_bandwidth", TURNS.read_memory)


def printed(*arguments: str) -> dict[str, Any]:
    done = CliRunner().invoke(bench_app, [*arguments, "--json"], catch_exceptions=False)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert {"load_before", "load_after", "cores", "model"} <= set(figures)
    return figures


def test_cold() -> None:
    figures = printed("cold", "--runs", "2")
    assert figures["documented_first_s"] == 4.0
    assert figures["fast_first_s"] == figures["stored_first_s"] == 1.0
    assert figures["fast_ratio"] == figures["stored_ratio"] == 4.0
    assert figures["documented_spread_s"] == [4.0, 4.0]
    assert figures["tokens_equal"] is True
    assert figures["stored_was_loaded"] is False
    assert TURNS.calls == ["documented", "fast", "fast", "fast", "fast", "documented"]


def test_cold_counts_a_fault_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cold, "Ours", WrongBeams)
    figures = printed("cold", "--runs", "1")
    assert (figures["tokens_equal"], figures["steps_differing_by_fault"]) == (True, [1])
    monkeypatch.setattr(cold, "Guide", RunningGuide)
    figures = printed("cold", "--runs", "1")
    assert (figures["tokens_equal"], figures["steps_differing_by_fault"]) == (False, [])


def test_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "script.json"
    script.write_text('[{"prompt": "a"}, {"prompt": "a", "options": {"strategy": "beam"}}]')
    figures = printed("session", "--script", str(script), "--runs", "2")
    assert figures["steps"] == figures["documented_traces"] == 2
    assert figures["fast_traces"] == 3  # one more call has what was traced behind the last answer
    assert (figures["documented_wait_s"], figures["fast_wait_s"]) == (8.0, 2.0)
    assert figures["ratio"] == 4.0
    assert figures["tokens_equal"] is True
    documented, fast = ["documented"] * 2, ["fast"] * 3
    assert TURNS.calls == documented + fast + fast + documented

    monkeypatch.setattr(session, "Ours", WrongBeams)
    figures = printed("session", "--script", str(script))
    assert figures["tokens_equal"] is True  # upstream's beams may be the wrong ones
    assert figures["steps_differing_by_fault"] == [2]
    assert figures["unequal_steps"] == []

    monkeypatch.setattr(session, "Guide", RunningGuide)
    assert printed("session", "--script", str(script))["unequal_steps"] == [2]

    monkeypatch.setattr(session, "Ours", WrongGreedy)
    figures = printed("session", "--script", str(script))
    assert figures["tokens_equal"] is False
    assert figures["unequal_steps"] == [1]


def test_steady(monkeypatch: pytest.MonkeyPatch) -> None:
    figures = printed("steady", "--max-new-tokens", "10", "--runs", "3")
    assert (figures["bare_ms"], figures["call_ms"], figures["overhead_ms"]) == (11.0, 12.0, 1.0)
    assert figures["documented_ms_per_token"] == 200.0
    assert figures["fast_ms_per_token"] == 50.0
    assert figures["ratio"] == 0.25
    assert figures["limit_ms_per_token"] == 10.0
    assert figures["limit_ratio"] == 5.0
    assert figures["gigabytes_per_s_spread"] == [5.0, 20.0]
    assert set(figures["strategies"]) == {"greedy", "beam", "top_p"}
    assert figures["strategies"]["beam"]["ratio_spread"] == [0.25, 0.25]
    assert figures["tokens_equal"] is True
    assert figures["steps_differing_by_fault"] == []
    monkeypatch.setattr(steady, "Ours", WrongBeams)
    assert printed("steady")["tokens_equal"] is False  # no end token: the answer is determined


def test_the_limit_on_a_gpu_is_that_of_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    probe = steady._probe(*[None] * 3) | {"gpu_bytes_per_s": 2e12}  # type: ignore[arg-type]
    monkeypatch.setattr(steady, "_probe", lambda *arguments: probe)
    figures = printed("steady")
    assert figures["limit_ms_per_token"] == 0.05
    assert figures["gigabytes_per_s_spread"] == [2000.0, 2000.0]


def test_steady_counts_what_upstream_draws_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    class OtherDraws(FakeSide):
        def tokens_of(self, step: Request) -> sides.Tokens:
            return ((7,),) if step.options.strategy is Strategy.SAMPLING else TOKENS

    monkeypatch.setattr(steady, "Ours", OtherDraws)
    figures = printed("steady", "--runs", "1")
    assert figures["tokens_equal"] is True
    assert figures["steps_differing_by_fault"] == ["top_p"]


@pytest.mark.parametrize("bench", ["cold", "session", "steady"])
def test_a_guide_with_random_weights_is_said(bench: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Drawn(RunningGuide):
        random_weights = ("lm_head.weight", "lm_head.bias")

        def tokens_of(self, step: Request) -> sides.Tokens:
            return ((7,),)

    assert printed(bench, "--runs", "1")["tokens_note"] is None
    for module in (cold, session, steady):
        monkeypatch.setattr(module, "Guide", Drawn)
    figures = printed(bench, "--runs", "1")
    assert figures["tokens_equal"] is None
    assert "random numbers in lm_head.weight and 1 more" in figures["tokens_note"]
    shown = CliRunner().invoke(bench_app, [bench, "--runs", "1"], env={"COLUMNS": "400"}).stdout
    assert "random numbers in lm_head.weight and 1 more" in shown


def test_tokens_of_our_own_that_differ_are_no_matter_of_the_guide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Drawn(RunningGuide):
        random_weights = ("lm_head.weight",)

    monkeypatch.setattr(steady, "Guide", Drawn)
    probe = steady._probe(None, 1, 1) | {"tokens_equal": False}  # type: ignore[arg-type]  # a fake
    monkeypatch.setattr(steady, "_probe", lambda *arguments: probe)
    assert printed("steady", "--runs", "1")["tokens_equal"] is False


def test_blocks_of_steady_calls_alternate_and_one_side_runs() -> None:
    printed("steady", "--runs", "3", "--block-calls", "2")
    # of each of three strategies: three first calls, and what is built behind them; then a block
    guide, ours = ["documented"] * 3 * 5, ["memory", *["fast"] * 3 * 5]
    store = ["fast"] * 3 * 3
    assert TURNS.calls == store + guide + ours + ours + guide + guide + ours


@pytest.mark.parametrize("bench", ["cold", "session", "steady", "arms"])
def test_a_bench_of_a_side_against_itself(bench: str) -> None:
    figures = printed(bench, "--self", "--runs", "2")
    assert (figures["ratio"], figures["ratio_spread"]) == (1.0, [1.0, 1.0])
    assert figures["is_even"] is True
    assert figures["blocks"] == 2
    assert set(TURNS.calls) == {"fast"}


def test_every_block_of_a_check_has_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[ModelInfo] = []

    class Counted(FakeSide):
        def __init__(self, model: ModelInfo) -> None:
            super().__init__(model)
            starts.append(model)

    monkeypatch.setattr(steady, "Ours", Counted)
    printed("steady", "--self", "--runs", "4")
    assert len(starts) == 1 + 2 * 4  # the first fills the store


def test_a_bench_that_does_not_measure_itself_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    starts = itertools.count()

    class Uneven(FakeSide):
        """Every process of the second side is slower; the first one of all fills the store."""

        def __init__(self, model: ModelInfo) -> None:
            super().__init__(model)
            self.seconds = 1.1 if next(starts) % 4 in (2, 3) else 1.0

    monkeypatch.setattr(steady, "Ours", Uneven)
    done = CliRunner().invoke(bench_app, ["steady", "--self", "--json"], catch_exceptions=False)
    assert done.exit_code == 0
    figures = json.loads(done.stdout)
    assert (round(figures["ratio"], 3), figures["is_even"]) == (1.1, False)
    assert "not 1.00 ± 0.03" in done.stderr


def test_arms_hide_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class SlowXla(FakeSide):
        def run(self, step: Request) -> sides.StepResult:
            self.seconds = 2.0 if step.arm is Arm.XLA else 1.0
            return super().run(step)

    monkeypatch.setattr(race, "Ours", SlowXla)
    figures = printed("arms", "--runs", "2")
    # of each strategy: three first calls and in two rounds two, the first not counted; of eager one
    assert len(TURNS.calls) == 3 * (13 + 2 * 9)
    assert len(figures["rows"]) == 15
    assert {row["lane"] for row in figures["rows"]} == set(arms.LANES)
    assert figures["ratios"]["greedy"]["fast"] == {"eager_xla": 0.5, "graph_xla": 0.5}


def test_rewrites_are_switched_off_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    offs: list[tuple[str, ...]] = []

    def measured(step: Request, *off: str) -> dict[str, Any]:
        offs.append(off)
        first = 3.0 if off else 1.0
        tokens = [[1, 2]] if off != ("keys in place",) else [[1, 3]]
        return {"first_s": first, "steady_s": [0.5, 0.2, 0.3], "token_ids": tokens}

    monkeypatch.setattr(rewrites, "_probe", measured)
    figures = printed("rewrites", "--runs", "2", "--max-new-tokens", "10")
    names = [None, "products in pieces", "layers traced once", "keys in place"]
    assert [row["off"] for row in figures["rows"]] == names  # those of GPT-2
    every = [(), *((name,) for name in names[1:])]
    assert offs == every + every[::-1]
    assert [row["first_s"] for row in figures["rows"]] == [1.0, 3.0, 3.0, 3.0]
    assert figures["rows"][0]["ms_per_token"] == 30.0
    assert [row["tokens_equal"] for row in figures["rows"]] == [True, True, True, False]
    assert figures["tokens_equal"] is False


def test_every_rewrite_is_measured_for_some_family() -> None:
    named = {name for family in ("gpt2", "llama", "t5") for name in rewrites.used_by(family)}
    assert named == {rewrite.name for rewrite in TABLE}


def test_streaming(monkeypatch: pytest.MonkeyPatch) -> None:
    class Streams(FakeSide):
        def run(self, step: Request) -> sides.StepResult:
            result = super().run(step)
            if not step.is_streamed:
                return result
            TURNS.calls[-1] = "blocks"
            return replace(result, first_text_s=0.5)

    monkeypatch.setattr(streaming, "Ours", Streams)
    figures = printed("streaming", "--runs", "2")
    assert (figures["first_text_s"], figures["first_text_spread_s"]) == (0.5, [0.5, 0.5])
    assert figures["ratio"] == figures["blocks_s"] / figures["one_block_s"]
    assert figures["tokens_equal"] is True
    warm = ["fast"] * 3 + ["blocks"] * 3
    assert TURNS.calls == [*warm, "fast", "blocks", "blocks", "fast"]


def test_a_table_for_people() -> None:
    done = CliRunner().invoke(bench_app, ["arms", "--runs", "1"], catch_exceptions=False)
    assert "xla-fast" in done.stdout
    assert "ratios beam fast eager_xla" in done.stdout
