"""The bar of the page Inside XLA: what is shown, and what is being asked for."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from ....bridge.measuring.machine_run import MachineRun
from ...state.measuring.measurements import Measurements
from ...state.runner import Runner
from ...widgets.elided_label import ElidedLabel
from .measure_dialog import MeasureDialog

_TICK_MS = 1000
#: Characters of what it is compared with that are in sight.
_COMPARED = 22


class LooksBar(QWidget):
    """A sentence, the choice to compare with, and buttons to cancel and to measure the machine.

    *Attributes:*
        against: what to compare with.

    *Signals:*
        cancelled (): what was asked for is to be given up.
        ticked (): a second went by while something is asked for.
    """

    cancelled = Signal()
    ticked = Signal()

    def __init__(
        self,
        machine: MachineRun,
        runner: Runner,
        measurements: Measurements,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._machine, self._runner = machine, runner
        self._measurements = measurements
        self._state = ElidedLabel("", self)
        self._state.setObjectName("inside_state")
        self.against = QComboBox(self)
        self.against.setObjectName("inside_against")
        self.against.setAccessibleName(self.tr("Compare with"))
        self.against.setToolTip(
            self.tr("Another specialization in memory, to show what differs in its program")
        )
        self.against.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.against.setMinimumContentsLength(_COMPARED)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("cancel_look_button")
        self._cancel.setToolTip(
            self.tr("Give it up; if XLA does not end by itself in a second, the worker starts anew")
        )
        self._cancel.hide()
        self._measure = QPushButton(self.tr("Measure this machine…"), self)
        self._measure.setObjectName("measure_button")
        self._measure.hide()
        self._timer = QTimer(self, interval=_TICK_MS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self._state, 1)
        layout.addWidget(self._cancel)
        layout.addWidget(self._measure)
        layout.addWidget(self.against)

        self._cancel.clicked.connect(self.cancelled)
        self._timer.timeout.connect(self.ticked)
        self._measure.clicked.connect(self._on_measure)
        runner.busy_changed.connect(self._show_measure)
        measurements.running_changed.connect(self._show_measure)
        self._show_measure()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence."""
        self._state.setText(sentence)

    def show_asked(self, is_asked: bool) -> None:
        """Show whether the engine has been asked for something."""
        self._cancel.setVisible(is_asked)
        if is_asked and not self._timer.isActive():
            self._timer.start()
        elif not is_asked:
            self._timer.stop()

    def offer_measuring(self, is_wanted: bool) -> None:
        """Offer to measure the machine, or no longer."""
        self._measure.setVisible(is_wanted or self._machine.is_running)

    @Slot()
    def _on_measure(self) -> None:
        if self._machine.is_running:
            self._machine.cancel()
            return
        dialog = MeasureDialog(self)
        dialog.accepted.connect(self._machine.start)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _show_measure(self) -> None:
        is_running, is_busy = self._machine.is_running, self._runner.is_busy
        self._measure.setText(
            self.tr("Cancel measuring") if is_running else self.tr("Measure this machine…")
        )
        measuring = self._measurements.problem(self._machine)
        self._measure.setEnabled(is_running or not (is_busy or measuring))
        tooltip = self.tr("Measure memory and cores, to say how far calls are from their limits")
        if is_busy and not is_running:
            tooltip = self.tr("A call runs: measuring beside it would be wrong")
        elif measuring and not is_running:
            tooltip = measuring
        self._measure.setToolTip(tooltip)
