"""The composition root of the window: the only module that knows every layer."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from .assembly import make_background_engine, make_engine
from .bridge.crash_hooks import CrashHooks
from .bridge.engine_thread import EngineThread
from .bridge.quit_signals import QuitSignals
from .bridge.warm_up_run import WarmUpJob, WarmUpRun
from .core.engine.engine import Engine
from .core.errors import EnvironmentFault
from .core.files.quarantine import set_aside
from .core.history.history import History
from .core.messages import store as messages
from .core.messages.message import Message, both
from .core.paths import data_dir, history_path, settings_path
from .core.window.settings import load_settings
from .ui.session import Session
from .ui.style.icons import app_icon
from .ui.style.language import LanguageSwitch
from .ui.style.theme import ThemeSwitch
from .ui.window.main_window import MainWindow
from .ui.window.window_maker import WindowMaker

logger = logging.getLogger(__name__)

_LOG_BYTES = 1_000_000
_STOP_GRACE_MS = 3000


def has_display() -> bool:
    """Return whether a window can be opened; Qt aborts the process if there is no display."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":", maxsplit=1)[0]
    if platform in ("offscreen", "minimal", "vnc"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_window(
    *,
    in_process: bool = False,
    reset: bool = False,
    language: str = "",
    engine: Engine | None = None,
    session_file: Path | None = None,
    on_made: Callable[[MainWindow, Session], object] | None = None,
) -> int:
    """Open the window and return the exit code when it is closed.

    ``in_process`` runs TensorFlow in this process instead of a worker; ``reset`` starts without the
    settings and the history, which are set aside; ``language`` replaces the settings' for this
    time; ``engine`` replaces settings and worker. The calls of ``session_file`` are shown in the
    place of the history. ``on_made`` is called with the window before it is shown: tests and
    benchmarks connect to it.
    """
    notices = _set_everything_aside() if reset else []
    settings, found = load_settings(settings_path())
    notices += found
    handlers = _start_logging()
    application = QApplication.instance() or _make_application()
    assert isinstance(application, QApplication)
    application.setApplicationName("XLA Playground")
    application.setDesktopFileName("xla-playground")
    application.setWindowIcon(app_icon())
    hooks = CrashHooks()
    hooks.install()
    signals = QuitSignals()
    signals.install()

    thread = EngineThread(engine or make_engine(settings, in_process=in_process))
    history = History(history_path())
    # another engine than the usual one is of a test: it has no second process
    make_checker = partial(make_background_engine, settings) if engine is None else None
    session = Session(thread, history, settings, settings_path(), make_checker=make_checker)
    hooks.crashed.connect(session.notices.add)
    theme = ThemeSwitch(application, settings.theme)
    languages = LanguageSwitch(application, language or settings.ui_language)
    warm_up = WarmUpRun(partial(_make_warm_up, settings.store_limit_bytes))
    maker = WindowMaker(session, theme, languages, warm_up)
    # the plots first: their import would hold up the first signals of the engine, and the engine
    # would take a core from painting them
    maker.settled.connect(thread.start, Qt.ConnectionType.SingleShotConnection)
    if session_file is not None:
        maker.settled.connect(
            partial(session.sessions.open, session_file), Qt.ConnectionType.SingleShotConnection
        )
    signals.received.connect(maker.leave)
    if on_made is not None:
        on_made(maker.window, session)
    maker.window.show()
    for notice in (*notices, *history.take_notices()):
        session.notices.add(notice.text)
    code = application.exec()

    is_stopped = thread.stop(_STOP_GRACE_MS)
    signals.uninstall()
    hooks.uninstall()
    maker.window.deleteLater()
    QCoreApplication.sendPostedEvents(maker.window, QEvent.Type.DeferredDelete.value)
    if not is_stopped:
        # leaving with a running QThread aborts, terminating it can hang
        logger.warning("the engine did not stop in %d ms: leaving without it", _STOP_GRACE_MS)
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    _stop_logging(handlers)
    return code


def _make_application() -> QApplication:
    """Return Qt's application, or exit with a message before Qt aborts if no platform plugin
    starts.
    """
    qInstallMessageHandler(_leave_without_display)
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(None)
    return application


def _leave_without_display(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logger.info("qt: %s: %s", context.category, message)
    if kind is not QtMsgType.QtFatalMsg:
        return
    sys.stderr.write(
        "The window cannot be opened: check that the display is there and that the libraries "
        "named in the README are installed, or run `xla-playground demo` in this terminal.\n"
    )
    sys.stderr.flush()
    os._exit(EnvironmentFault.exit_code)  # on return Qt aborts


def _make_warm_up(store_limit_bytes: int) -> WarmUpJob:
    from .worker.warm_up import WarmUp

    return WarmUp(store_limit_bytes=store_limit_bytes)


def _set_everything_aside() -> list[Message]:
    notices, kept = [], []
    for path in (settings_path(), history_path()):
        try:
            aside = set_aside(path, "set-aside", with_suffixes=("-wal", "-shm"))
        except FileNotFoundError:
            pass
        except OSError as error:
            notices.append(messages.FILE_STAYS(path=str(path), why=str(error.strerror)))
        else:
            kept.append(str(aside))
    if kept:
        notices.append(messages.FIRST_START(files=both(kept)))
    return notices


class _LogFile(RotatingFileHandler):
    """A log file that stays silent on a full disk, which the window speaks of itself."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - override
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def close(self) -> None:
        with contextlib.suppress(OSError):  # with the lines that could not be written before
            super().close()


def _start_logging() -> list[logging.Handler]:
    """Log warnings to stderr, more to a file beside the history.

    Return handlers for ``_stop_logging``.
    """
    console = logging.StreamHandler()
    console.setLevel(logging.WARNING)
    handlers: list[logging.Handler] = [console]
    path = data_dir() / "playground.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _LogFile(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError as error:
        logger.warning("no log file: %s", error)
    else:
        handlers.append(file)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    for handler in handlers:
        handler.setFormatter(form)
        root.addHandler(handler)
    return handlers


def _stop_logging(handlers: list[logging.Handler]) -> None:
    for handler in handlers:
        logging.getLogger().removeHandler(handler)
        handler.close()
