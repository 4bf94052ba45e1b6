"""The choice of a precision, for models that run in more than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....core.call.request import Precision
from ...widgets.plain_label import PlainLabel
from ...widgets.segmented_switch import Choice, SegmentedSwitch


class PrecisionRow(QWidget):
    """Hidden if there is nothing to choose; the choice is kept for the next model.

    *Signals:*
        changed (): another precision was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("precision_row")
        half = self.tr("Half the memory; other tokens than float32")
        self._switch = SegmentedSwitch(
            (
                Choice(Precision.FLOAT32, "float32", self.tr("What the guide computes in")),
                Choice(Precision.FLOAT16, "float16", half),
                Choice(Precision.BFLOAT16, "bfloat16", half),
            ),
            self,
        )
        self._switch.setObjectName("precision_switch")
        self._switch.setAccessibleName(self.tr("Precision that the model is computed in"))
        label = PlainLabel(self.tr("precision"), self)
        label.setBuddy(self._switch)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addWidget(self._switch)
        layout.addStretch(1)
        self._switch.changed.connect(self.changed)
        self.hide()

    def value(self) -> Precision:
        """Return the chosen precision; the model may not run in it."""
        return Precision(self._switch.value())

    def set_value(self, precision: Precision) -> None:
        """Show a choice."""
        self._switch.set_value(precision)

    def offer(self, precisions: Sequence[str]) -> None:
        """Show the precisions that a model runs in."""
        self._switch.offer(precisions)
        self.setVisible(len(precisions) > 1)
