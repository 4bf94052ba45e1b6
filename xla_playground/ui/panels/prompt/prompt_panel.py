"""The panel of the prompts: each line is one prompt of a batch."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ....core.call.plan import Plan
from ....core.call.request import prompts_from_text
from ....core.model.info import ModelInfo, ModelInput
from ....core.model.sample_prompts import sample_prompts
from ....core.window.settings import Settings
from ...state.form import Form
from ...state.model_choice import ModelChoice
from ...state.planner import Planner
from ...text.plain_text import menu_text_of
from ...widgets.elided_label import ElidedLabel
from ..panel import Panel
from .prompt_edit import PromptEdit

_LONGEST_TITLE = 70


class PromptPanel(Panel):
    """Edits ``prompt_text``, and ``chat`` if the model has a chat template.

    Samples follow the model. If the text is a sample of the last model that the user has not
    edited, a sample of the next model replaces it, as that model could not use it.
    """

    def __init__(
        self,
        form: Form,
        choice: ModelChoice,
        planner: Planner,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt_panel")
        self._form = form
        self.edit = PromptEdit(self)
        self.edit.setAccessibleName(self.tr("Prompts, one a line"))
        self.edit.setToolTip(self.tr("One prompt a line; several lines are run as one batch."))
        self._count = ElidedLabel("", self)
        self._count.setObjectName("prompt_count")
        self._texts = sample_prompts(None)
        self._placed: str | None = None  # the shown text, unless the user has edited it
        self._refusal = ""
        self._samples = self._make_samples()
        self._chat = QCheckBox(self.tr("Chat"), self)
        self._chat.setObjectName("chat_switch")
        self._chat.setToolTip(
            self.tr("Put each prompt into the model's chat template, as a message of yours")
        )
        self._chat.hide()
        problem = self._problem_label("prompts", "chat")

        bottom = QHBoxLayout()
        bottom.addWidget(self._count, 1)
        bottom.addWidget(self._chat)
        bottom.addWidget(self._samples)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.edit, 1)
        layout.addWidget(problem)
        layout.addLayout(bottom)

        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.paste_refused.connect(self._on_paste_refused)
        self._chat.toggled.connect(self._on_chat_toggled)
        planner.plan_changed.connect(self._on_plan_changed)
        choice.changed.connect(self._on_model_changed)
        self.set_value(settings.prompt_text, chat=settings.chat)
        self._on_chat_toggled()

    def value(self) -> dict[str, Any]:
        """Return ``prompt_text``, the text of the editor, and ``chat``, whether the
        switch is on.
        """
        return {"prompt_text": self.edit.toPlainText(), "chat": self._chat.isChecked()}

    def set_value(self, text: str, *, chat: bool) -> None:
        """Show ``text`` and the switch."""
        with self._quietly():
            self.edit.setPlainText(text)
            self._placed = text
            self._chat.setChecked(chat)

    def put_text(self, text: str, *, chat: bool) -> None:
        """Replace the prompts, which can be undone, and set the switch, without a signal."""
        with self._quietly():
            self.edit.replace_text(text)
            self._chat.setChecked(chat)

    def _make_samples(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("samples_button")
        button.setText(self.tr("Samples"))
        button.setToolTip(self.tr("Replace the prompts with a sample"))
        button.setAccessibleName(self.tr("Sample prompts"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        button.setMenu(menu)
        self._fill_samples(menu)
        return button

    def _fill_samples(self, menu: QMenu) -> None:
        menu.clear()
        for text in self._texts:
            lines = text.split("\n")
            shown = (
                text
                if len(lines) == 1
                else self.tr("A batch of {0}: {1}").format(len(lines), " / ".join(lines))
            )
            if len(shown) > _LONGEST_TITLE:
                shown = shown[: _LONGEST_TITLE - 1] + "…"
            action = menu.addAction(menu_text_of(shown))
            action.triggered.connect(partial(self._put_sample, text))

    def _put_sample(self, text: str) -> None:
        self.edit.replace_text(text)
        self._placed = text

    @Slot()
    def _on_text_changed(self) -> None:
        if self._refusal:
            self._refusal = ""
            self._show_problems()
        text = self.edit.toPlainText()
        if text != self._placed:
            self._placed = None
        prompts = prompts_from_text(text)
        self._count.setText(self._prompts_in_words(len(prompts)))
        self.changed.emit()

    @Slot()
    def _on_chat_toggled(self) -> None:
        is_chat = self._chat.isChecked() and not self._chat.isHidden()
        self.edit.setPlaceholderText(
            self.tr("Messages to answer, one a line")
            if is_chat
            else self.tr("Text to continue, one prompt a line")
        )
        self.changed.emit()

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        if info.takes is not ModelInput.TEXT:
            return
        self._chat.setVisible(info.has_chat)
        before, self._texts = self._texts, sample_prompts(info)
        if self._texts == before:
            return
        self._fill_samples(self._samples.menu())
        if self._placed in before and self._placed not in self._texts:
            self._put_sample(self._texts[0])

    @Slot(object)
    def _on_plan_changed(self, plan: Plan) -> None:
        counts = ", ".join(map(str, plan.prompt_tokens))
        words = self.tr("{0} · {1} tokens, padded to {2}")
        if not self._form.reads_padding_policy:
            words = self.tr("{0} · {1} tokens, their number is live")
        self._count.setText(
            words.format(
                self._prompts_in_words(len(plan.prompt_tokens)), counts, plan.padded_length
            )
        )

    @Slot(str)
    def _on_paste_refused(self, reason: str) -> None:
        self._refusal = self.tr("Not pasted. {0}").format(reason)
        self._show_problems()

    def _show_problems(self) -> None:
        """Show why a paste was refused until the text changes, in place of the draft's problem."""
        super()._show_problems()
        if self._refusal:
            self._problems["prompts"].show_sentence(self._refusal)

    def _prompts_in_words(self, count: int) -> str:
        return self.tr("1 prompt") if count == 1 else self.tr("{0} prompts").format(count)
