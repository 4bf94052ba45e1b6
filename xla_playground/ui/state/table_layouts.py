"""The arrangement of every table, kept by its name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ...core.window.table_layout import TableLayout


class TableLayouts(QObject):
    """What the settings remember of tables; a table may come and go, as those of dialogs do.

    *Attributes:*
        by_name: the arrangement of each table that was arranged, by object name.

    *Signals:*
        changed (): one was arranged, or all were reset.
        reset_asked (): every table goes back to the order and the widths of the program.
    """

    changed = Signal()
    reset_asked = Signal()

    def __init__(self, saved: Mapping[str, TableLayout], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_name: dict[str, TableLayout] = dict(saved)

    def remember(self, name: str, layout: TableLayout) -> None:
        """Keep the arrangement of a table."""
        if self.by_name.get(name) != layout:
            self.by_name[name] = layout
            self.changed.emit()

    def reset(self) -> None:
        """Forget every arrangement."""
        self.by_name.clear()
        self.reset_asked.emit()
        self.changed.emit()
