"""The page of published claims: each beside what the same experiment gives here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)

from ....bridge.measuring.claims_run import ClaimsRun
from ....core.claims.claim import CLAIMS, Claim, Experiment
from ...pages.race.race_strip import RaceStrip
from ...state.measuring.measurements import Measurements
from ...state.runner import Runner
from ...state.settings_saver import SettingsSaver
from ...state.table_layouts import TableLayouts
from ...tables.rows_model import RowsModel
from ...tables.rows_view import RowsView
from ...widgets.panel_scroll import PanelScroll
from .claim_columns import ClaimRow, claim_columns
from .claim_detail import ClaimDetail


class ClaimsPage(QWidget):
    """The table of claims, and beside it the one that is looked at.

    Experiments have a process of their own. They start only while nothing else runs.
    """

    def __init__(
        self,
        run: ClaimsRun,
        runner: Runner,
        measurements: Measurements,
        saver: SettingsSaver,
        layouts: TableLayouts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("claims_page")
        self._run, self._runner, self._measurements = run, runner, measurements
        self._saver = saver
        self._all = QPushButton(self.tr("Repeat all"), self)
        self._all.setObjectName("claims_repeat_all")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("claims_cancel")
        self._cancel.setToolTip(self.tr("End the experiment; what was measured before is kept"))
        self._strip = RaceStrip("claims", self)
        self._model: RowsModel[ClaimRow] = RowsModel(
            claim_columns(), self, key=lambda row: row.claim.name
        )
        self._view = RowsView(self._model, "", self)
        self._view.setObjectName("claims_view")
        self._view.setAccessibleName(self.tr("Published claims"))
        self._view.keep_layout(layouts)
        self._detail = ClaimDetail(self)
        copy = QAction(self.tr("Copy the command"), self)
        copy.setObjectName("claim_copy_action")
        copy.triggered.connect(self._detail.copy)
        self._view.addAction(copy)
        self._buttons: list[QToolButton] = []
        self._lay_out()
        self._show_rows()
        self._add_row_buttons()

        self._all.clicked.connect(partial(self._start, tuple(Experiment)))
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._detail.repeat_button.clicked.connect(self._on_repeat_clicked)
        self._view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        runner.busy_changed.connect(self._show_enabled)
        measurements.running_changed.connect(self._show_enabled)
        run.progress_changed.connect(self._show_progress)
        run.measured.connect(self._show_rows)
        run.ended.connect(partial(self._strip.show_sentence, ""))
        run.cancelled.connect(self._on_cancelled)
        run.failed.connect(self._strip.show_sentence)
        rows = range(self._model.rowCount())  # in the order in which the user sorted them
        names = [self._model.row(number).claim.name for number in rows]
        self._view.selectRow(names.index(run.kept.shown) if run.kept.shown in names else 0)
        self._show_enabled()
        if run.is_running:  # the window was made again, in another language
            self._show_progress()

    def focus_table(self) -> None:
        """Give the keyboard to the table."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("claims_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._view)
        splitter.addWidget(PanelScroll(self._detail))
        splitter.setSizes([700, 400])
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setVerticalSpacing(4)
        self._strip.setContentsMargins(0, 0, 6, 0)
        grid.addWidget(self._all, 0, 0)
        grid.addWidget(self._cancel, 0, 1)
        grid.addWidget(self._strip, 0, 2)
        grid.addWidget(splitter, 1, 0, 1, 3)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(1, 1)

    def _add_row_buttons(self) -> None:
        """Put a button into each row; the keyboard has the one beside the table."""
        column = self._model.columnCount() - 1
        for number in range(self._model.rowCount()):
            claim = self._model.row(number).claim
            button = QToolButton()
            button.setObjectName(f"claim_repeat_{claim.name}")
            button.setText(self.tr("Repeat"))
            button.setAccessibleName(self.tr("Repeat {0}").format(claim.name))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._on_row_button, claim))
            self._view.setIndexWidget(self._model.index(number, column), button)
            self._buttons.append(button)
        self._view.measure()

    # ------------------------------------------------------------------ what the user does

    def _start(self, experiments: Sequence[Experiment], _checked: bool = False) -> None:
        if not self._problem():
            self._strip.begin(self.tr("starting, once the engine is at rest …"))
            self._run.start(experiments, self._saver.settings.race.torch_python)

    def _on_row_button(self, claim: Claim, _checked: bool = False) -> None:
        for number in range(self._model.rowCount()):
            if self._model.row(number).claim == claim:
                self._view.setCurrentIndex(self._model.index(number, 0))
        self._start((claim.experiment,))

    @Slot()
    def _on_repeat_clicked(self) -> None:
        self._start((self._shown().claim.experiment,))

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._strip.begin(self.tr("cancelling …"))
        self._run.cancel()

    @Slot(QModelIndex)
    def _on_row_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._model.row(index.row())
            self._run.show(row.claim.name)
            self._detail.show_row(row)

    def _shown(self) -> ClaimRow:
        return self._model.row(max(self._view.currentIndex().row(), 0))

    # ------------------------------------------------------------------ what is shown

    def _problem(self) -> str:
        """Return why no experiment can start now, or an empty string."""
        if self._run.is_running:
            return self.tr("Claims are repeated: wait for their end, or cancel.")
        if self._runner.is_busy:
            return self.tr("A call runs: an experiment beside it would measure both")
        return self._measurements.problem(self._run)

    @Slot()
    def _show_enabled(self) -> None:
        problem = self._problem()
        tips: dict[QAbstractButton, str] = {
            self._all: self.tr("Make every experiment, in a process of its own"),
            self._detail.repeat_button: self.tr(
                "Make the experiment of this row; rows of the same experiment are measured, too"
            ),
        }
        for each in self._buttons:
            tips[each] = self.tr("Make the experiment of this row")
        for button, tip in tips.items():
            button.setEnabled(not problem)
            button.setToolTip(problem or tip)
        self._cancel.setEnabled(self._run.is_running)

    @Slot()
    def _show_progress(self) -> None:
        progress = self._run.progress
        if progress is None:
            self._strip.begin(self.tr("starting, once the engine is at rest …"))
            return
        text = self.tr("{0}: experiment {1:,} of {2:,}").format(
            progress.experiment.value, progress.done + 1, progress.of
        )
        if progress.left_s is not None:
            text += self.tr(", {0:,.0f} s left").format(progress.left_s)
        if progress.of == 1:  # how far one experiment is is not known
            self._strip.begin(text)
        else:
            self._strip.show_progress(progress.done, progress.of, text)

    @Slot()
    def _show_rows(self) -> None:
        results = self._run.kept.results
        self._model.set_rows([ClaimRow(claim, results.get(claim.name)) for claim in CLAIMS])
        if self._view.currentIndex().isValid():
            self._detail.show_row(self._shown())

    @Slot()
    def _on_cancelled(self) -> None:
        self._strip.show_sentence(self.tr("Cancelled; what was measured before is kept."))
