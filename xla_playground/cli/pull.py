"""``models pull``: the child process that pulls, shown in the terminal."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from pydantic import ValidationError
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from ..core.engine.pull import PULL_MESSAGES, PullDone, PullError, PullProgress, pull_command
from ..core.errors import EngineFailure, EnvironmentFault, PlaygroundError
from ..core.messages.models import library as messages


def pull_model(model: str, *, as_json: bool) -> PullDone:
    """Pull a model with a bar on stderr; ``as_json`` prints the messages on stdout instead.

    Raises:
        PlaygroundError: the reason of the stop; the exit code is that of the cause.
        KeyboardInterrupt: it was cancelled.
    """
    with _child(model) as output, _bar(visible=not as_json) as bar:
        task = bar.add_task("", total=None)
        for line in output:
            try:
                message = PULL_MESSAGES.validate_json(line)
            except ValidationError as error:
                raise EngineFailure(messages.PULL_SAID_NO_MESSAGE()) from error
            if as_json:
                print(line.decode().rstrip(), flush=True)
            match message:
                case PullProgress():
                    bar.update(
                        task,
                        description=message.stage.value,
                        completed=message.done_bytes,
                        total=message.total_bytes,
                    )
                case PullDone():
                    return message
                case PullError():
                    raise _Stopped(message)
    raise EngineFailure(messages.PULL_ENDED(model=model))


class _Stopped(PlaygroundError):
    """The child's error message, with the child's exit code."""

    def __init__(self, last: PullError) -> None:
        super().__init__(last.message)
        self.exit_code = last.exit_code  # type: ignore[misc]  # of this one, not of its class


@contextmanager
def _child(model: str) -> Iterator[IO[bytes]]:
    """Yield the output of the process that pulls; kill the process when the block is left."""
    try:
        process = subprocess.Popen(
            pull_command(model),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C reaches it through us
        )
    except OSError as error:
        raise EnvironmentFault(messages.PULL_NOT_STARTED(why=str(error.strerror))) from error
    with process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.kill()


def _bar(visible: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not visible,
        transient=True,
    )
