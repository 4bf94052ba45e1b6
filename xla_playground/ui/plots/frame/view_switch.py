"""The buttons Linear, Follow and Fit: how durations are drawn, and which calls are in view."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ....core.window.plot_settings import Scale
from ..shared.shown_calls import ShownCalls, ViewMode


class ViewSwitch(QWidget):
    """The buttons of one plot; Follow and Fit are those of both.

    Of Follow and Fit one is down unless the mouse moved the view.
    """

    def __init__(self, shown: ShownCalls, plot: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._plot = shown, plot
        self._linear = self._button("linear_button", self.tr("Linear"))
        self._linear.setToolTip(self.tr("A linear time axis that begins at 0, not a log axis"))
        self._follow = self._button("follow_button", self.tr("Follow"))
        self._follow.setToolTip(self.tr("Keep the latest calls in view, in both plots"))
        self._fit = self._button("fit_button", self.tr("Fit"))
        self._fit.setToolTip(self.tr("Keep all calls in view, in both plots"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in (self._linear, self._follow, self._fit):
            layout.addWidget(button)
        self._linear.clicked.connect(self._on_linear_clicked)
        self._follow.clicked.connect(self._on_follow_clicked)
        self._fit.clicked.connect(self._on_fit_clicked)
        shown.moved.connect(self._show_state)
        shown.changed.connect(self._show_state)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self._linear.setChecked(self._shown.scale_of(self._plot) is Scale.LINEAR)
        self._follow.setChecked(self._shown.mode is ViewMode.FOLLOW)
        self._fit.setChecked(self._shown.mode is ViewMode.FIT)

    @Slot()
    def _on_linear_clicked(self) -> None:
        scale = Scale.LINEAR if self._linear.isChecked() else Scale.LOG
        self._shown.set_scale(self._plot, scale)

    @Slot()
    def _on_follow_clicked(self) -> None:
        self._shown.set_mode(ViewMode.FOLLOW)

    @Slot()
    def _on_fit_clicked(self) -> None:
        self._shown.set_mode(ViewMode.FIT)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setCheckable(True)
        return button
