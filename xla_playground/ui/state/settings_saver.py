"""The settings of the window: their present values, and when they are saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ...bridge.settings_keeper import SettingsKeeper
from ...core.numbers import Typed
from ...core.window.settings import Settings
from .form import Form
from .notices import Notices

#: How long after a change the settings are saved, further changes included.
SAVE_DELAY_MS = 1000


class SettingsSaver(QObject):
    """Saves the form and what the window remembers, a second after a change and when asked to.

    *Attributes:*
        settings: as they were saved last, with what ``remember`` took up since.

    *Signals:*
        saving (): the settings are about to be saved; whoever has a part of them calls
            ``remember``.
    """

    saving = Signal()

    def __init__(
        self,
        form: Form,
        settings: Settings,
        path: Path | None,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        """Create the saver.

        ``settings`` were read from ``path``; without a path nothing is written.
        """
        super().__init__(parent)
        self.settings = settings
        self._form, self._notices = form, notices
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_DELAY_MS)
        self._timer.timeout.connect(self.save)
        form.changed.connect(self.save_soon)
        self._keeper = SettingsKeeper(path, settings, self) if path is not None else None
        if self._keeper is not None:
            self._keeper.failed.connect(self._on_failed)

    def remember(self, **values: Any) -> None:
        """Take up fields of the settings that are no part of the form; saved with the others."""
        self.settings = self.settings.model_copy(update=values)

    def set_limits(self, limits_gb: dict[str, Typed]) -> None:
        """Remember the limits of store and worker.

        They apply from the next start of the program.
        """
        self.settings = self.settings.with_limits_gb(limits_gb)
        self.save_soon()

    @Slot()
    def save_soon(self) -> None:
        """Save within a second, with what else changes until then."""
        if not self._timer.isActive() and not self._is_closed:
            self._timer.start()

    @Slot()
    def save(self) -> None:
        """Write the settings now, on a thread of their own."""
        self._timer.stop()
        self.saving.emit()
        self.settings = self._form.remembered_in(self.settings)
        if self._keeper is not None:
            self._keeper.save(self.settings)

    def save_and_wait(self) -> str:
        """Write the settings; return why they could not be written, or an empty text."""
        self.save()
        return self._keeper.wait() if self._keeper is not None else ""

    def close(self) -> None:
        """Save for the last time."""
        self._is_closed = True
        self.save_and_wait()

    @Slot(str)
    def _on_failed(self, why: str) -> None:
        sentence = self.tr("The settings cannot be saved ({0}): free some space on the disk.")
        self._notices.add(sentence.format(why))
