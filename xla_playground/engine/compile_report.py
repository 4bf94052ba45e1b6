"""How long XLA compiled, by TensorFlow's own report.

TensorFlow tells it in one place only: a log line on stderr (``device_compilation_profiler``),

    ... Compiled __inference_generate_4014 1 times, compile time: 4206950 us, cumulative: ...

So during a first call the process's stderr goes through a pipe here: those lines are read, and
everything else that is not mere information is passed on.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
from types import TracebackType
from typing import Self

_COMPILED = re.compile(rb"Compiled (\S+) \d+ times, compile time: (\d+) us")
_LOADED = re.compile(rb"Loading cached entry for: ([^\s\[]+)")
# a stored executable is tried as text first; the line is an error's, the file is none
_NOISE = b"Error parsing text-format tensorflow.XlaSerializedCacheEntry"
_INFORMATION = re.compile(rb"I\d{4} ")  # absl's INFO lines begin with I and the date
_LINE_LIMIT = 65_536


class CompileReport:
    """Reads the compile times out of this process's stderr inside a ``with`` block.

    Not reentrant: stderr belongs to the whole process, and the engine makes one call at a time.

    It is complete once the block is left.

    *Attributes:*
        compiled_ns: by the name of a function the time that compiling it took, in ns; if its
            executable was loaded instead, the time that this took.
        loaded: names of the functions whose executables were loaded instead of compiled.
    """

    def __init__(self) -> None:
        self.compiled_ns: dict[str, int] = {}
        self.loaded: set[str] = set()
        self._original = -1
        self._thread: threading.Thread | None = None

    @property
    def compile_ns(self) -> int:
        """Time of all functions, in ns."""
        return sum(self.compiled_ns.values())

    def __enter__(self) -> Self:
        self._original = os.dup(2)
        read_end, write_end = os.pipe()
        os.dup2(write_end, 2)
        os.close(write_end)
        self._thread = threading.Thread(target=self._pump, args=(read_end,), name="CompileReport")
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.dup2(self._original, 2)  # closes the pipe's last write end, so the thread ends
        if self._thread is not None:
            self._thread.join()
        os.close(self._original)

    def _pump(self, read_end: int) -> None:
        with os.fdopen(read_end, "rb") as stream:
            while line := stream.readline(_LINE_LIMIT):
                if found := _COMPILED.search(line):
                    name = found.group(1).decode()
                    known = self.compiled_ns.get(name, 0)
                    self.compiled_ns[name] = known + int(found.group(2)) * 1000
                elif found := _LOADED.search(line):
                    self.loaded.add(found.group(1).decode())
                elif _NOISE not in line and not _INFORMATION.match(line):
                    with contextlib.suppress(OSError):  # nobody reads our stderr: go on
                        os.write(self._original, line)
