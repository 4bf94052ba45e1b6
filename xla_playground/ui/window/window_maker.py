"""The window, made again when its language changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ...bridge.warm_up_run import WarmUpRun
from ..session import Session
from ..style.language import LanguageSwitch
from ..style.theme import ThemeSwitch
from .main_window import MainWindow


class WindowMaker(QObject):
    """Keeps one window open over a session, which goes on while the window is made again.

    *Attributes:*
        window: the one that is open.

    *Signals:*
        settled (): see ``MainWindow``.
    """

    settled = Signal()

    def __init__(
        self,
        session: Session,
        theme: ThemeSwitch,
        language: LanguageSwitch,
        warm_up: WarmUpRun,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._theme, self._language = session, theme, language
        self._warm_up = warm_up
        self.window = self._make()
        language.changed.connect(self._on_language_changed)

    @Slot()
    def leave(self) -> None:
        """See ``MainWindow.leave``."""
        self.window.leave()

    def _make(self) -> MainWindow:
        window = MainWindow(self._session, self._theme, self._language, self._warm_up)
        window.settled.connect(self.settled)
        return window

    @Slot()
    def _on_language_changed(self) -> None:
        old = self.window
        focused = self._focused_name()
        old.hand_over()
        self.window = self._make()
        self.window.show()  # before the old one closes: without a window the program would end
        self._session.announce()
        same = self.window.findChild(QWidget, focused) if focused else None
        if same is not None:
            same.setFocus()
        old.close()
        old.deleteLater()

    def _focused_name(self) -> str:
        widget: QWidget | None = self.window.focusWidget()
        return "" if widget is None else widget.objectName()
