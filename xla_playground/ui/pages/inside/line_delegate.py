"""Paints lines of a program with colours for names, shapes and opcodes."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...style.theme import is_dark

#: What is highlighted, by the colours of light and of dark windows: lines of a difference, names,
#: numbers in shapes, opcodes.
_RULES = (
    (re.compile(r"^- .*"), ("#A3164F", "#F07BA0")),
    (re.compile(r"^\+ .*"), ("#0B7A54", "#46E0BD")),
    (re.compile(r"%[\w.\-]+"), ("#1555A4", "#6FA8F5")),
    (
        re.compile(r"\b(?:f64|f32|f16|bf16|pred|[su](?:4|8|16|32|64))\[[\d,]*\]"),
        ("#0B7A54", "#46E0BD"),
    ),
    (re.compile(r"(?<=[ }\]])[a-z][\w\-.]*(?=\()"), ("#A3164F", "#F07BA0")),
    (re.compile(r"\b(?:stablehlo|func|module|tensor)\b[.\w]*"), ("#A3164F", "#F07BA0")),
)
_MARGIN = 4


class LineDelegate(QStyledItemDelegate):
    """Paints one line; only those in sight are laid out, so a text of any size opens at once."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        text, whole.text = whole.text, ""
        style = whole.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        is_selected = bool(whole.state & QStyle.StateFlag.State_Selected)
        layout = QTextLayout(text, whole.font)
        plain = QTextOption()
        plain.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(plain)
        if not is_selected:
            layout.setFormats(_formats(text, is_dark=is_dark(whole.palette)))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        top = whole.rect.y() + (whole.rect.height() - line.height()) / 2
        painter.save()
        painter.setClipRect(whole.rect)
        painter.setPen(whole.palette.color(role))
        layout.draw(painter, QPointF(whole.rect.x() + _MARGIN, top))
        painter.restore()


def _formats(text: str, *, is_dark: bool) -> list[QTextLayout.FormatRange]:
    ranges = []
    for pattern, colors in _RULES:
        for match in pattern.finditer(text):
            one = QTextLayout.FormatRange()
            one.start, one.length = match.start(), match.end() - match.start()
            form = QTextCharFormat()
            form.setForeground(QColor(colors[is_dark]))
            one.format = form
            ranges.append(one)
    return ranges
