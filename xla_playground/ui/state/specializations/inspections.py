"""What XLA made of specializations, asked of the engine one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ....bridge.engine_commands import Refusal
from ....bridge.engine_thread import EngineThread
from ....core.call.specialization import SpecializationKey
from ....core.engine.engine import EngineStatus, Phase
from ....core.inside.inspection import Inspection

#: Inspections that are kept; one has about 2 MB of text.
_KEPT = 8


class Inspections(QObject):
    """Asks the engine for inspections, and keeps the latest ones: XLA compiles for each.

    *Signals:*
        found (SpecializationKey): ``of`` has its inspection.
        refused (SpecializationKey, str): a sentence on why there is none.
    """

    found = Signal(object)
    refused = Signal(object, str)

    def __init__(self, thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._kept: dict[SpecializationKey, Inspection] = {}
        self._asked: set[SpecializationKey] = set()
        thread.inspected.connect(self._on_inspected)
        thread.inspect_refused.connect(self._on_refused)
        thread.status_changed.connect(self._on_status)

    def of(self, key: SpecializationKey) -> Inspection | None:
        """Return the inspection of a specialization, ``None`` before it was found."""
        return self._kept.get(key)

    def ask(self, key: SpecializationKey) -> None:
        """Ask for an inspection; answered by ``found`` or ``refused``."""
        if key in self._kept:
            self.found.emit(key)
        elif key not in self._asked:
            self._asked.add(key)
            self._thread.inspect(key)

    @Slot(object, object)
    def _on_inspected(self, key: SpecializationKey, inspection: Inspection) -> None:
        self._asked.discard(key)
        self._kept[key] = inspection
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        self.found.emit(key)

    @Slot(object)
    def _on_refused(self, refusal: Refusal[SpecializationKey]) -> None:
        self._asked.discard(refusal.subject)
        self.refused.emit(refusal.subject, refusal.error.sentence)

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        """Refuse what was asked of an engine that ended: it does not answer."""
        if status.phase in (Phase.STARTING, Phase.STOPPED):
            asked, self._asked = self._asked, set()
            for key in asked:
                sentence = self.tr("The worker ended before XLA was done: ask again.")
                self.refused.emit(key, sentence)
