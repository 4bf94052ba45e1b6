"""The figures of an inspected specialization as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ....core.inside.figures import Distance, distance_from_limits, figures_of
from ....core.inside.inspection import Inspection
from ....core.inside.machine import MachineLimits
from ....core.units import format_bytes
from ...text.translate import tr

_TITLES: dict[str, object] = {
    "computations": QT_TRANSLATE_NOOP("inside_figures", "Computations"),
    "instructions": QT_TRANSLATE_NOOP("inside_figures", "Instructions"),
    "fusions": QT_TRANSLATE_NOOP("inside_figures", "Fusions"),
    "dots": QT_TRANSLATE_NOOP("inside_figures", "Dots"),
    "while_loops": QT_TRANSLATE_NOOP("inside_figures", "Loops"),
    "conditionals": QT_TRANSLATE_NOOP("inside_figures", "Conditionals"),
    "custom_calls": QT_TRANSLATE_NOOP("inside_figures", "Custom calls"),
    "constants": QT_TRANSLATE_NOOP("inside_figures", "Constants"),
    "constants_bytes": QT_TRANSLATE_NOOP("inside_figures", "Constants take"),
    "peak_bytes": QT_TRANSLATE_NOOP("inside_figures", "Peak memory"),
    "flops_per_token": QT_TRANSLATE_NOOP("inside_figures", "Operations a token"),
    "bytes_per_token": QT_TRANSLATE_NOOP("inside_figures", "Traffic a token"),
    "weight_bytes": QT_TRANSLATE_NOOP("inside_figures", "Weights a token reads"),
    "ms_per_token": QT_TRANSLATE_NOOP("inside_figures", "ms a token"),
}


#: XLA's own assignment of memory, by the kind of a buffer.
_BUFFERS: dict[str, object] = {
    "parameter": QT_TRANSLATE_NOOP("inside_figures", "of it parameters"),
    "constant": QT_TRANSLATE_NOOP("inside_figures", "of it constants"),
    "result": QT_TRANSLATE_NOOP("inside_figures", "of it results"),
    "temporary": QT_TRANSLATE_NOOP("inside_figures", "of it temporary"),
}


@dataclass(frozen=True)
class FigureRow:
    """A figure: its title, and its value or a dash."""

    title: str
    text: str


def figure_rows(inspection: Inspection, ns_per_token: float | None) -> tuple[FigureRow, ...]:
    """Return the figures of a specialization."""
    figures = figures_of(inspection, ns_per_token=ns_per_token)
    rows = [FigureRow(title_of(name), shown_value(name, figures[name])) for name in _TITLES]
    place = list(_TITLES).index("peak_bytes") + 1
    rows[place:place] = [
        FigureRow(_translated(_BUFFERS[kind]), format_bytes(size))
        for kind, size in inspection.buffer_bytes().items()
    ]
    return tuple(rows)


def reasons_text(inspection: Inspection, ns_per_token: float | None) -> str:
    """Return why figures are missing, one a line."""
    reasons = figures_of(inspection, ns_per_token=ns_per_token)["reasons"]
    return "\n".join(f"{title_of(n)}: {reasons[n]}" for n in _TITLES if n in reasons)


def limit_text(
    inspection: Inspection, ns_per_token: float | None, machine: MachineLimits | None
) -> str:
    """Return how far a token is from the machine's limits, or why that is not known."""
    distance = distance_from_limits(inspection, ns_per_token, machine)
    if isinstance(distance, Distance):
        return tr("a token takes {0}").format(distance.in_words())
    return tr("distance from the limits: {0}").format(distance.text)


def title_of(name: str) -> str:
    """Return what a figure is called, its own name if it has no title."""
    return _translated(_TITLES[name]) if name in _TITLES else name


def shown_value(name: str, value: Any) -> str:
    """Return a figure, or an entry of a key, as text."""
    if value is None:
        return "–"
    if not isinstance(value, int | float) or isinstance(value, bool):
        return str(value)
    if name.endswith("_bytes") or name.startswith("bytes_"):
        return format_bytes(value)
    return f"{value:,.3g}" if isinstance(value, float) else f"{value:,}"


def _translated(text: object) -> str:
    return QCoreApplication.translate("inside_figures", str(text))
