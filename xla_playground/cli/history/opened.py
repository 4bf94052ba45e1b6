"""The history that a command works on: the user's own, or a session file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ...core.errors import EnvironmentFault, RequestError
from ...core.history.history import History
from ...core.machine import Machine, this_machine
from ...core.messages import workbench as messages
from ...core.paths import history_path
from ...core.units import count_of_calls
from ...core.workbench.call_filter import FILTERS, CallFilter
from ...core.workbench.session_file import open_session
from ...core.workbench.workbench import Workbench
from ..options.flags import PathOption

#: Calls whose indexing takes more than a second.
_MANY = 2_000
FilterOption = Annotated[
    list[str] | None,
    typer.Option(
        "--filter",
        "-f",
        metavar="NAME=VALUE",
        help=f"Which calls: {', '.join(FILTERS)}; without a name a text. Again for more: of one "
        "name either, of several all.",
    ),
]
SessionOption = Annotated[
    Path | None,
    PathOption("--session", "A session file, in the place of the history of this machine."),
]


@dataclass(frozen=True)
class Opened:
    """A history that is open, indexed.

    Attributes:
        machine: where its calls were made.
    """

    workbench: Workbench
    machine: Machine

    @property
    def history(self) -> History:
        """Return the history itself."""
        return self.workbench.history

    def newest(self) -> int:
        """Return the number of the latest call.

        Raises:
            RequestError: there is none.
        """
        calls = self.workbench.find(CallFilter())
        if not calls:
            raise RequestError("call", messages.NO_CALL_YET())
        return calls[-1]


@contextmanager
def opened(session: Path | None = None) -> Iterator[Opened]:
    """Open the user's history, or a session file, and close it afterwards."""
    if session is None:
        history, machine = History(history_path()), this_machine()
    else:
        saved = open_session(session)
        history, machine = saved.history, saved.machine
    try:
        for notice in history.take_notices():
            if history.file.is_substitute:
                raise EnvironmentFault(notice)
            typer.echo(notice, err=True)
        workbench = Workbench(history)
        try:
            if (count := workbench.unindexed()) > _MANY:
                calls = count_of_calls(count).english
                typer.echo(f"Reading {calls} once, so that they can be searched …", err=True)
            workbench.index()
        except EnvironmentFault as error:  # what is indexed can be searched all the same
            typer.echo(error.sentence, err=True)
        yield Opened(workbench, machine)
    finally:
        history.close()
