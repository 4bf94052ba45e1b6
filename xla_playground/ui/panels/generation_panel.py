"""How the next token is chosen: one row for each option of the table in ``core.options``."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from ...core.draft import SPEECH_NEW_TOKENS
from ...core.generation_entries import settings_in_words
from ...core.model_info import ModelInfo, ModelInput, room_for_new_tokens
from ...core.numbers import Typed
from ...core.options import (
    FAST_ONLY_OPTIONS,
    OPTION_SPECS,
    SEED_MAX,
    SPEC_OF,
    OptionSpec,
    Strategy,
)
from ..icons import icon
from ..session import Session
from ..widgets.plain_label import PlainLabel
from ..widgets.spin_boxes import FloatSpinBox, IntegerSpinBox
from .panel import Panel


class GenerationPanel(Panel):
    """Edits ``options``; what strategy or recipe make no use of is greyed out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("generation_panel")
        self._switches: dict[str, QCheckBox] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._session = session
        self._is_speech = False
        self._speech_room = 0
        saved = session.settings
        lengths = {
            "max_new_tokens": saved.options.max_new_tokens,
            SPEECH_NEW_TOKENS: saved.speech_new_tokens,
        }
        #: As they are typed, the one that is not shown.
        self._text_new_tokens, self._speech_new_tokens = saved.as_typed(lengths).values()
        self._strategy = self._make_strategy()
        self._dice = self._make_dice()
        self._settings = self._make_settings()

        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 6, 8, 6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._add_row("strategy", self._strategy, self._strategy.toolTip())
        for spec in OPTION_SPECS:
            if spec.is_switch:
                self._add_switch(spec)
            else:
                self._add_option(spec)
        self._grid.addWidget(self._settings, self._grid.rowCount(), 0, 1, 2)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

        self._strategy.currentIndexChanged.connect(self._on_strategy_changed)
        for switch in self._switches.values():
            switch.toggled.connect(self.changed)
        self._dice.clicked.connect(self._on_dice_clicked)
        self._settings.clicked.connect(self._on_settings_clicked)
        session.model_changed.connect(self._on_model_changed)
        session.draft_changed.connect(self._show_what_is_read)
        self.set_value(session.settings.as_typed(session.settings.options.model_dump()))

    def value(self) -> dict[str, Any]:
        """Return the options by name, as they are typed.

        The number of new tokens is there once for texts and once for speech.
        """
        strategy = Strategy(self._strategy.currentData())
        typed = {name: spin.content() for name, spin in self._numbers.items()}
        switched = {name: switch.isChecked() for name, switch in self._switches.items()}
        return {"strategy": strategy, **typed, **switched, **self._lengths()}

    def _lengths(self) -> dict[str, Typed | None]:
        number = self._numbers["max_new_tokens"].content()
        if not self._is_speech:
            return {"max_new_tokens": number, SPEECH_NEW_TOKENS: self._speech_new_tokens}
        own = None if number == self._speech_room else number
        return {"max_new_tokens": self._text_new_tokens, SPEECH_NEW_TOKENS: own}

    def set_value(self, options: dict[str, Any]) -> None:
        """Show options; those that are not named stay."""
        with self._quietly():
            for name, value in options.items():
                if name in self._numbers:
                    self._numbers[name].setValue(value)
                elif name in self._switches:
                    self._switches[name].setChecked(bool(value))
            if "strategy" in options:
                index = self._strategy.findData(Strategy(options["strategy"]))
                self._strategy.setCurrentIndex(index)
            self._on_strategy_changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dice.setIcon(icon("dice", self.palette()))

    def _make_strategy(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName("strategy")
        words = {
            Strategy.GREEDY: (self.tr("greedy"), self.tr("Always the most likely token.")),
            Strategy.SAMPLING: (self.tr("sampling"), self.tr("Draw tokens at random.")),
            Strategy.BEAM: (
                self.tr("beam search"),
                self.tr("Keep several candidates, return the most likely."),
            ),
            Strategy.BEAM_SAMPLING: (
                self.tr("beam sampling"),
                self.tr("Keep several candidates, drawn at random."),
            ),
            Strategy.CONTRASTIVE: (
                self.tr("contrastive search"),
                self.tr("Likely tokens that do not resemble the text so far."),
            ),
        }
        for strategy, (text, tooltip) in words.items():
            combo.addItem(text, strategy)
            combo.setItemData(combo.count() - 1, tooltip, Qt.ItemDataRole.ToolTipRole)
        combo.setToolTip(self.tr("How the next token is chosen."))
        return combo

    def _make_dice(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("dice_button")
        button.setIcon(icon("dice", self.palette()))
        button.setToolTip(self.tr("A new seed at random"))
        button.setAccessibleName(self.tr("New seed"))
        return button

    def _make_settings(self) -> QPushButton:
        button = QPushButton(self.tr("Use the model's own settings"), self)
        button.setObjectName("model_settings_button")
        button.setAccessibleName(self.tr("Use the model's own settings"))
        button.hide()
        return button

    def _add_option(self, spec: OptionSpec) -> None:
        spin: IntegerSpinBox | FloatSpinBox
        if spec.is_integer:
            spin = IntegerSpinBox(spec.range, self)
        else:
            spin = FloatSpinBox(spec.range, spec.step, self)
        # the widest number it takes would need twice as much
        spin.setMinimumWidth(spin.fontMetrics().averageCharWidth() * 13)
        self._add_number(spec.name, spin)
        self._add_row(spec.name, spin, spec.summary)

    def _add_switch(self, spec: OptionSpec) -> None:
        switch = QCheckBox(self)
        switch.setObjectName(spec.name)
        self._switches[spec.name] = switch
        self._add_row(spec.name, switch, spec.summary)

    def _add_row(self, name: str, control: QWidget, tooltip: str) -> None:
        label = PlainLabel(name, self)  # generate's own name, in every language
        label.setBuddy(control)
        for widget in (label, control):
            widget.setToolTip(tooltip)
        control.setAccessibleName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._rows[name] = [label, control]
        if name == "seed":
            box = QHBoxLayout()
            box.addWidget(control, 1)
            box.addWidget(self._dice)
            self._grid.addLayout(box, row, 1)
            self._rows[name].append(self._dice)
        else:
            self._grid.addWidget(control, row, 1)
        self._grid.addWidget(self._problem_label(name), row + 1, 0, 1, 2)

    @Slot()
    def _on_strategy_changed(self) -> None:
        self._show_what_is_read()
        self.changed.emit()

    @Slot()
    def _show_what_is_read(self) -> None:
        for spec in OPTION_SPECS:
            reason = self._reason_against(spec)
            for widget in self._rows[spec.name]:
                widget.setEnabled(not reason)
                if widget is not self._dice:
                    widget.setToolTip(f"{spec.summary}\n{reason}".strip())

    def _reason_against(self, spec: OptionSpec) -> str:
        """Why an option makes no difference to the next call, or nothing."""
        if Strategy(self._strategy.currentData()) not in spec.strategies:
            strategy = self._strategy.currentText()
            return self.tr("Greyed out: {0} does not read it.").format(strategy)
        if spec.name in FAST_ONLY_OPTIONS and not self._session.is_fast:
            return self.tr("Greyed out: only the fast recipe can do it, in graph or xla.")
        return ""

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._show_new_tokens(info)
        self._settings.setVisible(bool(info.settings))
        self._settings.setToolTip(
            self.tr("What its publisher chose: {0}").format(settings_in_words(info.settings))
        )

    def _show_new_tokens(self, info: ModelInfo) -> None:
        """Show the number of new tokens of what the model takes: texts or speech."""
        self._text_new_tokens, self._speech_new_tokens = self._lengths().values()
        self._is_speech = info.takes is ModelInput.SPEECH
        number = self._text_new_tokens
        if self._is_speech:
            self._speech_room = room_for_new_tokens(info) or int(SPEC_OF["max_new_tokens"].default)
            number = self._speech_room
            if self._speech_new_tokens is not None:
                number = self._speech_new_tokens
        with self._quietly():
            self._numbers["max_new_tokens"].setValue(number)

    @Slot()
    def _on_settings_clicked(self) -> None:
        info = self._session.model_info
        if info is not None:
            self.set_value(dict(info.settings))
            self.changed.emit()

    @Slot()
    def _on_dice_clicked(self) -> None:
        self._numbers["seed"].setValue(random.randint(0, min(SEED_MAX, 999_999)))
