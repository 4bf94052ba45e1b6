"""What the engine need not trace again, asked for whenever it may have changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ....bridge.engine_thread import EngineThread
from ....core.call.record import Cache
from ....core.call.specialization import CHUNK, SpecializationKey
from ....core.engine.call_end import CallEnd
from ....core.engine.engine import EngineStatus, Phase
from ....core.engine.specialization_info import SpecializationInfo

#: A chunk program is built behind an answer, for seconds, and nobody says when it is there.
_AGAIN_MS = 2000
#: How often the engine is asked for it.
_TIMES = 6


class SpecializationList(QObject):
    """Specializations in memory and on disk, as last listed by the engine.

    *Attributes:*
        infos: the rows; empty while the engine does not run.

    *Signals:*
        changed (): they are others, or the same ones again.
        store_changed (): others are on disk, so that a call may be planned in another way.
    """

    changed = Signal()
    store_changed = Signal()

    def __init__(self, engine_thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.infos: tuple[SpecializationInfo, ...] = ()
        self._thread = engine_thread
        self._times_left = 0
        self._timer = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.ask)
        engine_thread.engine_ready.connect(self.ask)
        engine_thread.model_loaded.connect(self.ask)
        engine_thread.status_changed.connect(self._on_status)
        engine_thread.specializations_listed.connect(self._on_listed)

    @Slot()
    def ask(self) -> None:
        """Ask the engine; answered by ``changed``."""
        self._thread.list_all()

    @Slot(object)
    def take_from(self, end: CallEnd | None) -> None:
        """Take what came with the end of a call, and ask again while a program is being built.

        Ask at once if nothing came.
        """
        if end is None or end.specializations is None:
            self.ask()
            return
        self._times_left = _TIMES if end.is_building else 0
        self._take(end.specializations)

    @Slot()
    def ask_of_store(self) -> None:
        """Ask the engine, because something was put into the store or removed from it."""
        self.ask()
        self.store_changed.emit()

    def announce(self) -> None:
        """Emit ``changed``: another window shows the list."""
        self.changed.emit()

    def stop(self) -> None:
        """Ask no more: the window closes."""
        self._times_left = 0
        self._timer.stop()

    def in_memory(self) -> int:
        """Return the number of specializations in memory."""
        return sum(info.where is Cache.MEMORY for info in self.infos)

    def stored(self) -> set[SpecializationKey]:
        """Return the keys of the specializations on disk, whether in memory or not."""
        return {info.key for info in self.infos if info.disk_bytes is not None}

    @Slot(object)
    def _on_listed(self, infos: tuple[SpecializationInfo, ...]) -> None:
        self._times_left -= 1
        self._take(infos)

    def _take(self, infos: tuple[SpecializationInfo, ...]) -> None:
        self.infos = infos
        if self._times_left > 0 and self._lacks_chunk_program():
            self._timer.start()
        self.changed.emit()

    def _lacks_chunk_program(self) -> bool:
        """Return whether the program used last has no chunk program in memory yet, but may get one.

        Those in memory stand first, the most recently used last.
        """
        keys = [info.key for info in self.infos if info.where is Cache.MEMORY]
        if not keys or keys[-1].capacity is None or keys[-1].padded_length is not None:
            return False
        return keys[-1].of_program(CHUNK) not in keys

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.phase in (Phase.STARTING, Phase.STOPPED) and self.infos:
            self._take(())
