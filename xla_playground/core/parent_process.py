"""A child process that ends with its parent."""

from __future__ import annotations

import ctypes
import signal
import sys

#: ``PR_SET_PDEATHSIG`` of Linux's <sys/prctl.h>.
_SET_PARENT_DEATH_SIGNAL = 1


def die_with_parent() -> None:
    """Have Linux kill this process with its parent, even if it is suspended then.

    Elsewhere the end of its stdin ends it. That is read by a Python thread, which waits while
    TensorFlow holds the interpreter.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
