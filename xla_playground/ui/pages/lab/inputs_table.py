"""The table of a lab file's inputs."""

from __future__ import annotations

import ast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from ....core.errors import RequestError
from ....core.lab.inputs import LabInput

#: The fields of an input by their columns; the first is its name, which the code has.
_FIELDS = ("name", "shape", "dtype", "distribution", "seed", "value")


class InputsTable(QTableWidget):
    """Edits the inputs. A value makes an input a Python value, without one it is a tensor.

    *Signals:*
        edited (tuple of LabInput): the user changed one.
        refused (str): a sentence on why it cannot be changed so.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_FIELDS), parent)
        self.setObjectName("lab_inputs")
        self.setAccessibleName(self.tr("Inputs"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Input"),
                self.tr("Shape"),
                self.tr("dtype"),
                self.tr("Distribution"),
                self.tr("Seed"),
                self.tr("Value"),
            ]
        )
        self.setToolTip(
            self.tr("A value is handed on as a Python value; without one the input is a tensor")
        )
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self._inputs: tuple[LabInput, ...] = ()
        self.cellChanged.connect(self._on_cell_changed)

    def show_inputs(self, inputs: tuple[LabInput, ...]) -> None:
        """Show other inputs."""
        if inputs == self._inputs:
            return
        self._inputs = inputs
        self._fill()

    def _fill(self) -> None:
        self.blockSignals(True)
        self.setRowCount(len(self._inputs))
        for number, given in enumerate(self._inputs):
            row = {"name": given.name} | given.row()
            for column, field in enumerate(_FIELDS):
                item = QTableWidgetItem(_shown(field, row))
                if column == 0:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.setItem(number, column, item)
        self.blockSignals(False)
        self.resizeColumnsToContents()

    @Slot(int, int)
    def _on_cell_changed(self, number: int, column: int) -> None:
        item = self.item(number, column)
        if item is None:
            return
        old = self._inputs[number]
        try:
            changed = _changed(old, _FIELDS[column], item.text().strip())
        except RequestError as error:
            self._fill()
            self.refused.emit(error.sentence)
            return
        inputs = (*self._inputs[:number], changed, *self._inputs[number + 1 :])
        self._inputs = inputs
        self._fill()
        self.edited.emit(inputs)


def _shown(field: str, row: dict[str, object]) -> str:
    if field not in row:
        return ""
    value = row[field]
    return repr(value) if field == "value" else str(value)


def _changed(old: LabInput, field: str, text: str) -> LabInput:
    """Return an input with what was typed into a cell.

    Raises:
        RequestError: it cannot have that.
    """
    if field == "value" and not text:
        return old.model_copy(update={"is_value": False, "value": None})
    if field in ("dtype", "distribution"):
        return old.changed({field: text})
    try:
        given = ast.literal_eval(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        given = text
    if field == "shape" and isinstance(given, int):
        given = (given,)
    return old.changed({field: given})
