"""The limits of a run of the lab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....core.lab.limits import MEMORY_RANGE_GB, TIME_RANGE_S, LabLimits
from ...widgets.spin_boxes import FloatSpinBox


class LimitsRow(QWidget):
    """Two boxes beside each other: seconds, and GB.

    *Signals:*
        changed (): a limit is another one.
    """

    changed = Signal()

    def __init__(self, limits: LabLimits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab_limits")
        self._time = FloatSpinBox(TIME_RANGE_S, 30, self, unit=self.tr(" s"))
        self._time.setObjectName("lab_time_limit")
        self._time.setToolTip(self.tr("Time limit: a run that takes longer is ended"))
        self._memory = FloatSpinBox(MEMORY_RANGE_GB, 0.5, self, unit=self.tr(" GB"))
        self._memory.setObjectName("lab_memory_limit")
        self._memory.setToolTip(
            self.tr("Memory limit: code that asks for more ends with an error at its line")
        )
        self._time.setValue(limits.time_s)
        self._memory.setValue(limits.memory_gb)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for spin in (self._time, self._memory):
            spin.setAccessibleName(spin.toolTip().partition(":")[0])
            spin.changed.connect(self.changed)
            row.addWidget(spin)

    def problem(self) -> str:
        """Return why a limit is not accepted, or an empty text."""
        return self._time.problem() or self._memory.problem()

    def value(self) -> LabLimits:
        """Return the limits; there is no ``problem``."""
        return LabLimits(time_s=self._time.value(), memory_gb=self._memory.value())
