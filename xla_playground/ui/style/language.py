"""The language of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ...bridge.languages.translations import Translators, language_names, system_language


class LanguageSwitch(QObject):
    """Translates the application.

    Widgets read their texts when they are made, so that a window must be made again to speak
    another language.

    *Attributes:*
        code: of the language in use.
        names: each language's own name, by its code.

    *Signals:*
        changed (): another language is in use.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, code: str = "", parent: QObject | None = None
    ) -> None:
        """Use a language, that of the system if ``code`` is empty or unknown."""
        super().__init__(parent)
        self.names = language_names()
        self.code = code if code in self.names else system_language()
        self._translators = Translators(application)
        self._translators.use(self.code)

    def choose(self, code: str) -> None:
        """Use another language from now on."""
        if code != self.code and code in self.names:
            self.code = code
            self._translators.use(code)
            self.changed.emit()
