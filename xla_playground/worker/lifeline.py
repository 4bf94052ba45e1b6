"""End a child process with its parent."""

from __future__ import annotations

import ctypes
import signal
import sys

#: ``PR_SET_PDEATHSIG`` of Linux's <sys/prctl.h>.
_SET_PARENT_DEATH_SIGNAL = 1


def die_with_parent() -> None:
    """Let Linux kill this process with its parent; on other systems the end of stdin ends it.

    A Python thread reads the end of stdin, and waits while TensorFlow holds the interpreter lock.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
