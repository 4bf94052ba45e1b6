"""Which session file is open, and its reading off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ....bridge.background import Background
from ....core.errors import PlaygroundError, RequestError, shown
from ....core.history.loaded_calls import LoadedCalls
from ....core.machine import Machine
from ....core.messages import workbench as messages
from ....core.workbench.session_file import open_session

#: How often the progress of a reading is looked at.
_LOOK_MS = 100


@dataclass(frozen=True)
class OpenedSession:
    """A session file that is open.

    Attributes:
        calls: its calls; whoever shows them closes their history.
        machine: the machine that made them.
    """

    path: Path
    calls: LoadedCalls
    machine: Machine
    saved_at: datetime


class _Reading:
    """What two threads know of one reading.

    Attributes:
        share: the part of the file that is read, from 0 to 1.
        is_wanted: whether it shall go on.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.share = 0.0
        self.is_wanted = True

    def report(self, share: float) -> None:
        self.share = share
        if not self.is_wanted:
            raise RequestError("session", messages.SESSION_LEFT(file=shown(self.path.name)))


class SessionChoice(QObject):
    """Opens one session file at a time, and closes it; nothing of it enters the history.

    *Attributes:*
        opened: the file that is open, ``None`` if the history of this machine is shown.

    *Signals:*
        changed (): another file is open, or none.
        progressed (): a file is being read, or no longer.
        refused (str): why a file could not be opened.
    """

    changed = Signal()
    progressed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenedSession | None = None
        self._reading: _Reading | None = None
        self._background = Background(self)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_ticked)

    def open(self, path: Path) -> None:
        """Read a file, in the place of one that is being read; what is open stays until then."""
        self.cancel()
        self._reading = reading = _Reading(path)
        self._background.run(
            partial(_open, reading),
            partial(self._on_opened, reading),
            partial(self._on_refused, reading),
        )
        self._timer.start()
        self.progressed.emit()

    @Slot()
    def cancel(self) -> None:
        """Read no further."""
        if self._reading is not None:
            self._reading.is_wanted = False
            self._end_reading()

    @Slot()
    def close(self) -> None:
        """Show the history of this machine again."""
        self.cancel()
        if self.opened is not None:
            self.opened = None
            self.changed.emit()

    def reading(self) -> tuple[Path, float] | None:
        """Return the file that is being read and the part that is read, ``None`` if none is."""
        return None if self._reading is None else (self._reading.path, self._reading.share)

    def stop(self) -> None:
        """End a reading: the window closes."""
        self._timer.stop()
        if self._reading is not None:
            self._reading.is_wanted = False
        self._background.stop()

    @Slot()
    def _on_ticked(self) -> None:
        self.progressed.emit()

    def _on_opened(self, reading: _Reading, opened: OpenedSession) -> None:
        if reading is not self._reading:
            opened.calls.history.close()
            return
        self._end_reading()
        self.opened = opened
        self.changed.emit()

    def _on_refused(self, reading: _Reading, error: PlaygroundError) -> None:
        if reading is self._reading:
            self._end_reading()
            self.refused.emit(error.sentence)

    def _end_reading(self) -> None:
        self._reading = None
        self._timer.stop()
        self.progressed.emit()


def _open(reading: _Reading) -> OpenedSession:
    saved = open_session(reading.path, reading.report)
    calls = LoadedCalls(saved.history)
    return OpenedSession(reading.path, calls, saved.machine, saved.saved_at)
