"""The panel of the model's input: prompts or a recording."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ....core.model.info import ModelInfo, ModelInput
from ...state.session import Session
from ..panel import Panel
from .prompt_panel import PromptPanel
from .speech_panel import SpeechPanel


class InputPanel(Panel):
    """Edits the model's input; shows the half that the model reads, prompts or speech.

    *Attributes:*
        prompt, speech: the two halves.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("input_panel")
        self.prompt, self.speech = PromptPanel(session, self), SpeechPanel(session, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.prompt)
        self._stack.addWidget(self.speech)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._show(session.settings.takes)
        for half in (self.prompt, self.speech):
            half.changed.connect(self.changed)
        session.model_changed.connect(self._on_model_changed)

    @property
    def takes(self) -> ModelInput:
        """Return the kind of the half that is shown."""
        is_speech = self._stack.currentWidget() is self.speech
        return ModelInput.SPEECH if is_speech else ModelInput.TEXT

    def title(self) -> str:
        """Return the translated title of a dock that shows the current half."""
        return self.tr("Speech") if self.takes is ModelInput.SPEECH else self.tr("Prompt")

    def value(self) -> dict[str, Any]:
        """Return the values of both halves, by field."""
        return {**self.prompt.value(), **self.speech.value()}

    def show_problem(self, field: str, sentence: str) -> bool:
        self.clear_problem()
        return any(half.show_problem(field, sentence) for half in (self.prompt, self.speech))

    def clear_problem(self) -> None:
        for half in (self.prompt, self.speech):
            half.clear_problem()

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self._show(info.takes)

    def _show(self, takes: ModelInput) -> None:
        self._stack.setCurrentWidget(self.speech if takes is ModelInput.SPEECH else self.prompt)
