"""Check boxes in a row or in columns, of which any number can be checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

ValueT = TypeVar("ValueT")


class CheckRow(QWidget, Generic[ValueT]):
    """A check box for each value.

    *Signals:*
        changed (): a box was checked or unchecked.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[ValueT, str]],
        checked: Collection[ValueT],
        parent: QWidget | None = None,
        *,
        columns: int = 5,
    ) -> None:
        """Create the row.

        ``name`` is the prefix of object names, ``choices`` are (value, text) pairs.
        """
        super().__init__(parent)
        self._boxes: list[tuple[QCheckBox, ValueT]] = []
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(14)
        layout.setVerticalSpacing(4)
        for number, (value, text) in enumerate(choices):
            box = QCheckBox(text, self)
            box.setObjectName(f"{name}_{number}")
            box.setChecked(value in checked)
            box.toggled.connect(self.changed)
            layout.addWidget(box, number // columns, number % columns)
            self._boxes.append((box, value))
        layout.setColumnStretch(columns, 1)

    def values(self) -> tuple[ValueT, ...]:
        """Return the checked values, in their order."""
        return tuple(value for box, value in self._boxes if box.isChecked())

    def disable(self, values: Collection[ValueT], why: str) -> None:
        """Grey boxes out, checked or not, whose tooltip says ``why``; the others can be checked."""
        for box, value in self._boxes:
            box.setEnabled(value not in values)
            box.setToolTip(why if value in values else "")
