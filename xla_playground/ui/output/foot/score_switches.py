"""The switches for probabilities: whether they are shown, and which of the two."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget


class ScoreSwitches(QWidget):
    """Two check boxes; the second one is there while the first one is checked.

    *Signals:*
        changed (): one was switched.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_switches")
        self._shown = QCheckBox(self.tr("Probabilities"), self)
        self._shown.setObjectName("probabilities_box")
        self._processed = QCheckBox(self.tr("after options"), self)
        self._processed.setObjectName("processed_box")
        self._processed.setToolTip(
            self.tr(
                "After penalties, bans, temperature, top_k and the like; otherwise those of the "
                "model alone"
            )
        )
        self._processed.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._shown)
        layout.addWidget(self._processed)
        self._shown.toggled.connect(self._on_shown_toggled)
        self._processed.toggled.connect(self.changed)
        self.show_state("")

    @property
    def is_on(self) -> bool:
        """Return whether probabilities are shown."""
        return self._shown.isChecked()

    @property
    def is_processed(self) -> bool:
        """Return whether those after the options are shown."""
        return self._processed.isChecked()

    def show_state(self, state: str) -> None:
        """Say why probabilities that are wanted are not there, empty if they are."""
        self._shown.setText(self.tr("Probabilities …") if state else self.tr("Probabilities"))
        about = self.tr(
            "Shade each token by how likely it was; a token's tooltip has its rank and what else "
            "could have stood there. One compiled pass over the text, after the call and never "
            "within its time."
        )
        self._shown.setToolTip("\n".join(filter(None, (about, state))))

    @Slot()
    def _on_shown_toggled(self) -> None:
        self._processed.setVisible(self.is_on)
        self.changed.emit()
