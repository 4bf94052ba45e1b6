"""Hooks that log uncaught exceptions of any thread and emit a signal, so that the window stays
open.
"""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

logger = logging.getLogger(__name__)
_qt_logger = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHooks(QObject):
    """Takes over ``sys.excepthook``, ``threading.excepthook`` and Qt's message handler.

    PySide6 hands an exception that leaves a slot to ``sys.excepthook`` and goes on.

    *Signals:*
        crashed (str): one sentence; may be emitted on any thread.
    """

    crashed = Signal(str)

    def install(self) -> None:
        """Take over; undone by ``uninstall``."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt_message)

    def uninstall(self) -> None:
        """Put Python's and Qt's own handlers back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.critical("uncaught exception", exc_info=(kind, error, trace))
        self.crashed.emit(
            self.tr("Something went wrong in the window ({0}); the log has the details.").format(
                kind.__name__
            )
        )

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value or arguments.exc_type()
        self._on_exception(arguments.exc_type, error, arguments.exc_traceback)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    _qt_logger.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
