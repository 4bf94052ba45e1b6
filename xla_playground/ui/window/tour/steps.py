"""The steps of the tour: the control of each, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class TourStep:
    """One step: the object name of its control, and its sentences."""

    target: str
    text: object  # QT_TRANSLATE_NOOP, which marks it for translation, is typed so


STEPS: tuple[TourStep, ...] = (
    TourStep(
        "input_panel",
        QT_TRANSLATE_NOOP("tour", "The prompt. Each line is a prompt; several are one batch."),
    ),
    TourStep(
        "run_bar",
        QT_TRANSLATE_NOOP(
            "tour",
            "The arm says who runs the call: eager, a graph, or XLA. The recipe is the guide's "
            "code or the fast one.",
        ),
    ),
    TourStep(
        "generation_panel",
        QT_TRANSLATE_NOOP(
            "tour",
            "Options. A live option changes for free; a structural one needs a new "
            "specialization, so the next call is a first call.",
        ),
    ),
    TourStep(
        "forecast_line",
        QT_TRANSLATE_NOOP(
            "tour", "The forecast: what the next call will take, before you press Run."
        ),
    ),
    TourStep(
        "phases_plot",
        QT_TRANSLATE_NOOP(
            "tour",
            "Press Run, and each call is a column here. A first call is mostly trace and compile.",
        ),
    ),
    TourStep(
        "latency_plot",
        QT_TRANSLATE_NOOP(
            "tour", "The steady calls that follow reuse the specialization: they only run."
        ),
    ),
    TourStep(
        "specializations_page",
        QT_TRANSLATE_NOOP(
            "tour",
            "Every specialization, in memory and on disk. Lessons (F1) go on from here; Help has "
            "this tour again.",
        ),
    ),
)
