"""Language and task of a recording: two choices, for models that have them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ....core.speech.languages import language_name
from ....core.speech.prompt import FIND_LANGUAGE, TRANSCRIBE, TRANSLATE, SpeechPrompt


class SpeechChoices(QWidget):
    """Hidden unless the model is multilingual; the choice is kept for the next such model.

    *Signals:*
        changed (): the user chose.
    """

    changed = Signal()

    def __init__(self, language: str, task: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech_choices")
        self._chosen_language, self._chosen_task = language, task
        self._language = self._combo(
            "speech_language",
            self.tr("Language"),
            self.tr("The language that is spoken; found once for a recording if it is left free."),
        )
        self._task = self._combo(
            "speech_task",
            self.tr("Task"),
            self.tr("Write down what is said, or translate it into English."),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._language, 3)
        layout.addWidget(self._task, 2)
        self.hide()
        self._language.activated.connect(self._on_language_activated)
        self._task.activated.connect(self._on_task_activated)

    @property
    def language(self) -> str:
        """Return the chosen language code, ``auto`` to detect it, empty for the model's default."""
        return self._chosen_language

    @property
    def task(self) -> str:
        """Return the chosen task, empty for the model's default."""
        return self._chosen_task

    def set_value(self, language: str, task: str) -> None:
        """Choose language and task; those that the model does not have are kept for another."""
        self._chosen_language, self._chosen_task = language, task
        self._language.setCurrentIndex(max(0, self._language.findData(language)))
        self._task.setCurrentIndex(max(0, self._task.findData(task)))

    def offer(self, prompt: SpeechPrompt | None) -> None:
        """Offer the choices of a model."""
        is_offered = prompt is not None and prompt.is_multilingual
        if prompt is not None and is_offered:
            self._fill_languages(prompt)
            self._fill_tasks(prompt)
        self.setVisible(is_offered)

    def _fill_languages(self, prompt: SpeechPrompt) -> None:
        combo = self._language
        combo.clear()
        if prompt.language:
            name = language_name(prompt.language)
            combo.addItem(self.tr("{0} (the model's own)").format(name), "")
            combo.addItem(self.tr("find the language"), FIND_LANGUAGE)
        else:
            combo.addItem(self.tr("find the language"), "")
        codes = sorted((code for code, _ in prompt.languages), key=language_name)
        for code in codes:
            combo.addItem(language_name(code), code)
        combo.setCurrentIndex(max(0, combo.findData(self._chosen_language)))

    def _fill_tasks(self, prompt: SpeechPrompt) -> None:
        words = {
            TRANSCRIBE: (self.tr("transcribe"), self.tr("Write down what is said.")),
            TRANSLATE: (self.tr("translate"), self.tr("Write down in English what is said.")),
        }
        combo = self._task
        combo.clear()
        for task, _ in prompt.tasks:
            text, tooltip = words[task]
            combo.addItem(text, task)
            combo.setItemData(combo.count() - 1, tooltip, Qt.ItemDataRole.ToolTipRole)
        chosen = combo.findData(self._chosen_task)
        combo.setCurrentIndex(combo.findData(prompt.task) if chosen < 0 else chosen)
        combo.setVisible(combo.count() > 1)

    @Slot()
    def _on_language_activated(self) -> None:
        self._chosen_language = self._language.currentData()
        self.changed.emit()

    @Slot()
    def _on_task_activated(self) -> None:
        self._chosen_task = self._task.currentData()
        self.changed.emit()

    def _combo(self, name: str, title: str, tooltip: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setToolTip(tooltip)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return combo
