"""Which of race, lab, claims and machine is measured: one at a time, and nothing beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ....bridge.lab.lab_run import LabRun
from ....bridge.measuring.claims_run import ClaimsRun
from ....bridge.measuring.machine_run import MachineRun
from ....bridge.measuring.race_run import RaceRun


class Measurements(QObject):
    """Says why something else may not run now.

    *Signals:*
        running_changed (bool): a measurement began or ended.
    """

    running_changed = Signal(bool)

    def __init__(
        self,
        race: RaceRun,
        lab: LabRun,
        claims: ClaimsRun,
        machine: MachineRun,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._race, self._lab, self._claims, self._machine = race, lab, claims, machine
        for run in (race, lab, claims, machine):
            run.running_changed.connect(self._on_running_changed)

    @Slot(bool)
    def _on_running_changed(self, is_running: bool) -> None:
        self.running_changed.emit(is_running)

    def problem(self, own: QObject | None = None) -> str:
        """Return why nothing may run beside a measurement other than ``own``; empty if none is."""
        if self._race.is_running and own is not self._race:
            return self.tr("A race runs, which has the machine alone: wait for its end.")
        if self._lab.is_running and own is not self._lab:
            return self.tr("The function lab measures: wait for its end.")
        if self._claims.is_running and own is not self._claims:
            return self.tr("Claims are repeated with the machine alone: wait for their end.")
        if self._machine.is_running and own is not self._machine:
            return self.tr("This machine is measured alone: wait for the end.")
        return ""
