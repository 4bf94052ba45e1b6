"""``python -m xla_playground.worker.lab``: runs lab files, each in a child of its own.

Reads the commands of ``core.lab.report`` from stdin and prints its messages on stdout.
"""

from __future__ import annotations

import logging
import os
import signal
import sys

from ...core.lab.report import LAB_COMMANDS, LabMessage, LabOrder, LabProgress, lab_command
from ...engine.platform.environment import import_in_environment
from ..environment import worker_environment
from ..lifeline import die_with_parent
from .child import run_child
from .commands import CommandReader
from .supervisor import Supervisor

_STARTED = "XLA_PLAYGROUND_LAB"


def main() -> None:
    """Run the orders of stdin until it ends."""
    _begin_in_environment()
    die_with_parent()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl+C
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    stdout = os.dup(1)
    os.dup2(2, 1)  # what libraries print does not mix with messages
    _say(stdout, LabProgress(what="TensorFlow"))
    tf, _ = import_in_environment()
    tf.keras.utils  # noqa: B018 - Keras is imported when it is first asked for
    reader = CommandReader(sys.stdin.fileno())
    supervisor = Supervisor(reader, lambda message: _say(stdout, message))
    while (line := reader.next_line()) is not None:
        command = LAB_COMMANDS.validate_json(line)
        if isinstance(command, LabOrder):
            supervisor.run(command, lambda order, out: run_child(tf, order, out))


def _begin_in_environment() -> None:
    """Begin again with the environment of a worker, which Python and the linker read at a start."""
    if _STARTED not in os.environ:
        program, *arguments = lab_command()
        environment = worker_environment() | {_STARTED: "1"}
        os.execve(program, [program, *arguments], environment)
    del os.environ[_STARTED]


def _say(stdout: int, message: LabMessage) -> None:
    data = message.model_dump_json().encode() + b"\n"
    while data:
        data = data[os.write(stdout, data) :]


if __name__ == "__main__":
    main()
