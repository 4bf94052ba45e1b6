"""``python -m xla_playground.worker``: the engine, served over stdin and stdout."""

from __future__ import annotations

import argparse
import logging
import signal

from ..engine import XlaEngine
from .server import serve


def main() -> None:
    """Serve an engine until stdin ends."""
    parser = argparse.ArgumentParser(prog="xla-playground-worker")
    parser.add_argument("--max-specializations", type=int, default=16)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    serve(XlaEngine(max_specializations=arguments.max_specializations))


if __name__ == "__main__":
    main()
