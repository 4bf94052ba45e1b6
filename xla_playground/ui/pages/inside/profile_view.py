"""The profile of one steady call: which operations took how long, and its trace as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ....bridge.background import Background
from ....core.errors import EnvironmentFault, PlaygroundError
from ....core.inside.profiling.profile import OperationTime, Profile
from ....core.inside.profiling.trace_file import write_trace
from ....core.messages.workbench import FILE_UNWRITTEN
from ....core.units import format_duration
from ...tables.rows_model import Column, RowsModel
from ...tables.rows_view import RowsView
from ...widgets.elided_label import ElidedLabel
from ...widgets.export_button import ask_for_path

#: Operations of the table; the rest took next to nothing.
_MOST_ROWS = 100


class ProfileView(QWidget):
    """A table of operations, above it what was profiled and what can be done.

    *Attributes:*
        profile_button: asks for a profile.

    *Signals:*
        profile_asked (): one more call is to be profiled.
        operation_chosen (str): its line is to be shown.
    """

    profile_asked = Signal()
    operation_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profile_page")
        self._profile: Profile | None = None
        self._background = Background(self)
        self._text = ElidedLabel("", self)
        self._text.setObjectName("profile_text")
        self.profile_button = QPushButton(self.tr("Profile a call"), self)
        self.profile_button.setObjectName("profile_button")
        self._save = QPushButton(self.tr("Save trace…"), self)
        self._save.setObjectName("save_trace_button")
        self._save.setToolTip(
            self.tr("Save every event as a file that ui.perfetto.dev opens (.json or .json.gz)")
        )
        self._save.setEnabled(False)
        self._model: RowsModel[OperationTime] = RowsModel(
            _columns(self), self, key=lambda row: (row.module, row.name)
        )
        hint = self.tr("Profile a call shows which operations of XLA's its time goes to")
        self._view = RowsView(self._model, hint, self)
        self._view.setObjectName("profile_view")
        self._view.setAccessibleName(self.tr("Operations"))
        show = QAction(self.tr("Show in the program"), self)
        show.setObjectName("show_operation_action")
        show.triggered.connect(self._on_show)
        self._view.addAction(show)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text, 0, 0)
        layout.addWidget(self.profile_button, 0, 1)
        layout.addWidget(self._save, 0, 2)
        layout.addWidget(self._view, 1, 0, 1, 3)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(1, 1)

        self.profile_button.clicked.connect(self.profile_asked)
        self._save.clicked.connect(self._on_save)
        self._view.activated.connect(self._on_show)

    def show_profile(self, profile: Profile | None, steady_ns: float | None) -> None:
        """Show a profile beside the steady median in ns, or that there is none."""
        self._profile = profile
        self._save.setEnabled(profile is not None)
        self._model.set_rows(() if profile is None else profile.operations[:_MOST_ROWS])
        self._text.setText("" if profile is None else self._sentence(profile, steady_ns))

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Show what is being done, or why there is no profile."""
        self._text.setText(sentence)

    def stop(self) -> None:
        """Wait for what runs: the window closes."""
        self._background.stop()

    def _sentence(self, profile: Profile, steady_ns: float | None) -> str:
        parts = [
            self.tr("one call in {0} under the profiler").format(format_duration(profile.run_ns)),
            self.tr("operations cover {0}").format(format_duration(profile.covered_ns)),
        ]
        if steady_ns is not None:
            steady = format_duration(round(steady_ns))
            parts.insert(1, self.tr("steady median {0}").format(steady))
        left_out = len(profile.operations) - _MOST_ROWS
        if left_out > 0:
            parts.append(self.tr("{0:,} shorter operations not shown").format(left_out))
        return ", ".join(parts)

    @Slot()
    def _on_show(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            self.operation_chosen.emit(self._model.row(row).name)

    @Slot()
    def _on_save(self) -> None:
        if self._profile is None:
            return
        path = ask_for_path(self, self._save.text(), "trace", "json")
        if path is not None:
            self._background.run(
                partial(_save, path, self._profile.trace),
                partial(self._on_saved, path),
                self._on_unsaved,
            )

    def _on_saved(self, path: Path, _nothing: None) -> None:
        self._text.setText(self.tr("Saved {0}: open it in ui.perfetto.dev.").format(path))

    def _on_unsaved(self, error: PlaygroundError) -> None:
        self._text.setText(error.sentence)


def _save(path: Path, trace: str) -> None:
    try:
        write_trace(path, trace)
    except OSError as error:
        raise EnvironmentFault(FILE_UNWRITTEN(path=str(path), why=str(error.strerror))) from error


def _columns(view: ProfileView) -> tuple[Column[OperationTime], ...]:
    return (
        Column(view.tr("Operation"), lambda row: row.name, view.tr("As the program's text has it")),
        Column(
            view.tr("Share"),
            lambda row: "–" if row.share is None else f"{100 * row.share:.1f} %",
            view.tr("Of the time of all operations; a dash: it only runs others"),
            is_number=True,
            sort_key=lambda row: -1.0 if row.share is None else row.share,
        ),
        Column(
            view.tr("Total"),
            lambda row: format_duration(row.total_ns),
            view.tr(
                "Time of all its runs in one call, on all threads: the sum may exceed the call"
            ),
            is_number=True,
            sort_key=lambda row: row.total_ns,
        ),
        Column(
            view.tr("Count"),
            lambda row: f"{row.count:,}",
            view.tr("How often it ran in one call"),
            is_number=True,
            sort_key=lambda row: row.count,
            yields=1,
        ),
        Column(
            view.tr("Kind"),
            lambda row: row.kind,
            view.tr("Its opcode; of a fusion also what it fuses"),
            yields=2,
        ),
        Column(view.tr("Program"), lambda row: row.program, view.tr("Of the call"), yields=4),
        Column(
            view.tr("From"),
            lambda row: row.source.rpartition("/")[2],
            view.tr("The operation of TensorFlow that it came from, as far as XLA kept it"),
            yields=3,
        ),
    )
