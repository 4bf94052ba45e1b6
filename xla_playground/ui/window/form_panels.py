"""The panels that edit the form: their values go to it, its problems come to them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ...core.call.request import Request
from ...core.errors import RequestError
from ...core.model.info import ModelInput
from ...core.pasted.paste import Pasted
from ...core.window.draft import SPEECH_NEW_TOKENS
from ..panels.model.model_panel import ModelPanel
from ..panels.options.generation_panel import GenerationPanel
from ..panels.options.padding_panel import PaddingPanel
from ..panels.panel import Panel
from ..panels.prompt.input_panel import InputPanel
from ..session import Session
from .bars.run_bar import RunBar


class FormPanels(QObject):
    """Makes the panels that edit, and connects them and the run bar to the form.

    *Attributes:*
        input, model, generation, padding: the panels.
        widgets: what fills their docks, by the name of each dock.
    """

    def __init__(self, session: Session, run_bar: RunBar, parent: QObject) -> None:
        super().__init__(parent)
        form, choice, notices = session.form, session.choice, session.notices
        settings = session.saver.settings
        self.input = InputPanel(form, choice, session.planner, notices, settings)
        self.model = ModelPanel(choice, session.log, notices, settings)
        self.generation = GenerationPanel(form, choice, session.planner, session.log, settings)
        self.padding = PaddingPanel(form, choice, settings)
        self.widgets: dict[str, QWidget] = {
            "prompt": self.input,
            "model": self.model,
            "generation": self.generation,
            "padding": self.padding,
        }
        self._form, self._run_bar = form, run_bar
        #: Each panel with the name of its dock.
        self._panels: tuple[tuple[Panel, str], ...] = (
            (self.input.prompt, "prompt"),
            (self.input.speech, "prompt"),
            (self.model, "model"),
            (self.generation, "generation"),
            (self.padding, "padding"),
        )
        for panel, _ in self._panels:
            panel.changed.connect(self._on_changed)
        run_bar.changed.connect(self._on_changed)
        self.generation.fast_asked.connect(run_bar.choose_fast)
        form.problem_found.connect(self._on_problem_found)
        form.problem_cleared.connect(self._on_problem_cleared)

    def dock_of(self, field: str) -> str | None:
        """Return the name of the dock with the control of ``field``, ``None`` if there is none."""
        return next((dock for panel, dock in self._panels if panel.has_control(field)), None)

    def values(self) -> dict[str, Any]:
        """Return the raw values of all panels, by the names that ``Form.update`` has for them."""
        values: dict[str, Any] = self._run_bar.value()
        for panel, _ in self._panels:
            values |= panel.value()
        return values

    def show_values(self, values: dict[str, Any]) -> None:
        """Show raw values in all panels, as if the user set them."""
        self.model.set_value(values["model"], values["precision"])
        self.input.prompt.set_value(values["prompt_text"], chat=values["chat"])
        self.input.speech.use(values["audio"], values["language"], values["task"])
        options = dict(values["options"])
        of_speech = options.pop(SPEECH_NEW_TOKENS)
        self.generation.use_options(options, is_speech=False)
        self.generation.use_options({"max_new_tokens": of_speech}, is_speech=True)
        self.padding.set_value(values["padding"])
        self._run_bar.set_value(values)
        self._on_changed()

    def use_pasted(self, pasted: Pasted) -> None:
        """Show what was taken from code, as if the user set it."""
        values = self.values()
        if pasted.model is not None or pasted.precision is not None:
            model = pasted.model or values["model"]
            self.model.set_value(model, pasted.precision or values["precision"])
        if pasted.audio is not None:
            self.input.speech.set_value(pasted.audio)
        if pasted.prompt_text is not None:
            self.input.prompt.put_text(pasted.prompt_text, chat=bool(pasted.chat))
        self.generation.use_options(pasted.options, is_speech=self._is_of_speech(pasted))
        if pasted.padding:
            self.padding.set_value(values["padding"] | pasted.padding)
        arm, recipe = pasted.arm or values["arm"], pasted.recipe or values["recipe"]
        self._run_bar.set_value(values | {"arm": arm, "recipe": recipe})
        self._on_changed()

    def use_lengths(self, lengths: dict[str, int]) -> None:
        """Show numbers of new tokens, as if the user typed them."""
        is_speech = self.input.takes is ModelInput.SPEECH
        self.generation.use_options(lengths, is_speech=is_speech)
        self._on_changed()

    def _is_of_speech(self, pasted: Pasted) -> bool:
        """Return whether code transcribes; keyword arguments alone are of the shown model."""
        is_shown = self.input.takes is ModelInput.SPEECH
        return pasted.audio is not None or (is_shown and pasted.prompts is None)

    def use(self, request: Request, repeat: int | None = None) -> None:
        """Show the settings of a call in all panels, as if the user set them.

        The number of calls stays unless ``repeat`` is given.
        """
        self.model.set_value(request.model, request.precision)
        if request.audio:
            self.input.speech.use(request.audio, request.language, request.task)
        else:
            self.input.prompt.set_value("\n".join(request.prompts), chat=request.chat)
        self.generation.use(request)
        self.padding.set_value(request.padding.model_dump())
        repeat = self._run_bar.value()["repeat"] if repeat is None else repeat
        self._run_bar.set_value({"arm": request.arm, "recipe": request.recipe, "repeat": repeat})
        self._on_changed()

    def stop(self) -> None:
        """Stop what runs in the panels: the window closes."""
        self.input.speech.stop()
        self.model.stop()

    @Slot()
    def _on_changed(self) -> None:
        self._form.update(**self.values())

    @Slot(object)
    def _on_problem_found(self, error: RequestError) -> None:
        for panel, _ in self._panels:
            panel.show_problem(error.field, error.sentence)

    @Slot()
    def _on_problem_cleared(self) -> None:
        for panel, _ in self._panels:
            panel.clear_problem()
