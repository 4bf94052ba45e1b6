"""What to continue: one prompt a line makes a batch."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...core.plan import Plan
from ...core.request import MAX_PROMPT_CHARACTERS, prompts_from_text
from ..icons import icon
from ..session import Session
from ..widgets.elided_label import ElidedLabel
from .panel import Panel
from .prompt_edit import PromptEdit

#: Text, not interface: the bundled model knows English only.
SAMPLES = (
    "TensorFlow is",
    "XLA is",
    "A compiler is",
    "Once upon a time",
    "TensorFlow is\nXLA is a compiler that\nOnce upon a time",
)


class PromptPanel(Panel):
    """Edits ``prompt_text``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt_panel")
        self.edit = PromptEdit(self)
        self.edit.setPlaceholderText(self.tr("Text to continue, one prompt a line"))
        self.edit.setAccessibleName(self.tr("Prompts, one a line"))
        self.edit.setToolTip(self.tr("One prompt a line; several lines are run as one batch."))
        self._count = ElidedLabel("", self)
        self._count.setObjectName("prompt_count")
        self._samples = self._make_samples()
        problem = self._problem_label("prompts")

        bottom = QHBoxLayout()
        bottom.addWidget(self._count, 1)
        bottom.addWidget(self._samples)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.edit, 1)
        layout.addWidget(problem)
        layout.addLayout(bottom)

        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.paste_refused.connect(self._on_paste_refused)
        session.plan_changed.connect(self._on_plan_changed)
        self.set_value(session.settings.prompt_text)

    def value(self) -> str:
        """The text of the editor."""
        return self.edit.toPlainText()

    def set_value(self, text: str) -> None:
        """Show ``text``."""
        with self._quietly():
            self.edit.setPlainText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._samples.setIcon(icon("samples", self.palette()))

    def _make_samples(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("samples_button")
        button.setText(self.tr("Samples"))
        button.setToolTip(self.tr("Replace the prompts with a sample"))
        button.setAccessibleName(self.tr("Sample prompts"))
        button.setIcon(icon("samples", self.palette()))
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for text in SAMPLES:
            lines = text.split("\n")
            shown = (
                text
                if len(lines) == 1
                else self.tr("A batch of {0}: {1}").format(len(lines), " / ".join(lines))
            )
            menu.addAction(shown).triggered.connect(partial(self.edit.replace_text, text))
        button.setMenu(menu)
        return button

    @Slot()
    def _on_text_changed(self) -> None:
        prompts = prompts_from_text(self.value())
        self._count.setText(self._prompts_in_words(len(prompts)))
        self.changed.emit()

    @Slot(object)
    def _on_plan_changed(self, plan: Plan) -> None:
        counts = ", ".join(map(str, plan.prompt_tokens))
        self._count.setText(
            self.tr("{0} · {1} tokens, padded to {2}").format(
                self._prompts_in_words(len(plan.prompt_tokens)), counts, plan.padded_length
            )
        )

    @Slot(int)
    def _on_paste_refused(self, characters: int) -> None:
        self.show_problem(
            "prompts",
            self.tr("Not pasted: {0:,} characters are more than the {1:,} of a prompt.").format(
                characters, MAX_PROMPT_CHARACTERS
            ),
        )

    def _prompts_in_words(self, count: int) -> str:
        return self.tr("1 prompt") if count == 1 else self.tr("{0} prompts").format(count)
