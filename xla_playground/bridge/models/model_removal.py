"""Removing a model's files off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal

from ...core.errors import PlaygroundError
from ...library.removing import removable_model, remove_model


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
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def remove(self, model: str) -> None:
        """Remove a model; answered by ``removed`` or ``failed``."""
        self._pool.start(partial(self._remove, model))

    def stop(self) -> None:
        """Wait for what runs."""
        self._pool.waitForDone()

    def _remove(self, model: str) -> None:
        try:
            found = removable_model(model)
            remove_model(found)
        except PlaygroundError as error:
            self.failed.emit(error.sentence)
        else:
            self.removed.emit(found.name, found.size_bytes)
