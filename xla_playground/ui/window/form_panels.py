"""The panels that edit the form: their values go to it, its problems come to them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ...core.call.request import Request
from ...core.errors import RequestError
from ..panels.model.model_panel import ModelPanel
from ..panels.options.generation_panel import GenerationPanel
from ..panels.options.padding_panel import PaddingPanel
from ..panels.panel import Panel
from ..panels.prompt.input_panel import InputPanel
from ..state.session import Session
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

    def use(self, request: Request) -> None:
        """Show the settings of a call in all panels, as if the user set them."""
        self.model.set_value(request.model, request.precision)
        if request.audio:
            self.input.speech.use(request.audio, request.language, request.task)
        else:
            self.input.prompt.set_value("\n".join(request.prompts), chat=request.chat)
        self.generation.use(request)
        self.padding.set_value(request.padding.model_dump())
        repeat = self._run_bar.value()["repeat"]
        self._run_bar.set_value({"arm": request.arm, "recipe": request.recipe, "repeat": repeat})
        self._on_changed()

    def stop(self) -> None:
        """Stop what runs in the panels: the window closes."""
        self.input.speech.stop()
        self.model.stop()

    @Slot()
    def _on_changed(self) -> None:
        values: dict[str, Any] = self._run_bar.value()
        for panel, _ in self._panels:
            values |= panel.value()
        self._form.update(**values)

    @Slot(object)
    def _on_problem_found(self, error: RequestError) -> None:
        for panel, _ in self._panels:
            panel.show_problem(error.field, error.sentence)

    @Slot()
    def _on_problem_cleared(self) -> None:
        for panel, _ in self._panels:
            panel.clear_problem()
