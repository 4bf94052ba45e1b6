"""The history as the window keeps it: all calls, the selected call, and costs by specialization."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ...bridge.history_keeper import HistoryKeeper
from ...core.call.record import Record
from ...core.call.specialization import SpecializationKey
from ...core.errors import PlaygroundError
from ...core.history.call_summary import CallSummary
from ...core.history.history import History
from ...core.history.loaded_calls import ChangedCalls, LoadedCalls
from ..text.miss_reasons import CallReasons
from .notices import Notices
from .opened.session_choice import SessionChoice
from .pacing.redraw_clock import RedrawClock


class CallLog(QObject):
    """Adds calls to the history, brings them back, and forgets them.

    A new call becomes the one that is looked at only if the newest was looked at before it, so that
    nobody loses their place while a repeat runs. During a repeat ``records_added`` is emitted a few
    times a second, with the calls that ended meanwhile; the last call of a Run is shown at once.
    While a session file is open its calls are shown in the place of the history; a call that ends
    joins the history alone, and Run shows it again.

    *Attributes:*
        keeper: writes the history, off the GUI thread.
        own: the calls of the history of this machine, by which the next one is forecast.
        shown: the calls that are shown: ``own``, or those of a session file.
        summaries: every call that is shown, oldest first; ``history_changed`` says when rows are
            not appended.
        book: the same calls grouped by specialization.
        reasons: why these calls were new or failed, as far as known.
        readers: callbacks of views that return a reading position, ``None`` at the newest call.
        selected_call: number of the call that is looked at, ``None`` where there is none.
        hovered_key: the specialization that the mouse is over, in whatever view, ``None`` if it is
            over none.

    *Signals:*
        records_added (tuple[Record, ...]): calls ended; all are among ``summaries``.
        call_selected (Record): a call is looked at: the newest, or one that was chosen.
        call_passed (): a call ended, and another one is still looked at.
        key_hovered (SpecializationKey | None): the mouse is over a call or a row of another
            specialization; every view highlights what belongs to it.
        history_cleared (): all calls are gone: they were forgotten, or others are to be shown.
        history_changed (): calls were deleted, came back, have other numbers, or are shown now.
    """

    records_added = Signal(object)
    call_selected = Signal(object)
    call_passed = Signal()
    key_hovered = Signal(object)
    history_cleared = Signal()
    history_changed = Signal()

    def __init__(
        self,
        history: History,
        sessions: SessionChoice,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history, self._sessions, self._notices = history, sessions, notices
        self.keeper = HistoryKeeper(history, self)
        self.keeper.renumbered.connect(self._on_renumbered)
        self.keeper.settled.connect(self._add_notices)
        sessions.changed.connect(self._on_session_changed)
        self.selected_call: int | None = None
        self.hovered_key: SpecializationKey | None = None
        self._places_left: tuple[object, ...] | None = None
        self._waiting: list[Record] = []
        self._clock = RedrawClock(self)
        self._clock.redraw_due.connect(self._on_redraw_due)
        self._clock.set_active(True)
        self.readers: list[Callable[[], object]] = []
        self.own, self._own_reasons = LoadedCalls(history), CallReasons()
        self._show(self.own, self._own_reasons)

    def follow_next(self) -> None:
        """Select the next call when it ends, unless the user moves before; close a session file."""
        self._sessions.close()
        self._places_left = self._places()

    @property
    def is_next_followed(self) -> bool:
        """Return whether the next call will be selected, unless the user moves before."""
        places = self._places_left, self._places_of_newest()
        return self.shown is self.own and self._places() in places

    @property
    def is_newest_selected(self) -> bool:
        """Return whether the newest call is selected, or there is no call."""
        return self.selected_call == self._newest_call

    @property
    def _newest_call(self) -> int | None:
        """Return the number of the newest call that views show."""
        count = len(self.summaries) - len(self._waiting)
        return self.summaries[count - 1].call if count else None

    def add(self, record: Record, *, is_followed_by_next: bool = False) -> None:
        """Keep a call; it becomes the one that is looked at if the newest was.

        ``is_followed_by_next``: another call of the same Run begins now, so views may wait.
        """
        summary, record = self.keeper.add(record)
        self.own.add(summary)
        self._own_reasons.take(record)
        if self.shown is not self.own:
            self._add_notices()
            return
        self._waiting.append(record)
        if is_followed_by_next:
            self._clock.mark_dirty()
        else:
            self._show_waiting()
        self._add_notices()

    def _show_waiting(self) -> None:
        """Show the calls that wait until views are brought up to date."""
        if self._waiting:
            self._clock.redraw_now()

    @Slot()
    def _on_redraw_due(self) -> None:
        if not self._waiting:
            return
        is_followed, self._places_left = self.is_next_followed, None
        records, self._waiting = tuple(self._waiting), []
        self.records_added.emit(records)
        if is_followed:
            self._select(records[-1])
        else:
            self.call_passed.emit()

    def _places(self) -> tuple[object, ...]:
        return (self.selected_call, *(place() for place in self.readers))

    def _places_of_newest(self) -> tuple[object, ...]:
        return (self._newest_call, *(None for _ in self.readers))

    def summary(self, call: int) -> CallSummary | None:
        """Return the summary of a call, ``None`` if the history does not have it."""
        return self.shown.summary(call)

    def key_of(self, summary: CallSummary) -> SpecializationKey | None:
        """Return the specialization key of a call, ``None`` if it ended before it had one."""
        return self.shown.key_of(summary)

    def record(self, call: int) -> Record:
        """Return the record of a call, read from the history.

        Raises:
            PlaygroundError: it is gone, or cannot be read.
        """
        return self.shown.history.record(call)

    @Slot()
    def select_newest(self) -> None:
        """Bring the newest call back, and follow those that come after it."""
        if self.summaries:
            self.select(self.summaries[-1].call)

    def select(self, call: int) -> None:
        """Read the record of a call and emit ``call_selected``, or say why it cannot be read."""
        if self.shown is self.own and call > (self._newest_call or 0):
            self._show_waiting()
        try:
            record = self.record(call)
        except PlaygroundError as error:
            self._notices.add(error.sentence)
        else:
            self._select(record)

    def change(self, changed: ChangedCalls) -> None:
        """Take up that the history lost calls, or has some again."""
        self._show_waiting()
        calls = changed.taken_up(self.own)
        if calls is None:
            return
        self.own, before = calls, self.own
        if self.shown is not before:
            return
        self.hover(None)
        self._show(self.own, self._own_reasons)
        if not self.summaries:
            self.selected_call = None
            self.history_cleared.emit()
            return
        self.history_changed.emit()
        if self.selected_call is None:
            self.select_newest()
        elif self.selected_call in changed.deleted:
            after = (s.call for s in self.summaries if s.call > (self.selected_call or 0))
            self.select(next(after, self.summaries[-1].call))

    def hover(self, key: SpecializationKey | None) -> None:
        """Highlight a specialization in every view, or none."""
        if key != self.hovered_key:
            self.hovered_key = key
            self.key_hovered.emit(key)

    @Slot()
    def clear(self) -> None:
        """Forget every call of the history."""
        self._show_waiting()
        self._sessions.close()
        self.hover(None)
        self.keeper.clear()
        self._own_reasons.clear()
        self.own.clear()
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
        self._show_waiting()
        self.own.renumber(numbers)
        self._own_reasons.renumber(numbers)
        if self.shown is not self.own:
            return
        self.history_changed.emit()
        if self.selected_call in numbers:
            self.select(numbers[self.selected_call])

    @Slot()
    def _on_session_changed(self) -> None:
        """Show the calls of another session file, or those of the history again."""
        self._show_waiting()
        opened, before = self._sessions.opened, self.shown
        self.hover(None)
        if opened is None:
            self._show(self.own, self._own_reasons)
        else:
            self._show(opened.calls, CallReasons())
        self.selected_call = None
        self.history_cleared.emit()
        if self.summaries:
            self.history_changed.emit()
            self.select_newest()
        if before is not self.own:  # once what was asked of it is answered
            self.keeper.run(before.history.close, lambda _: None, lambda _: None)

    def _show(self, calls: LoadedCalls, reasons: CallReasons) -> None:
        self.shown, self.reasons = calls, reasons
        self.summaries, self.book = calls.summaries, calls.book

    def _select(self, record: Record) -> None:
        self.reasons.take(record)
        self.selected_call = record.call
        self.call_selected.emit(record)
