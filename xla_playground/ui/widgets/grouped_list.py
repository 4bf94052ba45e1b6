"""A list whose headings the cursor skips."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

_Action = QAbstractItemView.CursorAction
_UP = (_Action.MoveUp, _Action.MoveLeft, _Action.MovePrevious, _Action.MovePageUp, _Action.MoveEnd)


class GroupedList(QListView):
    """Moves to the nearest item that can be chosen if a key leads to a heading.

    Qt does not move then: Home does nothing in a list that begins with a heading.
    """

    def moveCursor(  # noqa: N802 - override
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        target = super().moveCursor(action, modifiers)
        if not target.isValid():
            return target
        above = range(target.row(), -1, -1)
        below = range(target.row(), self.model().rowCount())
        rows = (*above, *below) if action in _UP else (*below, *above)
        indices = (target.siblingAtRow(row) for row in rows)
        return next((index for index in indices if _is_selectable(index)), target)


def _is_selectable(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
