"""The run bar: arm, recipe, number of calls, Run, Cancel, Race, and the forecast."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtWidgets import QGridLayout, QToolBar, QToolButton, QWidget

from ....core.call.request import Arm, Recipe
from ....core.window.settings import REPEAT_RANGE, Settings
from ...style.icons import icon
from ...text.plain_text import without_key
from ...widgets.plain_label import TermsLabel
from ...widgets.segmented_switch import Choice, SegmentedSwitch
from ...widgets.spin_boxes import IntegerSpinBox
from .forecast_line import ForecastLine

#: Characters of the forecast for which there is room beside the controls.
_LEAST_FORECAST = 32
#: Of the font's size.
_CAPTION_SIZE = 0.8
#: Digits of a number of calls for which there is room: 999999 must not look like 99999.
_DIGITS = 7


class RunBar(QWidget):
    """Edits ``arm``, ``recipe`` and ``repeat``, and holds the buttons of Run, Cancel and Race.

    *Signals:*
        changed (): the user changed one of them.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        forecast: ForecastLine,
        run: QAction,
        cancel: QAction,
        race: QAction,
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
        self._recipe = SegmentedSwitch(
            (
                Choice(
                    Recipe.DOCUMENTED,
                    self.tr("documented"),
                    self.tr(
                        "The guide's code, on the model as it was loaded (Whisper, Llama and the "
                        "first GPT are changed): every option is a constant, each change traces"
                    ),
                ),
                Choice(
                    Recipe.FAST,
                    self.tr("fast"),
                    self.tr("Ours: traced in a fraction of the time; most options change for free"),
                ),
            ),
            self,
        )
        self._recipe.setObjectName("recipe_switch")
        self._recipe.setAccessibleName(self.tr("Recipe: how specializations are built"))
        self._repeat = IntegerSpinBox(REPEAT_RANGE, self, unit=self.tr(" ×"), digits=_DIGITS)
        self._repeat.setObjectName("repeat")
        self._repeat.setToolTip(self.tr("How many calls one press of Run makes"))
        self._repeat.setAccessibleName(self.tr("Repeat"))
        self._run = _button("run_button", run)
        self._cancel = _button("cancel_button", cancel)
        self._race = _button("show_race_button", race)
        self._race.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)  # there is little room

        self._forecast = forecast
        self._controls = QGridLayout()
        self._controls.setHorizontalSpacing(12)
        self._controls.setVerticalSpacing(0)
        self._captions = [
            _caption(self.tr("arm"), self._arm),
            _caption(self.tr("recipe"), self._recipe),
            _caption(self.tr("repeat"), self._repeat),
        ]
        for column, caption in enumerate(self._captions):
            self._controls.addWidget(caption, 0, column)
        controls = (self._arm, self._recipe, self._repeat, self._run, self._cancel, self._race)
        for column, control in enumerate(controls):
            self._controls.addWidget(control, 1, column)

        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(6, 3, 6, 2)
        self._layout.setHorizontalSpacing(8)
        self._layout.setVerticalSpacing(2)
        self._layout.setColumnStretch(1, 1)
        self._layout.addLayout(self._controls, 0, 0)
        self._is_wrapped = False
        self._layout.addWidget(self._forecast, 0, 1)

        self._tint()
        self.set_value(
            {
                "arm": settings.arm,
                "recipe": settings.recipe,
                **settings.as_typed({"repeat": settings.repeat}),
            }
        )
        self._arm.changed.connect(self.changed)
        self._recipe.changed.connect(self.changed)
        self._repeat.changed.connect(self.changed)

    def value(self) -> dict[str, Any]:
        """Return ``arm``, ``recipe`` and ``repeat``."""
        return {
            "arm": self._arm.value(),
            "recipe": self._recipe.value(),
            "repeat": self._repeat.content(),
        }

    def set_value(self, value: dict[str, Any]) -> None:
        """Show ``arm``, ``recipe`` and ``repeat``."""
        self._arm.set_value(str(value["arm"]))
        self._recipe.set_value(str(value["recipe"]))
        self._repeat.setValue(value["repeat"])

    @Slot()
    def choose_documented(self) -> None:
        """Switch to the documented recipe, as if the user chose it."""
        self._recipe.set_value(Recipe.DOCUMENTED)

    @Slot()
    def choose_fast(self) -> None:
        """Switch to the fast recipe, as if the user chose it."""
        self._recipe.set_value(Recipe.FAST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the controls: the forecast goes below them if there is no more."""
        least = super().minimumSizeHint()
        margins = self._layout.contentsMargins()
        width = self._controls.minimumSize().width() + margins.left() + margins.right()
        return QSize(min(least.width(), width), least.height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._wrap()
        return super().event(event)

    def _wrap(self) -> None:
        """Put the forecast below the controls if there is too little room for it beside them.

        The captions then make room for it.
        """
        least = self.fontMetrics().averageCharWidth() * _LEAST_FORECAST
        is_wrapped = self.width() < self._controls.minimumSize().width() + least
        if is_wrapped != self._is_wrapped:
            self._is_wrapped = is_wrapped
            for caption in self._captions:
                caption.setVisible(not is_wrapped)
            self._layout.removeWidget(self._forecast)
            place = (1, 0, 1, 2) if is_wrapped else (0, 1, 1, 1)
            self._layout.addWidget(self._forecast, *place)

    def _tint(self) -> None:
        """Give the Run button the highlight colour, so that it stands out."""
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
        for name, button in (("cancel", self._cancel), ("race", self._race)):
            button.setIcon(icon(name, self.palette()))


class RunToolBar(QToolBar):
    """The bar's place in a window: always there, always on top."""

    def __init__(self, bar: RunBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Run"))
        self.setObjectName("run_toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self.addWidget(bar)


def _caption(text: str, control: QWidget) -> TermsLabel:
    label = TermsLabel(text, control.parentWidget())
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setToolTip(control.accessibleName())
    label.setBuddy(control)
    font = QFont()  # all else follows the bar
    font.setPointSizeF(label.font().pointSizeF() * _CAPTION_SIZE)
    label.setFont(font)
    return label


def _button(name: str, action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    # not its default action: the icon of Run has the ink of the accent, that of the menu has not
    button.setText(without_key(action.text()))
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    action.changed.connect(partial(_take_tooltip, button, action))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(button.text())
    button.setMinimumHeight(30)
    return button


def _take_tooltip(button: QToolButton, action: QAction) -> None:
    button.setToolTip(action.toolTip())
