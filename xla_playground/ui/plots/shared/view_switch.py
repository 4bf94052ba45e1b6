"""The buttons Follow and Fit, which choose the calls in view."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class ViewMode(Enum):
    """The calls in view: the latest ones, all of them, or those that the mouse chose."""

    FOLLOW = auto()
    FIT = auto()
    FREE = auto()


class ViewSwitch(QWidget):
    """Two buttons, of which one is down unless the mouse moved the view.

    *Attributes:*
        mode: the current mode.

    *Signals:*
        mode_changed (): the mode was set, perhaps to the same one.
    """

    mode_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = ViewMode.FOLLOW
        self._follow = self._button("follow_button", self.tr("Follow"))
        self._follow.setToolTip(self.tr("Keep the latest calls in view"))
        self._fit = self._button("fit_button", self.tr("Fit"))
        self._fit.setToolTip(self.tr("Keep all calls in view"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._follow)
        layout.addWidget(self._fit)
        self._follow.clicked.connect(self._on_follow_clicked)
        self._fit.clicked.connect(self._on_fit_clicked)
        self.set_mode(ViewMode.FOLLOW)

    def set_mode(self, mode: ViewMode) -> None:
        """Change the mode, as a button or the mouse does."""
        self.mode = mode
        self._follow.setChecked(mode is ViewMode.FOLLOW)
        self._fit.setChecked(mode is ViewMode.FIT)
        self.mode_changed.emit()

    @Slot()
    def _on_follow_clicked(self) -> None:
        self.set_mode(ViewMode.FOLLOW)

    @Slot()
    def _on_fit_clicked(self) -> None:
        self.set_mode(ViewMode.FIT)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setCheckable(True)
        return button
