"""The legend of the phases plot, as one line of rich text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from ....core.call.record import PHASES
from ..shared.colors import DataColors

_GAP = "   "
#: Smallest readable share of the font's size.
_SMALLEST = 0.6


def legend_html(colors: DataColors, font: QFont, room: int) -> str:
    """Return HTML with the phases in the order of the stack from the top, then the markers if they
    fit.

    ``room`` is in pixels. If the markers do not fit, tooltips explain them. If the phases do not
    fit, they are written smaller, and at last without their names.
    """
    phases = [(colors.phases[phase], "■", _phase_name(phase)) for phase in PHASES]
    markers = [
        (colors.cancelled, "□", _tr("cancelled")),
        (colors.failed, "×", _tr("failed")),
    ]
    metrics = QFontMetrics(font)
    fits = metrics.horizontalAdvance(_plain(phases + markers)) <= room
    scale = min(1.0, room / metrics.horizontalAdvance(_plain(phases)))
    if scale < _SMALLEST:
        return _GAP.replace(" ", "&nbsp;").join(
            f"<span style='color:{color}'>{sign}</span>" for color, sign, _ in phases
        )
    size = f"font-size:{font.pointSizeF() * scale:.1f}pt"
    legend = _GAP.replace(" ", "&nbsp;").join(
        f"<span style='color:{color}'>{sign}</span>&nbsp;{name}"
        for color, sign, name in (phases + markers if fits else phases)
    )
    return legend if scale == 1.0 else f"<span style='{size}'>{legend}</span>"


def _plain(entries: list[tuple[str, str, str]]) -> str:
    return _GAP.join(f"{sign} {name}" for _, sign, name in entries)


def _phase_name(phase: str) -> str:
    return {
        "trace": _tr("trace"),
        "compile": _tr("compile"),
        "load": _tr("load"),
        "store": _tr("store"),
        "run": _tr("run"),
    }[phase]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhasesLegend", text)
