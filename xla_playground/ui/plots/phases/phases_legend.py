"""The legend of the phases plot, as one line of rich text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetrics

from ....core.call.record import PHASES
from ...text.phase_words import phase_word
from ...text.translate import tr
from ..shared.colors import DataColors

#: The mark of each phase on a log axis, as pyqtgraph names it, and the character like it.
PHASE_SYMBOLS: dict[str, tuple[str, str]] = {
    "trace": ("t1", "▲"),
    "compile": ("s", "■"),
    "load": ("d", "◆"),
    "store": ("star", "★"),
    "run": ("o", "●"),
}
_BAR = "■"
_GAP = "   "
#: Of the font's size: smaller is not readable.
_SMALLEST = 0.7


@dataclass(frozen=True)
class LegendEntry:
    """A sign in its colour, and what it stands for."""

    color: str
    sign: str
    name: str


def legend_entries(
    phases: Sequence[str],
    stopped: Sequence[str],
    colors: DataColors,
    text: QColor,
    *,
    is_log: bool,
) -> list[LegendEntry]:
    """Return the entries for the phases that are drawn, the steady median, and stopped calls.

    ``stopped`` are statuses: ``cancelled``, ``failed``. Without any call there is no entry.
    """
    if not phases and not stopped:
        return []
    entries = [
        LegendEntry(colors.phases[phase], PHASE_SYMBOLS[phase][1] if is_log else _BAR, _name(phase))
        for phase in PHASES
        if phase in phases
    ]
    entries.append(LegendEntry(text.name(), "─", tr("steady median")))
    marks = {"cancelled": (colors.cancelled, "□"), "failed": (colors.failed, "×")}
    return entries + [LegendEntry(*marks[status], _name(status)) for status in stopped]


def legend_html(entries: Sequence[LegendEntry], font: QFont, room: int) -> str:
    """Return the entries as rich text, smaller if ``room`` in pixels asks for it.

    Signs stand without their names where even that is not enough: tooltips explain them.
    """
    width = QFontMetrics(font).horizontalAdvance(legend_text(entries))
    scale = min(1.0, room / max(width, 1))
    gap = _GAP.replace(" ", "&nbsp;")
    if scale < _SMALLEST:
        return gap.join(_sign(entry) for entry in entries)
    html = gap.join(f"{_sign(entry)}&nbsp;{entry.name}" for entry in entries)
    if scale == 1.0:
        return html
    return f"<span style='font-size:{font.pointSizeF() * scale:.1f}pt'>{html}</span>"


def legend_text(entries: Sequence[LegendEntry]) -> str:
    """Return the entries as plain text."""
    return _GAP.join(f"{entry.sign} {entry.name}" for entry in entries)


def _sign(entry: LegendEntry) -> str:
    return f"<span style='color:{entry.color}'>{entry.sign}</span>"


def _name(word: str) -> str:
    ends = {"cancelled": tr("cancelled"), "failed": tr("failed")}
    return ends.get(word) or phase_word(word)
