"""The bar that names the session file whose calls are shown, with the way back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QToolBar, QWidget

from ....core.errors import shown
from ....core.machine import Machine, versions_in_words
from ....core.units import count_of_calls
from ...state.notices import Notices
from ...state.opened.session_choice import OpenedSession, SessionChoice
from ...text.moments import full_moment
from ...text.plain_text import tooltip_of
from ...widgets.elided_label import ElidedLabel

#: Most characters of a processor's name: whoever wrote the file chose it.
_MOST_CHARACTERS = 60


class SessionBar(QToolBar):
    """Below the run bar while a session file is open or being read, else not there."""

    def __init__(self, sessions: SessionChoice, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Session"))
        self.setObjectName("session_toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self._sessions = sessions
        bar = QWidget(self)
        bar.setObjectName("session_bar")
        bar.setAutoFillBackground(True)
        bar.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._text = ElidedLabel("", bar)
        self._text.setObjectName("session_text")
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._button = QPushButton(bar)
        self._button.setObjectName("session_button")
        self._button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(10, 2, 4, 2)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self.addWidget(bar)
        sessions.changed.connect(self.show_state)
        sessions.progressed.connect(self.show_state)
        sessions.refused.connect(notices.add)
        self.show_state()

    @Slot()
    def ask(self) -> None:
        """Ask for a session file, and open it."""
        dialog = QFileDialog(self.window(), self.tr("Open a session"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Sessions (*.session)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def show_state(self) -> None:
        """Show what is open or being read, or hide; also after a layout was restored."""
        reading, opened = self._sessions.reading(), self._sessions.opened
        self.setVisible(reading is not None or opened is not None)
        tip = ""
        if reading is not None:
            path, share = reading
            self._text.setText(self.tr("Opening {0} … {1:.0%}").format(shown(path.name), share))
            self._name(self.tr("Cancel"), self.tr("Read no further"))
        elif opened is not None:
            self._text.setText(self._label(opened))
            tip = "\n".join((*_facts(opened.machine), str(opened.path)))
            self._name(self.tr("Back to my history"), self.tr("Show the calls of this machine"))
        self._button.setAccessibleDescription(self._text.text())
        if tip:
            self._text.setToolTip(tooltip_of(tip))

    def _name(self, text: str, tooltip: str) -> None:
        self._button.setText(text)
        self._button.setToolTip(tooltip)
        self._button.setAccessibleName(text)

    def _label(self, opened: OpenedSession) -> str:
        label = self.tr("Session from {0}, {1}: {2} · {3}, read only")
        return label.format(
            _short(opened.machine.processor) or _short(opened.machine.system),
            _moment(opened.saved_at),
            shown(opened.path.name)[1:-1],
            count_of_calls(len(opened.calls.summaries)).text,
        )

    @Slot()
    def _on_clicked(self) -> None:
        if self._sessions.reading() is not None:
            self._sessions.cancel()
        else:
            self._sessions.close()

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        self._sessions.open(Path(path))


def _facts(machine: Machine) -> tuple[str, ...]:
    return (
        f"{machine.cores:,} × {_short(machine.processor)}, {_short(machine.system)}",
        versions_in_words({_short(k): _short(v) for k, v in machine.versions.items()}),
    )


def _short(text: str) -> str:
    """Return a text of a file as one line of a length that can be shown."""
    return " ".join(shown(text)[1:-1].split())[:_MOST_CHARACTERS]


def _moment(moment: datetime) -> str:
    try:
        return full_moment(moment.timestamp())
    except (ValueError, OverflowError):  # a year that no calendar has
        return "–"
