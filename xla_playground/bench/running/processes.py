"""Processes of a bench.

Only one runs at a time: TensorFlow's threads spin for a while when they have no work, and would
slow a process that is measured beside them.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import psutil

from ...core.errors import EngineFailure
from ...core.messages import commands as messages
from ...core.messages.message import Message

_POLL_S = 0.1
#: Share of one core in a tenth of a second: a heartbeat takes less, a compile more.
_IDLE_SHARE = 0.2
_IDLE_POLLS = 3
_PATIENCE_S = 120.0


class MeasuredProcess(ABC):
    """A side that is a process."""

    @property
    @abstractmethod
    def pid(self) -> int:
        """Return the process id."""

    def settle(self) -> None:
        """Wait until the process is idle: no program is compiled or stored behind an answer."""
        wait_until_idle(self._tree)

    def peak_memory_mb(self) -> float:
        """Return the most memory that the process held so far, in MB of 10⁶ bytes.

        If the system keeps no peak, it is the current memory.
        """
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024 / 1e6
        held = psutil.Process(self.pid).memory_info()
        return float(getattr(held, "peak_wset", held.rss)) / 1e6

    def _tree(self) -> list[psutil.Process]:
        """Return the process and its children; none of them if it has ended."""
        try:
            process = psutil.Process(self.pid)
            return [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []


def wait_until_idle(processes: Callable[[], Sequence[psutil.Process]]) -> None:
    """Wait until these processes do next to nothing, for two minutes at most.

    Args:
        processes: asked again and again, since some may begin and end.
    """
    idle_polls = 0
    end = time.monotonic() + _PATIENCE_S
    before = _cpu_s(processes())
    while idle_polls < _IDLE_POLLS and time.monotonic() < end:
        time.sleep(_POLL_S)
        now = _cpu_s(processes())
        idle_polls = idle_polls + 1 if now - before <= _IDLE_SHARE * _POLL_S else 0
        before = now


def _cpu_s(processes: Sequence[psutil.Process]) -> float:
    total = 0.0
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


class LineProcess(MeasuredProcess):
    """A program that reads JSON objects, one a line, and answers each with one.

    Its first line is its greeting, sent once its model is loaded. Other lines of its output are
    prints of its libraries and are skipped. Used as a context manager; killed at the end.

    Attributes:
        greeting: its first object.
    """

    def __init__(
        self, name: str | Message, command: Sequence[str], environment: Mapping[str, str]
    ) -> None:
        """Start ``command`` and wait for its greeting.

        Args:
            name: what it is, for the message if it ends by itself.

        Raises:
            EngineFailure: it cannot be started, or ended before its greeting.
        """
        self._name = name
        self._stderr = tempfile.TemporaryFile(  # noqa: SIM115 - closed with the process
            "w+", encoding="utf-8", errors="replace"
        )
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                env=environment,
                text=True,
            )
        except OSError as error:
            self._stderr.close()
            why, program = str(error.strerror), command[0]
            problem = messages.SIDE_NOT_STARTED(side=name, why=why, command=program)
            raise EngineFailure(problem) from None
        try:
            self.greeting = self._answer()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for process in self._tree():  # compilers that a library started, too
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._process.communicate()
        self._stderr.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to ``asked``.

        Raises:
            EngineFailure: the process ended.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # it has ended; reading the answer raises the reason
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with contextlib.suppress(json.JSONDecodeError):
                answer = json.loads(line)
                if isinstance(answer, dict):
                    return answer
        code = self._process.wait()
        self._stderr.seek(0)
        raise EngineFailure(ended(self._name, code, self._stderr.read()))


def ended(name: str | Message, code: int, errors: str) -> Message:
    """Return that a process ended, with the last line of ``errors``, what it wrote to stderr."""
    lines = errors.strip().splitlines()
    last: str | Message = lines[-1] if lines else messages.SAID_NOTHING()
    return messages.SIDE_ENDED(side=name, code=code, last=last)
