"""Reports of the lab as the figures of a lesson."""

from __future__ import annotations

import math

import pytest

from xla_playground.core.call.record import Cache
from xla_playground.core.lab.reasons import trace_reason
from xla_playground.core.lab.report import (
    EAGER,
    XLA,
    LabArm,
    LabCall,
    LabFit,
    LabProblem,
    LabReport,
)
from xla_playground.core.lessons.lab_figures import figures_of_report, lab_title
from xla_playground.core.messages.pages import lab as messages

MS = 1_000_000
KEY, OTHER = (("x.dtype", "float32"),), (("x.dtype", "float64"),)
REPORT = LabReport(
    file="f.py",
    arms=(
        LabArm(
            arm=EAGER,
            calls=(LabCall(key=KEY, cache=Cache.NONE, run_ns=10 * MS),),
            samples_ns=(2 * MS,) * 3,
            retraces=0,
            max_abs_difference=0.0,
        ),
        LabArm(
            arm=XLA,
            calls=(
                LabCall(
                    key=KEY,
                    cache=Cache.MISS,
                    reason=trace_reason(KEY, ()),
                    trace_ns=5 * MS,
                    compile_ns=80 * MS,
                    run_ns=MS,
                ),
                LabCall(
                    key=OTHER,
                    cache=Cache.MISS,
                    reason=trace_reason(OTHER, (KEY,)),
                    trace_ns=6 * MS,
                ),
            ),
            samples_ns=(MS,) * 3,
            retraces=1,
            max_abs_difference=1e-7,
        ),
    ),
    fits=(
        LabFit(method="fit", is_compiled=False, first_ns=400 * MS, losses=(2.0, 1.0)),
        LabFit(
            method="fit",
            is_compiled=True,
            first_ns=900 * MS,
            steps_ns=(2 * MS, 4 * MS, 3 * MS),
            losses=(2.0, 1.25),
        ),
    ),
)


def test_arms_calls_and_steps_have_their_names() -> None:
    figures = figures_of_report(REPORT)
    assert figures == {
        "eager.cache": "none",
        "eager.reasons": "",
        "eager.retraces": 0,
        "eager.max_abs_difference": 0.0,
        "eager.error": "",
        "eager.call_1_ms": 10.0,
        "eager.first_call_s": 0.01,
        "eager.p50_ms": 2.0,
        "xla.cache": "miss, miss",
        "xla.reasons": "x.dtype",
        "xla.retraces": 1,
        "xla.max_abs_difference": 1e-7,
        "xla.error": "",
        "xla.call_1_ms": 86.0,
        "xla.call_2_ms": 6.0,
        "xla.first_call_s": 0.086,
        "xla.p50_ms": 1.0,
        "xla.break_even_calls": 77,
        "fit_off.first_step_s": 0.4,
        "fit_on.first_step_s": 0.9,
        "fit_on.step_ms": 3.0,
        "fit.max_loss_difference": 0.25,
    }
    assert [name for name in figures if lab_title(name) is None] == []


def test_what_no_file_can_keep_is_left_out() -> None:
    arm = REPORT.arms[1].model_copy(update={"max_abs_difference": math.nan})
    fits = tuple(fit.model_copy(update={"losses": (math.inf,)}) for fit in REPORT.fits)
    figures = figures_of_report(REPORT.model_copy(update={"arms": (arm,), "fits": fits}))
    assert "xla.max_abs_difference" not in figures
    assert "fit.max_loss_difference" not in figures


def test_an_error_is_named_by_its_message() -> None:
    problem = LabProblem(line=3, message=messages.NO_KERNEL(operations=("AsString",)))
    arm = LabArm(arm=XLA, problem=problem)
    assert figures_of_report(LabReport(file="f", arms=(arm,)))["xla.error"] == "no_kernel"


@pytest.mark.parametrize("name", ["xla.call_0_ms", "xla.call_100_ms", "tpu.call_2_ms", "retraces"])
def test_a_figure_that_the_lab_does_not_have_has_no_title(name: str) -> None:
    assert lab_title(name) is None
