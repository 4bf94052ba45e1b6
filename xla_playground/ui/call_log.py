"""The history as the window has it: every call, which one is looked at, what they cost."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ..core.errors import PlaygroundError
from ..core.history import CallSummary, History
from ..core.record import Record
from ..core.series import SeriesBook
from .call_notes import CallNotes


class CallLog(QObject):
    """Adds calls to the history, brings them back, and forgets them.

    *Attributes:*
        summaries: every call, oldest first; rows are only ever appended, or all cleared.
        book: the same calls grouped by specialization.
        notes: why calls were new or failed, as far as that was told.
        selected_call: number of the call that is looked at, ``None`` where there is none.

    *Signals:*
        record_added (CallSummary, Record): a call ended.
        call_selected (Record): a call is looked at: the newest, or one that was chosen.
        history_cleared (): all calls were forgotten.
        notice (str): a sentence to show for a while.
    """

    record_added = Signal(object, object)
    call_selected = Signal(object)
    history_cleared = Signal()
    notice = Signal(str)

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self.book = SeriesBook()
        self.notes = CallNotes()
        self.selected_call: int | None = None
        self.summaries: list[CallSummary] = history.summaries()
        for summary in self.summaries:
            self._book_call(summary)

    def add(self, record: Record) -> None:
        """Keep a call, which becomes the one that is looked at."""
        summary, record = self._history.add(record)
        self.summaries.append(summary)
        self._book_call(summary)
        self.record_added.emit(summary, record)
        self._select(record)
        self.tell_notices()

    def record(self, call: int) -> Record:
        """A call as it happened, read from the disk.

        Raises:
            PlaygroundError: it is gone, or cannot be read.
        """
        return self._history.record(call)

    def select(self, call: int) -> None:
        """Bring a call back: its record is read and told by ``call_selected``."""
        try:
            record = self.record(call)
        except PlaygroundError as error:
            self.notice.emit(error.sentence)
        else:
            self._select(record)

    @Slot()
    def clear(self) -> None:
        """Forget every call."""
        self._history.clear()
        self.notes.clear()
        self.summaries.clear()
        self.book.clear()
        self.selected_call = None
        self.history_cleared.emit()
        self.tell_notices()

    def recent_models(self, first: str, most: int) -> list[str]:
        """``first``, then the models of the latest calls, the latest first; ``most`` in all."""
        names = dict.fromkeys([first])
        for name in dict.fromkeys(summary.model for summary in reversed(self.summaries)):
            if len(names) >= most:
                break
            names.setdefault(name)
        return list(names)

    def tell_notices(self) -> None:
        """Tell what the history has to say of itself."""
        for sentence in self._history.take_notices():
            self.notice.emit(sentence)

    def close(self) -> None:
        """Close the history."""
        self._history.close()

    def _select(self, record: Record) -> None:
        self.notes.take(record)
        self.selected_call = record.call
        self.call_selected.emit(record)

    def _book_call(self, summary: CallSummary) -> None:
        key = None if summary.key_id is None else self._history.key(summary.key_id)
        self.book.add(summary, key)
