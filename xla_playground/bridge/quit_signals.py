"""Ctrl+C in the terminal, and a session that ends: as if the window had been closed."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


class QuitSignals(QObject):
    """Turns the signals that ask a process to end into a Qt signal.

    While Qt waits for events Python runs no signal handler, so the number comes through a socket:
    https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd.

    *Signals:*
        received (): the process was asked to end.
    """

    received = Signal()

    def install(self) -> None:
        """Take the signals over; undone by ``uninstall``. To be called on the main thread."""
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(
            self._reading.fileno(), QSocketNotifier.Type.Read, parent=self
        )
        self._notifier.activated.connect(self._on_activated)
        self._before_fd = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, _wake)
            for name in _NAMES
            if (number := getattr(signal, name, None)) is not None
        }

    def uninstall(self) -> None:
        """Restore the previous signal handlers and close the sockets."""
        self._put_back()
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    @Slot()
    def _on_activated(self) -> None:
        if self._reading.recv(64):
            self._put_back()  # whoever asks a second time means it
            self.received.emit()

    def _put_back(self) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        signal.set_wakeup_fd(self._before_fd)


def _wake(number: int, frame: FrameType | None) -> None:
    """Do nothing: Python writes the signal's number to the socket."""
