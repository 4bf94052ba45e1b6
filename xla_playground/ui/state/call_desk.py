"""What can be done with calls of the history: find, compare, delete, copy, save."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from ...core.call.record import Record
from ...core.call.request import Recipe
from ...core.checkpoint.catalog import check_model
from ...core.comparison.compare import Comparison, compare
from ...core.copying.notebook import notebook_of
from ...core.copying.report import session_report
from ...core.copying.script import script_of
from ...core.errors import EnvironmentFault, PlaygroundError, shown
from ...core.files.replace_file import replace_file
from ...core.history.history import History
from ...core.history.loaded_calls import ChangedCalls, LoadedCalls
from ...core.long_lived import long_lived
from ...core.machine import Machine, this_machine
from ...core.messages import workbench as messages
from ...core.workbench.breakdown import PartSeconds
from ...core.workbench.call_filter import CallFilter
from ...core.workbench.seconds import CauseSeconds, PhaseSeconds
from ...core.workbench.session_file import SavedCalls, save_session
from ...core.workbench.workbench import KEPT_DAYS, Workbench
from .call_log import CallLog
from .notices import Notices
from .opened.session_choice import SessionChoice

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True)
class ComparedCalls:
    """Two calls of one history and how they differ, ``one`` on the left."""

    history: History
    one: Record
    other: Record
    comparison: Comparison


#: Where the seconds went: by phase, by what made calls new, and by part of first calls.
Seconds = tuple[tuple[PhaseSeconds, ...], tuple[CauseSeconds, ...], tuple[PartSeconds, ...]]


class CallDesk(QObject):
    """Works on the calls that are shown, on the thread that writes the history; answers come here.

    Calls of a session file can be read, and not changed.

    *Attributes:*
        baseline: number of the call that others are compared with, ``None`` if none is pinned.
        comparison: the two calls that were compared last, ``None`` if they are not shown any more.

    *Signals:*
        compared (): ``comparison`` is another one.
        baseline_changed (): another call is pinned, or none.
        deletion_changed (bool): calls were deleted, or came back; whether some can come back.
    """

    compared = Signal()
    baseline_changed = Signal()
    deletion_changed = Signal(bool)

    def __init__(
        self,
        log: CallLog,
        sessions: SessionChoice,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log, self._sessions, self._notices = log, sessions, notices
        self.baseline: int | None = None
        self.comparison: ComparedCalls | None = None
        self._pinned: tuple[History, int] | None = None
        self._began_at = time.time()
        log.history_cleared.connect(self._on_history_changed)
        log.history_changed.connect(self._on_history_changed)

    @property
    def _workbench(self) -> Workbench:
        return Workbench(self._log.shown.history)

    @property
    def _own_workbench(self) -> Workbench:
        return Workbench(self._log.own.history)

    # ------------------------------------------------------------------ questions

    def find(
        self,
        wanted: CallFilter,
        on_done: Callable[[list[int]], object],
        on_error: Callable[[PlaygroundError], object],
    ) -> None:
        """Find the numbers of calls, ascending, once all calls are indexed."""
        self._run_indexed(partial(self._workbench.find, wanted), on_done, on_error)

    def add_up(
        self,
        wanted: CallFilter,
        on_done: Callable[[Seconds], object],
        *,
        is_of_window: bool = False,
    ) -> None:
        """Find out where the seconds of calls went, once all calls are indexed.

        ``is_of_window``: only of the calls of this window; a session file has none.
        """
        if is_of_window and self._sessions.opened is None:
            wanted = replace(wanted, since=self._began_at)
        self._run_indexed(partial(_seconds, self._workbench, wanted), on_done, self._on_refused)

    def compare(self, one: int, other: int) -> None:
        """Compare two calls; ``compared`` is emitted at the end."""
        self._run(partial(_compared, self._workbench.history, one, other), self._on_compared)

    def pin(self, call: int | None) -> None:
        """Make a call the one that others are compared with, or none."""
        self._pinned = None if call is None else (self._log.shown.history, call)
        self.baseline = call
        self.baseline_changed.emit()

    # ------------------------------------------------------------------ changes

    # whatever is shown by now: a session file may have been opened behind a dialog

    def delete(self, calls: Collection[int]) -> None:
        """Delete calls; ``undo`` brings them back."""
        self._change(partial(_deleted, self._own_workbench, self._log.own, calls), self._on_deleted)

    @Slot()
    def undo(self) -> None:
        """Bring back the calls that were deleted last."""
        job = partial(_brought_back, self._own_workbench, self._log.own)
        self._change(job, self._on_brought_back)

    def _change(self, job: Callable[[], AnswerT], on_done: Callable[[AnswerT], object]) -> None:
        self._log.keeper.run(job, on_done, self._on_refused)

    # ------------------------------------------------------------------ files and copies

    def copy(self, call: int, recipe: Recipe, on_done: Callable[[str], object]) -> None:
        """Make a script of a call, by ``fast_generate`` or by plain Transformers."""
        self._run(partial(_script, self._workbench.history, call, recipe), on_done)

    def save_notebook(self, call: int, path: Path) -> None:
        """Write a call as a Jupyter notebook."""
        self._save(path, partial(_notebook, self._workbench.history, call))

    def save_report(self, wanted: CallFilter, path: Path) -> None:
        """Write a report of calls in Markdown."""
        opened = self._sessions.opened
        machine = None if opened is None else opened.machine
        self._save(path, partial(_report, self._workbench, wanted, machine))

    def save_session(self, wanted: CallFilter, path: Path) -> None:
        """Write calls to a file that another machine can open."""
        job = partial(save_session, self._workbench, wanted, path)
        self._run_indexed(job, partial(self._on_session_saved, path), self._on_refused)

    def _save(self, path: Path, text: Callable[[], str]) -> None:
        self._run_indexed(partial(_write, path, text), self._on_saved, self._on_refused)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._notices.add(self.tr("Saved {path}.").format(path=path))

    def _on_session_saved(self, path: Path, saved: SavedCalls) -> None:
        self._on_saved(path)
        if saved.damaged:
            sentence = self.tr("The records of {0} calls are damaged: they are left out.")
            self._notices.add(sentence.format(f"{len(saved.damaged):,}"))

    # ------------------------------------------------------------------ answers

    def _run(self, job: Callable[[], AnswerT], on_done: Callable[[AnswerT], object]) -> None:
        self._ask(job, on_done, self._on_refused)

    def _ask(
        self,
        job: Callable[[], AnswerT],
        on_done: Callable[[AnswerT], object],
        on_error: Callable[[PlaygroundError], object],
    ) -> None:
        """Run a job.

        Nobody waits for an answer on a session file that was closed meanwhile, or for one that a
        part of an earlier window would take.
        """
        history = self._log.shown.history

        def is_awaited() -> bool:
            return history in (self._log.shown.history, self._log.own.history)

        def take(answer: AnswerT) -> None:
            if is_awaited() and not _is_gone(on_done):
                on_done(answer)

        def take_error(error: PlaygroundError) -> None:
            if is_awaited() and not _is_gone(on_error):
                on_error(error)

        self._log.keeper.run(job, take, take_error)

    def _run_indexed(
        self,
        job: Callable[[], AnswerT],
        on_done: Callable[[AnswerT], object],
        on_error: Callable[[PlaygroundError], object],
    ) -> None:
        """Run a job once all calls are indexed; between two parts of that calls are written."""
        index_some = self._workbench.index_some

        def on_indexed(has_more: bool) -> None:
            if has_more:
                self._ask(index_some, on_indexed, on_error)
            else:
                self._ask(job, on_done, on_error)

        on_indexed(True)

    def _on_refused(self, error: PlaygroundError) -> None:
        self._notices.add(error.sentence)

    def _on_deleted(self, answer: tuple[int, ChangedCalls]) -> None:
        count, changed = answer
        self._log.change(changed)
        self.deletion_changed.emit(True)
        words = self.tr("1 call") if count == 1 else self.tr("{0:,} calls").format(count)
        sentence = self.tr("Deleted {0}: Calls ▸ Undo deletion brings back, for {1} days.")
        self._notices.add(sentence.format(words, KEPT_DAYS))

    def _on_brought_back(self, changed: ChangedCalls | None) -> None:
        if changed is not None:
            self._log.change(changed)
        self.deletion_changed.emit(changed is not None)
        if changed is None:
            self._notices.add(self.tr("There is no deletion left to undo."))

    def _on_compared(self, found: ComparedCalls | None) -> None:
        self.comparison = found
        self.compared.emit()

    @Slot()
    def _on_history_changed(self) -> None:
        found = self.comparison
        if found is not None and not self._is_shown(found):
            self._on_compared(None)
        history, call = self._pinned or (None, None)
        baseline = call if history is self._log.shown.history else None
        if baseline is not None and self._log.summary(baseline) is None:
            self.pin(None)
        elif baseline != self.baseline:  # a session file was opened or closed
            self.baseline = baseline
            self.baseline_changed.emit()

    def _is_shown(self, found: ComparedCalls) -> bool:
        is_open = found.history is self._log.shown.history
        calls = found.one.call, found.other.call
        return is_open and all(self._log.summary(call) is not None for call in calls)


def _is_gone(take: Callable[..., object]) -> bool:
    """Return whether what a method belongs to was destroyed: a window is made again."""
    while isinstance(take, partial):
        take = take.func
    receiver = getattr(take, "__self__", None)
    return isinstance(receiver, QObject) and not isValid(receiver)


def filter_of(calls: Iterable[int]) -> CallFilter:
    """Return the filter that lets exactly these calls through."""
    ranges: list[tuple[int, int]] = []
    for call in sorted(calls):
        if ranges and ranges[-1][1] == call - 1:
            ranges[-1] = ranges[-1][0], call
        else:
            ranges.append((call, call))
    return CallFilter(calls=tuple(ranges))


# ------------------------------------------------- on the thread of the history


def _seconds(workbench: Workbench, wanted: CallFilter) -> Seconds:
    return (
        workbench.seconds_by_phase(wanted),
        workbench.seconds_by_cause(wanted),
        workbench.seconds_by_part(wanted),
    )


def _compared(history: History, one: int, other: int) -> ComparedCalls:
    left, right = history.record(one), history.record(other)
    return ComparedCalls(history, left, right, compare(left, right))


def _deleted(
    workbench: Workbench, loaded: LoadedCalls, calls: Collection[int]
) -> tuple[int, ChangedCalls]:
    count = workbench.delete(filter_of(calls))
    return count, ChangedCalls(loaded, deleted=calls)


def _brought_back(workbench: Workbench, loaded: LoadedCalls) -> ChangedCalls | None:
    calls = workbench.undo()
    if not calls:
        return None
    with long_lived():
        found = workbench.listed(filter_of(calls))
        return ChangedCalls(loaded, brought_back=[one.summary for one in found])


def _script(history: History, call: int, recipe: Recipe) -> str:
    record = history.record(call)
    return str(script_of(record, check_model(record.request.model, reads_weights=False), recipe))


def _notebook(history: History, call: int) -> str:
    record = history.record(call)
    return notebook_of(record, check_model(record.request.model, reads_weights=False))


def _report(workbench: Workbench, wanted: CallFilter, machine: Machine | None) -> str:
    return session_report(workbench, wanted, machine or this_machine())


def _write(path: Path, text: Callable[[], str]) -> Path:
    try:
        replace_file(path, text().encode())
    except OSError as error:
        raise EnvironmentFault(
            messages.FILE_UNWRITTEN(path=shown(str(path)), why=str(error.strerror))
        ) from None
    return path
