"""Find out whether the user's flags for XLA keep a worker from starting.

XLA ends the process at an unknown flag. It is the cause if a worker starts without the flags.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence

from ..core.environment import FLAG_VARIABLES
from ..core.errors import EnvironmentFault, WorkerDied, shown
from ..core.messages import engine as messages
from ..core.messages.message import Message, both
from .environment import worker_environment

# a line of absl's log of severity FATAL begins with F, month and day
_FATAL = re.compile(r"F\d{4} ")


def flags_fault(
    starts_without: Callable[[Sequence[str]], bool], last_lines: Sequence[str]
) -> EnvironmentFault | None:
    """Return the fault of the flags if a worker starts without them, else ``None``.

    Args:
        starts_without: whether a worker starts if these variables are not set.
        last_lines: the last log lines of the worker; they only choose which flags are shown.
    """
    environ = worker_environment()
    are_set = [name for name in FLAG_VARIABLES if environ.get(name)]
    tries = [[name] for name in are_set]
    if len(are_set) > 1:
        tries.append(are_set)
    for names in tries:
        if starts_without(names):
            return EnvironmentFault(_flags_refused(names, last_lines))
    return None


def _flags_refused(names: Sequence[str], last_lines: Sequence[str]) -> Message:
    fatal = " ".join(line for line in last_lines if _FATAL.match(line))
    variables = [
        f"{name} ({', '.join(shown(flag)[1:-1] for flag in _refused(os.environ[name], fatal))})"
        for name in names
    ]
    return messages.FLAGS_REFUSED(variables=both(variables))


def _refused(value: str, fatal: str) -> list[str]:
    """Return the flags of a variable that the fatal lines name, all of them if they name none."""
    flags = value.split()
    return [flag for flag in flags if flag in fatal] or flags


def check_flags() -> None:
    """Make sure that TensorFlow starts with the user's flags, which would end this process.

    It is needed before TensorFlow runs in this process, and only if there are flags. It starts and
    ends a worker, which takes seconds.

    Raises:
        EnvironmentFault: it does not.
    """
    environ = worker_environment()
    if not any(environ.get(name) for name in FLAG_VARIABLES):
        return
    from .client import EngineClient  # it imports this module

    client = EngineClient(store_limit_bytes=0)
    try:
        client.start(lambda status: None)
    except WorkerDied as death:  # this process is no worker, so it cannot have died
        raise EnvironmentFault(death.message) from None
    finally:
        client.close()
