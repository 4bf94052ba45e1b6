"""Follow the memory of the worker, and the specializations that hold it."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal, Slot

from ....bridge.engine_thread import EngineThread
from ....core.call.record import Cache
from ....core.call.specialization import SpecializationKey
from ....core.engine.call_end import CallEnd
from ....core.engine.engine import EngineInfo, EngineStatus, Phase
from ....core.engine.specialization_info import SpecializationInfo
from ....core.model.info import short_model_name
from ....core.window.memory_track import MemoryEvent, MemoryTrack
from .specialization_list import SpecializationList


class MemoryWatch(QObject):
    """Keeps the memory of the worker over time.

    *Attributes:*
        track: the memory and what happened, see ``MemoryTrack``.

    *Signals:*
        changed (): there is a new sample or event.
    """

    changed = Signal()

    def __init__(
        self,
        thread: EngineThread,
        specializations: SpecializationList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.track = MemoryTrack()
        self._specializations = specializations
        self._began = time.monotonic()
        self._held: set[SpecializationKey] = set()
        self._detail = ""
        self._is_down = False
        thread.status_changed.connect(self._on_status)
        thread.engine_ready.connect(self._on_ready)
        thread.call_ended.connect(self._on_call_ended)
        specializations.changed.connect(self._on_specializations_changed)

    def now_s(self) -> float:
        """Return the seconds since the track began."""
        return time.monotonic() - self._began

    def holders(self) -> tuple[SpecializationInfo, ...]:
        """Return the specializations in memory, those that hold the most first."""
        infos = [info for info in self._specializations.infos if info.where is Cache.MEMORY]
        return tuple(sorted(infos, key=lambda info: -(info.memory_bytes or 0)))

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.phase in (Phase.STOPPED, Phase.STARTING):
            self._held.clear()  # they went with the process, none was evicted
            if not self._is_down and self.track.latest_bytes is not None:
                self._add(None)
        self._is_down = status.phase in (Phase.STOPPED, Phase.STARTING)
        if status.phase is Phase.STOPPED:
            return
        if status.phase is Phase.LOADING and status.detail and status.detail != self._detail:
            name = short_model_name(status.detail)
            self.track.add_event(self.now_s(), MemoryEvent.LOADED, name)
        self._detail = status.detail if status.phase is Phase.LOADING else ""
        if status.memory_bytes:
            self._add(status.memory_bytes)

    @Slot(object)
    def _on_ready(self, info: EngineInfo) -> None:
        self._held.clear()
        self.track.add_event(self.now_s(), MemoryEvent.STARTED)
        if info.memory_bytes:
            self._add(info.memory_bytes)
        self.changed.emit()

    @Slot(object)
    def _on_call_ended(self, end: CallEnd) -> None:
        if end.record.memory_bytes:
            self._add(end.record.memory_bytes)

    @Slot()
    def _on_specializations_changed(self) -> None:
        infos = self._specializations.infos
        held = {info.key for info in infos if info.where is Cache.MEMORY}
        now = self.now_s()
        for key in sorted(held - self._held, key=SpecializationKey.label):
            self.track.add_event(now, MemoryEvent.ADDED, key.label())
        if infos:  # an empty list is a worker that is gone
            for key in sorted(self._held - held, key=SpecializationKey.label):
                self.track.add_event(now, MemoryEvent.EVICTED, key.label())
        self._held = held
        self.changed.emit()

    def _add(self, memory_bytes: int | None) -> None:
        self.track.add(self.now_s(), memory_bytes)
        self.changed.emit()
