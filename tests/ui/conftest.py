"""The whole window over a fake engine and a real engine thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import FakeEngine
from xla_playground.bridge.engine_thread import EngineThread
from xla_playground.bridge.warm_up_run import WarmUpRun
from xla_playground.core.call.request import Recipe
from xla_playground.core.history.history import History
from xla_playground.core.window.settings import Settings, Theme
from xla_playground.ui.output.token_view import TokenView
from xla_playground.ui.panels.prompt.prompt_edit import PromptEdit
from xla_playground.ui.session import Session
from xla_playground.ui.state import planner
from xla_playground.ui.style.language import LanguageSwitch
from xla_playground.ui.style.theme import ThemeSwitch
from xla_playground.ui.window import main_window
from xla_playground.ui.window.main_window import MainWindow
from xla_playground.ui.window.window_maker import WindowMaker
from xla_playground.worker.warm_up import WarmUp

Q = TypeVar("Q", bound=QObject)


@dataclass
class Opened:
    """A window on the (offscreen) screen, and what is behind it."""

    qtbot: QtBot
    session: Session
    thread: EngineThread
    engine: FakeEngine
    theme: ThemeSwitch
    maker: WindowMaker
    language: LanguageSwitch

    @property
    def window(self) -> MainWindow:
        """The window of now: another language makes it again."""
        return self.maker.window

    def find(self, kind: type[Q], name: str) -> Q:
        """The child of the window with this object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        """What a label says."""
        return self.find(QLabel, name).text()

    def action(self, name: str) -> QAction:
        return self.find(QAction, f"action_{name}")

    def prompt(self) -> PromptEdit:
        return self.find(PromptEdit, "prompt_edit")

    def output_view(self) -> TokenView:
        return self.find(TokenView, "token_view")

    def press_run(self) -> None:
        """Ctrl+Enter in the prompt editor."""
        QTest.keyClick(self.prompt(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def press_escape(self) -> None:
        QTest.keyClick(self.prompt(), Qt.Key.Key_Escape)

    def click(self, name: str) -> None:
        """The left button on the button with this object name."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def wait_for_calls(self, count: int) -> None:
        """Until ``count`` calls ended and the window is idle."""
        self.qtbot.waitUntil(
            lambda: len(self.session.log.summaries) == count and not self.session.runner.is_busy
        )

    def wait_for_forecast(self, beginning: str) -> None:
        """Until the forecast beside Run begins like that."""
        self.qtbot.waitUntil(lambda: self.text("forecast_text").startswith(beginning))

    def wait_until_planned(self) -> None:
        with self.qtbot.waitSignal(self.session.planner.plan_changed):
            pass


Open = Callable[..., Opened]


@pytest.fixture(autouse=True)
def _short_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window waits for less: it is opened some 500 times."""
    monkeypatch.setattr(planner, "PLAN_DELAY_MS", 30)
    monkeypatch.setattr(main_window, "_SETTLE_MS", 20)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Opens windows that are closed, and their threads stopped, after the test.

    Without settings of their own they have the guide's recipe, under which each change is new.
    """
    opened: list[Opened] = []

    def open_one(
        engine: FakeEngine | None = None,
        settings: Settings | None = None,
        history: Path | None = None,
        settings_path: Path | None = None,
        warm_engine: FakeEngine | None = None,
        make_checker: Callable[[], FakeEngine] | None = None,
    ) -> Opened:
        engine = engine or FakeEngine()
        thread = EngineThread(engine)
        settings = settings or Settings(theme=Theme.LIGHT, recipe=Recipe.DOCUMENTED)
        session = Session(
            thread, History(history), settings, settings_path, make_checker=make_checker
        )
        theme = ThemeSwitch(qapp, settings.theme)
        warm_up = WarmUpRun(lambda: WarmUp(engine=warm_engine or FakeEngine()))
        language = LanguageSwitch(qapp, settings.ui_language or "en")
        maker = WindowMaker(session, theme, language, warm_up)
        window = maker.window
        maker.settled.connect(thread.start, Qt.ConnectionType.SingleShotConnection)
        with qtbot.waitSignal(window.settled):
            window.show()
        window.activateWindow()
        one = Opened(qtbot, session, thread, engine, theme, maker, language)
        opened.append(one)
        return one

    yield open_one
    for one in opened:
        one.language.choose("en")
        one.window.close()
        assert one.thread.stop()
        one.window.deleteLater()


@pytest.fixture
def idle_session(qapp: QApplication) -> Iterator[Session]:
    """A session whose engine thread was never started, for a panel by itself."""
    settings = Settings(recipe=Recipe.DOCUMENTED)
    session = Session(EngineThread(FakeEngine()), History(None), settings)
    yield session
    session.close()


@pytest.fixture
def window(open_window: Open) -> Opened:
    """A window with a fresh history, its model loaded and the first draft planned."""
    one = open_window()
    one.wait_until_planned()
    return one
