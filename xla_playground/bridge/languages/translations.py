"""The languages that the program is translated into, and Qt's translators of each.

``resources/translations`` has a file ``CODE.ts`` for each, which Qt's ``lrelease`` compiles to
``CODE.qm`` when the package is built.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ...core.languages import ENGLISH
from ...core.messages.message import read_in
from ...core.messages.patterns import patterns_in
from ...core.paths import resource_dir

#: The context of the templates of ``core.messages`` in the files.
MESSAGES = "messages"


def language_names() -> dict[str, str]:
    """Return the name of each language in that language, by its code, English first."""
    translated = sorted(path.stem for path in _folder().glob("*.qm"))
    names = {code: QLocale(code).nativeLanguageName() for code in translated}
    return {ENGLISH: "English"} | names


def system_language() -> str:
    """Return the code of the first of the user's languages that is here, else English."""
    known = language_names()
    codes = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in codes if code in known), ENGLISH)


class Translators:
    """Installs the translators of one language at a time in an application."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Translate what is shown from now on: labels, Qt's own texts and messages.

        A code that is not one of ``language_names`` is English.
        """
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = [] if code == ENGLISH else _load(code)
        for translator in self._installed:
            self._application.installTranslator(translator)
        read_messages_in(code)


def read_messages_in(code: str) -> None:
    """Read messages in a language; without an application, as the command line needs it."""
    translators = [] if code == ENGLISH else _load(code)
    if not translators:
        read_in({})
        return
    ours = translators[-1]
    patterns = patterns_in(lambda text, name: ours.translate(MESSAGES, text, name) or text)
    read_in(patterns, code)


def _load(code: str) -> list[QTranslator]:
    """Return Qt's translator, if it has one, and ours, which is asked first."""
    ours, qt = QTranslator(), QTranslator()
    if not ours.load(str(_folder() / f"{code}.qm")):
        return []
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [qt, ours] if qt.load(f"qtbase_{code}", folder) else [ours]


def _folder() -> Path:
    return resource_dir() / "translations"
