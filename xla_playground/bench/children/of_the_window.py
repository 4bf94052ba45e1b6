"""What the measuring processes of the window have in common."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

import psutil
from pydantic import BaseModel

OrderT = TypeVar("OrderT", bound=BaseModel)


def serve(kind: type[OrderT], work: Callable[[OrderT, threading.Event], None]) -> None:
    """Run ``work`` on the order in the first line of stdin.

    The end of stdin interrupts the main thread by ``KeyboardInterrupt``, whatever it waits for; the
    event that is passed to ``work`` is set first. The process exits with 130 if that ends the work,
    with 1 if the reader of stdout is gone.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have switched it off
    order = kind.model_validate_json(sys.stdin.readline())
    cancelled = _cancel_at_end_of_stdin()
    try:
        work(order, cancelled)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(1)


def say(message: BaseModel) -> None:
    """Print a message as one line."""
    sys.stdout.write(message.model_dump_json() + "\n")
    sys.stdout.flush()


def neighbours() -> list[psutil.Process]:
    """Return the other processes of the window: its worker may build a program, or load a model."""
    own = os.getpid()
    try:
        parent = psutil.Process(os.getppid())
        return [
            process
            for child in parent.children()
            if child.pid != own
            for process in (child, *child.children(recursive=True))
        ]
    except psutil.NoSuchProcess:  # one ended meanwhile, or the window itself
        return []


def _cancel_at_end_of_stdin() -> threading.Event:
    cancelled = threading.Event()

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1024):  # no lock of Python's: it may wait at the exit
            pass
        cancelled.set()
        main_thread = threading.main_thread().ident
        assert main_thread is not None
        signal.pthread_kill(main_thread, signal.SIGINT)

    threading.Thread(target=wait, name="stdin", daemon=True).start()
    return cancelled
