"""One worker process, as its parent sees it: send commands, read answers, kill it."""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Sequence
from typing import IO

from pydantic import ValidationError

from ..core.call.partial_text import TextListener
from ..core.engine.engine import EngineInfo, EngineStatus, Phase, StatusListener
from ..core.environment import existing_directory, suspects
from ..core.errors import CallCancelled, EngineFailure, EnvironmentFault, WorkerDied
from ..core.messages import engine as messages
from ..core.messages.message import Message
from .environment import worker_environment
from .messages import (
    MAX_LINE_BYTES,
    REPLIES,
    Answer,
    AnsweredCommand,
    CallCommand,
    CancelCommand,
    Command,
    ErrorReply,
    HeartbeatReply,
    InspectCommand,
    ProfileCommand,
    ReadyReply,
    SpecializationsCommand,
    StatusReply,
    TextReply,
    to_line,
)

logger = logging.getLogger(__name__)

#: Lines of the worker's stderr that are logged when it ends by itself.
STDERR_LINES = 50
#: A worker without a heartbeat for this long is ended; it sends one every second.
SILENCE_LIMIT_S = 60.0
#: The same while it looks inside a program: TensorFlow compiles that with the interpreter held.
INSPECT_LIMIT_S = 900.0
#: How long a worker may take to end by itself when its stdin is closed.
GRACE_S = 0.5
#: How long a call that runs in blocks may take to end after its block.
BLOCK_GRACE_S = 1.0

#: Commands whose worker is spared if it ends them by itself.
_LOOKS = (InspectCommand, ProfileCommand)

#: A message from its stdout for the waiting thread; ``None`` is its end.
_Heard = ReadyReply | TextReply | Answer | None


class WorkerProcess:
    """One child process and the two threads that read from it.

    Attributes:
        info: the engine's information when it was ready, ``None`` until then.
    """

    def __init__(
        self, command: list[str], on_status: StatusListener, *, without: Sequence[str] = ()
    ) -> None:
        """Start the process, with none of the variables ``without`` in its environment.

        Raises:
            EnvironmentFault: it cannot be started.
        """
        self.info: EngineInfo | None = None
        self._on_status = on_status
        self._asked: AnsweredCommand | None = None  # until its answer was read
        self._is_deliberate = False  # we ended it, or it reported why it ends
        self._was_silent = False  # until it was killed for that
        self._lock = threading.Lock()  # guards these two: an answered call is not cancelled
        self._killer: threading.Timer | None = None  # of a call that was asked to end
        self._answers: queue.SimpleQueue[_Heard] = queue.SimpleQueue()
        self._stderr: deque[str] = deque(maxlen=STDERR_LINES)
        self._last_sign = time.monotonic()
        self._status = EngineStatus(phase=Phase.STARTING, detail="TensorFlow")
        environment = worker_environment()
        for name in without:
            environment.pop(name, None)
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                cwd=existing_directory(),
                start_new_session=True,  # a group of its own: Ctrl+C and kills reach all of it
            )
        except OSError as error:
            why, program = str(error.strerror), command[0]
            problem = messages.WORKER_NOT_STARTED(why=why, command=program)
            raise EnvironmentFault(problem) from error
        self._threads = [
            threading.Thread(target=target, name=f"worker-{name}", daemon=True)
            for target, name in ((self._read_stderr, "stderr"), (self._read_stdout, "stdout"))
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return not self._is_deliberate and self._process.poll() is None

    def wait_until_ready(self) -> EngineInfo:
        answer = self._wait("")
        if isinstance(answer, ReadyReply):
            return answer.info
        raise EngineFailure(messages.WORKER_OUT_OF_TURN(kind=answer.kind))

    def ask(
        self, command: AnsweredCommand, on_text: TextListener | None = None
    ) -> ReadyReply | Answer:
        with self._lock:
            self._asked = command
        try:
            self._write(command)
            return self._wait(command.id, on_text)
        finally:
            with self._lock:
                self._asked = None
                if self._killer is not None:
                    self._killer.cancel()
                    self._killer = None
                if self._is_deliberate:  # perhaps in the moment in which it answered: it is dead
                    raise CallCancelled(messages.CANCELLED()) from None

    def cancel(self) -> None:
        """End the whole process group now, if it is at work.

        A call that runs in blocks is asked to end after this one, a look to end between two
        compiles, and the group ended only if it does not within ``BLOCK_GRACE_S``. A worker that
        has answered, or only lists its specializations, is not cancelled.
        """
        with self._lock:
            asked = self._asked
            if asked is None or isinstance(asked, SpecializationsCommand):
                return
            is_gentle = isinstance(asked, _LOOKS) or self._runs_in_blocks(asked)
            if is_gentle and self._killer is not None:
                return  # already asked
            if is_gentle:
                self._killer = threading.Timer(BLOCK_GRACE_S, self._kill_at_work, (asked,))
                self._killer.daemon = True
                self._killer.start()
        if is_gentle:
            self._write(CancelCommand(call_id=asked.id))
        else:
            self._kill_at_work(asked)

    def _runs_in_blocks(self, asked: AnsweredCommand) -> bool:
        # before the first phase and after the last one of a call its worker reports that it is
        # ready
        is_running = self._status.phase in (Phase.RUNNING, Phase.READY)
        return is_running and isinstance(asked, CallCommand) and asked.request.is_streamed

    def _kill_at_work(self, asked: AnsweredCommand) -> None:
        """End the whole process group if it still works on this command."""
        with self._lock:
            if self._asked is not asked:
                return
            self._is_deliberate = True
        _kill_group(self._process)

    def close(self) -> None:
        """Close the worker's stdin, at which it ends; kill it if it does not, or is at work."""
        with self._lock:
            is_at_work, self._is_deliberate = self._asked is not None, True
        if is_at_work:  # first: an unread command would block closing its stdin
            _kill_group(self._process)
        try:
            assert self._process.stdin is not None
            self._process.stdin.close()
        except OSError:
            pass  # it is gone
        try:
            self._process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            _kill_group(self._process)
            self._process.wait()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        self._on_status = ignore

    def _write(self, command: Command) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(to_line(command))
            self._process.stdin.flush()
        except (OSError, ValueError):
            pass  # it is gone, or another thread closed it: the end of its stdout shows it

    # ------------------------------------------------------------------ waiting

    def _wait(self, command_id: str, on_text: TextListener | None = None) -> ReadyReply | Answer:
        while True:
            try:
                answer = self._answers.get(timeout=1.0)
            except queue.Empty:
                is_inspect = isinstance(self._asked, InspectCommand)
                limit_s = INSPECT_LIMIT_S if is_inspect else SILENCE_LIMIT_S
                if time.monotonic() - self._last_sign > limit_s:
                    self._was_silent = True
                    _kill_group(self._process)
                continue
            if answer is None:
                self._process.wait()
                raise self._death()
            if isinstance(answer, TextReply):
                if answer.id == command_id and on_text is not None:
                    on_text(answer.partial)
            elif answer.id != command_id:
                logger.warning("an answer to nothing that was asked: %s", answer.kind)
            elif isinstance(answer, ErrorReply):
                raise answer.exception()
            else:
                return answer

    def _death(self) -> CallCancelled | WorkerDied:
        if self._is_deliberate:
            return CallCancelled(messages.CANCELLED())
        return WorkerDied(messages.WORKER_ENDED(how=self.how_it_ended()))

    @property
    def last_lines(self) -> list[str]:
        """Return the last lines of the worker's stderr."""
        return list(self._stderr)

    def how_it_ended(self) -> Message:
        """Return how the worker ended, for brackets: ``code 3 while compiling``, its last words."""
        code = self._process.poll()
        silent_s = time.monotonic() - self._last_sign
        doing: str | Message = ""
        if self._status.phase is not Phase.READY:
            doing = messages.WHILE_IN_PHASE(phase=self._status.phase.value)
        if self._was_silent:
            how = messages.WAS_SILENT(seconds=round(silent_s), doing=doing)
        elif code == -signal.SIGKILL:
            how = messages.WAS_KILLED(doing=doing)
        elif code is not None and code < 0:
            how = messages.ENDED_BY_SIGNAL(signal=signal.Signals(-code).name, doing=doing)
        else:
            how = messages.ENDED_WITH_CODE(code=str(code), doing=doing)
        line = next((line for line in reversed(self.last_lines) if line.strip()), "")
        is_told = bool(line) and code != -signal.SIGKILL
        last: str | Message = messages.LAST_WORDS(line=line[:200]) if is_told else ""
        noted: str | Message = ""
        if (suspected := suspects(os.environ)) is not None:
            noted = messages.ALSO_NOTED(settings=suspected)
        return messages.HOW_IT_ENDED(how=how, last=last, noted=noted)

    # ------------------------------------------------------------------ reading

    def _read_stdout(self) -> None:
        assert self._process.stdout is not None
        while line := _read_line(self._process.stdout, MAX_LINE_BYTES):
            try:
                reply = REPLIES.validate_json(line)
            except ValidationError:
                logger.warning("not a message from the worker: %r", line[:200])
                continue
            self._last_sign = time.monotonic()
            match reply:
                case StatusReply(status=status):
                    self._status = status
                    self._on_status(status)
                case HeartbeatReply(memory_bytes=memory_bytes):
                    self._on_status(self._status.model_copy(update={"memory_bytes": memory_bytes}))
                case TextReply():
                    self._answers.put(reply)
                case ReadyReply(info=info):
                    self.info = info
                    self._answers.put(reply)
                case ErrorReply() if self.info is None:  # why it cannot start; it ends by itself
                    self._is_deliberate = True
                    self._answers.put(reply)
                case _:
                    self._take(reply)
        self._process.wait()
        _kill_group(self._process)  # a child that it left behind would hold its stderr
        self._threads[0].join(GRACE_S)  # its last words
        is_death = not self._is_deliberate
        if is_death:
            logger.warning("the worker ended; its last lines:\n%s", "\n".join(self._stderr))
        self._answers.put(None)
        if is_death and self.info is not None:  # until then, who waits for the start is told
            self._on_status(EngineStatus(phase=Phase.STOPPED, message=self.how_it_ended()))

    def _take(self, answer: Answer) -> None:
        with self._lock:
            if self._asked is not None and self._asked.id == answer.id:
                self._asked = None  # before it is passed on: a cancel would be too late
        self._answers.put(answer)

    def _read_stderr(self) -> None:
        assert self._process.stderr is not None
        while line := _read_line(self._process.stderr, 4096):
            text = line.decode("utf-8", errors="replace").rstrip()
            self._stderr.append(text)
            logger.debug("worker: %s", text)


def ignore(status: EngineStatus) -> None:
    """Do nothing, in the place of a listener."""


def _read_line(stream: IO[bytes], limit: int) -> bytes:
    try:
        return stream.readline(limit)
    except (OSError, ValueError):  # another thread closed it
        return b""


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass  # it has ended
