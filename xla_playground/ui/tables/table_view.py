"""The base of all tables: selection of rows, copying, widths and arrangement of columns."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ...core.history.table_text import tab_separated
from ...core.window.table_layout import TableLayout
from ..state.table_layouts import TableLayouts
from ..style.table_looks import INDENT, HeaderStyle, IndentedDelegate
from ..text.plain_text import menu_text_of
from .table_model import TableModel

#: Room in a row above and below its text, together, in pixels.
_ROW_PADDING = 6


class TableView(QTableView):
    """Shows a ``TableModel``; base of all tables.

    Ctrl+C and the context menu copy the selected rows, tab separated, with a header. Columns can be
    dragged to another width or place, and the least important ones are hidden if the table is
    narrow, unless the menu of the header or *Columns* in the context menu chose them. Rows that are
    added or removed above the visible rows do not move these.

    *Signals:*
        row_hovered (int): the mouse is over another row, or over none (-1).
    """

    row_hovered = Signal(int)

    #: The column that takes the remaining room; ``None``: the last visible one.
    stretched: ClassVar[int | None] = None

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._layouts: TableLayouts | None = None
        self._dragged: dict[int, float] = {}
        self._is_chosen: dict[int, bool] = {}  # by the user: shown or hidden at every width
        self._needs: list[int] = []
        self._is_fitting = False
        self._top = QPersistentModelIndex()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        self._header_style, self._indented = HeaderStyle(), IndentedDelegate(self)
        header.setStyle(self._header_style)
        header.setHighlightSections(False)
        # its own, always empty: a header asks for each column whether all 100,000 rows are selected
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setSectionsMovable(True)
        header.setStretchLastSection(self.stretched is None)
        if self.stretched is not None:
            header.setSectionResizeMode(self.stretched, QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._add_copying()
        self._add_column_menu()
        self.setMouseTracking(True)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_left)
        header.setSortIndicator(*self.first_order())
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(self._on_arranged)
        header.sortIndicatorChanged.connect(self._on_arranged)
        for begins in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved):
            begins.connect(self._on_rows_about_to_change)
        for ended in (model.rowsInserted, model.rowsRemoved):
            ended.connect(self._on_rows_changed)
        for column in range(1, model.columnCount()):
            if not self._is_number(column):
                self.setItemDelegateForColumn(column, self._indented)
        self._follow_font()

    def _is_number(self, column: int) -> bool:
        horizontal, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        return bool(self._model.headerData(column, horizontal, role) & Qt.AlignmentFlag.AlignRight)

    # ------------------------------------------------------------------ for subclasses

    def first_order(self) -> tuple[int, Qt.SortOrder]:
        """Return the column that rows are sorted by until the user sorts them; -1 for none."""
        return -1, Qt.SortOrder.AscendingOrder

    def needed_widths(self) -> list[int]:
        """Return the width of each column until it is dragged, in pixels."""
        raise NotImplementedError

    def reserved_width(self) -> int:
        """Return the part of the width that is not for columns, in pixels."""
        return 0

    # ------------------------------------------------------------------ hovering

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._on_left()
        return super().viewportEvent(event)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self.row_hovered.emit(index.row())

    @Slot()
    def _on_left(self) -> None:
        self.row_hovered.emit(-1)

    # ------------------------------------------------------------------ copying

    def selected_row_numbers(self) -> list[int]:
        """Return the selected rows, from the top."""
        ranges = self._selected_ranges()
        if len(ranges) == 1:
            return [*ranges[0]]
        return sorted({row for part in ranges for row in part})

    def count_selected_rows(self) -> int:
        """Return how many rows are selected."""
        ranges = self._selected_ranges()
        if len(ranges) == 1:
            return len(ranges[0])
        return len({row for part in ranges for row in part})

    def _selected_ranges(self) -> list[range]:
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.size()))
        return [range(part.top(), part.bottom() + 1) for part in parts]

    @Slot()
    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard."""
        rows = self.selected_row_numbers()
        if rows:
            text = tab_separated(self._model.copied_header(), self._model.copied_rows(rows))
            QGuiApplication.clipboard().setText(text)

    def _add_copying(self) -> None:
        copy = QAction(self.tr("Copy rows"), self)
        copy.setObjectName("copy_rows")
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self.copy_rows)
        select = QAction(self.tr("Select all rows"), self)
        select.setObjectName("select_rows")
        select.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
        select.triggered.connect(self.selectAll)
        for action in (copy, select):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # ------------------------------------------------------------------ which columns

    def _add_column_menu(self) -> None:
        self._column_menu = QMenu(self.tr("Columns"), self)
        self._column_menu.setObjectName("column_menu")
        self._column_menu.aboutToShow.connect(self._fill_column_menu)
        self._column_menu.triggered.connect(self._on_column_chosen)
        self.addAction(self._column_menu.menuAction())
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu_asked)

    @Slot(QPoint)
    def _on_header_menu_asked(self, at: QPoint) -> None:
        self._column_menu.popup(self.horizontalHeader().mapToGlobal(at))

    @Slot()
    def _fill_column_menu(self) -> None:
        self._column_menu.clear()
        header = self.horizontalHeader()
        seen = [n for n in range(header.count()) if not self.isColumnHidden(n)]
        for place in range(header.count()):
            column = header.logicalIndex(place)
            title = self._model.headerData(column, Qt.Orientation.Horizontal)
            action = self._column_menu.addAction(menu_text_of(str(title)))
            action.setData(column)
            action.setCheckable(True)
            action.setChecked(column in seen)
            action.setEnabled(column != self.stretched and seen != [column])
        if self._is_chosen:
            self._column_menu.addSeparator()
            self._column_menu.addAction(self.tr("As many as fit")).setData(-1)

    @Slot(QAction)
    def _on_column_chosen(self, action: QAction) -> None:
        if action.data() < 0:
            self._is_chosen.clear()
        else:
            self._is_chosen[action.data()] = action.isChecked()
        self._fit_columns()
        self._on_arranged()

    # ------------------------------------------------------------------ arrangement

    def keep_layout(self, layouts: TableLayouts) -> None:
        """Restore the table's layout, and save its changes under the table's object name."""
        self._layouts = layouts
        self._arrange(layouts.by_name.get(self.objectName()))
        layouts.reset_asked.connect(self._arrange)

    def table_layout(self) -> TableLayout:
        """Return how the table is arranged."""
        header, count = self.horizontalHeader(), self._model.columnCount()
        order = tuple(header.logicalIndex(place) for place in range(count))
        sorting = header.sortIndicatorSection(), header.sortIndicatorOrder()
        is_sorted = sorting != self.first_order()
        return TableLayout(
            columns=count,
            widths=self._dragged,
            order=() if order == tuple(range(count)) else order,
            shown=tuple(sorted(n for n, is_shown in self._is_chosen.items() if is_shown)),
            hidden=tuple(sorted(n for n, is_shown in self._is_chosen.items() if not is_shown)),
            sorted_by=sorting[0] if is_sorted else None,
            is_descending=is_sorted and sorting[1] is Qt.SortOrder.DescendingOrder,
        )

    @Slot()
    def _arrange(self, layout: TableLayout | None = None) -> None:
        count = self._model.columnCount()
        if layout is None or not layout.fits(count):
            layout = TableLayout(columns=count)
        layouts, self._layouts = self._layouts, None  # the restored layout is saved
        header = self.horizontalHeader()
        for place, number in enumerate(layout.order or range(count)):
            header.moveSection(header.visualIndex(number), place)
        self._dragged = dict(layout.widths)
        self._is_chosen = dict.fromkeys(layout.hidden, False) | dict.fromkeys(layout.shown, True)
        column, order = self.first_order()
        if layout.sorted_by is not None:
            column = layout.sorted_by
            kinds = Qt.SortOrder
            order = kinds.DescendingOrder if layout.is_descending else kinds.AscendingOrder
        self.sortByColumn(column, order)
        self._fit_columns()
        self._layouts = layouts

    @Slot()
    def _on_arranged(self) -> None:
        if self._layouts is not None:
            self._layouts.remember(self.objectName(), self.table_layout())

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, width: int) -> None:
        if self._is_fitting or column == self._stretched_column() or not width:
            return
        self._dragged[column] = round(width / self.fontMetrics().height(), 3)
        self._on_arranged()

    # ------------------------------------------------------------------ room

    def measure(self) -> None:
        """Compute again the width that each column needs."""
        self._is_fitting = True
        for column in range(self._model.columnCount()):
            if self.isColumnHidden(column):  # a hidden one needs no width
                self.setColumnHidden(column, False)
        self._is_fitting = False
        self._needs = [
            width + (0 if column == 0 or self._is_number(column) else INDENT)
            for column, width in enumerate(self.needed_widths())
        ]
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._follow_font()

    def _follow_font(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        self.measure()

    def _stretched_column(self) -> int:
        if self.stretched is not None:
            return self.stretched
        header = self.horizontalHeader()
        seen = [n for n in range(header.count()) if not self.isColumnHidden(n)]
        return max(seen, key=header.visualIndex, default=-1)

    def _fit_columns(self) -> None:
        line = self.fontMetrics().height()
        widths = [
            round(self._dragged[column] * line) if column in self._dragged else need
            for column, need in enumerate(self._needs)
        ]
        unwanted = {n for n, is_shown in self._is_chosen.items() if not is_shown}
        wanted = [width for n, width in enumerate(widths) if n not in unwanted]
        room = self.viewport().width() - self.reserved_width() - sum(wanted)
        self._is_fitting = True
        # the user wants a column that was dragged or chosen
        kept = self._dragged.keys() | self._is_chosen.keys()
        yields = [0 if n in kept else self._model.yields(n) for n in range(len(widths))]
        for column in sorted(range(len(widths)), key=lambda n: -yields[n]):
            is_hidden = column in unwanted or (room < 0 and yields[column] > 0)
            if is_hidden and column not in unwanted:
                room += widths[column]
            if is_hidden != self.isColumnHidden(column):
                self.setColumnHidden(column, is_hidden)
        stretched = self._stretched_column()
        for column, width in enumerate(widths):
            if column != stretched and not self.isColumnHidden(column):
                self.setColumnWidth(column, width)
        self._is_fitting = False

    # ------------------------------------------------------------------ rows

    @Slot()
    def _on_rows_about_to_change(self) -> None:
        is_at_top = not self.verticalScrollBar().value() and self.currentIndex().row() <= 0
        row = -1 if is_at_top else self.rowAt(0)
        self._top = QPersistentModelIndex(self._model.index(row, 0))

    @Slot()
    def _on_rows_changed(self) -> None:
        """Keep the same row at the top; Qt's scroll bar would keep the number of the row."""
        if self._top.isValid():
            self.updateGeometries()  # otherwise a bar that grows later would cut the number
            self.verticalScrollBar().setValue(self._top.row())
        self._top = QPersistentModelIndex()
