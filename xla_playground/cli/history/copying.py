"""``copy``: a call as a script or a notebook, a session as a report."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ...core.call.record import Record
from ...core.call.request import Recipe
from ...core.copying.notebook import notebook_of
from ...core.copying.report import session_report
from ...core.copying.script import script_of
from ...core.errors import EnvironmentFault, RequestError, shown
from ...core.files.replace_file import replace_file
from ...core.messages import workbench as messages
from ...core.workbench.call_filter import parse_filter
from ...library.inspection import usable_model
from ..options.flags import PathOption
from .opened import FilterOption, SessionOption, opened


class CopyAs(StrEnum):
    """What a call, or a session, is copied as."""

    PYTHON = "python"
    FAST = "fast"
    NOTEBOOK = "notebook"
    REPORT = "report"


def copy(
    form: Annotated[
        CopyAs,
        typer.Option(
            "--as",
            help="python: a script by plain TensorFlow and Transformers; fast: one by "
            "fast_generate; notebook: the guide's experiment with the call's options; report: the "
            "session in Markdown.",
        ),
    ],
    call: Annotated[
        int | None, typer.Option("--call", help="Number of a call.  [default: the latest]", min=1)
    ] = None,
    filters: FilterOption = None,
    out: Annotated[Path | None, PathOption("--out", "Write to this file.")] = None,
    session: SessionOption = None,
) -> None:
    """Print a call as Python or as a notebook, or a session as a report."""
    if form is CopyAs.REPORT and call is not None:
        raise RequestError("call", messages.REPORT_OF_A_CALL())
    if form is not CopyAs.REPORT and filters:
        raise RequestError("filter", messages.FILTER_WITHOUT_REPORT())
    wanted = parse_filter(filters or ())
    with opened(session) as here:
        if form is CopyAs.REPORT:
            text = session_report(here.workbench, wanted, here.machine)
        else:
            text = _copied(form, here.history.record(call or here.newest()))
    if out is None:
        sys.stdout.write(text)
        return
    try:
        replace_file(out, text.encode())
    except OSError as error:
        raise EnvironmentFault(
            messages.FILE_UNWRITTEN(path=shown(str(out)), why=str(error.strerror))
        ) from None


def _copied(form: CopyAs, record: Record) -> str:
    info = usable_model(record.request.model)
    if form is CopyAs.NOTEBOOK:
        return notebook_of(record, info)
    return str(script_of(record, info, Recipe.FAST if form is CopyAs.FAST else Recipe.DOCUMENTED))
