"""The panel of generation options: one row for each option of ``core.options.table``."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ....core.call.request import Recipe, Request
from ....core.configuration.generation_entries import settings_in_words
from ....core.model.info import ModelInfo, ModelInput, room_for_new_tokens
from ....core.numbers import Typed
from ....core.options.table import (
    OPTION_SPECS,
    SPEC_OF,
    Kind,
    OptionSpec,
    Strategy,
)
from ....core.options.values import bad_words_text
from ....core.window.draft import SPEECH_NEW_TOKENS
from ....core.window.settings import Settings
from ...state.call_log import CallLog
from ...state.form import Form
from ...state.model_choice import ModelChoice
from ...state.planner import Planner
from ...style.icons import icon
from ...widgets.plain_label import PlainLabel
from ...widgets.spin_boxes import FloatSpinBox, IntegerSpinBox
from ..fold_button import FoldButton
from ..panel import Panel
from .entry_forms import how_to_write
from .option_changes import OptionChanges
from .row_notes import RowNotes
from .strategy_choice import StrategyChoice
from .stream_choice import StreamChoice

#: Options that are off at first and seldom needed: they are folded away while they are off.
RARE_OPTIONS = frozenset(
    {
        *("min_p", "typical_p", "no_repeat_ngram_size", "bad_words_ids", "stop_strings"),
        *("ignore_eos", "min_new_tokens", "early_stopping"),
    }
)
#: The entry of a seed's second number.
_SECOND = "seed_second"
#: Seeds of the dice are short, so that they are easy to write down.
_LARGEST_THROW = 999_999
#: Least characters that fit into a number entry; its widest number would need twice as many.
_CHARACTERS = 13
_SEED_CHARACTERS = 8


class GenerationPanel(Panel):
    """Edits ``options`` and ``block_tokens``.

    Unread options are greyed out and folded away, rare ones that are off as well. A row in sight
    stays until the strategy or the recipe changes.

    *Signals:*
        fast_asked (): the user wants the fast recipe, which has no fault that a note names.
    """

    fast_asked = Signal()

    def __init__(
        self,
        form: Form,
        choice: ModelChoice,
        planner: Planner,
        log: CallLog,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("generation_panel")
        self._changes = OptionChanges(form, planner, log, self)
        self._notes = RowNotes(form, choice, self)
        self._switches: dict[str, QCheckBox] = {}
        self._choices: dict[str, QComboBox] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._form, self._choice = form, choice
        self._is_speech = False
        self._speech_room = 0
        lengths = {
            "max_new_tokens": settings.options.max_new_tokens,
            SPEECH_NEW_TOKENS: settings.speech_new_tokens,
        }
        #: As they are typed, the one that is not shown.
        self._text_new_tokens, self._speech_new_tokens = settings.as_typed(lengths).values()
        self._strategy = StrategyChoice(self)
        self._stream = StreamChoice(form, choice, settings.block_tokens, self)
        self._dice = self._make_dice()
        self._own_settings = self._make_own_settings()
        self._fold = FoldButton("generation_fold", self)
        self._folded_for: tuple[object, ...] = ()

        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 6, 8, 6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._add_row("strategy", self._strategy, "")
        for spec in OPTION_SPECS:
            self._add_option(spec)
            if spec.name == "max_new_tokens":
                self._add_row("stream", self._stream, self._stream.toolTip())
        self._grid.addWidget(self._fold, self._grid.rowCount(), 0, 1, 2)
        self._grid.addWidget(self._own_settings, self._grid.rowCount(), 0, 1, 2)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

        self._strategy.currentIndexChanged.connect(self._on_strategy_changed)
        for switch in self._switches.values():
            switch.toggled.connect(self.changed)
        for combo in self._choices.values():
            combo.currentIndexChanged.connect(self.changed)
        self._dice.clicked.connect(self._on_dice_clicked)
        self._stream.currentIndexChanged.connect(self.changed)
        self._own_settings.clicked.connect(self._on_settings_clicked)
        self._notes.fast_asked.connect(self.fast_asked)
        self._fold.toggled.connect(self._fold_rows)
        choice.changed.connect(self._on_model_changed)
        form.changed.connect(self._show_what_is_read)
        self._changes.changed.connect(self._show_what_is_read)
        self.set_value(settings.as_typed(settings.options.model_dump()))

    def value(self) -> dict[str, Any]:
        """Return ``options`` by name, as they are typed, and ``block_tokens``.

        There are two numbers of new tokens, one for texts and one for speech.
        """
        strategy = Strategy(self._strategy.currentData())
        typed: dict[str, Any] = {name: spin.content() for name, spin in self._numbers.items()}
        second = typed.pop(_SECOND)
        if second != 0:
            typed["seed"] = typed["seed"], second
        switched = {name: switch.isChecked() for name, switch in self._switches.items()}
        chosen = {name: choice.currentData() for name, choice in self._choices.items()}
        texts = {name: edit.text() for name, edit in self._text_entries.items()}
        options = {
            "strategy": strategy,
            **typed,
            **switched,
            **chosen,
            **texts,
            **self._lengths(),
        }
        return {"options": options, "block_tokens": self._stream.value()}

    def _lengths(self) -> dict[str, Typed | None]:
        number = self._numbers["max_new_tokens"].content()
        if not self._is_speech:
            return {"max_new_tokens": number, SPEECH_NEW_TOKENS: self._speech_new_tokens}
        own = None if number == self._speech_room else number
        return {"max_new_tokens": self._text_new_tokens, SPEECH_NEW_TOKENS: own}

    def set_value(self, options: dict[str, Any]) -> None:
        """Show options; others are not changed."""
        with self._quietly():
            for name, value in options.items():
                self._show(name, value)
            if "strategy" in options:
                index = self._strategy.findData(Strategy(options["strategy"]))
                self._strategy.setCurrentIndex(index)
            self._on_strategy_changed()

    def use(self, request: Request) -> None:
        """Show the options of a call; its number of new tokens is of texts or of speech."""
        self.use_options(request.options.model_dump(), is_speech=bool(request.audio))
        if request.recipe is Recipe.FAST:
            self._stream.set_value(request.block_tokens)

    def use_options(self, options: dict[str, Any], *, is_speech: bool) -> None:
        """Show options of a call of texts or of speech; others are not changed."""
        shown = {name: value for name, value in options.items() if name != "max_new_tokens"}
        if "max_new_tokens" in options:
            count = options["max_new_tokens"]
            if is_speech == self._is_speech:
                shown["max_new_tokens"] = self._speech_room if count is None else count
            elif is_speech:
                self._speech_new_tokens = count
            else:
                self._text_new_tokens = count
        self.set_value(shown)

    def _show(self, name: str, value: Any) -> None:
        if name == "seed":
            first, second = value if isinstance(value, list | tuple) else (value, 0)
            self._numbers["seed"].setValue(first)
            self._numbers[_SECOND].setValue(second)
        elif name in self._numbers:
            self._numbers[name].setValue(value)
        elif name in self._switches:
            self._switches[name].setChecked(bool(value))
        elif name in self._choices:
            self._choices[name].setCurrentIndex(SPEC_OF[name].choices.index(value))
        elif name in self._text_entries:
            self._text_entries[name].setText(
                value if isinstance(value, str) else bad_words_text(value)
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dice.setIcon(icon("dice", self.palette()))

    def _make_dice(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("dice_button")
        button.setIcon(icon("dice", self.palette()))
        button.setToolTip(self.tr("A new seed at random"))
        button.setAccessibleName(self.tr("New seed"))
        return button

    def _make_own_settings(self) -> QPushButton:
        button = QPushButton(self.tr("Use the model's own settings"), self)
        button.setObjectName("model_settings_button")
        button.hide()
        return button

    def _add_option(self, spec: OptionSpec) -> None:
        control: QWidget
        beside: tuple[QWidget, ...] = ()
        match spec.kind:
            case Kind.SWITCH:
                control = self._switches[spec.name] = QCheckBox(self)
                control.setObjectName(spec.name)
            case Kind.CHOICE:
                control = self._make_choice(spec)
            case Kind.WORDS | Kind.TEXTS:
                control = QLineEdit(self)
                control.setPlaceholderText(self.tr("words, separated by commas"))
                self._add_text(spec.name, control)
            case Kind.SEED:
                control = self._make_number(spec, spec.name, _SEED_CHARACTERS)
                second = self._make_number(spec, _SECOND, _SEED_CHARACTERS)
                second.setAccessibleName(self.tr("seed, second number"))
                for spin in (control, second):  # so that ten digits are visible
                    spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
                beside = (second,)
            case _:
                control = self._make_number(spec, spec.name, _CHARACTERS)
        row = self._add_row(spec.name, control, spec.summary, beside)
        if spec.kind is Kind.SEED:
            self._grid.addWidget(self._dice, row, 0, Qt.AlignmentFlag.AlignRight)
            self._rows[spec.name].append(self._dice)

    def _make_number(
        self, spec: OptionSpec, name: str, characters: int
    ) -> IntegerSpinBox | FloatSpinBox:
        spin: IntegerSpinBox | FloatSpinBox
        if spec.kind is Kind.NUMBER:
            spin = FloatSpinBox(spec.range, spec.step, self)
        else:
            spin = IntegerSpinBox(spec.range, self)
        spin.setMinimumWidth(spin.fontMetrics().averageCharWidth() * characters)
        self._add_number(name, spin)
        return spin

    def _make_choice(self, spec: OptionSpec) -> QComboBox:
        combo = self._choices[spec.name] = QComboBox(self)
        combo.setObjectName(spec.name)
        for choice in spec.choices:
            combo.addItem(str(choice), choice)  # generate's own values, in every language
        return combo

    def _add_row(
        self, name: str, control: QWidget, tooltip: str, beside: tuple[QWidget, ...] = ()
    ) -> int:
        """Add a row with a control, or several of equal width; return its number in the grid."""
        label = PlainLabel(name, self)  # generate's own name, in every language
        label.setBuddy(control)
        for widget in (label, control):
            widget.setToolTip(tooltip)
        control.setAccessibleName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._rows[name] = [label, control, *beside]
        if beside:
            box = QHBoxLayout()
            for widget in (control, *beside):
                box.addWidget(widget, 1)
            self._grid.addLayout(box, row, 1)
        else:
            self._grid.addWidget(control, row, 1)
        fields = [name, *(widget.objectName() for widget in beside)]
        self._grid.addWidget(self._problem_label(*fields), row + 1, 0, 1, 2)
        self._grid.addWidget(self._notes.add(name), row + 2, 0, 1, 2)
        return row

    @Slot()
    def _on_strategy_changed(self) -> None:
        self._show_what_is_read()
        self.changed.emit()

    @Slot()
    def _show_what_is_read(self) -> None:
        strategy = str(self._strategy.currentData())
        self._notes.take(self.value()["options"])
        for spec in OPTION_SPECS:
            reason = self._reason_against(spec)
            for widget in self._rows[spec.name]:
                widget.setEnabled(not reason)
                if widget is not self._dice:
                    change = "" if reason else self._changes.text(spec.name, strategy)
                    about = self._notes.about(spec.name)
                    sentences = (spec.summary, how_to_write(spec), reason, about, change)
                    widget.setToolTip("\n".join(filter(None, sentences)))
        how = self.tr("How the next token is chosen.")
        parts = (how, self._notes.about("strategy"), self._changes.text("strategy", strategy))
        tooltip = "\n".join(filter(None, parts))
        for widget in self._rows["strategy"]:
            widget.setToolTip(tooltip)
        self._fold_rows()

    @Slot()
    def _fold_rows(self) -> None:
        is_fast, is_open = self._form.is_fast, self._fold.isChecked()
        state = (self._strategy.currentData(), is_fast, is_open)
        is_settled, self._folded_for = state == self._folded_for, state
        values = self.value()["options"]
        folded = {spec.name for spec in OPTION_SPECS if self._is_idle(spec, values[spec.name])}
        if not is_fast:
            folded.add("stream")
        if is_open:
            folded.clear()
        for name, widgets in self._rows.items():
            if name in folded and is_settled:
                continue  # it stays where it was, and nothing moves under the hands
            for widget in widgets:
                widget.setVisible(name not in folded)
        hidden = {name for name, (label, *_) in self._rows.items() if label.isHidden()}
        self._fold.set_folded(len(hidden))
        self._notes.show(self._rows.keys() - hidden)

    def _is_idle(self, spec: OptionSpec, value: object) -> bool:
        """Return whether an option makes no difference: it is not read, or rare and off."""
        default = "" if spec.kind in (Kind.WORDS, Kind.TEXTS) else spec.default
        is_off = spec.name in RARE_OPTIONS and value == default
        return is_off or bool(self._reason_against(spec))

    def _reason_against(self, spec: OptionSpec) -> str:
        """Return why an option has no effect on the next call, empty if it has one."""
        if Strategy(self._strategy.currentData()) not in spec.strategies:
            strategy = self._strategy.currentText()
            return self.tr("Greyed out: {0} does not read it.").format(strategy)
        return self._notes.reason_not_read(spec.name)

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._show_new_tokens(info)
        self._show_what_is_read()
        self._own_settings.setVisible(bool(info.settings))
        self._own_settings.setToolTip(
            self.tr("What its publisher chose: {0}").format(settings_in_words(info.settings))
        )

    def _show_new_tokens(self, info: ModelInfo) -> None:
        """Show the number of new tokens for the model's kind of input, text or speech."""
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
        info = self._choice.info
        if info is not None:
            self.set_value(dict(info.settings))
            self.changed.emit()

    @Slot()
    def _on_dice_clicked(self) -> None:
        self._numbers["seed"].setValue(random.randint(0, _LARGEST_THROW))
