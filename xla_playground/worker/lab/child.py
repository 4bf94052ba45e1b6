"""The child that runs a lab file: what it may take, and how it reports its end."""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from ...core.lab.report import ChildMessage, LabEnd, LabOrder, LabProblem
from ...core.lab.source import LabFileError
from ...core.messages.pages import lab as messages
from ...engine.lab.run import LabRun
from ..lifeline import die_with_parent

#: Sent by the supervisor: the child writes where its threads are.
WHERE_SIGNAL = signal.SIGUSR1

_exit = os._exit


class ChildPipes:
    """The file descriptors of a child.

    Attributes:
        messages: where its messages go.
        output: stdout and stderr of the user's code.
        places: a file for tracebacks if it is asked where it is, or crashes.
    """

    def __init__(self, messages: int, output: int, places: int) -> None:
        self.messages, self.output, self.places = messages, output, places


def run_child(tf: Any, order: LabOrder, pipes: ChildPipes) -> NoReturn:
    """Run an order in this process, which was forked for it, and end the process."""
    die_with_parent()
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(pipes.output, 1)
    os.dup2(pipes.output, 2)
    faulthandler.enable(pipes.places, all_threads=True)
    faulthandler.register(WHERE_SIGNAL, pipes.places, all_threads=True)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    _limit_memory(order.memory_bytes)
    if order.folder and Path(order.folder).is_dir():
        os.chdir(order.folder)
        sys.path.insert(0, order.folder)

    def say(message: ChildMessage) -> None:
        _write(pipes.messages, message)

    os._exit = _noticed_exit(order, pipes)
    try:
        problem = LabRun(tf, order, say).run()
    except LabFileError as error:
        problem = error.problem
    except BaseException as error:  # of the lab itself, or of what the code did to it
        kind, why = type(error).__name__, str(error)[:200]
        problem = LabProblem(line=None, message=messages.CODE_RAISED(kind=kind, why=why))
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # the code may have closed it, or put another object there
            continue
    say(LabEnd(problem=problem))
    _exit(0)


def _noticed_exit(order: LabOrder, pipes: ChildPipes) -> Any:
    """Return an ``os._exit`` that says from which line of the file it is called."""

    def noticed_exit(status: int) -> NoReturn:
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename != order.name:
            frame = frame.f_back
        line = frame.f_lineno if frame.f_code.co_filename == order.name else None
        message = messages.CODE_EXITED(call="os._exit")
        _write(pipes.messages, LabEnd(problem=LabProblem(line=line, message=message)))
        _exit(status)

    return noticed_exit


def _limit_memory(most: int) -> None:
    """Limit what this process allocates beyond what it has.

    The limit of data counts private writable memory alone: CUDA reserves hundreds of gigabytes of
    addresses, which the limit of addresses would refuse.
    """
    limit = _data_bytes() + most
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _data_bytes() -> int:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0


def _write(fd: int, message: ChildMessage) -> None:
    data = message.model_dump_json().encode() + b"\n"
    while data:
        data = data[os.write(fd, data) :]
