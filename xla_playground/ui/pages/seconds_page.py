"""Where the seconds went: by phase, by what made calls new, and by part of first calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from ...core.units import format_duration
from ...core.workbench.call_filter import CallFilter
from ..state.call_desk import CallDesk, Seconds, filter_of
from ..state.call_log import CallLog
from ..state.settings_saver import SettingsSaver
from ..state.table_layouts import TableLayouts
from ..tables.rows_model import Column, RowsModel
from ..tables.rows_view import RowsView
from ..text.cause_words import cause_words, live_words
from ..text.phase_words import phase_word
from ..widgets.segmented_switch import Choice, SegmentedSwitch
from .first_call_parts import FirstCallParts

#: How long after a call the sums are read again: a repeat makes many calls a second.
_REST_MS = 500
_BAR = 20
#: Least height of the table, in pixels: the window must fit a small screen.
_LEAST_VIEW = 32
_OF_SESSION, _OF_HISTORY = "of_session", "of_history"


@dataclass(frozen=True)
class SecondsRow:
    """One phase, or one cause of new calls.

    Attributes:
        share: its part of the longest row of its kind.
        calls: lets its calls through.
    """

    kind: str
    what: str
    ns: int
    share: float
    count: int
    hint: str
    calls: CallFilter


class SecondsPage(QWidget):
    """A table of seconds; Enter or a double click on a row asks for its calls.

    Beside it are the parts of the first calls of the chosen row, of one call, or of all.

    *Attributes:*
        view: the table.
        parts: the parts of first calls.

    *Signals:*
        calls_asked (CallFilter): the user wants to see the calls of a row.
        call_parts_asked (): the user wants to see the parts of the chosen call.
    """

    calls_asked = Signal(object)
    call_parts_asked = Signal()

    def __init__(
        self,
        desk: CallDesk,
        log: CallLog,
        saver: SettingsSaver,
        layouts: TableLayouts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seconds_page")
        self._desk, self._saver = desk, saver
        self._is_stale = True
        self._scope = SegmentedSwitch(
            (
                Choice(_OF_SESSION, self.tr("this session"), self.tr("Calls of this window")),
                Choice(_OF_HISTORY, self.tr("all sessions"), self.tr("The whole history")),
            ),
            self,
        )
        self._scope.setObjectName("seconds_scope")
        self._scope.setAccessibleName(self.tr("Which calls"))
        if saver.settings.seconds_of_history:
            self._scope.set_value(_OF_HISTORY)
        self._select = QPushButton(self.tr("Select its calls"), self)
        self._select.setObjectName("select_calls_button")
        self._select.setToolTip(self.tr("Select the calls of this row in the table of calls"))
        self._select.setEnabled(False)
        self._of_call = QPushButton(self.tr("Parts of call"), self)
        self._of_call.setObjectName("parts_of_call_button")
        self._of_call.setToolTip(
            self.tr("Break down the call that is chosen in the table of calls, not a row of this")
        )
        self._call: int | None = None
        self._asked = 0
        self._model: RowsModel[SecondsRow] = RowsModel(
            (
                Column(self.tr("What"), lambda row: row.what),
                Column(self.tr("Kind"), lambda row: row.kind, yields=1),
                Column(
                    self.tr("Seconds"),
                    lambda row: format_duration(row.ns),
                    is_number=True,
                    sort_key=lambda row: row.ns,
                ),
                Column(
                    self.tr("Share"),
                    lambda row: "▆" * max(1, round(_BAR * row.share)),
                    self.tr("Beside the longest row of its kind"),
                    lambda row: self.tr("{0:.0%} of the longest row of its kind").format(row.share),
                    sort_key=lambda row: row.share,
                    yields=3,
                ),
                Column(
                    self.tr("Calls"),
                    lambda row: f"{row.count:,}",
                    is_number=True,
                    sort_key=lambda row: row.count,
                ),
                Column(
                    self.tr("Remark"),
                    lambda row: row.hint,
                    self.tr("Whether the fast recipe reads what changed as an input"),
                    yields=2,
                ),
            ),
            self,
            key=lambda row: (row.kind, row.what, row.hint),
        )
        self.view = RowsView(
            self._model, self.tr("The seconds of calls are added up here: press Run"), self
        )
        self.view.setObjectName("seconds_view")
        self.view.setAccessibleName(self.tr("Where the seconds went"))
        self.view.setMinimumHeight(_LEAST_VIEW)
        self.view.keep_layout(layouts)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.addWidget(self._scope)
        top.addStretch(1)
        top.addWidget(self._select)
        top.addWidget(self._of_call)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        self.parts = FirstCallParts(layouts, self)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.addWidget(self.view)
        sides.addWidget(self.parts)
        sides.setChildrenCollapsible(False)
        sides.setSizes([360, 440])
        layout.addWidget(sides, 1)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._read)
        self._scope.changed.connect(self._on_scope_changed)
        self._select.clicked.connect(self._on_select_clicked)
        self._of_call.clicked.connect(self.call_parts_asked)
        self.view.activated.connect(self._on_select_clicked)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._model.rows_changed.connect(self._show_whether_chosen)
        log.history_cleared.connect(self._forget_call)
        for changed in (log.records_added, log.history_cleared, log.history_changed):
            changed.connect(self._read_soon)
        saver.saving.connect(self._on_saving)

    def show_call(self, call: int) -> None:
        """Show the parts of one call, and focus them."""
        self._call = call
        self.view.setCurrentIndex(QModelIndex())
        self._read_parts(self.tr("Call {0}").format(call), filter_of([call]))
        self.parts.view.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_stale and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _read_soon(self) -> None:
        if not self._is_stale:
            self._is_stale = True
            self.update()  # a page behind another tab is not painted, and waits

    @Slot()
    def _forget_call(self) -> None:
        self._call = None

    @Slot()
    def _read(self) -> None:
        self._is_stale = False
        is_of_session = self._scope.value() == _OF_SESSION
        self._desk.add_up(CallFilter(), self._show, is_of_window=is_of_session)

    def _show(self, seconds: Seconds) -> None:
        self._model.set_rows(list(self._rows(seconds)))
        self._show_parts_of_choice(seconds)

    def _show_parts_of_choice(self, seconds: Seconds | None = None) -> None:
        """Show the parts of the chosen row, of the call that was asked for, or of all calls."""
        index = self.view.currentIndex()
        if index.isValid():
            row = self._model.row(index.row())
            self._read_parts(self.tr("First calls of: {0}").format(row.what), row.calls)
        elif self._call is not None:
            self._read_parts(self.tr("Call {0}").format(self._call), filter_of([self._call]))
        elif seconds is not None:
            self._asked += 1  # an answer that is still to come is of an earlier choice
            self.parts.show_parts(self.tr("All first calls"), seconds[2])

    def _read_parts(self, title: str, wanted: CallFilter) -> None:
        self._asked += 1
        self._desk.add_up(wanted, partial(self._show_parts, self._asked, title))

    def _show_parts(self, asked: int, title: str, seconds: Seconds) -> None:
        if asked == self._asked:
            self.parts.show_parts(title, seconds[2])

    def _rows(self, seconds: Seconds) -> Iterator[SecondsRow]:
        phases, causes, _ = seconds
        longest = max((phase.ns for phase in phases), default=0) or 1
        for phase in phases:
            share = phase.ns / longest
            kind = self.tr("phase")
            what = phase_word(phase.phase)
            yield SecondsRow(kind, what, phase.ns, share, phase.count, "", phase.calls)
        longest = max((cause.ns for cause in causes), default=0) or 1
        for cause in causes:
            share, hint = cause.ns / longest, live_words(cause.live)
            kind = self.tr("new because")
            what = cause_words(cause)
            yield SecondsRow(kind, what, cause.ns, share, cause.count, hint, cause.calls)

    @Slot()
    def _on_scope_changed(self) -> None:
        self._read()
        self._saver.save_soon()

    @Slot()
    def _on_saving(self) -> None:
        self._saver.remember(seconds_of_history=self._scope.value() == _OF_HISTORY)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_whether_chosen()
        if current.isValid():
            self._call = None
            self._show_parts_of_choice()

    @Slot()
    def _show_whether_chosen(self) -> None:
        self._select.setEnabled(self.view.currentIndex().isValid())

    @Slot()
    def _on_select_clicked(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.calls_asked.emit(self._model.row(index.row()).calls)
