"""The page *Inside XLA*: what became of a specialization, in figures and as a program."""

from __future__ import annotations

import statistics
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSplitter, QTabWidget, QWidget

from ....bridge.background import Background
from ....core.call.record import Cache
from ....core.call.specialization import SpecializationKey
from ....core.inside.difference import Change, difference_of
from ....core.inside.hlo import parse_hlo
from ....core.inside.inspection import Inspection
from ....core.inside.machine import read_limits
from ....core.paths import machine_path
from ...state.call_log import CallLog
from ...state.specializations.inspections import Inspections
from ...state.specializations.specialization_list import SpecializationList
from ...tables.rows_model import Column, RowsModel
from ...tables.rows_view import RowsView
from ...text.plain_text import tooltip_of
from ...widgets.elided_label import ElidedLabel
from .hlo_view import HloView
from .inside_figures import FigureRow, figure_rows, limit_text, reasons_text


class InsidePanel(QWidget):
    """At the left the figures, at the right StableHLO, optimized HLO, and a difference."""

    def __init__(
        self,
        inspections: Inspections,
        specializations: SpecializationList,
        log: CallLog,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inside_panel")
        self._inspections, self._specializations, self._log = inspections, specializations, log
        self._key: SpecializationKey | None = None
        self._other: SpecializationKey | None = None
        self._background = Background(self, newest_only=True)
        self._state = ElidedLabel("", self)
        self._state.setObjectName("inside_state")
        self._against = QComboBox(self)
        self._against.setObjectName("inside_against")
        self._against.setAccessibleName(self.tr("Compare with"))
        self._against.setToolTip(
            self.tr("Another specialization in memory, to show what differs in its program")
        )
        self._model: RowsModel[FigureRow] = RowsModel(
            (
                Column(self.tr("Figure"), lambda row: row.title),
                Column(self.tr("Value"), lambda row: row.text, is_number=True),
            ),
            self,
            key=lambda row: row.title,
        )
        hint = self.tr("Choose a specialization and press Inside XLA")
        self._figures = RowsView(self._model, hint, self)
        self._figures.setObjectName("inside_figures")
        self._figures.setAccessibleName(self.tr("Figures"))
        self._stablehlo = HloView("stablehlo", self)
        self._optimized = HloView("optimized", self)
        self._difference = HloView("difference", self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("inside_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._optimized, self.tr("Optimized HLO"))
        self._tabs.addTab(self._stablehlo, self.tr("StableHLO"))
        self._tabs.addTab(self._difference, self.tr("Difference"))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("inside_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._figures)
        splitter.addWidget(self._tabs)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._state, 0, 0)
        layout.addWidget(self._against, 0, 1)
        layout.addWidget(splitter, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(1, 1)
        self._fill_against()

        self._against.activated.connect(self._on_against_chosen)
        inspections.found.connect(self._on_found)
        inspections.refused.connect(self._on_refused)
        specializations.changed.connect(self._fill_against)

    def show_key(self, key: SpecializationKey) -> None:
        """Show what XLA made of a specialization; the engine is asked for it."""
        self._key, self._other = key, None
        self._model.set_rows(())
        for view in (self._stablehlo, self._optimized, self._difference):
            view.show_text("")
        self._state.setText(self.tr("{0}: XLA compiles it once more …").format(key.label()))
        self._fill_against()
        self._inspections.ask(key)

    def stop(self) -> None:
        """Wait for what runs: the window closes."""
        self._background.stop()

    # ------------------------------------------------------------------ answers

    @Slot(object)
    def _on_found(self, key: SpecializationKey) -> None:
        if key == self._key:
            self._show_inspection(key)
        elif key == self._other:
            self._compare()

    def _show_inspection(self, key: SpecializationKey) -> None:
        inspection = self._inspections.of(key)
        assert inspection is not None
        ns_per_token = self._ns_per_token(key)
        limit = limit_text(inspection, ns_per_token, read_limits(machine_path()))
        self._state.setText(f"{key.label()} · {inspection.device} · {limit}")
        self._model.set_rows(figure_rows(inspection, ns_per_token))
        self._figures.setToolTip(tooltip_of(reasons_text(inspection, ns_per_token)))
        self._optimized.show_text(inspection.optimized)
        self._stablehlo.show_text(inspection.stablehlo or inspection.reasons.get("stablehlo", ""))

    def _ns_per_token(self, key: SpecializationKey) -> float | None:
        """Return what a token of each prompt takes in a steady call, the median, in ns."""
        series = self._log.own.book.get(key)
        runs = [run for run in series.runs if run.new_tokens] if series else []
        per_token = [run.run_ns * key.batch / run.new_tokens for run in runs]
        return statistics.median(per_token) if per_token else None

    @Slot(object, str)
    def _on_refused(self, key: SpecializationKey, sentence: str) -> None:
        if key == self._key:
            self._state.setText(sentence)
        elif key == self._other:
            self._difference.show_text(sentence)

    # ------------------------------------------------------------------ the difference

    @Slot()
    def _fill_against(self) -> None:
        infos = [info for info in self._specializations.infos if info.where is Cache.MEMORY]
        keys = [None, *(info.key for info in infos if info.key != self._key)]
        if keys != [self._against.itemData(place) for place in range(self._against.count())]:
            self._against.clear()
            for key in keys:
                self._against.addItem(key.label() if key else self.tr("compare with …"), key)
        self._against.setCurrentIndex(keys.index(self._other) if self._other in keys else 0)
        self._against.setEnabled(self._key is not None and len(keys) > 1)

    @Slot(int)
    def _on_against_chosen(self, index: int) -> None:
        self._other = self._against.itemData(index)
        if self._other is not None:
            self._tabs.setCurrentWidget(self._difference)
            self._difference.show_text(self.tr("XLA compiles the other once more …"))
            self._inspections.ask(self._other)

    def _compare(self) -> None:
        both = [self._inspections.of(key) for key in (self._key, self._other) if key is not None]
        first, second = (*both, None, None)[:2]
        if first is not None and second is not None:
            self._background.run(
                partial(_difference_text, first, second), self._difference.show_text
            )


def _difference_text(first: Inspection, second: Inspection) -> str:
    """Return what differs between two optimized programs, one changed instruction a line."""
    programs = difference_of(parse_hlo(first.optimized), parse_hlo(second.optimized))
    signs = {Change.REMOVED: "-", Change.ADDED: "+"}
    lines = [
        f"{first.label} (-) against {second.label} (+): {programs.removed:,} removed, "
        f"{programs.added:,} added"
    ]
    computation = ""
    for line in programs.lines:
        if line.computation != computation:
            computation = line.computation
            lines.append(f"in {computation}:")
        lines.append(f"{signs[line.change]} {line.text}")
    return "\n".join(lines)
