"""What a recipe does with the options of a call: sentences for tooltips, and below the rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from ....core.options.table import SPEC_OF, Strategy
from ....core.window.option_notes import FormCall, fault_of, hints_of, reason_not_read
from ...state.form import Form
from ...state.model_choice import ModelChoice
from ..panel import Panel
from .option_note import OptionNote


class RowNotes(QObject):
    """Has a note for each row, and words for what is not read, faulty or refused.

    *Signals:*
        fast_asked (): the button of a note was pressed.
    """

    fast_asked = Signal()

    def __init__(self, form: Form, choice: ModelChoice, panel: Panel) -> None:
        super().__init__(panel)
        self._form, self._choice, self._panel = form, choice, panel
        self._notes: dict[str, OptionNote] = {}
        self._call = FormCall({"strategy": Strategy.GREEDY}, is_fast=True)

    def add(self, option: str) -> OptionNote:
        """Return the note of an option, for the place below its row."""
        note = self._notes[option] = OptionNote(option, self._panel)
        note.fast_asked.connect(self.fast_asked)
        return note

    def take(self, options: Mapping[str, Any]) -> None:
        """Take up the values of the panel, which the other methods are about."""
        info = self._choice.info
        self._call = FormCall(
            options,
            is_fast=self._form.is_fast,
            has_fast=info is None or info.has_xla,
            is_decoder_only=info is None or info.is_decoder_only,
        )

    def reason_not_read(self, option: str) -> str:
        """Return why the recipe does not read an option; empty if it reads it."""
        reason = reason_not_read(option, self._call)
        return "" if reason is None else reason.text

    def about(self, option: str) -> str:
        """Return what else is to be known of an option, a sentence a line."""
        fault = fault_of(option, self._call)
        said = (*(() if fault is None else (fault,)), *hints_of(option, self._call))
        return "\n".join(message.text for message in said)

    def show(self, in_sight: Collection[str]) -> None:
        """Show the notes of the rows that are in sight."""
        for option, note in self._notes.items():
            sentence = self._sentence(option) if option in in_sight else ""
            note.show_sentence(sentence, has_fast=self._call.has_fast)

    def _sentence(self, option: str) -> str:
        if option in SPEC_OF and self._call.strategy not in SPEC_OF[option].strategies:
            return ""
        fault = fault_of(option, self._call)
        return self.reason_not_read(option) or ("" if fault is None else fault.text)
