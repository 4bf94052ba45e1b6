"""Removing a model's files off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ...core.errors import PlaygroundError
from ...library.removing import Removable, removable_model, remove_model
from ..background import Background


class ModelRemoval(QObject):
    """Removes pulled and imported models one after the other.

    *Signals:*
        removed (str, int): this model is gone, and so many bytes are free.
        failed (str): why one stays.
    """

    removed = Signal(str, object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def remove(self, model: str) -> None:
        """Remove a model; answered by ``removed`` or ``failed``."""
        self._background.run(partial(_remove, model), self._on_removed, self._on_error)

    def stop(self) -> None:
        """Wait for the removals, also for those that have not begun."""
        self._background.wait()
        self._background.stop()

    def _on_removed(self, model: Removable) -> None:
        self.removed.emit(model.name, model.size_bytes)

    def _on_error(self, error: PlaygroundError) -> None:
        self.failed.emit(error.sentence)


def _remove(model: str) -> Removable:
    found = removable_model(model)
    remove_model(found)
    return found
