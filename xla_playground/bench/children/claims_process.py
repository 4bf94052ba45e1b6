"""``python -m xla_playground.bench.children.claims_process``: repeat claims, for the window.

Reads a ``ClaimsOrder`` as one line of stdin, and prints the messages of ``core.claims.repeats``. It
begins once the other processes of its parent are idle. The end of stdin cancels the running
experiment and those after it; the results of the earlier ones are printed already.
"""

from __future__ import annotations

import logging
import statistics
import time
from threading import Event

from ...core.claims.claim import Experiment
from ...core.claims.repeats import (
    ClaimResult,
    ClaimsDone,
    ClaimsMeasured,
    ClaimsOrder,
    ClaimsProgress,
    claims_of,
)
from ...core.errors import EngineFailure, PlaygroundError
from ...core.messages.pages import claims as messages
from ..claims.claims_bench import claim_result
from ..claims.experiments import run_experiment
from ..running.processes import wait_until_idle
from .of_the_window import neighbours, say, serve

logger = logging.getLogger(__name__)


def main() -> None:
    """Repeat the experiments that the first line of stdin asks for."""
    serve(ClaimsOrder, _work)


def _work(order: ClaimsOrder, cancelled: Event) -> None:
    wait_until_idle(neighbours)
    _repeat(order, cancelled)


def _repeat(order: ClaimsOrder, cancelled: Event) -> None:
    seconds = dict(order.seconds)
    total = len(order.experiments)
    for done, experiment in enumerate(order.experiments):
        left_s = _left_s(order.experiments[done:], seconds)
        say(ClaimsProgress(experiment=experiment, done=done, of=total, left_s=left_s))
        start = time.perf_counter()
        results = _results(experiment, order.torch_python, start)
        if cancelled.is_set():  # a race ends early with what it measured: too few calls
            raise KeyboardInterrupt
        seconds[experiment] = time.perf_counter() - start
        say(ClaimsMeasured(results=results))
    say(ClaimsDone())


def _left_s(experiments: tuple[Experiment, ...], seconds: dict[Experiment, float]) -> float | None:
    """Return how long these take; one that was never made counts as the mean of the others."""
    if not seconds:
        return None
    mean = statistics.mean(seconds.values())
    return sum(seconds.get(experiment, mean) for experiment in experiments)


def _results(experiment: Experiment, torch_python: str, start: float) -> tuple[ClaimResult, ...]:
    """Return the results of an experiment; why there is none, if it did not come through."""
    try:
        outcome = run_experiment(experiment, torch_python or None)
    except PlaygroundError as error:
        problem = error
    except BrokenPipeError:
        raise
    except Exception as error:
        logger.exception("an experiment failed")
        problem = EngineFailure.unforeseen(error)
    else:
        took_s = time.perf_counter() - start
        return tuple(claim_result(claim, outcome, took_s) for claim in claims_of(experiment))
    reason = messages.EXPERIMENT_FAILED(why=problem.message)
    return tuple(
        ClaimResult(
            name=claim.name,
            measured_ms=(None, None),
            model="",
            reason=reason,
            took_s=time.perf_counter() - start,
        )
        for claim in claims_of(experiment)
    )


if __name__ == "__main__":
    main()
