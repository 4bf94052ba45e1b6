"""The command line: the same engine through the same worker, without a window."""

from .program import main

__all__ = ["main"]
