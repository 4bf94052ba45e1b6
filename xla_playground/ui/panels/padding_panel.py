"""To which lengths prompts are padded and new tokens rounded, and on which side padding goes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QStackedWidget, QWidget

from ...core.errors import PlaygroundError
from ...core.model_info import ModelInfo, ModelInput
from ...core.padding import (
    PADDING_RANGES,
    SIDE_REASONS,
    Padding,
    PaddingMode,
    PaddingSide,
    needed_side,
)
from ..dialogs.advice_dialog import AdviceDialog
from ..session import Session
from ..widgets.plain_label import PlainLabel
from ..widgets.spin_boxes import IntegerSpinBox
from .panel import Panel


class PaddingPanel(Panel):
    """Edits ``padding``; a model that takes one side only keeps it there, and says why."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("padding_panel")
        self._session = session
        self._kept_side: PaddingSide | None = None
        self._is_speech = False
        self._chosen_side = PaddingSide.AUTO
        self._mode = self._make_mode()
        self._multiple = self._make_number("multiple_of", self.tr("Multiple, in tokens"))
        self._length = self._make_number("length", self.tr("Fixed length, in tokens"))
        self._capacity = self._make_number("capacity", self.tr("Capacity, in tokens"))
        self._capacity.setToolTip(
            self.tr(
                "Under the fast recipe one specialization serves every prompt and number of new "
                "tokens that together have at most so many tokens; a longer call takes the next "
                "power of two. Under the documented one each length is a specialization of its own."
            )
        )
        self._advise = QPushButton(self.tr("Advise…"), self)
        self._advise.setObjectName("advise_button")
        self._advise.setAccessibleName(self.tr("Advise buckets"))
        self._advise.setToolTip(
            self.tr("Find the policy that a list of prompts costs the least time with")
        )
        self._number = QStackedWidget(self)
        self._number.addWidget(QWidget(self))  # none and longest use no number
        self._number.addWidget(self._multiple)
        self._number.addWidget(self._length)
        self._side = self._make_side()
        self._reason = PlainLabel("", self)
        self._reason.setObjectName("padding_side_reason")
        self._reason.setWordWrap(True)
        self._speech_reason = PlainLabel(
            self.tr("A recording has no prompts to pad: each of its windows has one length."),
            self,
        )
        self._speech_reason.setObjectName("speech_padding_reason")
        self._speech_reason.setWordWrap(True)
        self._speech_reason.hide()

        layout = QGridLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        layout.addWidget(_label(self.tr("pad prompts"), self._mode), 0, 0)
        layout.addWidget(self._mode, 0, 1)
        layout.addWidget(self._number, 0, 2)
        layout.addWidget(self._problem_label("padding", "multiple_of", "length"), 1, 0, 1, 3)
        layout.addWidget(_label(self.tr("side"), self._side), 2, 0)
        layout.addWidget(self._side, 2, 1)
        layout.addWidget(self._advise, 2, 2)
        layout.addWidget(self._problem_label("padding_side", "side"), 3, 0, 1, 3)
        layout.addWidget(self._reason, 4, 0, 1, 3)
        layout.addWidget(self._speech_reason, 4, 0, 1, 3)
        layout.addWidget(_label(self.tr("capacity (fast)"), self._capacity), 5, 0, 1, 2)
        layout.addWidget(self._capacity, 5, 2)
        layout.addWidget(self._problem_label("capacity"), 6, 0, 1, 3)
        layout.setRowStretch(7, 1)

        self._mode.currentIndexChanged.connect(self._on_mode_changed)
        self._side.currentIndexChanged.connect(self._on_side_changed)
        self._advise.clicked.connect(self._on_advise_clicked)
        session.model_changed.connect(self._on_model_changed)
        self.set_value(session.settings.as_typed(session.settings.padding.model_dump()))

    def value(self) -> dict[str, Any]:
        """Return the padding policy as it is set; the draft knows which sides the model takes."""
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
            self._show_side()

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
        combo.setToolTip(
            self.tr(
                "Each padded length is a shape of its own, which XLA compiles by itself: "
                "a multiple keeps their number small (pad_to_multiple_of)."
            )
        )
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

    def _show_side(self) -> None:
        side = self._kept_side or self._chosen_side
        blocked = self._side.blockSignals(True)
        self._side.setCurrentIndex(self._side.findData(side))
        self._side.blockSignals(blocked)
        self._side.setEnabled(self._kept_side is None and not self._is_speech)
        self._reason.setText(SIDE_REASONS[self._kept_side] if self._kept_side else "")
        self._reason.setVisible(self._kept_side is not None and not self._is_speech)
        self._speech_reason.setVisible(self._is_speech)
        for widget in (self._mode, self._number, self._advise):
            widget.setEnabled(not self._is_speech)

    @Slot()
    def _on_mode_changed(self) -> None:
        pages = {PaddingMode.MULTIPLE: 1, PaddingMode.FIXED: 2}
        self._number.setCurrentIndex(pages.get(self._mode.currentData(), 0))
        self.changed.emit()

    @Slot()
    def _on_side_changed(self) -> None:
        self._chosen_side = PaddingSide(self._side.currentData())
        self.changed.emit()

    @Slot()
    def _on_advise_clicked(self) -> None:
        info = self._session.model_info
        try:
            request = self._session.request()
        except PlaygroundError as error:
            self._session.notice.emit(error.sentence)
            return
        if info is None:
            self._session.notice.emit(self.tr("The model is not known yet: choose one."))
            return
        dialog = AdviceDialog(self._session, info, request, self)
        dialog.policy_accepted.connect(self._on_policy_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_policy_accepted(self, padding: Padding) -> None:
        numbers = {PaddingMode.MULTIPLE: "multiple_of", PaddingMode.FIXED: "length"}
        taken = {"mode", numbers.get(padding.mode, "mode")}
        self.set_value(self.value() | padding.model_dump(include=taken))
        self.changed.emit()

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._kept_side = needed_side(
            is_decoder_only=info.is_decoder_only, has_positions=info.positions is not None
        )
        self._is_speech = info.takes is ModelInput.SPEECH
        self._show_side()


def _label(text: str, buddy: QWidget) -> QLabel:
    label = PlainLabel(text, buddy.parentWidget())
    label.setBuddy(buddy)
    return label
