"""The panel of the model's input: prompts or a recording."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ....core.model.info import ModelInfo, ModelInput
from ....core.window.settings import Settings
from ...state.form import Form
from ...state.model_choice import ModelChoice
from ...state.notices import Notices
from ...state.planner import Planner
from .prompt_panel import PromptPanel
from .speech_panel import SpeechPanel


class InputPanel(QWidget):
    """Shows the panel of what the model reads, prompts or speech.

    *Attributes:*
        prompt, speech: the two panels.

    *Signals:*
        takes_changed (): the other one is shown.
    """

    takes_changed = Signal()

    def __init__(
        self,
        form: Form,
        choice: ModelChoice,
        planner: Planner,
        notices: Notices,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("input_panel")
        self.prompt = PromptPanel(form, choice, planner, settings, self)
        self.speech = SpeechPanel(choice, notices, settings, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.prompt)
        self._stack.addWidget(self.speech)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._show(settings.takes)
        choice.changed.connect(self._on_model_changed)

    @property
    def takes(self) -> ModelInput:
        """Return what the shown panel edits."""
        is_speech = self._stack.currentWidget() is self.speech
        return ModelInput.SPEECH if is_speech else ModelInput.TEXT

    def title(self) -> str:
        """Return the translated title of a dock that shows the current panel."""
        return self.tr("Speech") if self.takes is ModelInput.SPEECH else self.tr("Prompt")

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        if info.takes is not self.takes:
            self._show(info.takes)
            self.takes_changed.emit()

    def _show(self, takes: ModelInput) -> None:
        self._stack.setCurrentWidget(self.speech if takes is ModelInput.SPEECH else self.prompt)
