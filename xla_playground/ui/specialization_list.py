"""What the engine need not trace again, asked for whenever it may have changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ..bridge.engine_thread import EngineThread
from ..core.engine import EngineStatus, Phase
from ..core.record import Cache
from ..core.specialization import SpecializationKey
from ..core.specialization_info import SpecializationInfo


class SpecializationList(QObject):
    """Specializations in memory and on disk, as the engine told them last.

    *Attributes:*
        infos: the rows; empty while the engine does not run.

    *Signals:*
        changed (): they are others, or the same ones again.
    """

    changed = Signal()

    def __init__(self, engine_thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.infos: tuple[SpecializationInfo, ...] = ()
        self._thread = engine_thread
        engine_thread.engine_ready.connect(self.ask)
        engine_thread.model_loaded.connect(self.ask)
        engine_thread.status_changed.connect(self._on_status)
        engine_thread.specializations_listed.connect(self._on_listed)

    @Slot()
    def ask(self) -> None:
        """Ask the engine; answered by ``changed``."""
        self._thread.list_all()

    def in_memory(self) -> int:
        """How many are in memory."""
        return sum(info.where is Cache.MEMORY for info in self.infos)

    def stored(self) -> set[SpecializationKey]:
        """Those that are on disk, whether in memory or not."""
        return {info.key for info in self.infos if info.disk_bytes is not None}

    @Slot(object)
    def _on_listed(self, infos: tuple[SpecializationInfo, ...]) -> None:
        self.infos = infos
        self.changed.emit()

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.phase in (Phase.STARTING, Phase.STOPPED) and self.infos:
            self._on_listed(())
