"""Read the time that XLA took to compile from TensorFlow's own report.

TensorFlow reports it in one place only, a log line on stderr (``device_compilation_profiler``):

    ... Compiled __inference_generate_4014 1 times, compile time: 4206950 us, cumulative: ...

So during a first call the process's stderr goes through a pipe here: these lines are read, other
INFO lines are dropped, and the rest is passed on.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
from types import TracebackType
from typing import Self

from ..timing.compile_parts import CompileParts

_COMPILED = re.compile(rb"Compiled (\S+) \d+ times, compile time: (\d+) us")
_LOADED = re.compile(rb"Loading cached entry for: ([^\s\[]+)")
# TensorFlow tries to read a stored executable as text first; the error means nothing
_NOISE = b"Error parsing text-format tensorflow.XlaSerializedCacheEntry"
_INFORMATION = re.compile(rb"I\d{4} ")  # absl's INFO lines begin with I and the date
_LINE_LIMIT = 65_536
#: Written into the pipe at the end of a report; no text holds a NUL.
_END = b"\0end of the report\n"


class CompileReport:
    """Reads the compile times out of this process's stderr inside a ``with`` block.

    Not reentrant: stderr belongs to the whole process, and the engine makes one call at a time.

    It is complete once the block is left. A child process that was started inside the block keeps
    the pipe as its stderr: its output is passed on as long as it lives. Without a stderr nothing is
    read. Once the interpreter ends, what TensorFlow writes is dropped.

    *Attributes:*
        compiled_ns: by the name of a function, the time to compile it, in ns, or to load its
            executable.
        loaded: names of the functions whose executables were loaded instead of compiled.
        parts: what compiling each function consisted of.
    """

    def __init__(self) -> None:
        self.compiled_ns: dict[str, int] = {}
        self.loaded: set[str] = set()
        self.parts = CompileParts()
        self._original = self._pipe = -1
        self._is_complete = threading.Event()

    @property
    def compile_ns(self) -> int:
        """Return the time to compile or load all functions, in ns."""
        return sum(self.compiled_ns.values())

    def __enter__(self) -> Self:
        try:
            self._original, target = os.dup(2), os.dup(2)
        except OSError:  # the process has no stderr
            return self
        read_end, self._pipe = os.pipe()
        thread = threading.Thread(
            target=self._pump, args=(read_end, target), name="CompileReport", daemon=True
        )
        try:
            thread.start()
        except RuntimeError:  # Python 3.12 starts no thread once the interpreter ends
            for descriptor in (target, read_end, self._pipe):
                os.close(descriptor)
            self._pipe = os.open(os.devnull, os.O_WRONLY)
            self._is_complete.set()
        os.dup2(self._pipe, 2)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._original < 0:
            return
        os.write(self._pipe, _END)  # not to stderr, which may belong to another report by now
        os.close(self._pipe)
        os.dup2(self._original, 2)  # closes the pipe's last write end, but for those of children
        os.close(self._original)
        self._is_complete.wait()

    def _pump(self, read_end: int, target: int) -> None:
        rest = b""
        while data := os.read(read_end, _LINE_LIMIT):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self._take(line + b"\n", target)
            if self._is_complete.is_set() or len(rest) > _LINE_LIMIT:
                kept = 0 if self._is_complete.is_set() else len(_END)
                self._take(rest[: len(rest) - kept], target)
                rest = rest[len(rest) - kept :]
        os.close(read_end)
        os.close(target)

    def _take(self, line: bytes, target: int) -> None:
        if self._is_complete.is_set():  # a child's line
            self._pass_on(line, target)
            return
        self._read(line.removesuffix(_END), target)
        if line.endswith(_END):
            self._is_complete.set()

    def _read(self, line: bytes, target: int) -> None:
        self.parts.take(line)
        if found := _COMPILED.search(line):
            name = found.group(1).decode()
            known = self.compiled_ns.get(name, 0)
            self.compiled_ns[name] = known + int(found.group(2)) * 1000
        elif found := _LOADED.search(line):
            self.loaded.add(found.group(1).decode())
        elif _NOISE not in line and not _INFORMATION.match(line):
            self._pass_on(line, target)

    @staticmethod
    def _pass_on(line: bytes, target: int) -> None:
        with contextlib.suppress(OSError):  # the reader of our stderr is gone: go on
            os.write(target, line)
