"""A program's text: highlighted, folded, searchable, with the times of a profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QFontDatabase, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ....bridge.background import Background
from ....core.inside.profiling.profile import OperationTime
from .line_delegate import LineDelegate
from .program_model import ProgramColumn, ProgramModel
from .program_text import ProgramText

_ROW_PADDING = 2
_KEYS = Qt.ShortcutContext.WidgetWithChildrenShortcut
_ONLY = Qt.ShortcutContext.WidgetShortcut


class ProgramView(QWidget):
    """A text that cannot be changed, and an entry that searches it; Enter goes on.

    Left and Right fold and open a region, as does a click on its mark.

    *Attributes:*
        search_row: the entry, below the text unless it is put elsewhere.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self._background = Background(self, newest_only=True)
        self._operations: Mapping[str, OperationTime] = {}
        self._model = ProgramModel()
        self._view = _LinesView(self._model, self)
        self._view.setObjectName(f"{name}_text")
        self._search = QLineEdit(self)
        self._search.setObjectName(f"{name}_search")
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search in the program"))
        self._search.setToolTip(self.tr("Search in the program (/); Enter or F3 finds the next"))
        self._search.setClearButtonEnabled(True)
        self._missed = QLabel(self)
        self._missed.setObjectName(f"{name}_missed")
        self.search_row = QWidget(self)
        row = QHBoxLayout(self.search_row)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self._missed)
        row.addWidget(self._search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        layout.addWidget(self.search_row)
        self._add_actions(name)
        self._search.returnPressed.connect(self._find_next)
        self._search.textChanged.connect(self._missed.clear)

    def show_text(self, text: str) -> None:
        """Show another text; it is split into lines off the GUI thread."""
        if not text:
            self._background.forget()
            self._take(ProgramText())
            return
        self._background.run(partial(ProgramText.of, text), self._take)

    def show_times(self, operations: Mapping[str, OperationTime]) -> None:
        """Show the times of operations, by name, beside the lines that define them."""
        self._operations = operations
        self._model.show_times(self._model.program.times(operations) if operations else {})
        self._view.show_times(bool(operations))

    def show_operation(self, name: str) -> bool:
        """Select the line of an operation, and return whether there is one."""
        wanted = (f"%{name} = ", f"ROOT %{name} = ")
        for number, line in enumerate(self._model.program.lines):
            if line.lstrip().startswith(wanted):
                self._view.show_line(number)
                return True
        return False

    def stop(self) -> None:
        """Wait for what runs: the window closes."""
        self._background.stop()

    @Slot(object)
    def _take(self, program: ProgramText) -> None:
        self._model.show_program(program)
        self._view.fit(program.longest)
        self.show_times(self._operations)

    @Slot()
    def _find_next(self) -> None:
        words = self._search.text()
        line = self._model.program.find(words, self._view.current_line()) if words else None
        self._missed.setText(self.tr("not found") if words and line is None else "")
        if line is not None:
            self._view.show_line(line)

    def _add_actions(self, name: str) -> None:
        view = self._view
        rows: list[tuple[str, str, str, Callable[[], object]]] = [
            ("copy", self.tr("Copy lines"), "Ctrl+C", view.copy_lines),
            ("fold", self.tr("Fold all"), "Shift+Left", partial(view.fold_all, True)),
            ("open", self.tr("Open all"), "Shift+Right", partial(view.fold_all, False)),
            ("find", self.tr("Search"), "/", self._search.setFocus),
            ("next", self.tr("Find next"), "F3", self._find_next),
        ]
        for short, title, keys, do in rows:
            action = QAction(title, self)
            action.setObjectName(f"{name}_{short}_action")
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(_KEYS if short == "next" else _ONLY)
            action.triggered.connect(do)
            view.addAction(action)
            if short == "next":
                self.search_row.addAction(action)


class _LinesView(QTableView):
    """The lines as rows of one height: only those in sight are asked for and painted."""

    def __init__(self, model: ProgramModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self._longest = 0
        self.setModel(model)
        self.setItemDelegateForColumn(ProgramColumn.TEXT, LineDelegate(self))
        self.setAccessibleName(self.tr("Program"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._on_clicked)
        self.setColumnHidden(ProgramColumn.TIME, True)
        self.fit(0)

    def fit(self, longest: int) -> None:
        """Make room for lines of this many characters."""
        self._longest = longest
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance("0")
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _ROW_PADDING)
        self.setColumnWidth(ProgramColumn.MARK, 3 * wide)
        self.setColumnWidth(ProgramColumn.TIME, 10 * wide)
        self.setColumnWidth(ProgramColumn.TEXT, (longest + 20) * wide)

    def show_times(self, is_shown: bool) -> None:
        self.setColumnHidden(ProgramColumn.TIME, not is_shown)

    def current_line(self) -> int:
        """Return the number of the selected line, -1 without one."""
        row = self.currentIndex().row()
        return self._lines.line(row) if row >= 0 else -1

    def show_line(self, line: int) -> None:
        """Select a line, and open the regions that hide it."""
        index = self._lines.index(self._lines.row_of(line), ProgramColumn.MARK)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def copy_lines(self) -> None:
        """Put the selected lines on the clipboard."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = self._lines.program.lines
        text = "\n".join(lines[self._lines.line(row)] for row in rows)
        QGuiApplication.clipboard().setText(text)

    def fold_all(self, is_folded: bool) -> None:
        self._keep_place(partial(self._lines.fold_all, is_folded))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        folds = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        is_folded = folds.get(Qt.Key(event.key()))
        if is_folded is not None and row >= 0 and self._fold(row, is_folded):
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit(self._longest)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        is_folded = self._lines.is_folded(index.row())
        if index.column() == ProgramColumn.MARK and is_folded is not None:
            self._fold(index.row(), not is_folded)

    def _fold(self, row: int, is_folded: bool) -> bool:
        if self._lines.is_folded(row) is not (not is_folded):
            return False
        self._keep_place(partial(self._lines.set_folded, row, is_folded))
        self.setCurrentIndex(self._lines.index(row, ProgramColumn.MARK))
        return True

    def _keep_place(self, change: Callable[[], object]) -> None:
        """Change which lines are in sight, and leave the top one where it is."""
        top = self.rowAt(0)
        line = self._lines.line(top) if top >= 0 else None
        aside = self.horizontalScrollBar().value()
        change()
        if line is not None:
            self.verticalScrollBar().setValue(self._lines.nearest_row(line))
        self.horizontalScrollBar().setValue(aside)
