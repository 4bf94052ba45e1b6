"""The list of models: in groups, with the facts of each model on a second line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ....core.checkpoint.catalog import ModelEntry, ModelSource
from ....core.model.info import ModelInfo, ModelInput
from ....core.units import format_bytes
from ...text.plain_text import tooltip_of
from ...widgets.grouped_list import GroupedList

NAME = Qt.ItemDataRole.UserRole
_DETAILS = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2
_POPUP_CHARACTERS = 66
#: Groups in the order of the list.
_ORDER = (
    ModelSource.BUNDLED,
    ModelSource.PULLED,
    ModelSource.HUB,
    ModelSource.IMPORTED,
    ModelSource.RECENT,
    ModelSource.PULLABLE,
)


class ModelCombo(QComboBox):
    """Names of models; ``itemData`` of each is its argument for ``--model``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model_combo")
        self.setAccessibleName(self.tr("Model"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(14)
        self.setView(GroupedList(self))
        self.view().setItemDelegate(_ModelDelegate(self))
        self._infos: dict[str, ModelInfo] = {}

    def add(self, entry: ModelEntry) -> None:
        """Add a model to its group, or move it there, without a change of the choice."""
        row = self.findData(entry.name)
        if row >= 0 and self.itemData(row, _GROUP) == entry.source:
            return
        blocked = self.blockSignals(True)
        chosen = self.currentData()
        if row >= 0:
            self.removeItem(row)
            self._drop_empty_groups()
        self.insertItem(self._place(entry.source), _shown_name(entry), entry.name)
        row = self.findData(entry.name)
        self.setItemData(row, entry.source, _GROUP)
        self.setItemData(row, tooltip_of(entry.name), Qt.ItemDataRole.ToolTipRole)
        details = _offer_text(entry) if entry.download_bytes else entry.title
        self.setItemData(row, details, _DETAILS)
        self._show_info(row)
        if chosen is not None:
            self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(blocked)

    def remove(self, model: str) -> None:
        """Remove a model from the list; it must not be the chosen one."""
        row = self.findData(model)
        if row >= 0 and row != self.currentIndex():
            blocked = self.blockSignals(True)
            self.removeItem(row)
            self._drop_empty_groups()
            self.blockSignals(blocked)

    def show_info(self, model: str, info: ModelInfo) -> None:
        """Show the facts of a model in its entry of the list."""
        self._infos[model] = info
        self._show_info(self.findData(model))

    def showPopup(self) -> None:  # noqa: N802 - override
        self.view().setMinimumWidth(self.fontMetrics().averageCharWidth() * _POPUP_CHARACTERS)
        super().showPopup()

    def _show_info(self, row: int) -> None:
        info = self._infos.get(str(self.itemData(row)))
        if info is not None:
            self.setItemData(row, self._details(info), _DETAILS)

    def _details(self, info: ModelInfo) -> str:
        parts = [
            info.family_label,
            f"{info.parameters / 1e6:,.1f} M",
            format_bytes(info.size_bytes),
            self.tr("speech") if info.takes is ModelInput.SPEECH else self.tr("text"),
        ]
        if info.takes is ModelInput.SPEECH and info.window_s:
            parts.append(self.tr("{0} s windows").format(f"{info.window_s:g}"))
        elif info.positions:
            parts.append(self.tr("{0:,} tokens").format(info.positions))
        if not info.has_xla:
            parts.append(self.tr("no XLA"))
        if info.licence:
            parts.append(info.licence)
        return " · ".join(parts)

    def _place(self, source: ModelSource) -> int:
        """Return the row for a new entry of a group, its last.

        Insert the group's heading if needed.
        """
        before = _ORDER[: _ORDER.index(source) + 1]
        rows = [row for row in range(self.count()) if self.itemData(row, _GROUP) in before]
        place = max(rows) + 1 if rows else 0
        if not any(self.itemData(row, _GROUP) == source for row in rows):
            self._insert_heading(place, source)
            place += 1
        return place

    def _insert_heading(self, row: int, source: ModelSource) -> None:
        titles = {
            ModelSource.BUNDLED: self.tr("Bundled"),
            ModelSource.PULLED: self.tr("Downloaded"),
            ModelSource.HUB: self.tr("From the hub"),
            ModelSource.IMPORTED: self.tr("Imported"),
            ModelSource.RECENT: self.tr("Recent"),
            ModelSource.PULLABLE: self.tr("To download"),
        }
        heading = QStandardItem(titles[source])
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setData(source, _GROUP)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.insertRow(row, heading)

    def _drop_empty_groups(self) -> None:
        for row in reversed(range(self.count())):
            is_heading = self.itemData(row) is None
            is_last = row + 1 == self.count() or self.itemData(row + 1) is None
            if is_heading and is_last:
                self.removeItem(row)


class _ModelDelegate(QStyledItemDelegate):
    """Paints headings small and quiet, models on two lines."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette = option.palette
        is_heading = index.data(NAME) is None
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not is_heading
        painter.save()
        if is_chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        quiet = role if is_chosen else QPalette.ColorRole.PlaceholderText
        group = QPalette.ColorGroup.Active
        rect = option.rect.adjusted(8 if is_heading else 18, 2, -8, -2)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        details = index.data(_DETAILS)
        if is_heading:
            painter.setFont(_bold(option.font))
            _draw_line(painter, rect, text, palette.color(group, quiet))
        elif not details:
            _draw_line(painter, rect, text, palette.color(group, role))
        else:
            half = rect.height() // 2
            _draw_line(painter, rect.adjusted(0, 0, 0, -half), text, palette.color(group, role))
            _draw_line(painter, rect.adjusted(0, half, 0, 0), details, palette.color(group, quiet))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = 2 if index.data(_DETAILS) else 1
        width = option.fontMetrics.averageCharWidth() * _POPUP_CHARACTERS
        return QSize(width, lines * option.fontMetrics.height() + 7)


def _draw_line(painter: QPainter, rect: QRect, text: str, color: QColor) -> None:
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


def _bold(font: QFont) -> QFont:
    font = QFont(font)
    font.setBold(True)
    return font


def _shown_name(entry: ModelEntry) -> str:
    path = Path(entry.name)
    if not path.is_absolute():
        return entry.name
    # two folders may have one name, so the parent is shown, too
    return f"{path.name} ({path.parent})"


def _offer_text(entry: ModelEntry) -> str:
    return f"{entry.title} · {format_bytes(entry.download_bytes)}"
