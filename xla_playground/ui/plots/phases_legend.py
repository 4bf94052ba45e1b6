"""The legend of the phases plot, as one line of rich text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from ...core.record import PHASES
from .colors import DataColors

_GAP = "   "


def legend_html(colors: DataColors, font: QFont, room: int) -> str:
    """The phases in the order of the stack from the top, then the markers where they fit.

    ``room`` is in pixels. Tooltips explain the markers where the legend has no room.
    """
    phases = [(colors.phases[phase], "■", _phase_name(phase)) for phase in PHASES]
    markers = [
        (colors.cancelled, "□", _tr("cancelled")),
        (colors.failed, "×", _tr("failed")),
    ]
    text = _GAP.join(f"{sign} {name}" for _, sign, name in phases + markers)
    fits = QFontMetrics(font).horizontalAdvance(text) <= room
    return _GAP.replace(" ", "&nbsp;").join(
        f"<span style='color:{color}'>{sign}</span>&nbsp;{name}"
        for color, sign, name in (phases + markers if fits else phases)
    )


def _phase_name(phase: str) -> str:
    return {
        "trace": _tr("trace"),
        "compile": _tr("compile"),
        "load": _tr("load"),
        "run": _tr("run"),
    }[phase]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhasesLegend", text)
