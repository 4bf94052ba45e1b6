"""Repeat the experiments of published claims, and lay the ratios beside each other."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from typing import Any

from ...core.claims.claim import CLAIMS, Claim, Experiment
from ...core.claims.repeats import ClaimResult
from ...core.errors import RequestError
from ...core.messages.message import Message
from ...core.messages.pages import lessons as messages
from ...engine.platform.gpu import has_nvidia_gpu
from ..running.machine import MachineLoad
from .experiments import Outcome, run_experiment

#: Ratios that differ by less need no reason: calls of one machine do.
_CLOSE = 1.25


def measure_claims(
    names: Sequence[str],
    torch_python: str | None = None,
    on_progress: Callable[[str], None] = lambda experiment: None,
) -> dict[str, Any]:
    """Return a row for each claim of ``names``, of all if it is empty.

    Raises:
        RequestError: there is no such claim.
        PlaygroundError: an experiment did not come through.
    """
    known = {claim.name: claim for claim in CLAIMS}
    for name in names:
        if name not in known:
            problem = messages.NO_SUCH_CLAIM(claim=name, claims=tuple(known))
            raise RequestError("claim", problem)
    machine = MachineLoad()
    outcomes: dict[Experiment, Outcome] = {}
    rows = []
    for claim in [known[name] for name in names] or CLAIMS:
        if claim.experiment not in outcomes:
            on_progress(claim.experiment.value)
            outcomes[claim.experiment] = run_experiment(claim.experiment, torch_python)
        rows.append(claim_row(claim, outcomes[claim.experiment]))
    return {"rows": rows, **machine.figures()}


def claim_result(claim: Claim, outcome: Outcome, took_s: float = 0.0) -> ClaimResult:
    """Return the result for a claim, with the reason for a difference."""
    one, other = outcome.ms.get(claim.one), outcome.ms.get(claim.other)
    ratio = one / other if one is not None and other else None
    return ClaimResult(
        name=claim.name,
        measured_ms=(one, other),
        model=outcome.model,
        reason=_reason(claim, outcome, ratio),
        took_s=took_s,
    )


def claim_row(claim: Claim, outcome: Outcome) -> dict[str, Any]:
    """Return a claim beside what was measured."""
    result = claim_result(claim, outcome)
    return {
        "name": claim.name,
        "source": claim.source.title().text,
        "address": claim.source.address,
        "claim": claim.text.text,
        "claimed_ms": list(claim.published_ms),
        "claimed_ratio": claim.ratio,
        "measured_ms": list(result.measured_ms),
        "measured_ratio": result.ratio,
        "model": result.model,
        "command": claim.command,
        "reason": None if result.reason is None else result.reason.text,
    }


def _reason(claim: Claim, outcome: Outcome, ratio: float | None) -> Message | None:
    """Return why the measured ratio differs from the claimed one, ``None`` if it does not."""
    if ratio is None:
        missing = [name for name in (claim.one, claim.other) if name not in outcome.ms]
        return messages.REASON_OF_TORCH(why=" ".join(outcome.why_not.get(n, n) for n in missing))
    if 1 / _CLOSE < ratio / claim.ratio < _CLOSE:
        return None
    values: dict[str, str | Message] = {
        "model": outcome.model,
        "device": _device(),
        "theirs": claim.theirs,
        "their_device": claim.source.device,
    }
    return claim.reason(**{name: values[name] for name in claim.reason.places})


def _device() -> Message:
    """Return what runs the calls here, in words."""
    if has_nvidia_gpu():
        return messages.AN_NVIDIA_GPU()
    return messages.CORES_OF(count=os.cpu_count() or 1, machine=platform.machine())
