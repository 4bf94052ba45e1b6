"""``xla-playground bench cold``: the first call of a fresh process, ours against the guide's."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..core.call.record import Cache
from ..core.call.request import Request
from ..core.call.upstream_faults import may_differ
from ..core.model.info import ModelInfo
from .running.fresh_home import fresh_home
from .running.machine import MachineLoad, spread
from .running.turns import against_itself, in_turn
from .sides import Guide, Ours, StepResult, compared_tokens, fast_request, text_model

OPTIONS: dict[str, object] = {"strategy": "beam", "num_beams": 2, "max_new_tokens": 32}


def measure_cold(model: str, runs: int) -> dict[str, Any]:
    """Measure the first calls of fresh processes, the sides in turn.

    Return medians and spreads in s.

    In each run: the guide's code; the fast recipe in an empty home; the same once more, which
    finds what that one stored. In every second run the guide's code is last. Importing TensorFlow
    and loading the model are left out.

    Raises:
        PlaygroundError: a side did not come through.
    """
    machine = MachineLoad()
    info = text_model(model)
    step = fast_request(info, ["TensorFlow is"], OPTIONS)
    sides = partial(_documented, info, step), partial(_fast, info, step)
    documented, fast = in_turn(sides, runs)
    differing = {
        may_differ(step, has_ended=theirs.results[0].has_ended)
        for theirs, own in zip(documented, fast, strict=True)
        if {result.token_ids for result in own.results} != {theirs.results[0].token_ids}
    }
    seconds = {
        "documented": [first.results[0].seconds for first in documented],
        "fast": [first.results[0].seconds for first in fast],
        "stored": [first.results[1].seconds for first in fast],
    }
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    return {
        "model": model,
        "runs": runs,
        "documented_first_s": medians["documented"],
        "documented_spread_s": spread(seconds["documented"]),
        "fast_first_s": medians["fast"],
        "fast_spread_s": spread(seconds["fast"]),
        "stored_first_s": medians["stored"],
        "stored_spread_s": spread(seconds["stored"]),
        "stored_was_loaded": all(first.caches[1:] == [Cache.DISK] for first in fast),
        "fast_ratio": medians["documented"] / medians["fast"],
        "stored_ratio": medians["documented"] / medians["stored"],
        **compared_tokens(
            are_equal=False not in differing, random_weights=documented[0].random_weights
        ),
        "steps_differing_by_fault": [1] if True in differing else [],
        **machine.figures(),
    }


def check_cold(model: str, rounds: int) -> dict[str, Any]:
    """Measure first calls of the fast recipe, with nothing stored, against themselves.

    Raises:
        PlaygroundError: a side did not come through.
    """
    info = text_model(model)
    step = fast_request(info, ["TensorFlow is"], OPTIONS)

    def first_s() -> float:
        with fresh_home():
            return _call(info, step).results[0].seconds

    return {"model": model} | against_itself((first_s, first_s), rounds)


@dataclass(frozen=True)
class _FirstCalls:
    """First calls of fresh processes, one after the other.

    Attributes:
        caches: the sources of our specializations; empty for the guide's.
        random_weights: see ``Guide``.
    """

    results: tuple[StepResult, ...]
    caches: list[Cache]
    random_weights: tuple[str, ...] = ()


def _documented(info: ModelInfo, step: Request) -> _FirstCalls:
    with Guide(info) as guide:
        return _FirstCalls((guide.run(step),), [], guide.random_weights)


def _fast(info: ModelInfo, step: Request) -> _FirstCalls:
    """Return the first call with an empty store and the first call of a new process with that
    store.
    """
    with fresh_home():
        first, again = (_call(info, step) for _ in range(2))
    return _FirstCalls(first.results + again.results, first.caches + again.caches)


def _call(info: ModelInfo, step: Request) -> _FirstCalls:
    with Ours(info) as ours:
        return _FirstCalls((ours.run(step),), ours.caches)
