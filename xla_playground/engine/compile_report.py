"""How long XLA compiled, by TensorFlow's own report.

TensorFlow tells it in one place only: a log line on stderr (``device_compilation_profiler``),

    ... Compiled __inference_generate_4014 1 times, compile time: 4206950 us, cumulative: ...

So the process's stderr goes through a pipe here: those lines are read, everything else that is
not mere information is passed on.
"""

from __future__ import annotations

import os
import re
import threading
import uuid

_COMPILED = re.compile(rb"Compiled \S+ \d+ times, compile time: (\d+) us")
_INFORMATION = re.compile(rb"I\d{4} ")  # absl's INFO lines begin with I and the date
_WAIT_S = 5.0


class CompileReport:
    """Reads the compile times out of this process's stderr, while it is open.

    A crash can lose the last line in the pipe, never more: the reader thread needs no lock that
    TensorFlow holds.
    """

    def __init__(self) -> None:
        self._compile_us = 0
        self._marker = b""
        self._marker_seen = threading.Event()
        self._original = -1
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Put the pipe in place of stderr; does nothing when it is."""
        if self._thread is not None:
            return
        self._original = os.dup(2)
        read_end, write_end = os.pipe()
        os.dup2(write_end, 2)
        os.close(write_end)
        self._thread = threading.Thread(
            target=self._pump, args=(read_end,), name="CompileReport", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Give stderr back."""
        if self._thread is None:
            return
        os.dup2(self._original, 2)  # the last write end of the pipe: the reader sees its end
        self._thread.join(_WAIT_S)
        os.close(self._original)
        self._thread = None

    def take_ns(self) -> int | None:
        """Time spent compiling since the last call of this, in ns; ``None`` if nothing compiled.

        Lines in a pipe stay in order, so when the marker written now has come through, so has
        everything that was reported before it.
        """
        self._marker_seen.clear()
        self._marker = f"compile-report-{uuid.uuid4().hex}".encode()
        os.write(2, b"\n" + self._marker + b"\n")
        if not self._marker_seen.wait(_WAIT_S):
            return None
        compile_us, self._compile_us = self._compile_us, 0
        return compile_us * 1000 or None

    def _pump(self, read_end: int) -> None:
        was_blank = False
        with os.fdopen(read_end, "rb", buffering=65536) as stream:
            while line := stream.readline(65536):
                if self._marker and line.strip() == self._marker:
                    self._marker_seen.set()
                    was_blank = False
                    continue
                if was_blank:
                    self._pass_on(b"\n")
                was_blank = line == b"\n"  # held back: it may be the one before the marker
                if found := _COMPILED.search(line):
                    self._compile_us += int(found.group(1))
                elif not was_blank and not _INFORMATION.match(line):
                    self._pass_on(line)

    def _pass_on(self, line: bytes) -> None:
        try:
            os.write(self._original, line)
        except OSError:
            pass  # nobody reads our stderr any more: going on matters more
