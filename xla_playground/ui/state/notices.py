"""Sentences that the user should read, from whoever has one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from ...core.messages.message import Message

_MAX_UNREAD = 20


class Notices(QObject):
    """Keeps sentences until they were shown, and hands them to whoever shows them.

    *Attributes:*
        unread: sentences that were not shown long enough yet, the one that is on the screen first.

    *Signals:*
        added (str): a sentence to show for a while.
    """

    added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unread: deque[str] = deque()
        self._known: set[Message] = set()

    @Slot(str)
    def add(self, sentence: str) -> None:
        """Have a sentence shown, unless it is waiting for that already; too many push one out."""
        if sentence not in self.unread:
            self.unread.append(sentence)
            if len(self.unread) > _MAX_UNREAD:
                del self.unread[1]
        self.added.emit(sentence)

    def add_new(self, notices: Iterable[Message]) -> None:
        """Have those shown that were not added yet: each call and each start brings the same."""
        for notice in notices:
            if notice not in self._known:
                self._known.add(notice)
                self.add(notice.text)
