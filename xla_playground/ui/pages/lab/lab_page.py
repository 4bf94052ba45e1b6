"""The page of the function lab: code and inputs at the left, what came of a run at the right."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ....bridge.lab.lab_run import LabRun
from ....core.errors import RequestError
from ....core.lab.inputs import LabInput
from ....core.lab.report import XLA, LabOrder, LabProgress, LabReport
from ....core.lab.source import LabFileError, read_lab, with_inputs
from ....core.lab.templates import LabTemplate
from ....core.messages.pages import lab as messages
from ...state.measuring.measurements import Measurements
from ...state.runner import Runner
from ...state.settings_saver import SettingsSaver
from ...state.table_layouts import TableLayouts
from ...widgets.plain_label import WrappedLabel
from ..race.race_strip import RaceStrip
from .code_pane import CodePane
from .inputs_table import InputsTable
from .lab_results import LabResults
from .limits_row import LimitsRow

#: The code is read this long after the last key.
_READ_AFTER_MS = 300


class LabPage(QWidget):
    """Runs the user's code in a process of its own; a run starts only while nothing else runs.

    *Signals:*
        code_read (str): the code is another one, and it can be run.
    """

    code_read = Signal(str)

    def __init__(
        self,
        run: LabRun,
        runner: Runner,
        measurements: Measurements,
        saver: SettingsSaver,
        layouts: TableLayouts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lab_page")
        self._run, self._runner, self._saver = run, runner, saver
        self._measurements = measurements
        self._pane = CodePane(self)
        self._inputs = InputsTable(self)
        self._rights = WrappedLabel(messages.RIGHTS().text, self)
        self._rights.setObjectName("lab_rights")
        self._limits = LimitsRow(saver.settings.lab_limits, self)
        self._limits.changed.connect(self._on_limits_changed)
        self._results = LabResults(self._inputs_page(), layouts, self)
        self._start = QPushButton(self.tr("Run"), self)
        self._start.setObjectName("lab_run")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("lab_cancel")
        self._cancel.setToolTip(self.tr("End the code's process; what was measured is shown"))
        self._look = QCheckBox(self.tr("Look inside XLA"), self)
        self._look.setObjectName("lab_look")
        self._look.setToolTip(self.tr("XLA compiles the function twice more for that"))
        self._look.setChecked(saver.settings.lab_looks_inside)
        self._look.toggled.connect(saver.save_soon)
        saver.saving.connect(self._on_saving)
        self._strip = RaceStrip("lab", self)
        self._timer = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._timer.timeout.connect(self._read)
        self._lay_out()

        self._pane.edit.textChanged.connect(self._on_text_changed)
        self._pane.refused.connect(self._strip.show_sentence)
        self._inputs.edited.connect(self._on_inputs_edited)
        self._inputs.refused.connect(self._strip.show_sentence)
        self._start.clicked.connect(self._on_start_clicked)
        self._pane.edit.run_asked.connect(self._start.click)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        runner.busy_changed.connect(self._show_enabled)
        measurements.running_changed.connect(self._show_enabled)
        run.progress_changed.connect(self._on_progress)
        run.finished.connect(self._on_finished)
        run.failed.connect(self._strip.show_sentence)
        self._show_enabled()
        if run.report is not None:  # the window was made again, in another language
            self._results.show_report(run.report)
        elif run.is_running:
            self._strip.begin(self.tr("running …"))
            if run.progress is not None:
                self._on_progress(run.progress)

    def stop(self) -> None:
        """Keep the code: the window closes."""
        self._timer.stop()
        self._pane.keep()
        self._results.stop()

    @Slot(object, bool)
    def take_template(self, template: LabTemplate, is_run: bool) -> None:
        """Show the file of a lesson, and run it if it is to run."""
        self._pane.lend(template)
        if is_run:
            self._start.click()
        else:
            self._results.show_inputs()

    @Slot()
    def give_back(self) -> None:
        """Show the code from before the lesson."""
        self._pane.give_back()

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Say something of the code or of its run."""
        self._strip.show_sentence(sentence)

    def _inputs_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("lab_inputs_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._inputs, 1)
        row = QHBoxLayout()
        row.setContentsMargins(6, 2, 6, 4)
        row.addWidget(self._rights, 1)
        row.addWidget(self._limits)
        column.addLayout(row)
        return page

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6, 4, 6, 0)
        row.setSpacing(4)
        for widget in (self._start, self._cancel, self._look):
            row.addWidget(widget)
        row.addStretch(1)
        side = QWidget(self)
        side.setObjectName("lab_side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        self._strip.setContentsMargins(6, 0, 6, 0)
        column.addWidget(self._strip)
        column.addWidget(self._results, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("lab_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._pane)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    # ------------------------------------------------------------------ the code

    @Slot()
    def _on_saving(self) -> None:
        self._saver.remember(lab_looks_inside=self._look.isChecked())
        if not self._limits.problem():
            self._saver.remember(lab_limits=self._limits.value())
        self._pane.keep()

    @Slot()
    def _on_limits_changed(self) -> None:
        self._saver.save_soon()
        if not self._run.is_running:
            self._strip.show_sentence(self._limits.problem())

    @Slot()
    def _on_text_changed(self) -> None:
        if self._pane.edit.error_line is not None:
            self._pane.edit.mark_error(None)
        self._timer.start()
        self._saver.save_soon()

    @Slot()
    def _read(self) -> None:
        """Show the inputs and the forecast of the code; say what is wrong with it."""
        text = self._pane.edit.toPlainText()
        try:
            file = read_lab(text)
        except LabFileError as error:
            if not self._run.is_running:
                self._strip.show_sentence(error.sentence)
            return
        self._inputs.show_inputs(file.inputs)
        if not self._run.is_running:
            self._strip.show_sentence(self._run.forecasts.forecast(text, XLA).sentence)
        self.code_read.emit(text)

    @Slot(object)
    def _on_inputs_edited(self, inputs: tuple[LabInput, ...]) -> None:
        with suppress(RequestError):  # a wrong file shows its error already
            self._pane.edit.set_code(with_inputs(self._pane.edit.toPlainText(), inputs))

    # ------------------------------------------------------------------ running

    @Slot()
    def _on_start_clicked(self) -> None:
        text = self._pane.edit.toPlainText()
        self._pane.edit.mark_error(None)
        try:
            read_lab(text)
        except LabFileError as error:
            self._pane.edit.mark_error(error.problem.line)
            self._strip.show_sentence(error.sentence)
            return
        if problem := self._limits.problem():
            self._strip.show_sentence(problem)
            return
        path, limits = self._pane.path, self._limits.value()
        self._strip.begin(self.tr("starting …"))
        self._run.start(
            LabOrder(
                name=self._pane.name,
                folder="" if path is None else str(path.parent),
                text=text,
                time_s=limits.time_s,
                memory_bytes=limits.memory_bytes,
                is_inspected=self._look.isChecked(),
            )
        )

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._strip.begin(self.tr("cancelling …"))
        self._run.cancel()

    @Slot()
    def _show_enabled(self) -> None:
        is_running = self._run.is_running
        other = self._measurements.problem(self._run)
        self._start.setEnabled(not is_running and not self._runner.is_busy and not other)
        self._cancel.setEnabled(is_running)
        why = self.tr("Run the function eager, as a graph and compiled by XLA (Ctrl+Enter)")
        if self._runner.is_busy:
            why = self.tr("A call runs: a run beside it would measure both")
        elif other:
            why = other
        self._start.setToolTip(why)

    @Slot(object)
    def _on_progress(self, progress: LabProgress) -> None:
        if progress.of:
            text = self.tr("steady call {0:,} of {1:,}").format(progress.done + 1, progress.of)
            self._strip.show_progress(progress.done, progress.of, text)
        else:
            self._strip.begin(f"{progress.what} …")

    @Slot(object)
    def _on_finished(self, report: LabReport) -> None:
        assert self._run.order is not None  # it ran
        asked = self._run.order.text
        self._results.show_report(report)
        problem = report.problem or next((arm.problem for arm in report.arms if arm.problem), None)
        if problem is not None:
            self._strip.show_sentence(problem.sentence.text)
            if self._pane.edit.toPlainText() == asked:
                self._pane.edit.mark_error(problem.line)
            return
        even = next((even.message.text for even in reversed(report.race().break_even)), "")
        self._strip.show_sentence(even)
