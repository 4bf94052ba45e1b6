"""What several commands take and do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from ..core.engine import Engine, EngineStatus, Phase
from ..core.errors import EnvironmentFault

ModelOption = Annotated[
    str, typer.Option("--model", "-m", help="A bundled name or a model folder.")
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
InProcessFlag = Annotated[
    bool, typer.Option("--in-process", help="Run TensorFlow in this process (debugging).")
]


@contextmanager
def started_engine(in_process: bool) -> Iterator[Engine]:
    """A started engine, closed afterwards; what it is doing shows on stderr of a terminal."""
    engine: Engine
    if in_process:
        from ..core.store import SpecializationStore
        from ..engine import XlaEngine

        engine = XlaEngine(store=SpecializationStore())
    else:
        from ..worker.client import EngineClient

        engine = EngineClient()
    console = Console(stderr=True)
    try:
        with console.status("starting TensorFlow …") as spinner:

            def show(status: EngineStatus) -> None:
                if status.phase is not Phase.READY:
                    spinner.update(Text(f"{status.phase} {status.detail} …"))

            engine.start(show)
            yield engine
    finally:
        engine.close()


def need_display() -> None:
    """Make sure that a window can be opened.

    Raises:
        EnvironmentFault: there is no display.
    """
    from ..app import has_display

    if not has_display():
        raise EnvironmentFault(
            "There is no display for the window: run `xla-playground demo` in this terminal."
        )
