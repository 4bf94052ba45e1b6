"""Read lines from a pipe, and wait for them beside other pipes."""

from __future__ import annotations

import os

_PIECE = 65_536


class CommandReader:
    """The lines of a file descriptor.

    Attributes:
        fd: the file descriptor.
        has_ended: whether its writer is gone.
    """

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.has_ended = False
        self._rest = b""

    def next_line(self) -> bytes | None:
        """Return the next line, waiting for it; ``None`` at the end."""
        while b"\n" not in self._rest and not self.has_ended:
            self.read_some()
        return self.buffered_line()

    def buffered_line(self) -> bytes | None:
        """Return the next line if it was read before."""
        line, separator, rest = self._rest.partition(b"\n")
        if not separator:
            return None
        self._rest = rest
        return line

    def read_some(self) -> None:
        """Read what is there, waiting for something."""
        data = os.read(self.fd, _PIECE)
        self._rest += data
        self.has_ended = not data
