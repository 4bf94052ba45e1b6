"""What came of a run of the lab: arms, calls, training, XLA's program, output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTabWidget, QWidget

from ....core.inside.figures import figures_of
from ....core.inside.inspection import Inspection
from ....core.lab.report import LabFit, LabReport
from ....core.units import format_bytes
from ...state.table_layouts import TableLayouts
from ...tables.rows_model import Column, RowsModel
from ...tables.rows_view import RowsView
from ...widgets.panel_scroll import PanelScroll
from ...widgets.plain_label import WrappedLabel
from ..inside.inside_figures import FigureRow, figure_rows
from ..inside.program_view import ProgramView
from ..race.race_plots import RacePlots
from .lab_columns import (
    ArmRow,
    CallRow,
    arm_columns,
    arm_rows,
    call_columns,
    call_rows,
    fit_columns,
)

if TYPE_CHECKING:
    from ...plots.lab.loss_plot import LossPlot


class LabResults(QTabWidget):
    """Tabs with everything that a run measured."""

    def __init__(
        self, inputs: QWidget, layouts: TableLayouts, parent: QWidget | None = None
    ) -> None:
        """Make the tabs, the first of which shows ``inputs``."""
        super().__init__(parent)
        self.setObjectName("lab_results")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.addTab(inputs, self.tr("Inputs"))
        self._loss_plot: LossPlot | None = None
        hint = self.tr("Run shows the function eager, as a graph and compiled by XLA")
        self._arms: RowsModel[ArmRow] = RowsModel(
            arm_columns(),
            self,
            key=lambda row: row.arm.arm,
            is_quiet=lambda row: row.arm.problem is not None,
        )
        arms_view = self._view("lab_arms", self.tr("Arms"), self._arms, hint, layouts)
        self._sentences = WrappedLabel(parent=self)
        self._sentences.setObjectName("lab_sentences")
        self._sentences.setAccessibleName(self.tr("Break-even"))
        self._sentences.setContentsMargins(6, 3, 6, 3)
        self._plots = RacePlots("lab", self)
        self._plots.setObjectName("lab_plots")
        self._arms_page = self._made_arms_page(arms_view)
        self.addTab(self._arms_page, self.tr("Arms"))
        self.addTab(self._plots, self.tr("Race"))

        self._calls: RowsModel[CallRow] = RowsModel(
            call_columns(), self, key=lambda row: (row.arm, row.number)
        )
        hint = self.tr("Here are the phases of each call, and why it was traced")
        self.addTab(
            self._view("lab_calls", self.tr("Calls"), self._calls, hint, layouts),
            self.tr("Calls"),
        )
        self._fits: RowsModel[LabFit] = RowsModel(
            fit_columns(), self, key=lambda fit: (fit.method, fit.is_compiled)
        )
        hint = self.tr("A Keras model is trained and asked here, jit_compile off and on")
        self._training = QSplitter(Qt.Orientation.Horizontal, self)
        self._training.setObjectName("lab_training")
        self._training.setChildrenCollapsible(False)
        self._training.addWidget(
            self._view("lab_fits", self.tr("fit and predict"), self._fits, hint, layouts)
        )
        self.addTab(self._training, self.tr("fit and predict"))
        self.addTab(self._inside_page(layouts), self.tr("Inside XLA"))
        self._output = QPlainTextEdit(self)
        self._output.setObjectName("lab_output")
        self._output.setAccessibleName(self.tr("Output"))
        self._output.setReadOnly(True)
        self._output.setTabChangesFocus(True)
        self._output.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._output.setPlaceholderText(self.tr("What the code prints is shown here"))
        self.addTab(self._output, self.tr("Output"))

    def show_inputs(self) -> None:
        """Bring the table of inputs to the front."""
        self.setCurrentIndex(0)

    def show_report(self, report: LabReport) -> None:
        """Show what came of a run; the arms come to the front if the inputs are there."""
        if self.currentIndex() == 0:
            self.setCurrentWidget(self._arms_page)
        self._arms.set_rows(arm_rows(report))
        self._calls.set_rows(call_rows(report))
        self._fits.set_rows(report.fits)
        race = report.race()
        sentences = [
            self.tr("Against {0}: {1}").format(even.against, even.message.text)
            for even in race.break_even
        ]
        sentences += [
            f"{arm.arm}: {arm.problem.sentence}" for arm in report.arms if arm.problem is not None
        ]
        sentences += [f"{fit.method}: {fit.problem.sentence}" for fit in report.fits if fit.problem]
        self._sentences.setText("\n".join(sentences))
        if any(row.p50_ms is not None for row in race.rows):
            self._plots.show_report(race)
        if any(fit.losses for fit in report.fits):
            self._show_losses(report.fits)
        self._show_inside(report.inspection)
        self._output.setPlainText(self._output_text(report))

    def _view(
        self, name: str, title: str, model: RowsModel[Any], hint: str, layouts: TableLayouts
    ) -> RowsView:
        view = RowsView(model, hint, self)
        view.setObjectName(name)
        view.setAccessibleName(title)
        view.keep_layout(layouts)
        return view

    def _made_arms_page(self, view: RowsView) -> QWidget:
        below = QSplitter(Qt.Orientation.Vertical, self)
        below.setObjectName("lab_arms_below")
        below.setChildrenCollapsible(False)
        below.addWidget(view)
        below.addWidget(PanelScroll(self._sentences))
        below.setStretchFactor(0, 2)
        below.setStretchFactor(1, 1)
        return below

    def _inside_page(self, layouts: TableLayouts) -> QWidget:
        self._figures: RowsModel[FigureRow] = RowsModel(
            (
                Column(self.tr("Figure"), lambda row: row.title),
                Column(self.tr("Value"), lambda row: row.text, is_number=True),
            ),
            self,
            key=lambda row: row.title,
        )
        hint = self.tr("Check Look inside XLA before a run")
        self._program = ProgramView("lab_program", self)
        page = QSplitter(Qt.Orientation.Horizontal, self)
        page.setObjectName("lab_inside_page")
        page.setChildrenCollapsible(False)
        page.addWidget(self._view("lab_figures", self.tr("Figures"), self._figures, hint, layouts))
        page.addWidget(self._program)
        page.setStretchFactor(1, 1)
        return page

    def stop(self) -> None:
        """Wait for what runs: the window closes."""
        self._program.stop()

    def _show_inside(self, inspection: Inspection | None) -> None:
        if inspection is None:
            self._figures.set_rows(())
            self._program.show_text("")
            return
        whole = figures_of(inspection)
        rows = [row for row in figure_rows(inspection, None) if row.text != "–"]
        rows.append(FigureRow(self.tr("Operations a run"), f"{whole['flops_per_run']:,}"))
        traffic = format_bytes(whole["bytes_per_run"])
        rows.append(FigureRow(self.tr("Traffic a run"), traffic))
        self._figures.set_rows(rows)
        self._program.show_text(inspection.optimized)

    def _show_losses(self, fits: tuple[LabFit, ...]) -> None:
        if self._loss_plot is None:
            from ...plots.lab.loss_plot import LossPlot  # pyqtgraph takes half a second

            self._loss_plot = LossPlot(self)
            self._training.addWidget(self._loss_plot)
        self._loss_plot.show_fits(fits)

    def _output_text(self, report: LabReport) -> str:
        if not report.dropped_bytes:
            return report.output
        dropped = format_bytes(report.dropped_bytes)
        return self.tr("{0} before this are not kept.").format(dropped) + "\n" + report.output
