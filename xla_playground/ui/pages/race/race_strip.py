"""How far a race is, or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ...widgets.plain_label import WrappedLabel


class RaceStrip(QWidget):
    """A sentence, and above it a bar while something runs."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_strip")
        self._bar = QProgressBar(self)
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keep)
        self._bar.hide()
        self._text = WrappedLabel(parent=self)
        self._text.setObjectName(f"{name}_text")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._bar)
        layout.addWidget(self._text)

    def begin(self, text: str) -> None:
        """Show that something runs whose end is not known."""
        self._bar.setRange(0, 0)
        self._bar.show()
        self._text.setText(text)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._text.setText(text)

    @Slot(str)
    def show_sentence(self, text: str) -> None:
        """Show how it ended; no text takes the last one away."""
        self._bar.hide()
        self._text.setText(text)
