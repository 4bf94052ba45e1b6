"""The program: its commands, and how it ends."""

from __future__ import annotations

import errno
import io
import json
import logging
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from .. import __version__
from ..core.environment import has_directory, kept, overridden
from ..core.errors import EnvironmentFault, PlaygroundError
from ..core.messages.models import checkpoint
from ..core.paths import history_path, resource_dir, settings_path, store_dir
from .advise import advise_on_buckets
from .bench import bench_app
from .calls import demo, generate
from .history.commands import history_app
from .history.comparing import compare_calls
from .history.copying import copy
from .inside import inspect_call
from .lab.command import lab
from .lessons.commands import lessons_app
from .models import models_app
from .options.flags import InProcessFlag, JsonFlag, PathOption
from .options.generation_options import WithSeedPairs
from .race import race_call
from .shared import need_display, started_engine
from .store import store_app

app = typer.Typer(
    name="xla-playground",
    help="Explore XLA-compiled text generation: turn a knob and see what it costs.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(models_app, name="models")
app.add_typer(bench_app, name="bench")
app.add_typer(store_app, name="store")
app.add_typer(history_app, name="history")
app.add_typer(lessons_app, name="lessons")
app.command(cls=WithSeedPairs)(generate)
app.command()(demo)
app.command("inspect", cls=WithSeedPairs)(inspect_call)
app.command("race", cls=WithSeedPairs)(race_call)
app.command("lab")(lab)
app.command("advise")(advise_on_buckets)
app.command("compare")(compare_calls)
app.command()(copy)


def main(arguments: list[str] | None = None, ui_language: str | None = None) -> None:
    """Run the command line; a ``PlaygroundError`` is one sentence on stderr and an exit code.

    Args:
        arguments: without ``--ui-language``; None: those of the process.
        ui_language: of the window; messages are read in it already.
    """
    if sys.getfilesystemencoding() not in ("utf-8", "utf8"):  # names and prompts are UTF-8
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "xla_playground", *sys.argv[1:]])
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # texts of a model have every character
    try:
        code = app(arguments, standalone_mode=False, obj=ui_language)
        if sys.stdout is not None:
            sys.stdout.flush()  # here the error of a full disk can still be shown
        sys.exit(code)
    except PlaygroundError as error:
        typer.echo(error.sentence, err=True)
        sys.exit(error.exit_code)
    except typer.TyperException as error:  # an unknown command or option, or a bad value
        typer.echo(error.format_message(), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("Interrupted.", err=True)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output has closed it
        _drop_output()
        sys.exit(0)
    except FileNotFoundError:
        if has_directory():
            raise
        typer.echo(checkpoint.NO_DIRECTORY().text, err=True)
        sys.exit(EnvironmentFault.exit_code)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
            raise
        _drop_output()
        typer.echo(f"The output cannot be written ({error.strerror}).", err=True)
        sys.exit(EnvironmentFault.exit_code)


def _drop_output() -> None:
    """Redirect stdout to the null device: the buffered output would fail again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xla-playground {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help="Set settings and history aside and start clean.")
    ] = False,
    in_process: InProcessFlag = False,
    ui_language: Annotated[
        str,
        typer.Option("--ui-language", help="Language of messages and window: en or ko."),
    ] = "",
    session: Annotated[
        Path | None,
        PathOption("--session", "Open the window with the calls of this session file."),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log to stderr.")] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Open the window if no command is given."""
    if context.invoked_subcommand is not None:
        level = logging.DEBUG if verbose else logging.ERROR
        logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
        return
    from ..app import run_window  # Qt, only for a window

    need_display()
    language = context.obj or ui_language
    raise typer.Exit(
        run_window(in_process=in_process, reset=reset, language=language, session_file=session)
    )


@app.command()
def info(as_json: JsonFlag = False, in_process: InProcessFlag = False) -> None:
    """Show versions, devices, flags and paths."""
    dropped, in_effect = overridden(os.environ), kept(os.environ)  # before an engine sets its own
    with started_engine(in_process) as engine:
        told = engine.start(lambda status: None)
    values: dict[str, Any] = {
        "xla_playground": __version__,
        "python": told.python,
        "tensorflow": told.tensorflow,
        "transformers": told.transformers,
        "devices": list(told.devices),
        "xla_flags": told.xla_flags,
        "tf_xla_flags": told.tf_xla_flags,
        "environment": [f"{name}={value}" for name, value in in_effect.items()],
        "overridden": [f"{name}: {reason}" for name, reason in dropped.items()],
        "notices": [notice.text for notice in told.notices],
        "settings": str(settings_path()),
        "history": str(history_path()),
        "resources": str(resource_dir()),
        "store": str(store_dir()),
    }
    if as_json:
        print(json.dumps(values))
        return
    table = Table(show_header=False)
    for name, value in values.items():
        text = "\n".join(value) if isinstance(value, list) else str(value)
        table.add_row(name, text or "–")
    Console().print(table, markup=False)
