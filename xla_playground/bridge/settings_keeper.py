"""Writes of the settings off the GUI thread, so that a slow disk does not block the window."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ..core.window.settings import Settings
from ..core.window.settings_changes import save_changes
from .background import Background

logger = logging.getLogger(__name__)


class SettingsKeeper(QObject):
    """Writes what changed since the last write; of several that wait only the newest is written.

    *Signals:*
        failed (str): why they could not be written; emitted once until a write succeeds.
    """

    failed = Signal(str)

    def __init__(self, path: Path, saved: Settings, parent: QObject | None = None) -> None:
        """Create the keeper; ``saved`` are the settings that were read from ``path``."""
        super().__init__(parent)
        self._file = _SettingsFile(path, saved)
        self._problem = ""
        self._background = Background(self, newest_only=True)

    def save(self, settings: Settings) -> None:
        """Write ``settings`` soon."""
        self._background.run(partial(self._file.write, settings), self._on_written)

    def wait(self) -> str:
        """Wait until the newest settings are written; return why they are not, or nothing."""
        self._background.wait()
        return self._file.problem

    def _on_written(self, problem: str) -> None:
        is_other = problem != self._problem
        self._problem = problem
        if problem and is_other:
            self.failed.emit(problem)


class _SettingsFile:
    """The settings on the disk, written by one thread.

    Attributes:
        problem: why the newest settings are not there, empty if they are.
    """

    def __init__(self, path: Path, saved: Settings) -> None:
        self.problem = ""
        self._path, self._saved = path, saved

    def write(self, settings: Settings) -> str:
        """Write what changed since the last write, and return ``problem``."""
        if settings == self._saved and not self.problem and self._path.exists():
            return ""
        problem = ""
        try:
            save_changes(self._saved, settings, self._path)
        except (OSError, ValueError) as error:
            problem = (isinstance(error, OSError) and error.strerror) or str(error)
            if problem != self.problem:
                logger.warning("settings not saved: %s", problem)
        else:
            self._saved = settings
        self.problem = problem
        return problem
