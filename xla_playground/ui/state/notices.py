"""Sentences that the user should read, from whoever has one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from ...core.messages.message import Message


class Notices(QObject):
    """Hands sentences to whoever shows them.

    *Signals:*
        added (str): a sentence to show for a while.
    """

    added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[Message] = set()

    @Slot(str)
    def add(self, sentence: str) -> None:
        """Have a sentence shown."""
        self.added.emit(sentence)

    def add_new(self, notices: Iterable[Message]) -> None:
        """Have those shown that were not added yet: each call and each start brings the same."""
        for notice in notices:
            if notice not in self._known:
                self._known.add(notice)
                self.add(notice.text)
