"""Check calls against eager in a process of its own, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import psutil
from PySide6.QtCore import QObject, Signal, Slot

from ...core.call.record import Record
from ...core.checkpoint.catalog import check_model
from ...core.comparison.parity import ParityVerdict, check_parity, failed, unchecked
from ...core.engine.engine import Engine
from ...core.errors import CallCancelled, PlaygroundError
from ...core.messages import engine as engine_messages
from ...core.messages.message import Message
from ...core.messages.pages import parity as messages
from ...core.model.info import short_model_name
from ...core.units import format_bytes
from ..background import Background


class ParityRun(QObject):
    """Checks one call at a time; the process stays for the next one until ``end``.

    *Attributes:*
        is_running: from ``start`` until ``checked`` or ``end``.

    *Signals:*
        checked (Record, ParityVerdict): a check ended by itself.
    """

    checked = Signal(object, object)

    def __init__(self, make_engine: Callable[[], Engine], parent: QObject | None = None) -> None:
        """Create it; ``make_engine`` returns an engine that is not started."""
        super().__init__(parent)
        self.is_running = False
        self._make_engine = make_engine
        self._process: _Process | None = None
        self._checks = Background(self)
        self._ends = Background(self)

    def start(self, record: Record) -> None:
        """Check a call; does nothing while one is checked."""
        if self.is_running:
            return
        self.is_running = True
        if self._process is None:
            self._process = _Process(self._make_engine)
        self._checks.run(
            partial(self._process.check, record),
            partial(self._on_checked, record),
            lambda error: self._on_checked(record, failed(error)),  # a bug
        )

    @Slot()
    def end(self) -> None:
        """Kill the process, and give its memory back; nothing is said of a check that ran."""
        self.is_running = False
        self._checks.forget()
        process, self._process = self._process, None
        if process is not None:
            process.condemn()
            self._ends.run(process.close)

    def stop(self) -> None:
        """End for good: the window closes."""
        self.end()
        self._ends.wait()
        self._ends.stop()
        self._checks.stop()

    def _on_checked(self, record: Record, verdict: ParityVerdict) -> None:
        self.is_running = False
        self.checked.emit(record, verdict)


class _Process:
    """An engine in a process of its own; checks and its end come from two threads."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._engine: Engine | None = None
        self._is_condemned = False
        self._lock = threading.Lock()

    def check(self, record: Record) -> ParityVerdict:
        """Return the verdict on a call.

        Raises:
            CallCancelled: it was condemned.
        """
        if self._engine is None and (why := _lack_of_room(record)) is not None:
            return unchecked(why)
        with self._lock:
            if self._is_condemned:
                raise CallCancelled(engine_messages.CANCELLED())
            if self._engine is None:
                self._engine = self._make_engine()
            engine = self._engine
        try:
            engine.start(lambda status: None)
            return check_parity(engine, record)
        except CallCancelled:
            raise
        except PlaygroundError as error:  # it ended by itself, or cannot be started
            return failed(error)

    def condemn(self) -> None:
        """Begin no further check; ``close`` ends the one that runs."""
        with self._lock:
            self._is_condemned = True

    def close(self) -> None:
        """Kill the process; may take half a second."""
        with self._lock:
            engine = self._engine
        if engine is not None:
            engine.close()


def _lack_of_room(record: Record) -> Message | None:
    """Return why the model of a call cannot be loaded once more, ``None`` if it can."""
    try:
        info = check_model(record.request.model, reads_weights=False)
    except PlaygroundError:
        return None  # the engine says more of it
    free = psutil.virtual_memory().available
    if info.memory_bytes <= free:
        return None
    return messages.PARITY_NO_ROOM(
        model=short_model_name(info.name),
        needed=format_bytes(info.memory_bytes),
        free=format_bytes(free),
    )
