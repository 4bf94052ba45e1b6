"""The figures of a run, as ``lab --json`` prints them."""

from __future__ import annotations

import statistics
from typing import Any

from ..advice.forecast import Forecast
from ..inside.figures import figures_of
from .report import LabArm, LabCall, LabFit, LabProblem, LabReport


def lab_figures(report: LabReport) -> dict[str, Any]:
    """Return the figures by name; a figure that is not known is ``None``."""
    race = report.race()
    rows = {row.lane: row for row in race.rows}
    return {
        "file": report.file,
        "arms": [_arm(arm, rows[arm.arm].model_dump(mode="json")) for arm in report.arms],
        "break_even": [even.model_dump(mode="json") for even in race.break_even],
        "fit": [_fit(fit) for fit in report.fits],
        "inside": None if report.inspection is None else figures_of(report.inspection),
        "output": report.output,
        "dropped_bytes": report.dropped_bytes,
        **_problem(report.problem),
        "is_cancelled": report.is_cancelled,
    }


def forecast_figures(forecast: Forecast) -> dict[str, Any]:
    """Return the forecast of a first call: the sentence, and the range in s."""
    estimate = forecast.estimate
    ns = (None,) * 3 if estimate is None else estimate.rounded()
    names = ("low_s", "expected_s", "high_s")
    seconds = {n: None if each is None else each / 1e9 for n, each in zip(names, ns, strict=True)}
    return {"sentence": forecast.sentence, **seconds}


def _arm(arm: LabArm, row: dict[str, Any]) -> dict[str, Any]:
    names = ("first_call_s", "p50_ms", "low_ms", "high_ms", "speed_up")
    return {
        "arm": arm.arm,
        **{name: row[name] for name in names},
        "retraces": arm.retraces,
        "max_abs_difference": arm.max_abs_difference,
        "results": [result.model_dump(mode="json") for result in arm.results],
        "calls": [_call(call) for call in arm.calls],
        **_problem(arm.problem),
    }


def _call(call: LabCall) -> dict[str, Any]:
    return {
        "key": dict(call.key),
        "cache": call.cache.value,
        "reason": None if call.reason is None else call.reason.text,
        "trace_ms": _ms(call.trace_ns),
        "compile_ms": _ms(call.compile_ns),
        "run_ms": _ms(call.run_ns),
        "total_ms": _ms(call.total_ns),
    }


def _fit(fit: LabFit) -> dict[str, Any]:
    return {
        "method": fit.method,
        "jit_compile": fit.is_compiled,
        "first_step_s": None if fit.first_ns is None else fit.first_ns / 1e9,
        "step_ms": _ms(statistics.median(fit.steps_ns) if fit.steps_ns else None),
        "losses": list(fit.losses),
        **_problem(fit.problem),
    }


def _problem(problem: LabProblem | None) -> dict[str, Any]:
    return {
        "error": None if problem is None else problem.sentence.text,
        "line": None if problem is None else problem.line,
    }


def _ms(ns: float | None) -> float | None:
    return None if ns is None else ns / 1e6
