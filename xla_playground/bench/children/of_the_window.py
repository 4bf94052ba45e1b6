"""What the measuring processes of the window have in common."""

from __future__ import annotations

import os
import signal
import sys
import threading

import psutil


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


def cancel_at_end_of_stdin(thread_name: str) -> threading.Event:
    """Interrupt the main thread when stdin ends, whatever it waits for.

    Returns the event that is set just before.
    """
    cancelled = threading.Event()

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1024):  # no lock of Python's: it may wait at the exit
            pass
        cancelled.set()
        main_thread = threading.main_thread().ident
        assert main_thread is not None
        signal.pthread_kill(main_thread, signal.SIGINT)

    threading.Thread(target=wait, name=thread_name, daemon=True).start()
    return cancelled
