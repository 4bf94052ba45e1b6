"""The forecast of Run or the state of a running call, beside the controls of the run bar."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QWidget

from ....core.advice.forecast import Forecast
from ....core.engine.engine import Phase
from ....core.errors import RequestError
from ...state.engine_watch import EngineWatch
from ...state.form import Form
from ...state.planner import Planner
from ...state.runner import Runner
from ...widgets.plain_label import PlainLabel, TermsLabel, make_selectable

#: A progress bar repaints at once at every value, which takes up to 30 ms.
PROGRESS_S = 0.1
#: Hollow: must be built or loaded first; filled: ready.
_NEW, _READY = "○", "●"
#: Pixels of the progress bar and what is around it.
_PROGRESS_ROOM = 8
#: Pixels beside the circle and the sentence.
_SIDES = 14
#: From so many heights of a line on a sentence has two.
_TWO_LINES = 1.5


class ForecastLine(QWidget):
    """Idle: the forecast, or why the call cannot be made. Busy: phase, time and progress."""

    def __init__(
        self,
        form: Form,
        planner: Planner,
        runner: Runner,
        engine: EngineWatch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("forecast_line")
        self._runner, self._engine = runner, engine
        self._idle_text, self._idle_mark = "", ""
        self._has_problem = False
        self._call, self._calls = 1, 1
        self._moved = 0.0
        self._mark = PlainLabel(parent=self)
        self._mark.setObjectName("forecast_mark")
        self._mark.setToolTip(
            self.tr(
                "● the specialization is in memory, or none is needed: the call only runs\n"
                "○ it is traced and compiled first, or loaded from disk\n"
                "! the call cannot be made"
            )
        )
        self._key = PlainLabel(self.tr("● only runs   ○ is built or loaded first"), self)
        self._key.setObjectName("forecast_key")
        self._key.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._key.setToolTip(self._mark.toolTip())
        self._key.hide()
        self._text = TermsLabel("", self)
        self._text.setObjectName("forecast_text")
        make_selectable(self._text, by_tab=True)
        self._text.setAccessibleName(self.tr("Forecast of the next call"))
        self._progress = QProgressBar(self)
        self._progress.setObjectName("call_progress")
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(4)
        policy = self._progress.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()

        layout = QGridLayout(self)
        layout.setContentsMargins(8, 0, 4, 0)
        layout.setHorizontalSpacing(_SIDES - 12)
        layout.setVerticalSpacing(2)
        layout.setRowStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._mark, 1, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1, 1)
        layout.addWidget(self._key, 2, 1)
        layout.addWidget(self._progress, 3, 0, 1, 2)
        layout.setRowStretch(4, 1)

        planner.forecast_changed.connect(self._on_forecast_changed)
        form.problem_found.connect(self._on_problem_found)
        form.problem_cleared.connect(self._on_problem_cleared)
        runner.busy_changed.connect(self._on_busy_changed)
        runner.progress_changed.connect(self._on_progress_changed)
        engine.ticked.connect(self._on_ticked)
        self._follow_font()
        self._on_ticked()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._follow_font()

    def hasHeightForWidth(self) -> bool:
        # else a layout around it asks how high the sentence would be at its least width
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow_font(self) -> None:
        self._mark.setFixedWidth(self.fontMetrics().horizontalAdvance("●●"))
        self._fit()

    def _fit(self) -> None:
        """Claim the height of the sentence, and show what the circles mean if it leaves a line.

        Two lines are always claimed, so that nothing below moves for most sentences. A tool bar
        does not ask for a height at a width.
        """
        line = self.fontMetrics().height()
        needed = self._text.height_of_text(self.width() - self._mark.width() - _SIDES)
        has_circle = self._mark.text() in (_NEW, _READY)
        self._key.setVisible(has_circle and needed < _TWO_LINES * line)
        self.setMinimumHeight(max(needed, 2 * line) + _PROGRESS_ROOM)

    @Slot(object)
    def _on_forecast_changed(self, forecast: Forecast | None) -> None:
        if forecast is None:  # keep the old words, greyed, until the new ones are known
            self._text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            return
        self._has_problem = False
        self._idle_text = forecast.sentence
        self._idle_mark = _NEW if forecast.is_new else _READY
        self._show_idle()

    @Slot(object)
    def _on_problem_found(self, error: RequestError) -> None:
        self._has_problem = True
        self._idle_text = error.sentence
        self._idle_mark = "!"
        self._show_idle()

    @Slot()
    def _on_problem_cleared(self) -> None:
        if self._has_problem:
            self._has_problem = False
            self._idle_text = self._idle_mark = ""
            self._show_idle()

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:
        self._progress.setVisible(is_busy)
        if is_busy:
            self._call, self._calls = 1, 1
            self._move_progress()
            self._on_ticked()
        else:
            self._show_idle()

    @Slot(int, int)
    def _on_progress_changed(self, call: int, calls: int) -> None:
        self._call, self._calls = call, calls
        self._on_ticked()

    @Slot()
    def _on_ticked(self) -> None:
        if not self._runner.is_busy:
            self._show_idle()
            return
        text = self._engine.sentence() if not self._engine.is_at_rest else self.tr("running …")
        if self._calls > 1:
            text = self.tr("call {0} of {1} · {2}").format(self._call, self._calls, text)
        self._mark.setText("")
        self._text.setForegroundRole(QPalette.ColorRole.WindowText)
        self._text.setText(text)
        self._fit()
        if time.monotonic() - self._moved > PROGRESS_S:
            self._move_progress()

    def _move_progress(self) -> None:
        self._moved = time.monotonic()
        # a first call cannot tell how far it is: the bar only moves
        self._progress.setRange(0, self._calls if self._call > 1 else 0)
        self._progress.setValue(self._call - 1)

    def _show_idle(self) -> None:
        if self._runner.is_busy:
            return
        if self._engine.phase in (Phase.STARTING, Phase.STOPPED) and not self._has_problem:
            self._idle_text = self._idle_mark = ""  # what was in memory is gone
        role = QPalette.ColorRole.BrightText if self._has_problem else QPalette.ColorRole.WindowText
        self._text.setForegroundRole(role)
        self._mark.setForegroundRole(role)
        self._mark.setText(self._idle_mark)
        self._text.setText(self._idle_text or self._engine.sentence())
        self._fit()
