"""Keep the end of what the user's code writes."""

from __future__ import annotations

import re

from ...core.lab.report import KEPT_OUTPUT

#: Lines of TensorFlow's own log, by their level, date and time.
_LOG_LINE = re.compile(
    r"^(?:[IWEF]\d{4} \d\d:\d\d:\d+\.\d+ .*|WARNING: All log messages.*)\n?", re.M
)


class OutputTail:
    """The last bytes of an output.

    Attributes:
        dropped_bytes: how many came before those that are kept.
    """

    def __init__(self, most: int = KEPT_OUTPUT) -> None:
        self.dropped_bytes = 0
        self._most = most
        self._kept = bytearray()

    def add(self, data: bytes) -> None:
        """Take what was written."""
        self._kept += data
        if len(self._kept) > 2 * self._most:
            self._cut()

    def text(self) -> str:
        """Return what is kept, without the lines of TensorFlow's log."""
        self._cut()
        return _LOG_LINE.sub("", self._kept.decode("utf-8", "replace"))

    def _cut(self) -> None:
        surplus = max(len(self._kept) - self._most, 0)
        del self._kept[:surplus]
        self.dropped_bytes += surplus
