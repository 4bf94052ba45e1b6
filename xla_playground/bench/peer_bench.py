"""``xla-playground bench peers``: our recipes and other libraries, on the same model."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.call.request import Request
from ..core.errors import EngineFailure, EnvironmentFault, RequestError
from ..core.messages import commands as messages
from ..core.messages.message import Message
from ..core.model.info import ModelInfo
from .contestants import SIDES, Contestant, Entry, entries
from .running.machine import MachineLoad, spread
from .running.prompt_of_length import prompt_of_length
from .running.turns import against_itself, in_turn
from .sides import Tokens, fast_request, text_model, warm_up

PROMPT_TOKENS = 32


@dataclass(frozen=True)
class PeersPlan:
    """The size of a measurement with peers: processes, calls, tokens, sides and interpreters.

    Attributes:
        runs: fresh processes of each side.
        block_calls: steady calls of each that are counted.
        new_tokens: tokens of every call.
        sides: names of ``SIDES``; empty: all of them.
        peer_python, torch_python: see ``contestants.entries``.
    """

    runs: int
    block_calls: int
    new_tokens: int
    sides: Sequence[str] = ()
    peer_python: str | None = None
    torch_python: str | None = None


def measure_peers(model: str, plan: PeersPlan) -> dict[str, Any]:
    """Measure greedy calls of every side: the first, the first from disk, steady ones, and the
    memory.

    One process at a time, the sides in turn, every second round backwards. In each round a side
    starts a process that has nothing on disk, makes its first call, waits until it is idle, and
    makes a block of calls, whose median counts. A side that keeps what it compiled then starts
    another, which finds it. All continue the same prompt of 32 tokens, no text ends early, and all
    have the weights of the same folder in float32. Importing and loading are left out; a side that
    is absent or fails has the reason in ``skipped``.

    Raises:
        RequestError: the model is no decoder, or there is no such side.
        PlaygroundError: one of our recipes did not come through.
    """
    machine = MachineLoad()
    sides = _sides(model, plan)
    in_turn(sides, plan.runs)
    reference = next((side.rounds[0].tokens for side in sides if side.rounds), None)
    return {
        "model": model,
        "runs": plan.runs,
        "block_calls": plan.block_calls,
        "prompt_tokens": PROMPT_TOKENS,
        "new_tokens": plan.new_tokens,
        "rows": [{"side": side.name, "model": model} | side.row(reference) for side in sides],
        **machine.figures(),
    }


def check_peers(model: str, plan: PeersPlan) -> dict[str, Any]:
    """Measure steady calls of the first side, by default ``fast``, against themselves.

    Every block is that of a fresh process; for first calls there is ``bench cold --self``.

    Raises:
        RequestError: see ``measure_peers``.
        EnvironmentFault: the side is absent.
        PlaygroundError: it did not come through.
    """
    side = _sides(model, plan)[0]

    def steady_s() -> float:
        side()
        if side.skipped:
            raise EnvironmentFault(side.skipped)
        return side.rounds[-1].steady_s

    figures = against_itself((steady_s, steady_s), plan.runs)
    return {"model": model, "side": side.name, "block_calls": plan.block_calls} | figures


def _sides(model: str, plan: PeersPlan) -> list[_Side]:
    info = _decoder(model)
    prompt, ids = prompt_of_length(Path(info.path), PROMPT_TOKENS)
    options: dict[str, object] = {
        "strategy": "greedy",
        "max_new_tokens": plan.new_tokens,
        "ignore_eos": True,
    }
    step = fast_request(info, [prompt], options)
    chosen = _chosen(plan.sides)
    return [
        _Side(entry, step, plan)
        for entry in entries(info, ids, plan.peer_python, plan.torch_python)
        if entry.side in chosen
    ]


def _decoder(model: str) -> ModelInfo:
    info = text_model(model)
    if not info.is_decoder_only:
        raise RequestError("model", messages.HAS_AN_ENCODER(model=info.name))
    return info


def _chosen(names: Sequence[str]) -> Sequence[str]:
    for name in names:
        if name not in SIDES:
            raise RequestError("side", messages.NO_SUCH_SIDE(side=name, sides=SIDES))
    return names or SIDES


@dataclass(frozen=True)
class _Round:
    """One round of a side; seconds, MB of 10⁶ bytes, and the tokens of its first call."""

    first_s: float
    disk_s: float | None
    steady_s: float
    memory_mb: float
    tokens: Tokens
    greeting: dict[str, Any]


@dataclass
class _Side:
    """A side and its finished rounds.

    Calling the object runs one more round unless it is skipped.
    """

    entry: Entry
    step: Request
    plan: PeersPlan
    rounds: list[_Round] = field(default_factory=list)
    skipped: Message | None = None

    def __post_init__(self) -> None:
        self.skipped = self.entry.skipped

    @property
    def name(self) -> str:
        return self.entry.side

    def __call__(self) -> None:
        if self.skipped:
            return
        try:
            self.rounds.append(self._round())
        except EngineFailure as failure:
            if not self.entry.is_peer:
                raise
            self.skipped, self.rounds = failure.message, []

    def _round(self) -> _Round:
        with tempfile.TemporaryDirectory(prefix="xla-playground-bench-") as folder:
            with self.entry.start(Path(folder)) as side:
                first = warm_up(side, self.step)
                steady_s = self._steady_s(side)
                memory_mb, greeting = side.peak_memory_mb(), side.greeting
            disk_s = None
            if self.entry.has_disk:
                with self.entry.start(Path(folder)) as side:
                    disk_s = side.run(self.step).seconds
        return _Round(first.seconds, disk_s, steady_s, memory_mb, first.token_ids, greeting)

    def _steady_s(self, side: Contestant) -> float:
        return statistics.median(side.run(self.step).run_s for _ in range(self.plan.block_calls))

    def row(self, reference: Tokens | None) -> dict[str, Any]:
        """Return the figures; ``reference`` has the tokens of the first side that ran."""
        disk = [each.disk_s for each in self.rounds if each.disk_s is not None]
        per_token = [1e3 * each.steady_s / self.plan.new_tokens for each in self.rounds]
        memory = [each.memory_mb for each in self.rounds]
        greeting = self.rounds[0].greeting if self.rounds else {}
        return {
            **_median_and_spread("first_s", [each.first_s for each in self.rounds]),
            **_median_and_spread("disk_s", disk),
            **_median_and_spread("ms_per_token", per_token),
            **_median_and_spread("memory_mb", memory),
            "tokens_equal": {each.tokens for each in self.rounds} == {reference}
            if self.rounds
            else None,
            "version": greeting.get("version"),
            "device": greeting.get("device"),
            "skipped": None if self.skipped is None else self.skipped.text,
        }


def _median_and_spread(name: str, values: list[float]) -> dict[str, Any]:
    """Return the median under ``name`` and the spread beside it; ``None`` without values."""
    return {
        name: statistics.median(values) if values else None,
        f"{name}_spread": spread(values) if values else None,
    }
