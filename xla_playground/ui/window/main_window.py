"""The window: what happens from opening to closing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from ...bridge.warm_up_run import WarmUpRun
from ...core.call.specialization import SpecializationKey
from ...core.lab.templates import LabTemplate
from ...core.model.info import ModelInfo, short_model_name
from ..dialogs.pasting.python_paste import PythonPaste
from ..dialogs.unsaved_dialog import ask_before_closing
from ..session import Session
from ..style.language import LanguageSwitch
from ..style.theme import ThemeSwitch
from .bars.notice_banner import NoticeBanner
from .bars.status_bar import StatusBar
from .commands import Commands
from .drops import Drops
from .language_menu import LanguageMenu
from .layout.dock_sizes import DockSizes
from .layout.window_state import WindowState
from .parts import WindowParts
from .tour.tour import Tour

#: Whatever the font, the window fits a screen of 1366×768 at a scale of 150 %.
_LEAST_SIZE = QSize(900, 500)
#: The plots are laid out, drawn and painted in this time. Threads and a worker that start within it
#: take cores and the interpreter from that: 60 to 165 ms without an answer on two busy cores, not
#: 20 to 50.
_SETTLE_MS = 100


class MainWindow(QMainWindow):
    """The one window of the program.

    *Attributes:*
        parts: what it consists of.

    *Signals:*
        painted (): it is on the screen.
        opened (): the plots are made, too.
        settled (): the plots had the time to be drawn; whatever works in the background may begin.
    """

    painted = Signal()
    opened = Signal()
    settled = Signal()

    def __init__(
        self,
        session: Session,
        theme: ThemeSwitch,
        language: LanguageSwitch,
        warm_up: WarmUpRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("XLA Playground")
        self.setMinimumSize(_LEAST_SIZE)
        self._session, self._warm_up = session, warm_up
        self._is_painted = self._is_leaving = self._is_handed_over = False
        self.parts = parts = WindowParts(self, session, warm_up)
        self.setStatusBar(StatusBar(session.engine, session.choice, warm_up, self))
        NoticeBanner(session.notices, self)
        self._fill_menus()
        LanguageMenu(language, session, parts, warm_up, self)
        paste = PythonPaste(self, session, parts.panels)
        Drops(self, session, parts, paste)
        tour = Tour(self, session.saver, parts.actions["cancel"])
        Commands(self, session, parts, theme, paste, tour)
        self._state = WindowState(
            self, session, parts.docks, parts.large, parts.zoom, theme, parts.shown
        )
        DockSizes(self, parts.docks)

        parts.panels.input.takes_changed.connect(self._on_takes_changed)
        parts.pages.specializations.inside_asked.connect(self._on_inside_asked)
        parts.pages.lessons.player.settings_asked.connect(parts.panels.use)
        parts.pages.lessons.player.lab_asked.connect(self._on_lab_asked)
        parts.plots.made.connect(self._on_plots_made)
        session.choice.changed.connect(self._on_model_changed)
        self.settled.connect(session.begin)
        self.settled.connect(parts.panels.model.look_at_models)
        self.settled.connect(tour.offer)
        self._state.restore()
        parts.session_bar.show_state()
        self._on_takes_changed()
        parts.panels.input.prompt.edit.setFocus()
        if session.log.selected_call is None:
            session.log.select_newest()
        else:  # in another language, which makes the window again
            session.log.select(session.log.selected_call)

    def _fill_menus(self) -> None:
        actions, docks = self.parts.actions, self.parts.docks
        panels = docks.fill_toggles(QMenu(self.tr("&Panels"), self))
        actions.menus["view"].insertMenu(actions["reset_layout"], panels)
        self._export = QMenu(self.tr("&Export"), self)
        actions.menus["file"].insertMenu(actions["clear_history"], self._export)

    # ------------------------------------------------------------------ opening

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        self.parts.plots.make()

    @Slot()
    def _on_plots_made(self) -> None:
        self.parts.docks.fill_exports(self._export)
        QTimer.singleShot(_SETTLE_MS, self, self.settled.emit)
        self._state.watch()
        self.opened.emit()

    # ------------------------------------------------------------------ while it is open

    @Slot(object)
    def _on_model_changed(self, info: ModelInfo) -> None:
        self.setWindowTitle(f"XLA Playground – {short_model_name(info.name)}")

    @Slot(object)
    def _on_inside_asked(self, key: SpecializationKey) -> None:
        self.parts.pages.inside.show_key(key)
        self.parts.docks.bring_up_to_read("inside")

    @Slot(object, bool)
    def _on_lab_asked(self, _template: LabTemplate, is_run: bool) -> None:
        if not is_run:  # what it measures is shown in the lesson
            self.parts.docks.bring_up_to_read("lab")

    @Slot()
    def _on_takes_changed(self) -> None:
        self.parts.docks.by_name["prompt"].setWindowTitle(self.parts.panels.input.title())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.parts.actions.tint(self.palette())
        elif event.type() == QEvent.Type.FontChange:
            self.parts.zoom.follow_font()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802 - override
        return self.parts.focus_order.step(is_forward=next)

    # ------------------------------------------------------------------ closing

    @Slot()
    def leave(self) -> None:
        """Close the window even if something cannot be saved, without asking the user."""
        self._is_leaving = True
        self.close()

    def hand_over(self) -> None:
        """Save what is remembered and stop the window's own parts: another one takes its place over
        the same session.
        """
        self._is_handed_over = True
        self._session.saver.save()
        self._session.log.readers.clear()
        self._stop_parts()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_handed_over:
            sentence = "" if self._is_leaving else self._session.unsaved()
            if sentence:
                event.ignore()
                ask_before_closing(sentence, self, self.leave)
                return
            self._stop()
        super().closeEvent(event)

    def _stop(self) -> None:
        """Save the settings, close open dialogs, and stop whatever runs; only once."""
        if not self._session.is_closed:
            self._session.close()
            self._stop_parts()
            self._warm_up.stop()

    def _stop_parts(self) -> None:
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        self.parts.panels.stop()
        self.parts.pages.stop()
