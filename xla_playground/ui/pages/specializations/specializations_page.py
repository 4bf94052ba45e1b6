"""The page of the specializations that need not be traced, their memory, and the store."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ....bridge.store_keeper import StoreContents, StoreKeeper
from ....core.call.specialization import SpecializationKey
from ....core.window.specialization_row import SpecializationRow, specialization_rows
from ...dialogs.clear_store_dialog import ClearStoreDialog
from ...dialogs.store_dialog import StoreDialog
from ...dialogs.warm_ups import WarmUps
from ...state.call_log import CallLog
from ...state.measuring.measurements import Measurements
from ...state.notices import Notices
from ...state.settings_saver import SettingsSaver
from ...state.specializations.parity_guard import ParityGuard
from ...state.specializations.specialization_list import SpecializationList
from ...state.table_layouts import TableLayouts
from ...tables.rows_model import RowsModel
from ...tables.rows_view import RowsView
from ...tables.specialization_columns import specialization_columns
from ...text.plain_text import tooltip_of
from ...widgets.panel_scroll import PanelScroll
from .limits_box import LimitsBox
from .parity_strip import ParityStrip
from .warm_up_strip import WarmUpStrip

#: Least width of the side beside a narrow table, in pixels; it scrolls if it needs more.
_LEAST_SIDE = 200


class SpecializationsPage(QWidget):
    """A table of specializations, and at its side the contents of worker and store.

    *Signals:*
        inside_asked (SpecializationKey): what XLA made of it is to be shown.
        command_asked (str, list[SpecializationKey]): an action of the table of calls is to be done
            with the calls of these.
    """

    inside_asked = Signal(object)
    command_asked = Signal(str, object)

    def __init__(
        self,
        specializations: SpecializationList,
        log: CallLog,
        notices: Notices,
        layouts: TableLayouts,
        limits: LimitsBox,
        warm_ups: WarmUps,
        parity: ParityGuard,
        measurements: Measurements,
        saver: SettingsSaver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("specializations_page")
        self._specializations, self._log, self._layouts = specializations, log, layouts
        self._limits, self._warm_ups, self._parity = limits, warm_ups, parity
        self._measurements = measurements
        self._contents: StoreContents | None = None
        self._stored_first_ns: dict[SpecializationKey, int] = {}
        self._keeper = StoreKeeper(parent=self)
        self._model: RowsModel[SpecializationRow] = RowsModel(
            specialization_columns(),
            self,
            key=lambda row: row.key,
            is_quiet=lambda row: not row.in_memory,
            is_highlighted=lambda row: row.key == log.hovered_key,
        )
        self._view = RowsView(
            self._model,
            self.tr("What was traced and compiled stands here: press Run, or warm up"),
            self,
        )
        self._view.setObjectName("specializations_view")
        self._view.setAccessibleName(self.tr("Specializations"))
        self._view.keep_layout(layouts)
        self._inside = QAction(self.tr("Inside XLA"), self)
        self._inside.setObjectName("inside_row_action")
        self._inside_tooltip = self.tr("Show what XLA made of the selected specialization")
        self._inside.setToolTip(self._inside_tooltip)
        self._view.addAction(self._inside)
        self._commands = [self._add_command(name, text) for name, text in self._command_texts()]
        self._inside_button = self._make_button(
            "inside_button", self._inside.text(), self._inside.toolTip()
        )
        self._warm_up = self._make_button(
            "warm_up_button", self.tr("Warm up…"), self.tr("Prepare some in the background")
        )
        self._entries = self._make_button(
            "store_entries_button", self.tr("Entries…"), self.tr("See everything that is stored")
        )
        self._clear = self._make_button(
            "clear_store_button", self.tr("Clear store…"), self.tr("Remove everything stored")
        )

        side = QWidget(self)
        side.setObjectName("specializations_side")
        buttons = QHBoxLayout()
        buttons.addWidget(self._inside_button)
        buttons.addWidget(self._warm_up)
        buttons.addWidget(self._entries)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._limits)
        column.addLayout(buttons)
        column.addWidget(ParityStrip(parity, saver, side))
        column.addWidget(WarmUpStrip(warm_ups.run, side))
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        layout.addWidget(PanelScroll(side, _LEAST_SIDE))

        self._inside.triggered.connect(self._on_inside)
        self._inside_button.clicked.connect(self._inside.trigger)
        self._view.selectionModel().selectionChanged.connect(self._show_inside)
        measurements.running_changed.connect(self._show_inside)
        self._warm_up.clicked.connect(warm_ups.ask)
        warm_ups.allowed_changed.connect(self._show_warm_up)
        self._entries.clicked.connect(self._on_entries_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._view.row_hovered.connect(self._on_row_hovered)
        log.key_hovered.connect(self._model.show_highlight)
        self._keeper.looked.connect(self._on_looked)
        self._keeper.cleared.connect(self._on_cleared)
        self._keeper.refused.connect(notices.add)
        specializations.changed.connect(self._on_specializations_changed)
        log.history_cleared.connect(self._show_rows)
        parity.changed.connect(self._show_rows)
        self._entries.setEnabled(False)
        self._clear.setEnabled(False)
        self._show_warm_up()
        self._show_inside()

    def stop(self) -> None:
        """Wait for what runs: the window closes."""
        self._keeper.stop()

    def _command_texts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("show_calls", self.tr("Select its calls")),
            ("use_settings", self.tr("Use the settings of its latest call")),
            ("run_again", self.tr("Run its latest call again")),
            ("compare", self.tr("Compare: two, or this one and the baseline")),
            ("pin", self.tr("Pin its latest call as baseline")),
            ("copy_python", self.tr("Copy its latest call as Python")),
            ("copy_fast", self.tr("Copy its latest call as fast_generate")),
            ("note", self.tr("Note and tags on its latest call…")),
            ("delete_calls", self.tr("Delete its calls (with undo)")),
        )

    def _add_command(self, name: str, text: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{name}_row_action")
        action.triggered.connect(partial(self._on_command, name))
        self._view.addAction(action)
        return action

    def _on_command(self, name: str) -> None:
        rows = self._view.selected_row_numbers()
        self.command_asked.emit(name, [self._model.row(row).key for row in rows])

    def _make_button(self, name: str, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tooltip)
        return button

    @Slot()
    def _show_inside(self) -> None:
        is_one = len(self._view.selected_row_numbers()) == 1
        for action in (self._inside, *self._commands):
            action.setEnabled(is_one)
        for action in self._commands:
            if action.objectName() == "compare_row_action":
                action.setEnabled(len(self._view.selected_row_numbers()) in (1, 2))
        measuring = self._measurements.problem()
        self._inside.setEnabled(is_one and not measuring)
        self._inside.setToolTip(measuring or self._inside_tooltip)
        self._inside_button.setEnabled(self._inside.isEnabled())
        self._inside_button.setToolTip(self._inside.toolTip())

    @Slot()
    def _on_inside(self) -> None:
        (row,) = self._view.selected_row_numbers()
        self.inside_asked.emit(self._model.row(row).key)

    @Slot(int)
    def _on_row_hovered(self, row: int) -> None:
        self._log.hover(None if row < 0 else self._model.row(row).key)

    @Slot()
    def _on_specializations_changed(self) -> None:
        self._show_rows()
        self._keeper.look()

    @Slot()
    def _show_rows(self) -> None:
        infos, book = self._specializations.infos, self._log.own.book
        self._model.set_rows(
            specialization_rows(infos, book, self._stored_first_ns, self._parity.state)
        )

    @Slot(object)
    def _on_looked(self, contents: StoreContents) -> None:
        self._contents = contents
        self._stored_first_ns = {
            entry.manifest.key: entry.manifest.first_ns for entry in contents.entries
        }
        self._limits.show_contents(contents)
        self._limits.setToolTip(tooltip_of(contents.folder))
        self._entries.setEnabled(True)
        self._clear.setEnabled(bool(contents.size_bytes))
        self._show_rows()

    @Slot()
    def _show_warm_up(self) -> None:
        problem = self._warm_ups.problem()
        self._warm_up.setEnabled(not problem)
        self._warm_up.setToolTip(tooltip_of(problem) or self.tr("Prepare some in the background"))

    @Slot()
    def _on_entries_clicked(self) -> None:
        if self._contents is None:
            return
        dialog = StoreDialog(self._contents, self._layouts, self)
        self._keeper.looked.connect(dialog.show_contents)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_clear_clicked(self) -> None:
        if self._contents is None:
            return
        contents = self._contents
        dialog = ClearStoreDialog(len(contents.entries), contents.size_bytes, self)
        dialog.accepted.connect(self._keeper.clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_cleared(self) -> None:
        self._keeper.look()
        self._specializations.ask_of_store()
