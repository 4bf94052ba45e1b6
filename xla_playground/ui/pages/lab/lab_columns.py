"""The columns of the lab's tables."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass

from ....core.comparison.race_report import RaceRow
from ....core.lab.report import LabArm, LabCall, LabFit, LabReport
from ....core.units import format_duration
from ...tables.race_columns import race_columns
from ...tables.rows_model import Column
from ...text.translate import tr


@dataclass(frozen=True)
class ArmRow:
    """An arm with its row of the race."""

    arm: LabArm
    race: RaceRow


@dataclass(frozen=True)
class CallRow:
    """A call of an arm, numbered from 1."""

    arm: str
    number: int
    call: LabCall


def arm_rows(report: LabReport) -> tuple[ArmRow, ...]:
    """Return a row for each arm."""
    return tuple(map(ArmRow, report.arms, report.race().rows))


def call_rows(report: LabReport) -> tuple[CallRow, ...]:
    """Return a row for each call of each arm that has a specialization."""
    return tuple(
        CallRow(arm.arm, number, call)
        for arm in report.arms
        for number, call in enumerate(arm.calls, start=1)
    )


def arm_columns() -> tuple[Column[ArmRow], ...]:
    """Return the columns of an arm: those of a race, and what only the lab knows."""
    shared = race_columns()
    arm, first, steady, _, _, speed_up, _ = shared

    def of_race(column: Column[RaceRow], *, title: str = "", yields: int = 0) -> Column[ArmRow]:
        key = column.sort_key
        return Column(
            title or column.title,
            lambda row: column.text(row.race),
            column.explanation,
            is_number=column.is_number,
            sort_key=None if key is None else lambda row: key(row.race),
            yields=yields,
        )

    return (
        of_race(arm, title=tr("Arm")),
        of_race(first),
        of_race(steady),
        of_race(speed_up, yields=3),
        Column(
            tr("Retraces"),
            lambda row: "–" if row.arm.retraces is None else f"{row.arm.retraces:,}",
            tr("Traces after the first call"),
            is_number=True,
            sort_key=lambda row: -1 if row.arm.retraces is None else row.arm.retraces,
            yields=2,
        ),
        Column(
            tr("Difference"),
            _difference,
            tr("Largest absolute difference from the first arm's results"),
            is_number=True,
            sort_key=lambda row: row.arm.max_abs_difference or 0.0,
            yields=1,
        ),
    )


def call_columns() -> tuple[Column[CallRow], ...]:
    """Return the columns of a call: its phases, and why it was traced."""
    return (
        Column(tr("Call"), lambda row: f"{row.arm} {row.number}"),
        Column(
            tr("Why it was traced"),
            lambda row: "–" if row.call.reason is None else row.call.reason.text,
            tr("What differs from the closest earlier call"),
        ),
        *(
            Column(title, text, is_number=True, sort_key=key)
            for title, text, key in (
                (
                    tr("Trace"),
                    lambda row: format_duration(row.call.trace_ns),
                    lambda row: row.call.trace_ns or 0,
                ),
                (
                    tr("Compile"),
                    lambda row: format_duration(row.call.compile_ns),
                    lambda row: row.call.compile_ns or 0,
                ),
                (
                    tr("Run"),
                    lambda row: format_duration(row.call.run_ns),
                    lambda row: row.call.run_ns,
                ),
            )
        ),
    )


def fit_columns() -> tuple[Column[LabFit], ...]:
    """Return the columns of ``fit`` and ``predict``."""
    return (
        Column(
            tr("Method"),
            lambda fit: f"{fit.method}, jit_compile={fit.is_compiled}",
        ),
        Column(
            tr("First step"),
            lambda fit: format_duration(fit.first_ns),
            is_number=True,
            sort_key=lambda fit: fit.first_ns or math.inf,
        ),
        Column(
            tr("Step"),
            lambda fit: format_duration(statistics.median(fit.steps_ns) if fit.steps_ns else None),
            tr("Median of the others"),
            is_number=True,
        ),
        Column(
            tr("Loss"),
            lambda fit: f"{fit.losses[0]:.4g} → {fit.losses[-1]:.4g}" if fit.losses else "–",
            tr("After the first and the last step"),
            is_number=True,
        ),
    )


def _difference(row: ArmRow) -> str:
    if row.arm.problem is not None and row.arm.max_abs_difference is None:
        return tr("cannot run")
    value = row.arm.max_abs_difference
    return "–" if value is None else f"{value:.2g}"
