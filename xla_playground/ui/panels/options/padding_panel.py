"""The panel for the length and side of padding, or for the capacity of a loop."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QStackedWidget, QWidget

from ....core.call.padding import (
    PADDING_RANGES,
    SIDE_REASONS,
    Padding,
    PaddingMode,
    PaddingSide,
    needed_side,
)
from ....core.model.info import ModelInfo, ModelInput
from ....core.window.settings import Settings
from ...state.form import Form
from ...state.model_choice import ModelChoice
from ...widgets.plain_label import PlainLabel
from ...widgets.spin_boxes import IntegerSpinBox
from ..fold_button import FoldButton
from ..panel import Panel


class PaddingPanel(Panel):
    """Edits ``padding``; controls that the call does not read are greyed out, and folded away.

    A model that takes one side only keeps it there.

    *Signals:*
        advice_asked (): the user wants to know which padding or capacity costs least.
    """

    advice_asked = Signal()

    def __init__(
        self,
        form: Form,
        choice: ModelChoice,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("padding_panel")
        self._form = form
        self._kept_side: PaddingSide | None = None
        self._is_speech = False
        self._chosen_side = PaddingSide.AUTO
        self._mode = self._make_mode()
        self._multiple = self._make_number("multiple_of", self.tr("Multiple, in tokens"))
        self._length = self._make_number("length", self.tr("Fixed length, in tokens"))
        self._capacity = self._make_number("capacity", self.tr("Capacity, in tokens"))
        self._advise = QPushButton(self.tr("Advise…"), self)
        self._advise.setObjectName("advise_button")
        self._number = QStackedWidget(self)
        self._number.addWidget(QWidget(self))  # none and longest use no number
        self._number.addWidget(self._multiple)
        self._number.addWidget(self._length)
        self._side = self._make_side()
        self._reason = PlainLabel("", self)
        self._reason.setObjectName("padding_reason")
        self._reason.setWordWrap(True)
        self._fold = FoldButton("padding_fold", self)

        layout = QGridLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        mode = _label(self.tr("pad prompts"), self._mode)
        side = _label(self.tr("side"), self._side)
        capacity = _label(self.tr("capacity (fast)"), self._capacity)
        #: By the control that says whether the row is read.
        self._rows: dict[QWidget, tuple[QWidget, ...]] = {
            self._mode: (mode, self._mode, self._number),
            self._side: (side, self._side),
            self._capacity: (capacity, self._capacity),
        }
        layout.addWidget(mode, 0, 0)
        layout.addWidget(self._mode, 0, 1)
        layout.addWidget(self._number, 0, 2)
        layout.addWidget(self._problem_label("padding", "multiple_of", "length"), 1, 0, 1, 3)
        layout.addWidget(side, 2, 0)
        layout.addWidget(self._side, 2, 1, 1, 2)
        layout.addWidget(self._problem_label("padding_side", "side"), 3, 0, 1, 3)
        layout.addWidget(self._reason, 4, 0, 1, 3)
        layout.addWidget(capacity, 5, 0)
        layout.addWidget(self._capacity, 5, 1, 1, 2)
        layout.addWidget(self._problem_label("capacity"), 6, 0, 1, 3)
        layout.addWidget(self._fold, 7, 0, 1, 2)
        layout.addWidget(self._advise, 7, 2)
        layout.setRowStretch(8, 1)

        self._mode.currentIndexChanged.connect(self._on_mode_changed)
        self._side.currentIndexChanged.connect(self._on_side_changed)
        self._advise.clicked.connect(self.advice_asked)
        self._fold.toggled.connect(self._show_what_is_read)
        choice.changed.connect(self._on_model_changed)
        form.changed.connect(self._show_what_is_read)
        self.set_value(settings.as_typed(settings.padding.model_dump()))

    def value(self) -> dict[str, Any]:
        """Return ``padding`` as it is set; the draft knows which sides the model takes."""
        return {"padding": self._padding()}

    def _padding(self) -> dict[str, Any]:
        return {
            "mode": self._mode.currentData(),
            "multiple_of": self._multiple.content(),
            "length": self._length.content(),
            "side": self._chosen_side,
            "capacity": self._capacity.content(),
        }

    def set_value(self, padding: dict[str, Any]) -> None:
        """Show a padding policy."""
        with self._quietly():
            self._mode.setCurrentIndex(self._mode.findData(PaddingMode(padding["mode"])))
            self._multiple.setValue(padding["multiple_of"])
            self._length.setValue(padding["length"])
            self._capacity.setValue(padding["capacity"])
            self._chosen_side = PaddingSide(padding["side"])
            self._on_mode_changed()
            self._show_what_is_read()

    @Slot(object)
    def use_policy(self, padding: Padding) -> None:
        """Take mode and number of a policy, as if the user set them."""
        numbers = {PaddingMode.MULTIPLE: "multiple_of", PaddingMode.FIXED: "length"}
        taken = {"mode", numbers.get(padding.mode, "mode")}
        self.set_value(self._padding() | padding.model_dump(include=taken))
        self.changed.emit()

    @Slot(int)
    def use_capacity(self, capacity: int) -> None:
        """Take a capacity, as if the user typed it."""
        self._capacity.setValue(capacity)

    def _make_mode(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName("padding_mode")
        for mode, text in (
            (PaddingMode.NONE, self.tr("not at all")),
            (PaddingMode.LONGEST, self.tr("to the longest")),
            (PaddingMode.MULTIPLE, self.tr("to a multiple of")),
            (PaddingMode.POWER_OF_TWO, self.tr("to a power of two")),
            (PaddingMode.FIXED, self.tr("to the length")),
        ):
            combo.addItem(text, mode)
        combo.setAccessibleName(self.tr("Padding"))
        return combo

    def _make_number(self, name: str, tooltip: str) -> IntegerSpinBox:
        spin = IntegerSpinBox(PADDING_RANGES[name], self)
        self._add_number(name, spin)
        spin.setToolTip(tooltip)
        spin.setAccessibleName(tooltip)
        return spin

    def _make_side(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName("padding_side")
        for side, text in (
            (PaddingSide.AUTO, self.tr("what the model needs")),
            (PaddingSide.LEFT, self.tr("left")),
            (PaddingSide.RIGHT, self.tr("right")),
        ):
            combo.addItem(text, side)
        combo.setToolTip(self.tr("Where the padding goes"))
        combo.setAccessibleName(self.tr("Padding side"))
        return combo

    @Slot()
    def _show_what_is_read(self) -> None:
        is_read = self._form.reads_padding_policy
        is_live = not is_read and not self._is_speech
        for widget in (self._mode, self._number):
            widget.setEnabled(is_read)
        self._advise.setEnabled(not self._is_speech)
        self._capacity.setEnabled(self._form.has_capacity)
        side = self._kept_side or self._chosen_side
        blocked = self._side.blockSignals(True)
        self._side.setCurrentIndex(self._side.findData(side))
        self._side.blockSignals(blocked)
        self._side.setEnabled(self._kept_side is None and not self._is_speech)
        is_open = self._fold.isChecked()
        for control, row in self._rows.items():
            for part in row:
                part.setVisible(is_open or control.isEnabled())
        self._fold.set_folded(sum(not control.isEnabled() for control in self._rows))
        self._reason.setText(self._why_greyed(is_live=is_live))
        self._reason.setVisible(bool(self._reason.text()))
        self._explain(is_live=is_live)
        self._show_problems()

    def _why_greyed(self, *, is_live: bool) -> str:
        if self._is_speech:
            return self.tr("A recording has no prompts to pad: each of its windows has one length.")
        if is_live:
            return self.tr("A prompt's length is live here: the policy is not read.")
        if self._kept_side is None or self._side.isHidden():
            return ""
        return SIDE_REASONS[self._kept_side].text

    def _explain(self, *, is_live: bool) -> None:
        """Set the tooltips, which explain the controls or the reason that they are greyed out."""
        policy = self.tr(
            "Each padded length is a shape of its own, which XLA compiles by itself: "
            "a multiple keeps their number small (pad_to_multiple_of)."
        )
        advice = self.tr("Find the policy that a list of prompts costs the least time with")
        if is_live:
            policy = self.tr(
                "Greyed out: under the fast recipe one specialization of a decoder-only model "
                "reads prompts of every length. The policy is read under the documented recipe, "
                "and for the input of encoder-decoder models."
            )
            advice = self.tr("Find the capacity that serves a list of prompts")
        capacity = self.tr(
            "Prompt and new tokens of a call may have so many tokens together (in encoder-decoder "
            "models the answer alone); one specialization serves every length up to it. A longer "
            "call takes the next power of two."
        )
        if not self._capacity.isEnabled():
            capacity = self.tr(
                "Greyed out: only the fast recipe in the graph and xla arms has a capacity. Other "
                "loops are as long as their call."
            )
        self._mode.setToolTip(policy)
        self._advise.setToolTip(advice)
        self._advise.setAccessibleName(
            self.tr("Advise a capacity") if is_live else self.tr("Advise buckets")
        )
        self._capacity.setToolTip(capacity)

    @Slot()
    def _on_mode_changed(self) -> None:
        pages = {PaddingMode.MULTIPLE: 1, PaddingMode.FIXED: 2}
        self._number.setCurrentIndex(pages.get(self._mode.currentData(), 0))
        self.changed.emit()

    @Slot()
    def _on_side_changed(self) -> None:
        self._chosen_side = PaddingSide(self._side.currentData())
        self.changed.emit()

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._kept_side = needed_side(
            is_decoder_only=info.is_decoder_only, has_positions=info.positions is not None
        )
        self._is_speech = info.takes is ModelInput.SPEECH
        self._show_what_is_read()


def _label(text: str, buddy: QWidget) -> QLabel:
    label = PlainLabel(text, buddy.parentWidget())
    label.setBuddy(buddy)
    return label
