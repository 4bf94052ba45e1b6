"""Writes of the settings off the GUI thread, so that a slow disk does not block the window."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from ..core.window.settings import Settings
from ..core.window.settings_changes import save_changes

logger = logging.getLogger(__name__)


class SettingsKeeper(QObject):
    """Writes what changed since the last write; of several that wait only the newest is written.

    *Attributes:*
        problem: why the newest settings are not on the disk, empty if they are.

    *Signals:*
        failed (str): why they could not be written; emitted once until a write succeeds.
    """

    failed = Signal(str)

    def __init__(self, path: Path, saved: Settings, parent: QObject | None = None) -> None:
        """Create the keeper; ``saved`` are the settings that were read from ``path``."""
        super().__init__(parent)
        self.problem = ""
        self._path = path
        self._saved = saved  # of the pool's one thread alone
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def save(self, settings: Settings) -> None:
        """Write ``settings`` soon."""
        self._pool.clear()
        self._pool.start(partial(self._write, settings))

    def wait(self) -> str:
        """Wait until the newest settings are written; return why they are not, or nothing."""
        self._pool.waitForDone()
        return self.problem

    def _write(self, settings: Settings) -> None:
        if settings == self._saved and not self.problem and self._path.exists():
            return
        try:
            save_changes(self._saved, settings, self._path)
        except (OSError, ValueError) as error:
            why = (isinstance(error, OSError) and error.strerror) or str(error)
            if why != self.problem:
                logger.warning("settings not saved: %s", why)
                self.problem = why
                self.failed.emit(why)
        else:
            self._saved, self.problem = settings, ""
