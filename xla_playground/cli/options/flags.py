"""The flags of several commands, and how typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ...core.files.given_path import given_path

MODEL_HELP = "A name, a model folder, a GGUF file or a hub id."
ModelOption = Annotated[str, typer.Option("--model", "-m", help=MODEL_HELP)]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
AnywayFlag = Annotated[
    bool, typer.Option("--anyway", help="Load the model even if memory may run out.")
]
InProcessFlag = Annotated[
    bool, typer.Option("--in-process", help="Run TensorFlow in this process (debugging).")
]


def with_default(help: str, default: object) -> str:
    """Return a help text with a default that typer does not know, escaped from Rich's markup."""
    return rf"{help} \[default: {default}]"


def PathOption(name: str, help: str) -> Any:  # noqa: N802 - as typer's own
    """Return a typer option that takes a path as people give it: with ``~`` or ``file://``."""
    return typer.Option(name, help=help, parser=_path, metavar="PATH")


def _path(text: str) -> Path:
    try:
        return given_path(text)
    except RuntimeError:  # no such home
        return Path(text)
