"""The page *Inside XLA*: what became of a specialization, in figures and as a program."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ....bridge.background import Background
from ....bridge.measuring.machine_run import MachineRun
from ....core.call.record import Cache
from ....core.call.specialization import SpecializationKey
from ....core.history.latency import ns_per_token
from ....core.inside.machine import read_limits
from ....core.paths import machine_path
from ...state.call_log import CallLog
from ...state.measuring.measurements import Measurements
from ...state.runner import Runner
from ...state.specializations.inspections import Inspections
from ...state.specializations.specialization_list import SpecializationList
from ...tables.rows_model import Column, RowsModel
from ...tables.rows_view import RowsView
from ...text.plain_text import tooltip_of
from .difference_text import difference_text
from .inside_figures import FigureRow, figure_rows, limit_text, reasons_text
from .looks_bar import LooksBar
from .own_calls import latest_request, steady_records
from .profile_view import ProfileView
from .program_text import module_in
from .program_view import ProgramView


class InsidePage(QWidget):
    """At the left the figures, at the right the program's texts, a difference, and a profile."""

    def __init__(
        self,
        inspections: Inspections,
        specializations: SpecializationList,
        log: CallLog,
        runner: Runner,
        measurements: Measurements,
        machine: MachineRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inside_page")
        self._inspections, self._specializations, self._log = inspections, specializations, log
        self._machine, self._measurements = machine, measurements
        self._key: SpecializationKey | None = None
        self._other: SpecializationKey | None = None
        self._background = Background(self, newest_only=True)
        self._sentence = ""
        self._bar = LooksBar(machine, runner, measurements, self)
        self._against = self._bar.against
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
        self._stablehlo = ProgramView("stablehlo", self)
        self._optimized = ProgramView("optimized", self)
        self._difference = ProgramView("difference", self)
        self._profile = ProfileView(self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("inside_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._optimized, self.tr("&Optimized HLO"))
        self._tabs.addTab(self._stablehlo, self.tr("&StableHLO"))
        self._tabs.addTab(self._difference, self.tr("&Difference"))
        self._tabs.addTab(self._profile, self.tr("&Profile"))
        # beside the tabs, as the page has room for some lines only
        self._searches = QStackedWidget(self)
        for view in (self._optimized, self._stablehlo, self._difference):
            self._searches.addWidget(view.search_row)
        self._tabs.setCornerWidget(self._searches)
        self._lay_out()

        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._bar.cancelled.connect(self._on_cancelled)
        self._bar.ticked.connect(self._show_state)
        self._against.activated.connect(self._on_against_chosen)
        self._profile.profile_asked.connect(self._on_profile_asked)
        self._profile.operation_chosen.connect(self._on_operation_chosen)
        inspections.found.connect(self._on_found)
        inspections.refused.connect(self._on_refused)
        inspections.profiled.connect(self._on_profiled)
        inspections.profile_refused.connect(self._on_profile_refused)
        inspections.asked_changed.connect(self._show_state)
        specializations.changed.connect(self._on_specializations_changed)
        measurements.running_changed.connect(self._on_specializations_changed)
        machine.running_changed.connect(self._show_state)
        machine.finished.connect(self._show_limits)
        machine.cancelled.connect(self._show_limits)
        machine.failed.connect(self._on_not_measured)
        self._on_specializations_changed()
        key, other = inspections.shown
        if key is not None and inspections.is_known(key):  # the window was made again
            self.show_key(key)
            self._compare_with(other if other and inspections.is_known(other) else None)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("inside_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._figures)
        splitter.addWidget(self._tabs)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._bar)
        layout.addWidget(splitter, 1)

    def show_key(self, key: SpecializationKey) -> None:
        """Show what XLA made of a specialization; the engine is asked for it."""
        self._key, self._other = key, None
        self._background.forget()  # a difference of another two
        self._inspections.show(key)
        self._sentence = ""
        self._model.set_rows(())
        for view in (self._stablehlo, self._optimized, self._difference):
            view.show_times({})
            view.show_text("")
        self._profile.show_profile(None, None)
        self._on_specializations_changed()
        self._inspections.ask(key)
        if self._inspections.profile_of(key) is not None:
            self._on_profiled(key)
        self._show_state()

    def stop(self) -> None:
        """Wait for what runs: the window closes."""
        self._background.stop()
        for view in (self._stablehlo, self._optimized, self._difference, self._profile):
            view.stop()

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        self._searches.setVisible(index < self._searches.count())
        self._searches.setCurrentIndex(index)

    # ------------------------------------------------------------------ what is going on

    @Slot()
    def _show_state(self) -> None:
        """Show how long the engine has been asked, or what it answered."""
        seconds = self._inspections.asked_s(self._key, self._other) if self._key else None
        self._bar.show_asked(seconds is not None)
        sentence = self._sentence
        if seconds is not None and self._key is not None:
            asked = self.tr("{0}: the worker looks inside, {1:,.0f} s so far; calls wait")
            sentence = asked.format(self._key.label(), seconds)
        elif self._is_shown() and self._key is not None and not self._is_in_memory(self._key):
            sentence = self.tr("no longer in memory · {0}").format(sentence)
        if self._machine.is_running:
            sentence = self.tr("measuring this machine: calls wait until it is done")
        self._bar.show_sentence(sentence)

    def _is_shown(self) -> bool:
        return self._key is not None and self._inspections.of(self._key) is not None

    @Slot()
    def _on_cancelled(self) -> None:
        self._inspections.cancel(self._key, self._other)

    # ------------------------------------------------------------------ answers

    @Slot(object)
    def _on_found(self, key: SpecializationKey) -> None:
        if key == self._key:
            self._show_inspection(key)
        if self._other is not None and key in (self._key, self._other):
            self._compare()

    def _show_inspection(self, key: SpecializationKey) -> None:
        inspection = self._inspections.of(key)
        assert inspection is not None
        ns_per_token = self._ns_per_token(key)
        self._model.set_rows(figure_rows(inspection, ns_per_token))
        self._figures.setToolTip(tooltip_of(reasons_text(inspection, ns_per_token)))
        self._optimized.show_text(inspection.optimized)
        no_stablehlo = str(inspection.reasons.get("stablehlo", ""))
        self._stablehlo.show_text(inspection.stablehlo or no_stablehlo)
        self._show_limits()
        self._show_times()

    @Slot()
    def _show_limits(self) -> None:
        """Show how far a token is from the machine's limits, and offer to measure them."""
        inspection = None if self._key is None else self._inspections.of(self._key)
        if self._key is not None and inspection is not None:
            machine = read_limits(machine_path())
            limit = limit_text(inspection, self._ns_per_token(self._key), machine)
            self._sentence = f"{self._key.label()} · {inspection.device} · {limit}"
            is_known = machine is not None and machine.device == inspection.device
            self._bar.offer_measuring(not is_known)
        else:
            self._bar.offer_measuring(False)
        self._show_state()

    @Slot(str)
    def _on_not_measured(self, sentence: str) -> None:
        self._sentence = sentence
        self._show_state()

    def _ns_per_token(self, key: SpecializationKey) -> float | None:
        """Return what a token of each sequence takes in a steady call, the median, in ns."""
        return ns_per_token(steady_records(self._log, key))

    @Slot(object, str)
    def _on_refused(self, key: SpecializationKey, sentence: str) -> None:
        if key == self._key:
            self._sentence = sentence
            self._show_state()
        elif key == self._other:
            self._difference.show_text(sentence)

    # ------------------------------------------------------------------ the profile

    @Slot()
    def _on_profile_asked(self) -> None:
        if self._key is None:
            return
        request = latest_request(self._log, self._key)
        if request is None:
            self._profile.show_sentence(
                self.tr("No call of this specialization is in the history: run one first.")
            )
            return
        self._profile.show_sentence(self.tr("One more call runs under the profiler …"))
        self._inspections.profile(self._key, request)

    @Slot(object)
    def _on_profiled(self, key: SpecializationKey) -> None:
        if key == self._key:
            series = self._log.own.book.get(key)
            steady = series.steady() if series is not None else None
            median = None if steady is None else steady.median_ns
            self._profile.show_profile(self._inspections.profile_of(key), median)
            self._show_times()

    @Slot(object, str)
    def _on_profile_refused(self, key: SpecializationKey, sentence: str) -> None:
        if key == self._key:
            self._profile.show_sentence(sentence)

    def _show_times(self) -> None:
        """Show the operations' shares of the time beside their lines."""
        if self._key is None:
            return
        profile = self._inspections.profile_of(self._key)
        inspection = self._inspections.of(self._key)
        if profile is not None and inspection is not None:
            self._optimized.show_times(profile.of_module(module_in(inspection.optimized)))

    @Slot(str)
    def _on_operation_chosen(self, name: str) -> None:
        if self._optimized.show_operation(name):
            self._tabs.setCurrentWidget(self._optimized)
        else:
            sentence = self.tr("{0} is an operation of another program of this call").format(name)
            self._profile.show_sentence(sentence)

    # ------------------------------------------------------------------ the difference

    @Slot()
    def _on_specializations_changed(self) -> None:
        infos = [info for info in self._specializations.infos if info.where is Cache.MEMORY]
        keys = [None, *(info.key for info in infos if info.key != self._key)]
        if keys != [self._against.itemData(place) for place in range(self._against.count())]:
            self._against.clear()
            for key in keys:
                self._against.addItem(key.label() if key else self.tr("compare with …"), key)
        self._against.setCurrentIndex(keys.index(self._other) if self._other in keys else 0)
        measuring = self._measurements.problem()
        self._against.setEnabled(self._key is not None and len(keys) > 1 and not measuring)
        is_here = self._key is not None and self._is_in_memory(self._key)
        why = self.tr("Make one more call like the latest one, under TensorFlow's profiler")
        if not is_here:
            why = self.tr("It is not in memory: run its call first")
        self._profile.profile_button.setEnabled(is_here and not measuring)
        self._profile.profile_button.setToolTip(measuring or why)
        self._show_state()

    def _is_in_memory(self, key: SpecializationKey) -> bool:
        infos = self._specializations.infos
        return any(info.key == key and info.where is Cache.MEMORY for info in infos)

    @Slot(int)
    def _on_against_chosen(self, index: int) -> None:
        self._compare_with(self._against.itemData(index))

    def _compare_with(self, other: SpecializationKey | None) -> None:
        self._other = other
        self._background.forget()
        if self._key is not None:
            self._inspections.show(self._key, other)
        if self._other is not None:
            self._tabs.setCurrentWidget(self._difference)
            self._difference.show_text(self.tr("XLA compiles the other once more …"))
            self._inspections.ask(self._other)

    def _compare(self) -> None:
        both = [self._inspections.of(key) for key in (self._key, self._other) if key is not None]
        first, second = (*both, None, None)[:2]
        if first is not None and second is not None:
            self._background.run(
                partial(difference_text, first, second), self._difference.show_text
            )
