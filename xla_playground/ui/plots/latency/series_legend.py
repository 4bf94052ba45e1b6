"""The legend of the latency plot: a list that scrolls, in which series are hidden and shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ....core.call.specialization import SpecializationKey
from ..shared.pyqtgraph_ import Symbols
from .series_rows import ROW_ROLE, SeriesRow, SeriesRowsModel

_Index = QModelIndex | QPersistentModelIndex
#: Pixels of a mark, of the room for it, and above and below a row's text together.
_MARK, _MARK_ROOM, _PADDING = 9.0, 22, 3
#: Pixels that a label has at least if a readout stands beside it.
_LEAST_LABEL = 60
#: Part of the plot's height that the list takes at most.
_SHARE = 0.3


class SeriesLegend(QListView):
    """A row for each series in view: its mark, a short name, its steady state.

    A click hides a series or shows it again, a double-click shows it alone; Space and Enter do the
    same. Hovering a row highlights its specialization everywhere.

    *Signals:*
        toggled (SpecializationKey): hide the series, or show it.
        isolated (SpecializationKey): show it alone, or all again.
        all_asked (): show all.
        hovered (SpecializationKey | None): the mouse is over a row, or left.
    """

    toggled = Signal(object)
    isolated = Signal(object)
    all_asked = Signal()
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latency_legend")
        self.setAccessibleName(self.tr("Series of the latency plot"))
        self.rows = SeriesRowsModel(self)
        self.setModel(self.rows)
        self._painter = SeriesDelegate(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # rows are whole
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_left)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_rows(self, rows: Sequence[SeriesRow]) -> None:
        """Show other rows."""
        if rows != self.rows.rows:
            self.rows.set_rows(rows)

    def show_key(self, key: SpecializationKey | None) -> None:
        """Bring the row of a series into sight, if it has one."""
        for number, row in enumerate(self.rows.rows):
            if row.key == key:
                self.scrollTo(self.rows.index(number))

    def set_colors(self, colors: Sequence[str]) -> None:
        """Take the colours of series."""
        self._painter.colors = tuple(colors)
        self.viewport().update()

    def set_highlight(self, key: SpecializationKey | None) -> None:
        """Highlight the row of a series."""
        self._painter.highlighted = key
        self.viewport().update()

    def place(self, height: int) -> None:
        """Take as much of ``height`` pixels as the rows need, up to a quarter."""
        line = self._painter.row_height(self.font())
        room = max(line, int(height * _SHARE) // line * line)
        needed = line * len(self.rows.rows)
        self.setVisible(bool(needed))
        self.setFixedHeight(min(needed, room) + 2)

    # ------------------------------------------------------------------ mouse and keys

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._on_left()
        return super().viewportEvent(event)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered.emit(self._row(index).key)

    @Slot()
    def _on_left(self) -> None:
        self.hovered.emit(None)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.toggled.emit(self._row(index).key)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.isolated.emit(self._row(index).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self._row(index).key)
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.isolated.emit(self._row(index).key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        index = self.currentIndex()
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            index = self.indexAt(event.pos())
        if index.isValid():
            self.open_menu(index, event.globalPos())

    def open_menu(self, index: _Index, at: QPoint) -> None:
        """Open the menu of a row at a point of the screen."""
        row = self._row(index)
        menu = QMenu(self)
        menu.setObjectName("series_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hide = menu.addAction(self.tr("Show") if row.is_hidden else self.tr("Hide"))
        hide.triggered.connect(lambda: self.toggled.emit(row.key))
        alone = menu.addAction(self.tr("Show alone"))
        alone.triggered.connect(lambda: self.isolated.emit(row.key))
        menu.addAction(self.tr("Show all")).triggered.connect(self.all_asked)
        menu.popup(at)

    def _row(self, index: _Index) -> SeriesRow:
        return self.rows.rows[index.row()]


class SeriesDelegate(QStyledItemDelegate):
    """Paints a row: the mark as in the plot, the label, the steady state in small letters.

    *Attributes:*
        colors: of the series, by the number of their mark's colour.
        highlighted: the series whose row is tinted.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors: tuple[str, ...] = ()
        self.highlighted: SpecializationKey | None = None

    def row_height(self, font: QFont) -> int:
        """Return the height of a row in pixels."""
        return QFontMetrics(font).height() + _PADDING

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: SeriesRow = index.data(ROW_ROLE)
        palette, rect = option.palette, option.rect
        painter.save()
        if row.key == self.highlighted:
            tint = palette.color(QPalette.ColorRole.Highlight)
            tint.setAlpha(60)
            painter.fillRect(rect, tint)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        color = QColor(self.colors[row.mark.color]) if self.colors else QColor()
        self._paint_mark(painter, rect, row, color)
        text = palette.color(QPalette.ColorRole.Text)
        if row.is_hidden:
            text = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(text)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.85)
        room = rect.adjusted(_MARK_ROOM, 0, -4, 0)
        metrics = QFontMetrics(option.font)
        whole = metrics.horizontalAdvance(row.label)
        readout, taken = _fitting(row, QFontMetrics(small), whole, room.width())
        label = room.adjusted(0, 0, -taken, 0)
        elided = metrics.elidedText(row.label, Qt.TextElideMode.ElideMiddle, label.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, middle | Qt.AlignmentFlag.AlignLeft, elided)
        painter.setFont(small)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, readout)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, row: SeriesRow, color: QColor) -> None:
        """Paint the mark filled, or of a hidden series its outline."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left() + _MARK_ROOM / 2, rect.center().y() + 0.5)
        painter.scale(_MARK, _MARK)
        if row.is_hidden:
            pen = QPen(color, 1.2)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        painter.drawPath(Symbols[row.mark.symbol])
        painter.restore()


def _fitting(row: SeriesRow, metrics: QFontMetrics, label: int, width: int) -> tuple[str, int]:
    """Return the readout that a row has room for beside its label, and the pixels it takes.

    ``label`` and ``width`` are the pixels of the whole label and of the row.
    """
    for text, least in ((row.readout, label), (row.median, min(label, _LEAST_LABEL))):
        taken = metrics.horizontalAdvance(f"{text}   ")
        if taken <= width - least:
            return text, taken
    return "", 0
