"""The lab's process as its parent sees it: run a file and wait for its report."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from typing import Self

from pydantic import ValidationError

from ...core.environment import existing_directory
from ...core.errors import EngineFailure
from ...core.lab.report import (
    LAB_MESSAGES,
    LabCancel,
    LabOrder,
    LabProgress,
    LabReport,
    lab_command,
)
from ...core.messages.pages import lab as messages
from ..environment import worker_environment

_STDERR_LINES = 20


class LabClient:
    """One process of the lab; runs one file after the other. Used as a context manager."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            lab_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=worker_environment(),
            cwd=existing_directory(),
        )
        self._errors: deque[bytes] = deque(maxlen=_STDERR_LINES)
        assert self._process.stderr is not None
        self._reader = threading.Thread(
            target=self._errors.extend, args=(self._process.stderr,), name="lab-stderr", daemon=True
        )
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()  # its child dies with it
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def run(
        self, order: LabOrder, on_progress: Callable[[LabProgress], None] = lambda progress: None
    ) -> LabReport:
        """Run a file; Ctrl+C cancels it.

        Raises:
            EngineFailure: the process ended.
        """
        self._write(order)
        try:
            return self._wait(on_progress)
        except KeyboardInterrupt:
            self._write(LabCancel())
            return self._wait(on_progress)

    def cancel(self) -> None:
        """End what runs; its ``run`` returns what was measured."""
        self._write(LabCancel())

    def _write(self, command: LabOrder | LabCancel) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # the end of its stdout shows it
            self._process.stdin.write(command.model_dump_json().encode() + b"\n")
            self._process.stdin.flush()

    def _wait(self, on_progress: Callable[[LabProgress], None]) -> LabReport:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                message = LAB_MESSAGES.validate_json(line)
            except ValidationError:
                continue
            if isinstance(message, LabReport):
                return message
            on_progress(message)
        code = self._process.wait()
        lines = [line.decode(errors="replace").strip() for line in self._errors]
        raise EngineFailure(messages.LAB_GONE(why=next(reversed(lines), "") or f"code {code}"))
