"""Looking at the specializations on disk and clearing them, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from ..core.errors import PlaygroundError
from ..core.store.store import SpecializationStore, StoredSpecialization


@dataclass(frozen=True)
class StoreContents:
    """The contents of the store on disk.

    Attributes:
        entries: the most recently used first.
        size_bytes: of all files, those that cannot be read included.
    """

    folder: str
    entries: tuple[StoredSpecialization, ...]
    size_bytes: int


class StoreKeeper(QObject):
    """Reads and clears the user's store; the newest of several answers counts.

    *Signals:*
        looked (StoreContents): the answer to ``look``.
        cleared (): ``clear`` is done.
        refused (str): a sentence on what could not be removed.
    """

    looked = Signal(object)
    cleared = Signal()
    refused = Signal(str)

    def __init__(
        self,
        store: Callable[[], SpecializationStore] = SpecializationStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @Slot()
    def look(self) -> None:
        """Read the entries; answered by ``looked``."""
        self._pool.clear()  # of looks that wait one is enough
        self._pool.start(self._look)

    def clear(self) -> None:
        """Remove every entry; answered by ``cleared``, before it perhaps by ``refused``."""
        self._pool.start(self._clear)

    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self._pool.clear()
        self._pool.waitForDone()

    def _look(self) -> None:
        entries = tuple(self._store.entries())
        contents = StoreContents(str(self._store.folder), entries, self._store.size_bytes())
        self.looked.emit(contents)

    def _clear(self) -> None:
        try:
            self._store.clear()
        except PlaygroundError as error:
            self.refused.emit(error.sentence)
        self.cleared.emit()
