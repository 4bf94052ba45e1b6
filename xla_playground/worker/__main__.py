"""``python -m xla_playground.worker``: the engine, served over stdin and stdout."""

from __future__ import annotations

import argparse
import ctypes
import logging
import signal
import sys

from ..engine import XlaEngine
from .server import serve

#: ``PR_SET_PDEATHSIG`` of Linux's <sys/prctl.h>.
_SET_PARENT_DEATH_SIGNAL = 1


def main() -> None:
    """Serve an engine until stdin ends."""
    _die_with_parent()
    parser = argparse.ArgumentParser(prog="xla-playground-worker")
    parser.add_argument("--max-specializations", type=int, default=16)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    serve(XlaEngine(max_specializations=arguments.max_specializations))


def _die_with_parent() -> None:
    """Have Linux kill this process with its parent; elsewhere the end of stdin does.

    The end of stdin is read by a Python thread, which waits where TensorFlow holds the interpreter.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


if __name__ == "__main__":
    main()
