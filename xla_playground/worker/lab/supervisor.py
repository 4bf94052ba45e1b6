"""Fork a child for an order and watch it: its messages, its output, its time, its end."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import selectors
import signal
import time
from collections.abc import Callable
from typing import Any, NoReturn

from pydantic import ValidationError

from ...core.lab.report import (
    CHILD_MESSAGES,
    LAB_COMMANDS,
    LabArm,
    LabCancel,
    LabEnd,
    LabFit,
    LabLook,
    LabMessage,
    LabOrder,
    LabProblem,
    LabProgress,
    LabReport,
)
from ...core.messages.message import Message
from ...core.messages.pages import lab as messages
from .child import WHERE_SIGNAL, ChildPipes
from .commands import CommandReader
from .output import OutputTail

logger = logging.getLogger(__name__)

_PIECE = 65_536
_POLL_S = 0.05
#: What a child that is asked where it is has to write it.
_PLACE_WAIT_S = 2.0

#: Runs an order in the child, and never returns.
ChildMain = Callable[[LabOrder, ChildPipes], NoReturn]


class Supervisor:
    """Runs one order at a time."""

    def __init__(self, reader: CommandReader, say: Callable[[LabMessage], None]) -> None:
        self._reader, self._say = reader, say

    def run(self, order: LabOrder, main: ChildMain) -> None:
        """Run an order to its end, or to a cancel, and say the report."""
        run = _Run(order, self._reader, self._say)
        run.start(main)
        try:
            run.watch()
        finally:
            run.kill()
        self._say(run.report())


class _Run:
    """One child."""

    def __init__(
        self, order: LabOrder, reader: CommandReader, say: Callable[[LabMessage], None]
    ) -> None:
        self._order, self._commands, self._say = order, reader, say
        self._output = OutputTail()
        self._arms: dict[str, LabArm] = {}  # the latest that each said
        self._fits: list[LabFit] = []
        self._look: LabLook | None = None
        self._end: LabEnd | None = None
        self._stop: Message | None = None
        self._is_cancelled = False
        self._pid = 0
        self._status: int | None = None
        self._messages = CommandReader(-1)
        self._output_fd = self._places_fd = -1

    def start(self, main: ChildMain) -> None:
        """Fork the child."""
        said, say = os.pipe()
        read, write = os.pipe()
        self._places_fd = os.memfd_create("places")
        self._pid = os.fork()
        if self._pid == 0:
            os.close(said)
            os.close(read)
            main(self._order, ChildPipes(say, write, self._places_fd))
        os.close(say)
        os.close(write)
        self._messages, self._output_fd = CommandReader(said), read

    def watch(self) -> None:
        """Read what the child says until it ends, its time is over, or a cancel comes."""
        deadline = time.monotonic() + self._order.time_s
        self._obey()
        with selectors.DefaultSelector() as selector:
            selector.register(self._messages.fd, selectors.EVENT_READ, self._read_message)
            selector.register(self._output_fd, selectors.EVENT_READ, self._read_output)
            selector.register(self._commands.fd, selectors.EVENT_READ, self._read_command)
            while not self._is_over():
                for key, _ in selector.select(_POLL_S):
                    if not key.data():
                        selector.unregister(key.fd)
                if self._end is not None and self._messages.has_ended:
                    break
                self._reap()
                if self._status is None and time.monotonic() > deadline:
                    seconds = f"{self._order.time_s:g}"
                    self._stop = messages.OUT_OF_TIME(seconds=seconds)
            if self._stop is not None and not self._is_cancelled:
                self._ask_where()

    def _is_over(self) -> bool:
        return self._status is not None or self._stop is not None

    def kill(self) -> None:
        """End the child and what it started; take what it wrote before."""
        if self._status is None:
            for end in (os.killpg, os.kill):  # it may not have its group yet
                try:
                    end(self._pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            _, self._status = os.waitpid(self._pid, 0)
        else:
            with contextlib.suppress(ProcessLookupError):  # nothing that it started is left
                os.killpg(self._pid, signal.SIGKILL)
        os.set_blocking(self._messages.fd, False)
        os.set_blocking(self._output_fd, False)
        self._drain(self._read_output)
        self._drain(self._read_message)

    def report(self) -> LabReport:
        """Return what was measured, and why it ended; closes the pipes."""
        problem = self._problem()
        for fd in (self._messages.fd, self._output_fd, self._places_fd):
            os.close(fd)
        text = self._output.text()
        return LabReport(
            file=self._order.name,
            arms=tuple(self._arms.values()),
            fits=tuple(self._fits),
            inspection=None if self._look is None else self._look.inspection,
            problem=problem,
            output=text,
            dropped_bytes=self._output.dropped_bytes,
            is_cancelled=self._is_cancelled,
        )

    # ------------------------------------------------------------------ reading

    def _read_message(self) -> bool:
        self._messages.read_some()
        while (line := self._messages.buffered_line()) is not None:
            try:
                self._take(CHILD_MESSAGES.validate_json(line))
            except ValidationError:  # the code may write into any descriptor
                logger.warning("no message of the lab: %r", line[:200])
        return not self._messages.has_ended

    def _take(self, message: Any) -> None:
        match message:
            case LabProgress():
                self._say(message)
            case LabArm():
                self._arms[message.arm] = message
            case LabFit():
                self._fits.append(message)
            case LabLook():
                self._look = message
            case LabEnd():
                self._end = message

    def _read_output(self) -> bool:
        data = os.read(self._output_fd, _PIECE)
        self._output.add(data)
        return bool(data)

    def _read_command(self) -> bool:
        self._commands.read_some()
        self._obey()
        return not self._commands.has_ended

    def _obey(self) -> None:
        """Take a cancel that was read, perhaps together with the order; the end of stdin is one."""
        is_cancel = self._commands.has_ended
        while (line := self._commands.buffered_line()) is not None:
            is_cancel = is_cancel or isinstance(LAB_COMMANDS.validate_json(line), LabCancel)
        if is_cancel:
            self._is_cancelled = True
            self._stop = messages.CODE_CANCELLED()

    @staticmethod
    def _drain(read: Callable[[], bool]) -> None:
        try:
            while read():
                pass
        except BlockingIOError:  # a process that the code started holds the pipe
            pass

    # ------------------------------------------------------------------ how it ended

    def _reap(self) -> None:
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        if pid:
            self._status = status

    def _ask_where(self) -> None:
        """Have the child write where it is, and wait until it has."""
        try:
            os.kill(self._pid, WHERE_SIGNAL)
        except ProcessLookupError:
            return
        end = time.monotonic() + _PLACE_WAIT_S
        while self._line() is None and time.monotonic() < end:
            time.sleep(_POLL_S)

    def _line(self) -> int | None:
        """Return the innermost line of the file in the tracebacks that the child wrote."""
        written = os.pread(self._places_fd, _PIECE, 0).decode("utf-8", "replace")
        found = re.search(rf'File "{re.escape(self._order.name)}", line (\d+)', written)
        return int(found.group(1)) if found else None

    def _problem(self) -> LabProblem | None:
        if self._is_cancelled:
            return LabProblem(line=None, message=messages.CODE_CANCELLED())
        if self._stop is not None:
            return LabProblem(line=self._line(), message=self._stop)
        if self._end is not None:
            return self._end.problem
        status = self._status or 0
        if os.WIFSIGNALED(status):
            name = signal.Signals(os.WTERMSIG(status)).name
            return LabProblem(line=self._line(), message=messages.CODE_KILLED(signal=name))
        code = os.waitstatus_to_exitcode(status)
        return LabProblem(line=self._line(), message=messages.CODE_GONE(code=code))
