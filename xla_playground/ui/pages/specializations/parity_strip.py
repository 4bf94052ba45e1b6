"""The switch of the checks against eager, and what they do now."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ....core.comparison.parity import Stage
from ...state.settings_saver import SettingsSaver
from ...state.specializations.parity_guard import ParityGuard
from ...widgets.elided_label import ElidedLabel


class ParityStrip(QWidget):
    """A check box, and beside it what is checked or how many wait."""

    def __init__(
        self, parity: ParityGuard, saver: SettingsSaver, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self.setObjectName("parity_strip")
        self._parity = parity
        self._switch = QCheckBox(self.tr("Check against eager"), self)
        self._switch.setObjectName("parity_switch")
        self._switch.setToolTip(
            self.tr(
                "Five seconds after a call, make it once more in the eager arm, and compare the "
                "first tokens: in a process of its own, which ends when you press Run"
            )
        )
        self._state = ElidedLabel("", self)
        self._state.setObjectName("parity_state")
        self._state.setAccessibleName(self.tr("What is checked"))
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._switch)
        layout.addWidget(self._state, 1)
        self._switch.setChecked(parity.is_on)
        self._switch.toggled.connect(parity.switch)
        self._switch.toggled.connect(self._on_toggled)
        parity.changed.connect(self._show)
        self._show()

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        self._saver.remember(checks_parity=is_on)
        self._saver.save_soon()

    @Slot()
    def _show(self) -> None:
        waiting = self._parity.waiting()
        text = ""
        if waiting and self._parity.state(waiting[0]).stage is Stage.CHECKING:
            text = self.tr("checking {0}").format(waiting[0].label().partition(" · ")[2])
        elif waiting:
            count = len(waiting)
            text = self.tr("1 waits") if count == 1 else self.tr("{0:,} wait").format(count)
        self._state.setText(text)
