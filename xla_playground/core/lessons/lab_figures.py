"""The figures of a run of the lab that a lesson looks at, named as ``lab --json`` names them."""

from __future__ import annotations

import math
import re
import statistics

from ..lab.report import LAB_ARMS, LabArm, LabFit, LabReport
from ..messages.message import Message, Template
from ..messages.pages import lessons as messages
from .figures import Figures, changed_names

#: What is known of an arm.
_OF_ARM: dict[str, Template] = {
    "cache": messages.LAB_CACHE,
    "reasons": messages.LAB_REASONS,
    "retraces": messages.LAB_RETRACES,
    "first_call_s": messages.LAB_FIRST_CALL,
    "p50_ms": messages.LAB_STEADY,
    "break_even_calls": messages.LAB_BREAK_EVEN,
    "max_abs_difference": messages.LAB_DIFFERENCE,
    "error": messages.LAB_ERROR,
}
#: What is known of Keras' own method, ``jit_compile`` off or on.
_OF_METHOD: dict[str, Template] = {
    "first_step_s": messages.LAB_FIRST_STEP,
    "step_ms": messages.LAB_STEP,
}
_METHODS = ("fit", "predict")
_SWITCHES = {"off": False, "on": True}
_LOSSES = "fit.max_loss_difference"

#: The name of each figure in words, but for those of the later calls of a sequence.
LAB_TITLES: dict[str, Message] = {
    **{
        f"{arm}.{name}": template(arm=arm) for arm in LAB_ARMS for name, template in _OF_ARM.items()
    },
    **{
        f"{method}_{switch}.{name}": template(method=method, is_on=is_on)
        for method in _METHODS
        for switch, is_on in _SWITCHES.items()
        for name, template in _OF_METHOD.items()
    },
    _LOSSES: messages.LAB_LOSSES(),
}
_CALL = re.compile(rf"({'|'.join(LAB_ARMS)})\.call_([1-9]\d?)_ms")


def lab_title(figure: str) -> Message | None:
    """Return the name of a figure in words; ``None`` if the lab has no such figure.

    ``xla.call_2_ms`` is the second call of a sequence.
    """
    if call := _CALL.fullmatch(figure):
        return messages.LAB_CALL(arm=call[1], number=int(call[2]))
    return LAB_TITLES.get(figure)


def figures_of_report(report: LabReport) -> Figures:
    """Return the figures of a run; those that were not measured are left out."""
    figures: dict[str, str | float | None] = {}
    for arm in report.arms:
        figures |= {f"{arm.arm}.{name}": value for name, value in _of_arm(arm).items()}
    race = report.race()
    for row in race.rows:
        figures[f"{row.lane}.first_call_s"] = row.first_call_s
        figures[f"{row.lane}.p50_ms"] = row.p50_ms
    for even in race.break_even:
        figures[f"{even.lane}.break_even_calls"] = even.calls
    for fit in report.fits:
        name = f"{fit.method}_{'on' if fit.is_compiled else 'off'}"
        figures[f"{name}.first_step_s"] = None if fit.first_ns is None else fit.first_ns / 1e9
        figures[f"{name}.step_ms"] = statistics.median(fit.steps_ns) / 1e6 if fit.steps_ns else None
    figures[_LOSSES] = _losses_apart(report.fits)
    return {
        name: value
        for name, value in figures.items()
        if isinstance(value, str) or (value is not None and math.isfinite(value))
    }


def _of_arm(arm: LabArm) -> dict[str, str | float | None]:
    reasons = [name for call in arm.calls for name in changed_names(call.reason)]
    calls = {f"call_{n}_ms": call.total_ns / 1e6 for n, call in enumerate(arm.calls, start=1)}
    return {
        "cache": ", ".join(call.cache.value for call in arm.calls),
        "reasons": ", ".join(reasons),
        "retraces": arm.retraces,
        "max_abs_difference": arm.max_abs_difference,
        "error": "" if arm.problem is None else arm.problem.message.id,
        **calls,
    }


def _losses_apart(fits: tuple[LabFit, ...]) -> float | None:
    """Return how far the losses with ``jit_compile`` are from those without, at most."""
    by_switch = {fit.is_compiled: fit.losses for fit in fits if fit.losses}
    if len(by_switch) != 2 or len(by_switch[False]) != len(by_switch[True]):
        return None
    pairs = zip(by_switch[False], by_switch[True], strict=True)
    return max(abs(one - other) for one, other in pairs)
