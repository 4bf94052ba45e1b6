"""``python -m xla_playground.worker``: the engine, served over stdin and stdout."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence

from ..core.store.store import DEFAULT_LIMIT_BYTES, SpecializationStore
from ..engine import XlaEngine
from .lifeline import die_with_parent
from .server import serve


def main() -> None:
    """Serve an engine until stdin ends."""
    die_with_parent()
    arguments = _parsed(sys.argv[1:])
    if arguments.background:
        _step_back()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl+C
    serve(_made_engine(arguments))


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="xla-playground-worker")
    parser.add_argument("--max-specializations", type=int, default=16)
    parser.add_argument("--store-limit-bytes", type=int, default=DEFAULT_LIMIT_BYTES)
    parser.add_argument("--background", action="store_true")
    return parser.parse_args(words)


def _made_engine(arguments: argparse.Namespace) -> XlaEngine:
    return XlaEngine(
        max_specializations=arguments.max_specializations,
        store=SpecializationStore.with_limit(arguments.store_limit_bytes),
        waits_for_builds=arguments.background,
    )


def _step_back() -> None:
    """Lower this process to idle priority.

    Call it before any thread starts, since threads inherit it.
    """
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(19)


if __name__ == "__main__":
    main()
