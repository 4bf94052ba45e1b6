"""The page that races the current request: lanes, progress, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QSplitter, QWidget

from ....bridge.measuring.race_run import RaceRun
from ....core.comparison.lanes import LANES, TORCH
from ....core.comparison.race_report import RaceOrder, RaceProgress, RaceReport, RaceRow
from ....core.errors import RequestError
from ....core.window.race_settings import RUNS, RaceSettings
from ...state.form import Form
from ...state.measuring.measurements import Measurements
from ...state.runner import Runner
from ...state.settings_saver import SettingsSaver
from ...state.table_layouts import TableLayouts
from ...tables.race_columns import race_columns
from ...tables.rows_model import RowsModel
from ...tables.rows_view import RowsView
from ...widgets.check_row import CheckRow
from ...widgets.panel_scroll import PanelScroll
from ...widgets.plain_label import WrappedLabel
from .race_plots import RacePlots
from .race_strip import RaceStrip
from .torch_python import TorchPython


class RacePage(QWidget):
    """At the left what to race, at the right the plots, the table and the break-even.

    A race has a process of its own. It starts only while no call and no other measurement runs.
    """

    def __init__(
        self,
        form: Form,
        runner: Runner,
        measurements: Measurements,
        saver: SettingsSaver,
        layouts: TableLayouts,
        race: RaceRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("race_page")
        self._form, self._runner, self._race = form, runner, race
        self._saver, self._measurements = saver, measurements
        self._is_refused = False
        chosen = saver.settings.race
        self._runs = QComboBox(self)
        self._runs.setObjectName("race_runs")
        self._runs.setAccessibleName(self.tr("Steady calls of each lane"))
        self._runs.setToolTip(self._runs.accessibleName())
        for runs in RUNS:
            self._runs.addItem(self.tr("{0} calls").format(runs), runs)
        self._runs.setCurrentIndex(RUNS.index(chosen.runs))
        self._start = QPushButton(self.tr("Race"), self)
        self._start.setObjectName("race_button")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("cancel_race_button")
        self._cancel.setToolTip(self.tr("End the race; what was measured is shown"))
        self._cancel.setEnabled(False)
        self._strip = RaceStrip("race", self)
        self._lanes = CheckRow(
            "race_lane", [(name, name) for name in LANES], chosen.lanes, columns=2
        )
        self._lanes.setObjectName("race_lane_boxes")
        self._lanes.setToolTip(self.tr("The first lane that is checked is the baseline"))
        self._torch = TorchPython(chosen.torch_python, self)
        self._model: RowsModel[RaceRow] = RowsModel(
            race_columns(), self, key=lambda row: row.lane, is_quiet=lambda row: bool(row.error)
        )
        self._view = RowsView(
            self._model, self.tr("Race makes the call of the panels on each lane, in turn"), self
        )
        self._view.setObjectName("race_view")
        self._view.setAccessibleName(self.tr("Lanes"))
        self._view.keep_layout(layouts)
        self._sentences = WrappedLabel(parent=self)
        self._sentences.setObjectName("race_sentences")
        self._sentences.setAccessibleName(self.tr("Break-even"))
        self._plots = RacePlots("race", self)
        self._lay_out()

        self._start.clicked.connect(self._on_start_clicked)
        self._cancel.clicked.connect(race.cancel)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._lanes.changed.connect(self._on_chosen)
        self._torch.changed.connect(self._on_chosen)
        self._runs.currentIndexChanged.connect(self._on_chosen)
        form.changed.connect(self._on_form_changed)
        runner.busy_changed.connect(self._show_enabled)
        measurements.running_changed.connect(self._show_enabled)
        race.progress_changed.connect(self._on_progress)
        race.finished.connect(self._on_finished)
        race.cancelled.connect(self._on_cancelled)
        race.failed.connect(self._strip.show_sentence)
        self._show_enabled()
        if race.report is not None:  # the window was made again, in another language
            self._on_finished(race.report)
        if race.is_running:
            self._show_start()
            if race.progress is not None:
                self._on_progress(race.progress)

    def focus_button(self) -> None:
        """Give the keyboard to the button that begins a race."""
        self._start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setObjectName("race_side")
        grid = QGridLayout(side)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._runs, 0, 0)
        grid.addWidget(self._start, 0, 1)
        grid.addWidget(self._cancel, 0, 2)
        grid.addWidget(self._strip, 1, 0, 1, 3)
        grid.addWidget(self._lanes, 2, 0, 1, 3)
        grid.addWidget(self._torch, 3, 0, 1, 3)
        grid.setRowStretch(4, 1)
        self._sentences.setContentsMargins(6, 3, 6, 3)
        results = QSplitter(Qt.Orientation.Vertical, self)
        results.setObjectName("race_results")
        results.setChildrenCollapsible(False)
        results.addWidget(self._view)
        results.addWidget(PanelScroll(self._sentences))
        results.setStretchFactor(0, 2)
        results.setStretchFactor(1, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("race_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._plots)
        splitter.addWidget(results)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PanelScroll(side), 0, 0)
        layout.addWidget(splitter, 0, 1)
        layout.setColumnStretch(1, 1)

    # ------------------------------------------------------------------ what the user does

    @Slot()
    def _on_start_clicked(self) -> None:
        try:
            request = self._form.runnable_request()
        except RequestError as error:
            self._form.show_problem(error)
            self._strip.show_sentence(error.sentence)
            self._is_refused = True
            return
        self._show_start()
        chosen = self._chosen()
        self._race.start(
            RaceOrder(
                request=request,
                lanes=self._present_lanes(),
                runs=chosen.runs,
                torch_python=chosen.torch_python,
            )
        )

    @Slot()
    def _on_form_changed(self) -> None:
        """Take away the sentence of a refused request: it is another request now."""
        if self._is_refused:
            self._is_refused = False
            self._strip.show_sentence("")

    def _show_start(self) -> None:
        self._is_refused = False
        self._strip.begin(self.tr("starting, once the engine is at rest …"))

    def _chosen(self) -> RaceSettings:
        return RaceSettings(
            lanes=self._lanes.values(),
            runs=self._runs.currentData(),
            torch_python=self._torch.value(),
        )

    def _present_lanes(self) -> tuple[str, ...]:
        absent = TORCH if self._torch.problem() else ()
        return tuple(lane for lane in self._lanes.values() if lane not in absent)

    @Slot()
    def _on_chosen(self) -> None:
        self._saver.remember(race=self._chosen())
        self._saver.save_soon()
        self._show_enabled()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._strip.begin(self.tr("cancelling …"))

    @Slot()
    def _show_enabled(self) -> None:
        is_running = self._race.is_running
        other = self._measurements.problem(self._race)
        is_free = not is_running and not self._runner.is_busy and not other
        self._start.setEnabled(is_free and bool(self._present_lanes()))
        self._cancel.setEnabled(is_running)
        self._lanes.setEnabled(not is_running)
        why = self._torch.problem()
        self._lanes.disable(TORCH if why else (), why)
        self._torch.setEnabled(not is_running)
        self._runs.setEnabled(not is_running)
        why = self.tr("Make the call of the panels on each lane, in a process of its own")
        if self._runner.is_busy:
            why = self.tr("A call runs: a race beside it would measure both")
        elif other:
            why = other
        elif not self._present_lanes():
            why = self.tr("Check a lane first")
        self._start.setToolTip(why)

    # ------------------------------------------------------------------ what comes of it

    @Slot(object)
    def _on_progress(self, progress: RaceProgress) -> None:
        text = self.tr("{0}: call {1:,} of {2:,}").format(
            progress.lane, progress.calls + 1, progress.of
        )
        if progress.left_s is not None:
            text += self.tr(", {0:,.0f} s left").format(progress.left_s)
        self._strip.show_progress(progress.calls, progress.of, text)

    @Slot()
    def _on_cancelled(self) -> None:
        self._strip.show_sentence(self.tr("Cancelled before anything was measured."))

    @Slot(object)
    def _on_finished(self, report: RaceReport) -> None:
        end = ""
        if report.is_cancelled:
            end = self.tr("Cancelled: these are the calls that were made.")
        self._strip.show_sentence(end)
        self._model.set_rows(report.rows)
        sentences = [
            self.tr("Against {0}: {1}").format(even.against, even.message.text)
            for even in report.break_even
        ]
        sentences += [f"{row.lane}: {row.problem.text}" for row in report.rows if row.problem]
        self._sentences.setText("\n".join(sentences))
        self._plots.show_report(report)
