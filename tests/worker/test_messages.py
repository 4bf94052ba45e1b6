"""The protocol: what goes in comes out, whatever the bytes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from xla_playground.core.call.record import Record
from xla_playground.core.call.request import Request
from xla_playground.core.engine.call_end import CallEnd
from xla_playground.core.errors import CheckpointError, PlaygroundError, RequestError, WorkerDied
from xla_playground.core.messages.message import untyped
from xla_playground.worker.messages import (
    COMMANDS,
    REPLIES,
    CallCommand,
    CallReply,
    ErrorReply,
    to_line,
)


def _is_prompt(text: str) -> bool:
    return bool(text.strip()) and "\0" not in text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50).filter(_is_prompt))
def test_a_request_survives_the_line(prompt: str) -> None:
    command = CallCommand(id="1", request=Request(model="m", prompts=(prompt,)))
    line = to_line(command)
    assert line.count(b"\n") == 1
    assert COMMANDS.validate_json(line) == command


def test_a_nanosecond_count_of_any_size_survives() -> None:
    record = Record(request=Request(model="m", prompts=("a",)), run_ns=5_000_000_000_000)
    reply = REPLIES.validate_json(to_line(CallReply(id="1", end=CallEnd(record=record))))
    assert isinstance(reply, CallReply)
    assert reply.end.record == record


@given(st.binary(max_size=200))
def test_garbage_is_a_validation_error_and_nothing_else(line: bytes) -> None:
    with pytest.raises(ValidationError):
        REPLIES.validate_json(line)


def test_another_version_is_refused() -> None:
    with pytest.raises(ValidationError):
        REPLIES.validate_json(b'{"version": 2, "kind": "heartbeat", "memory_bytes": 1}')


@pytest.mark.parametrize(
    "error",
    [
        RequestError("top_k", untyped("Too many.")),
        CheckpointError(untyped("Damaged.")),
        WorkerDied(untyped("Gone.")),
    ],
)
def test_errors_keep_their_type_where_the_parent_decides_by_it(error: PlaygroundError) -> None:
    back = ErrorReply.of("1", error).exception()
    assert isinstance(back, PlaygroundError)
    assert back.message == error.message
    if not isinstance(error, WorkerDied):
        assert type(back) is type(error)
    assert math.isfinite(back.exit_code)
