"""Looking at the specializations on disk and clearing them, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ..core.errors import PlaygroundError
from ..core.store.store import SpecializationStore, StoredSpecialization
from .background import Background


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
        self._looks = Background(self, newest_only=True)
        self._clears = Background(self)

    @Slot()
    def look(self) -> None:
        """Read the entries; answered by ``looked``."""
        self._looks.run(partial(_contents, self._store), self.looked.emit)

    def clear(self) -> None:
        """Remove every entry; answered by ``cleared``, before it perhaps by ``refused``."""
        self._clears.run(self._store.clear, self._on_cleared, self._on_refused)

    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self._looks.stop()
        self._clears.stop()

    def _on_cleared(self, _entries: int) -> None:
        self.cleared.emit()

    def _on_refused(self, error: PlaygroundError) -> None:
        self.refused.emit(error.sentence)
        self.cleared.emit()


def _contents(store: SpecializationStore) -> StoreContents:
    return StoreContents(str(store.folder), tuple(store.entries()), store.size_bytes())
