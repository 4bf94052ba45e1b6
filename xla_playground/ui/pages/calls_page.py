"""The table of calls with its filter: which calls are shown, and which are chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ...core.workbench.call_filter import CallFilter
from ...core.workbench.notes import Note
from ..state.call_desk import filter_of
from ..state.call_log import CallLog
from ..tables.calls_table import CallsTable
from .call_filter_bar import CallFilterBar

#: Least height of the table, in pixels: the window must fit a small screen.
_LEAST_VIEW = 32
#: Most ranges of rows that are selected.
_MOST_RANGES = 200


class CallsPage(QWidget):
    """Shows the calls that the filter lets through; commands work on the chosen ones.

    *Signals:*
        choice_changed (): other calls are chosen.
    """

    choice_changed = Signal()

    def __init__(
        self, log: CallLog, table: CallsTable, bar: CallFilterBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("calls_page")
        self._log, self._table, self._bar = log, table, bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(table, 1)
        table.view.setMinimumHeight(_LEAST_VIEW)
        bar.found.connect(self._on_found)
        table.view.selectionModel().selectionChanged.connect(self.choice_changed)
        table.model.modelReset.connect(self.choice_changed)

    def count_chosen(self) -> int:
        """Return how many calls ``chosen`` returns, which is quick for 100,000."""
        is_looked_at = self._log.selected_call is not None
        return self._table.view.count_selected_rows() or int(is_looked_at)

    def chosen(self) -> list[int]:
        """Return the numbers of the selected calls, ascending; else of the one looked at."""
        calls = self._table.selected_calls()
        looked_at = self._log.selected_call
        return calls or ([] if looked_at is None else [looked_at])

    def chosen_or_shown(self) -> CallFilter:
        """Return a filter of the selected calls if there are several, else of those shown."""
        calls = self.chosen()
        return filter_of(calls) if len(calls) > 1 else self._bar.wanted

    def choose(self, calls: Collection[int], wanted: CallFilter) -> None:
        """Select the calls that a filter lets through, and focus the table.

        If they stand at many places the table is filtered, since Qt takes seconds to select so many
        ranges; else a filter that hides some of them is taken away.
        """
        model = self._table.model
        shown = set(calls)
        ranges = model.ranges_of(shown)
        if len(ranges) > _MOST_RANGES:
            self._bar.apply(wanted, shown)
        elif sum(map(len, ranges)) < len(shown):
            self._bar.edit.clear()
            model.show_only(None)
        self._table.select_calls(shown)
        self._table.view.setFocus()

    @Slot(object)
    def pin(self, call: int | None) -> None:
        """Mark the call that others are compared with, or none."""
        self._table.model.pin(call)

    def show_notes(self, notes: Mapping[int, Note]) -> None:
        """Mark the calls that have a note or tags."""
        self._table.model.show_notes(notes)

    def add_actions(self, actions: Iterable[QAction]) -> None:
        """Put actions above those of the table's context menu."""
        view = self._table.view
        separator = QAction(view)
        separator.setSeparator(True)
        view.insertActions(view.actions()[0], [*actions, separator])

    def add_button(self, name: str, action: QAction) -> None:
        """Put an action beside the filter as a button."""
        button = QToolButton(self._bar)
        button.setObjectName(name)
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        self._bar.add_widget(button)

    @Slot()
    def search(self) -> None:
        """Put the cursor into the filter."""
        self._bar.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.edit.selectAll()

    @Slot(object)
    def _on_found(self, calls: frozenset[int] | None) -> None:
        self._table.model.show_only(calls)
