"""The line above the table of calls that says which of them are shown."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from ...core.call.request import Arm, Recipe
from ...core.errors import PlaygroundError
from ...core.options.table import Strategy
from ...core.workbench.call_filter import FILTERS, CallFilter, entries_of_filter, parse_filter
from ..state.call_desk import CallDesk, Seconds
from ..state.call_log import CallLog
from ..state.settings_saver import SettingsSaver
from ..text.plain_text import menu_text_of
from ..widgets.elided_label import ElidedLabel

#: Time without typing until calls are looked for.
_REST_MS = 200


class CallFilterBar(QWidget):
    """Takes words, and entries such as ``arm=xla``, and finds the calls off the GUI thread.

    *Attributes:*
        wanted: the filter that is applied.

    *Signals:*
        found (frozenset[int] | None): numbers of the calls to show; ``None``: all.
    """

    found = Signal(object)

    def __init__(
        self, log: CallLog, desk: CallDesk, saver: SettingsSaver, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("call_filter_bar")
        self._log, self._desk, self._saver = log, desk, saver
        self.wanted = CallFilter()
        self._asked = 0  # number of the latest question: answers to earlier ones are too late
        self.edit = QLineEdit(saver.settings.call_filter, self)
        self.edit.setObjectName("call_filter")
        self.edit.setClearButtonEnabled(True)
        self.edit.setPlaceholderText(self.tr("Search texts, or arm=xla model=gpt2 …"))
        self.edit.setAccessibleName(self.tr("Search and filter calls"))
        self.edit.setToolTip(
            self.tr(
                "Words in prompts, answers and notes, and NAME=VALUE with one of {0}; quote what "
                'has spaces: "two words"'
            ).format(", ".join(FILTERS))
        )
        self._button = QToolButton(self)
        self._button.setObjectName("call_filter_button")
        self._button.setText(self.tr("Filter"))
        self._button.setToolTip(self.tr("Choose models, arms, recipes, strategies and reasons"))
        self._button.setAccessibleName(self.tr("Filter calls"))
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._button)
        self._reasons = QMenu(self.tr("Reason"), self._menu)
        self._button.setMenu(self._menu)
        self._state = ElidedLabel("", self)
        self._state.setObjectName("call_filter_state")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.setSpacing(6)
        layout.addWidget(self.edit, 3)
        layout.addWidget(self._button)
        layout.addWidget(self._state, 2)
        self._layout = layout
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._look)
        self.edit.textChanged.connect(self._on_text_changed)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_entry_chosen)
        for changed in (log.records_added, log.history_cleared, log.history_changed):
            changed.connect(self._look_again)
        saver.saving.connect(self._on_saving)
        if self.edit.text():
            self._timer.start()

    def apply(self, wanted: CallFilter, calls: Collection[int]) -> None:
        """Apply a filter that is known to let these calls through."""
        self.edit.setText(text_of(entries_of_filter(wanted)))
        self._timer.stop()
        self._asked += 1
        self.wanted = wanted
        self._take(calls)

    # ------------------------------------------------------------------ looking

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._layout.addWidget(widget)

    @Slot()
    def _on_text_changed(self) -> None:
        self._timer.start()
        self._saver.save_soon()

    @Slot()
    def _look_again(self) -> None:
        if self.edit.text().strip() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _look(self) -> None:
        self._asked += 1
        try:
            wanted = parse_filter(entries_of(self.edit.text()))
        except PlaygroundError as error:
            self._state.setText(error.sentence)
            return
        self.wanted = wanted
        if wanted == CallFilter():
            self._state.setText("")
            self.found.emit(None)
            return
        self._desk.find(wanted, partial(self._on_found, self._asked), self._on_refused)

    def _on_found(self, asked: int, calls: list[int]) -> None:
        if asked == self._asked:
            self._take(calls)

    def _take(self, calls: Collection[int]) -> None:
        self.found.emit(frozenset(calls))
        count = len(self._log.summaries)
        words = self.tr("{0} of {1} calls")
        self._state.setText(words.format(f"{len(calls):,}", f"{count:,}"))

    def _on_refused(self, error: PlaygroundError) -> None:
        self._state.setText(error.sentence)

    @Slot()
    def _on_saving(self) -> None:
        self._saver.remember(call_filter=self.edit.text())

    # ------------------------------------------------------------------ the menu

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        models = sorted({summary.model for summary in self._log.summaries})
        for title, name, values in (
            (self.tr("Model"), "model", models),
            (self.tr("Arm"), "arm", list(Arm)),
            (self.tr("Recipe"), "recipe", list(Recipe)),
            (self.tr("Strategy"), "strategy", list(Strategy)),
        ):
            self._fill(self._menu.addMenu(title), name, values)
        self._menu.addMenu(self._reasons)
        self._reasons.setEnabled(False)
        self._desk.add_up(CallFilter(), self._fill_reasons)

    def _fill_reasons(self, seconds: Seconds) -> None:
        causes = sorted({cause.cause for cause in seconds[1]})
        self._reasons.clear()
        self._fill(self._reasons, "reason", causes)
        self._reasons.setEnabled(bool(causes))

    def _fill(self, menu: QMenu, name: str, values: Iterable[str]) -> None:
        chosen = entries_of(self.edit.text())
        for value in values:
            if '"' in value:
                continue  # it cannot be quoted
            action = QAction(menu_text_of(str(value)), menu)
            action.setData(f"{name}={value}")
            action.setCheckable(True)
            action.setChecked(action.data() in chosen)
            menu.addAction(action)

    @Slot(QAction)
    def _on_entry_chosen(self, action: QAction) -> None:
        entry, entries = str(action.data()), entries_of(self.edit.text())
        kept = [one for one in entries if one != entry]
        self.edit.setText(text_of(kept if len(kept) < len(entries) else [*kept, entry]))


def entries_of(text: str) -> list[str]:
    """Return the entries of a typed filter: its words; quotes hold several together."""
    words = shlex.shlex(text, posix=True)
    words.whitespace_split, words.quotes, words.escape, words.commenters = True, '"', "", ""
    try:
        return list(words)
    except ValueError:  # a quote that is not closed yet
        return text.split()


def text_of(entries: Iterable[str]) -> str:
    """Return entries as they are typed."""
    return " ".join(f'"{one}"' if " " in one else one for one in entries)
