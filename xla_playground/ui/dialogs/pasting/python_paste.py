"""Take code from the clipboard, a drop or a file into the panels."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ....core.call.plan import Plan
from ....core.errors import RequestError
from ....core.files.text_file import read_text_file
from ....core.options.generate_words import Lengths
from ....core.pasted.paste import Pasted, read_pasted
from ....core.pasted.source import FIELD
from ...session import Session
from .paste_dialog import PasteDialog


class PastedPanels(Protocol):
    """The panels that show what was pasted."""

    def values(self) -> dict[str, Any]:
        """Return the raw values of all panels."""
        ...

    def show_values(self, values: dict[str, Any]) -> None:
        """Show raw values in all panels."""
        ...

    def use_pasted(self, pasted: Pasted) -> None:
        """Show what was taken from code, as if the user set it."""
        ...

    def use_lengths(self, lengths: dict[str, int]) -> None:
        """Show numbers of new tokens."""
        ...


class PythonPaste(QObject):
    """Takes code, and shows what was taken and what was not, with a way back.

    ``max_length`` counts the tokens of the prompt, so ``max_new_tokens`` follows with the next
    plan.
    """

    def __init__(self, window: QWidget, session: Session, panels: PastedPanels) -> None:
        super().__init__(window)
        self._window, self._session, self._panels = window, session, panels
        self._lengths = Lengths()
        self._before: dict[str, Any] = {}
        session.planner.plan_changed.connect(self._on_plan_changed)

    @Slot()
    def paste(self) -> None:
        """Take the text of the clipboard, or of a file that was copied."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.open_file(Path(paths[0]))
        else:
            self.take(data.text())

    def open_file(self, path: Path) -> None:
        """Take the text of a file."""
        try:
            self.take(read_text_file(path, FIELD))
        except RequestError as error:
            self._session.notices.add(error.sentence)

    @Slot(str)
    def take(self, text: str) -> None:
        """Take code; a text that is none is a notice, and nothing changes."""
        try:
            pasted = read_pasted(text)
        except RequestError as error:
            self._session.notices.add(self.tr("Not pasted. {0}").format(error.sentence))
            return
        self._before = self._panels.values()
        self._lengths = pasted.lengths
        self._panels.use_pasted(pasted)
        sentences = [message.text for message in pasted.left_out]
        if pasted.prompt_problem is not None:
            sentences.append(pasted.prompt_problem.text)
        if pasted.lengths.is_named:
            sentences.append(
                self.tr("max_length counts the tokens of the input: max_new_tokens follows soon.")
            )
        dialog = PasteDialog(pasted, sentences, self._window)
        dialog.undo_chosen.connect(self._on_undo_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_undo_chosen(self) -> None:
        self._lengths = Lengths()
        self._panels.show_values(self._before)

    @Slot(object)
    def _on_plan_changed(self, plan: Plan) -> None:
        info, lengths = self._session.choice.info, self._lengths
        if info is None or not lengths.is_named:
            return
        self._lengths = Lengths()
        beginning = 1 + (len(info.speech_prompt.slots) if info.speech_prompt else 0)
        if info.is_decoder_only:
            is_fast = self._session.form.is_fast
            beginning = max(plan.prompt_tokens) if is_fast else plan.padded_length
        try:
            self._panels.use_lengths(lengths.new_tokens(beginning))
        except RequestError as error:
            self._session.notices.add(error.sentence)
