"""How to run: arm, how many calls, Run, Cancel, and what it will cost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ..core.request import Arm
from .forecast_line import ForecastLine
from .icons import icon
from .phase_clock import PhaseClock
from .session import Session
from .widgets.segmented_switch import Choice, SegmentedSwitch
from .widgets.spin_boxes import IntegerSpinBox


class RunBar(QWidget):
    """Edits ``arm`` and ``repeat``, and holds the buttons of Run and Cancel.

    *Signals:*
        changed (): the user changed arm or repeat.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        clock: PhaseClock,
        run: QAction,
        cancel: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("run_bar")
        self._arm = SegmentedSwitch(
            (
                Choice(Arm.EAGER, self.tr("eager"), self.tr("Operation by operation, no graph")),
                Choice(Arm.GRAPH, self.tr("graph"), self.tr("One tf.function")),
                Choice(Arm.XLA, self.tr("xla"), self.tr("One tf.function, compiled by XLA")),
            ),
            self,
        )
        self._arm.setObjectName("arm_switch")
        self._arm.setAccessibleName(self.tr("Arm: how the call executes"))
        self._repeat = IntegerSpinBox(1, 1000, 1, self)
        self._repeat.setObjectName("repeat")
        self._repeat.setRange(1, 1000)
        self._repeat.setSuffix(self.tr(" ×"))
        self._repeat.setToolTip(self.tr("How many calls one press of Run makes"))
        self._repeat.setAccessibleName(self.tr("Repeat"))
        self._run = _button("run_button", run)
        self._cancel = _button("cancel_button", cancel)
        repeat_label = QLabel(self.tr("repeat"), self)
        repeat_label.setBuddy(self._repeat)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 5)
        layout.setSpacing(8)
        layout.addWidget(self._arm)
        layout.addSpacing(6)
        layout.addWidget(repeat_label)
        layout.addWidget(self._repeat)
        layout.addSpacing(6)
        layout.addWidget(self._run)
        layout.addWidget(self._cancel)
        layout.addWidget(ForecastLine(session, clock, self), 1)

        self._tint()
        self._arm.set_value(session.settings.arm)
        self._repeat.setValue(session.settings.repeat)
        self._arm.changed.connect(self.changed)
        self._repeat.valueChanged.connect(self.changed)

    def value(self) -> dict[str, object]:
        """``arm`` and ``repeat``."""
        return {"arm": self._arm.value(), "repeat": self._repeat.value()}

    def set_value(self, value: dict[str, object]) -> None:
        """Show ``arm`` and ``repeat``."""
        self._arm.set_value(str(value["arm"]))
        self._repeat.setValue(int(str(value["repeat"])))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        """Run stands out: its button has the colour of what is selected."""
        palette = self.palette()
        group = QPalette.ColorGroup
        for enabled in (group.Active, group.Inactive):
            # darker, for Fusion lightens it, and white text must stay readable
            accent = palette.color(enabled, QPalette.ColorRole.Highlight).darker(130)
            ink = palette.color(enabled, QPalette.ColorRole.HighlightedText)
            palette.setColor(enabled, QPalette.ColorRole.Button, accent)
            palette.setColor(enabled, QPalette.ColorRole.ButtonText, ink)
        self._run.setPalette(palette)
        self._run.setIcon(icon("run", palette))
        self._cancel.setIcon(icon("cancel", self.palette()))


def _button(name: str, action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    # not its default action: the icon of Run has the ink of the accent, that of the menu has not
    button.setText(action.text().replace("&", ""))
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(button.text())
    button.setMinimumHeight(30)
    return button
