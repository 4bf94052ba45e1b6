"""Options and functions that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.text import Text

from ..assembly import make_engine
from ..core.engine.engine import Engine, EngineStatus, Phase
from ..core.errors import EnvironmentFault
from ..core.messages import commands as messages
from ..core.model.info import ModelInfo
from ..core.paths import settings_path
from ..core.window.settings import Settings, load_settings


@contextmanager
def started_engine(in_process: bool, *, has_quiet_run: bool = False) -> Iterator[Engine]:
    """Yield a started engine and close it afterwards; show its phases on stderr in a terminal.

    With ``has_quiet_run`` no phase is shown while a call runs, since its text may go to the same
    terminal.
    """
    engine = make_engine(saved_settings(), in_process=in_process)
    console = Console(stderr=True)
    try:
        with console.status("starting TensorFlow …") as spinner:

            def show(status: EngineStatus) -> None:
                if status.phase is Phase.RUNNING and has_quiet_run:
                    spinner.stop()
                elif status.phase is not Phase.READY:
                    spinner.update(Text(f"{status.phase} {status.detail} …"))

            for notice in engine.start(show).notices:
                typer.echo(notice.text, err=True)
            yield engine
    finally:
        engine.close()


def saved_settings() -> Settings:
    """Return the settings of the window, whose limits apply to commands as well."""
    settings, notices = load_settings(settings_path())
    for notice in notices:
        typer.echo(notice.text, err=True)
    return settings


def print_notices(model: ModelInfo) -> None:
    """Print the notices of a model on stderr."""
    for notice in model.notices:
        typer.echo(notice.text, err=True)


def need_display() -> None:
    """Make sure that a window can be opened.

    Raises:
        EnvironmentFault: there is no display.
    """
    from ..app import has_display

    if not has_display():
        raise EnvironmentFault(messages.NO_DISPLAY())
