"""The child process: serves an engine over stdin and stdout until its parent is gone."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import queue
import sys
import threading
import time
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

import psutil
from pydantic import ValidationError

from ..core.call.partial_text import PartialText, TextListener
from ..core.engine.call_end import CallEnd
from ..core.engine.engine import Engine, EngineStatus
from ..core.errors import EngineFailure, PlaygroundError
from ..core.frozen import Frozen
from ..core.messages import engine as messages
from .messages import (
    COMMANDS,
    MAX_LINE_BYTES,
    AnsweredCommand,
    CallCommand,
    CallReply,
    CancelCommand,
    ErrorReply,
    HeartbeatReply,
    InspectCommand,
    InspectionReply,
    LoadCommand,
    ModelReply,
    PlanCommand,
    PlanReply,
    ProbabilitiesCommand,
    ProbabilitiesReply,
    ProfileCommand,
    ProfileReply,
    ReadyReply,
    SpecializationsCommand,
    SpecializationsReply,
    StatusReply,
    TextReply,
    to_line,
)

logger = logging.getLogger(__name__)

HEARTBEAT_S = 1.0


def serve(engine: Engine) -> None:
    """Start ``engine`` and answer commands, one at a time; never returns.

    The process ends at once when stdin ends, even while the engine works: a compile cannot be
    interrupted, and a worker without its parent is useless.
    """
    _Server(engine).run()


class _Server:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._commands: queue.SimpleQueue[AnsweredCommand] = queue.SimpleQueue()
        self._output = _take_stdout()
        self._lock = threading.Lock()
        self._call_id = ""  # id of the running call or look
        self._call_lock = threading.Lock()  # for the id: a cancel must not reach the next call

    def run(self) -> None:
        for target in (self._read_commands, self._beat):
            threading.Thread(target=target, name=target.__name__, daemon=True).start()
        try:
            info = self._engine.start(self._on_status)
        except PlaygroundError as error:
            self._end_with(error)
        except Exception as error:  # a bug of ours; an exception here would abort (SIGABRT)
            logger.exception("the start failed")
            self._end_with(EngineFailure.unforeseen(error))
        self._send(ReadyReply(info=info))
        while True:
            command = self._commands.get()
            self._send(self._answer(command))

    def _end_with(self, error: PlaygroundError) -> NoReturn:
        self._send(ErrorReply.of("", error))
        sys.stderr.flush()
        os._exit(error.exit_code)

    def _answer(self, command: AnsweredCommand) -> Frozen:
        try:
            match command:
                case LoadCommand():
                    return ModelReply(id=command.id, info=self._engine.load(command.model))
                case PlanCommand():
                    return PlanReply(id=command.id, plan=self._engine.plan(command.request))
                case CallCommand():
                    return CallReply(id=command.id, end=self._call(command))
                case SpecializationsCommand():
                    told = self._engine.specializations()
                    return SpecializationsReply(id=command.id, specializations=told)
                case ProbabilitiesCommand():
                    scored = self._engine.probabilities(command.record)
                    return ProbabilitiesReply(id=command.id, sequences=scored)
                case InspectCommand():
                    with self._cancellable(command.id):
                        inspection = self._engine.inspect(command.key)
                    return InspectionReply(id=command.id, inspection=inspection)
                case ProfileCommand():
                    with self._cancellable(command.id):
                        profile = self._engine.profile(command.request)
                    return ProfileReply(id=command.id, profile=profile)
        except PlaygroundError as error:
            return ErrorReply.of(command.id, error)
        except Exception as error:  # a bug of ours must not end the worker
            logger.exception("%s failed", command.kind)
            return ErrorReply.of(command.id, EngineFailure.unforeseen(error))

    def _call(self, command: CallCommand) -> CallEnd:
        def send(partial: PartialText) -> None:
            self._send(TextReply(id=command.id, partial=partial))

        on_text: TextListener | None = send if command.wants_text else None
        with self._cancellable(command.id):
            return self._engine.call(command.request, on_text)

    @contextlib.contextmanager
    def _cancellable(self, command_id: str) -> Iterator[None]:
        self._set_call(command_id)
        try:
            yield
        finally:
            self._set_call("")

    def _set_call(self, call_id: str) -> None:
        with self._call_lock:
            self._call_id = call_id

    def _cancel(self, call_id: str) -> None:
        with self._call_lock:
            if call_id == self._call_id:
                self._engine.cancel()

    def _on_status(self, status: EngineStatus) -> None:
        self._send(StatusReply(status=status))

    def _send(self, message: Frozen) -> None:
        with self._lock:
            try:
                self._output.write(to_line(message))
                self._output.flush()
            except OSError:
                os._exit(0)  # the parent is gone

    def _read_commands(self) -> None:
        while line := sys.stdin.buffer.readline(MAX_LINE_BYTES):
            try:
                command = COMMANDS.validate_json(line)
            except ValidationError as error:
                logger.warning("not a command: %s", error)
                failure = EngineFailure(messages.WORKER_SENT_NO_COMMAND())
                self._send(ErrorReply.of(_id_in(line), failure))
                continue
            if isinstance(command, CancelCommand):
                self._cancel(command.call_id)
            else:
                self._commands.put(command)
        os._exit(0)

    def _beat(self) -> None:
        process = psutil.Process()
        while True:
            self._send(HeartbeatReply(memory_bytes=process.memory_info().rss))
            time.sleep(HEARTBEAT_S)


def _id_in(line: bytes) -> str:
    """Return the id in a damaged command, or ``""``; the sender waits for a reply with this id."""
    try:
        found = json.loads(line).get("id", "")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return found if isinstance(found, str) else ""


def _take_stdout() -> BinaryIO:
    """Keep stdout for messages alone: from now on prints of libraries go to stderr."""
    sys.stdout.flush()
    messages = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return messages
