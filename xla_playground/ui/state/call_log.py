"""The history as the window keeps it: all calls, the selected call, and costs by specialization."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal, Slot

from ...bridge.history_keeper import HistoryKeeper
from ...core.call.record import Record
from ...core.call.specialization import SpecializationKey
from ...core.errors import PlaygroundError
from ...core.history.call_summary import CallSummary
from ...core.history.history import History
from ...core.history.series import SeriesBook
from ..text.miss_reasons import CallNotes
from .notices import Notices


class CallLog(QObject):
    """Adds calls to the history, brings them back, and forgets them.

    A new call becomes the one that is looked at only if the newest was looked at before it, so that
    nobody loses their place while a repeat runs.

    *Attributes:*
        keeper: writes the history, off the GUI thread.
        summaries: every call, oldest first; ``history_changed`` says when rows are not appended.
        book: the same calls grouped by specialization.
        notes: why calls were new or failed, as far as that was told.
        readers: callbacks of views that return a reading position, ``None`` at the newest call.
        selected_call: number of the call that is looked at, ``None`` where there is none.
        hovered_key: the specialization that the mouse is over, in whatever view, ``None`` if it is
            over none.

    *Signals:*
        record_added (CallSummary, Record): a call ended.
        call_selected (Record): a call is looked at: the newest, or one that was chosen.
        call_passed (): a call ended, and another one is still looked at.
        key_hovered (SpecializationKey | None): the mouse is over a call or a row of another
            specialization; every view highlights what belongs to it.
        history_cleared (): all calls were forgotten.
        history_changed (): calls were deleted, came back, or have other numbers.
    """

    record_added = Signal(object, object)
    call_selected = Signal(object)
    call_passed = Signal()
    key_hovered = Signal(object)
    history_cleared = Signal()
    history_changed = Signal()

    def __init__(self, history: History, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history, self._notices = history, notices
        self.keeper = HistoryKeeper(history, self)
        self.keeper.renumbered.connect(self._on_renumbered)
        self.keeper.settled.connect(self._add_notices)
        self.book = SeriesBook()
        self.notes = CallNotes()
        self.selected_call: int | None = None
        self.hovered_key: SpecializationKey | None = None
        self._places_left: tuple[object, ...] | None = None
        self.readers: list[Callable[[], object]] = []
        self.summaries: list[CallSummary] = history.summaries()
        for summary in self.summaries:
            self._book_call(summary)

    def follow_next(self) -> None:
        """Select the next call when it ends, unless the user moves before."""
        self._places_left = self._places()

    @property
    def is_next_followed(self) -> bool:
        """Return whether the next call will be selected, unless the user moves before."""
        return self._places() in (self._places_left, self._places_of_newest())

    @property
    def is_newest_selected(self) -> bool:
        """Return whether the newest call is selected, or there is no call."""
        return self.selected_call == self._newest_call

    @property
    def _newest_call(self) -> int | None:
        return self.summaries[-1].call if self.summaries else None

    def add(self, record: Record) -> None:
        """Keep a call; it becomes the one that is looked at if the newest was."""
        is_followed, self._places_left = self.is_next_followed, None
        summary, record = self.keeper.add(record)
        self.summaries.append(summary)
        self._book_call(summary)
        self.notes.take(record)
        self.record_added.emit(summary, record)
        if is_followed:
            self._select(record)
        else:
            self.call_passed.emit()
        self._add_notices()

    def _places(self) -> tuple[object, ...]:
        return (self.selected_call, *(place() for place in self.readers))

    def _places_of_newest(self) -> tuple[object, ...]:
        return (self._newest_call, *(None for _ in self.readers))

    def summary(self, call: int) -> CallSummary | None:
        """Return the summary of a call, ``None`` if the history does not have it."""
        position = bisect_left(self.summaries, call, key=lambda s: s.call)
        if position == len(self.summaries) or self.summaries[position].call != call:
            return None
        return self.summaries[position]

    def key_of(self, summary: CallSummary) -> SpecializationKey | None:
        """Return the specialization key of a call, ``None`` if it ended before it had one."""
        return None if summary.key_id is None else self._history.key(summary.key_id)

    def record(self, call: int) -> Record:
        """Return the record of a call, read from the history.

        Raises:
            PlaygroundError: it is gone, or cannot be read.
        """
        return self._history.record(call)

    @Slot()
    def select_newest(self) -> None:
        """Bring the newest call back, and follow those that come after it."""
        if self._newest_call is not None:
            self.select(self._newest_call)

    def select(self, call: int) -> None:
        """Read the record of a call and emit ``call_selected``, or say why it cannot be read."""
        try:
            record = self.record(call)
        except PlaygroundError as error:
            self._notices.add(error.sentence)
        else:
            self._select(record)

    def change(
        self, *, deleted: Collection[int] = (), brought_back: Collection[CallSummary] = ()
    ) -> None:
        """Take up that the history lost calls, or has some again."""
        gone, known = set(deleted), {summary.call for summary in self.summaries}
        kept = [summary for summary in self.summaries if summary.call not in gone]
        kept += [summary for summary in brought_back if summary.call not in known]
        if len(kept) == len(self.summaries) and not gone & known:
            return
        self.hover(None)
        self.summaries[:] = sorted(kept, key=lambda summary: summary.call)
        self.book.clear()
        for summary in self.summaries:
            self._book_call(summary)
        if not self.summaries:
            self.selected_call = None
            self.history_cleared.emit()
            return
        self.history_changed.emit()
        if self.selected_call is None:
            self.select_newest()
        elif self.selected_call in gone:
            after = (s.call for s in self.summaries if s.call > (self.selected_call or 0))
            self.select(next(after, self.summaries[-1].call))

    def hover(self, key: SpecializationKey | None) -> None:
        """Highlight a specialization in every view, or none."""
        if key != self.hovered_key:
            self.hovered_key = key
            self.key_hovered.emit(key)

    @Slot()
    def clear(self) -> None:
        """Forget every call."""
        self.hover(None)
        self.keeper.clear()
        self.notes.clear()
        self.summaries.clear()
        self.book.clear()
        self.selected_call = None
        self.history_cleared.emit()
        self._add_notices()

    @Slot()
    def _add_notices(self) -> None:
        """Hand over what the history has to say of itself."""
        for notice in self._history.take_notices():
            self._notices.add(notice.text)

    @Slot(object)
    def _on_renumbered(self, numbers: dict[int, int]) -> None:
        """Renumber the latest calls, because a second window had used their numbers."""
        for position, summary in enumerate(self.summaries):
            if summary.call in numbers:
                self.summaries[position] = summary._replace(call=numbers[summary.call])
        self.book.renumber(numbers)
        self.notes.renumber(numbers)
        self.history_changed.emit()
        if self.selected_call in numbers:
            self.select(numbers[self.selected_call])

    def _select(self, record: Record) -> None:
        self.notes.take(record)
        self.selected_call = record.call
        self.call_selected.emit(record)

    def _book_call(self, summary: CallSummary) -> None:
        self.book.add(summary, self.key_of(summary))
