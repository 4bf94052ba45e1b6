"""The command ``inspect``: what XLA made of a call's program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from ..core.call.record import Record
from ..core.call.request import Arm, Request
from ..core.engine.engine import Engine
from ..core.errors import EnvironmentFault, RequestError
from ..core.history.latency import ns_per_token
from ..core.inside.difference import difference_of
from ..core.inside.figures import compared, figures_of
from ..core.inside.hlo import parse_hlo
from ..core.inside.inspection import Inspection, Stage
from ..core.inside.machine import MachineLimits, read_limits
from ..core.inside.profiling.profile import Profile, figures_of_profile
from ..core.inside.profiling.trace_file import write_trace
from ..core.messages.engine import KEY_WITHOUT_XLA
from ..core.messages.pages import profile as messages
from ..core.messages.workbench import FILE_UNWRITTEN
from ..core.paths import machine_path
from .calls import check_model, request_of
from .options.asked_call import AskedCall, takes_a_call
from .options.flags import AnywayFlag, InProcessFlag, JsonFlag, PathOption
from .shared import started_engine
from .tables.inspection_table import print_difference, print_inspections
from .tables.profile_table import print_profile

#: Calls after the first; the median of the steady ones is the call's time.
_CALLS = 3


@takes_a_call(request_of)
def inspect_call(
    asked: AskedCall,
    *,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="OPTIONS",
            help='Compare with the same call with other options: "--num-beams 4".',
        ),
    ] = None,
    text: Annotated[
        Stage | None,
        typer.Option("--text", help="Print the program before or after XLA's optimization."),
    ] = None,
    is_profiled: Annotated[
        bool,
        typer.Option(
            "--profile", help="Profile one steady call: where its time goes, by operation."
        ),
    ] = False,
    out: Annotated[
        Path | None,
        PathOption(
            "--out",
            help="With --profile: write the trace here; Perfetto opens it (.json, .json.gz).",
        ),
    ] = None,
    anyway: AnywayFlag = False,
    as_json: JsonFlag = False,
    in_process: InProcessFlag = False,
) -> None:
    """Make a call, and show what XLA made of its program: counts, memory, operations, text."""
    _check_options(is_profiled=is_profiled, out=out, against=against, text=text)
    calls = [asked] if against is None else [asked, asked.with_options(against)]
    requests = [call.request() for call in calls]
    for request in requests:
        if request.arm is not Arm.XLA and not is_profiled:
            raise RequestError("arm", KEY_WITHOUT_XLA(key=request.arm.value))
    for model in dict.fromkeys(request.model for request in requests):
        check_model(model, anyway=anyway)
    machine = read_limits(machine_path())
    with started_engine(in_process) as engine:
        if is_profiled:
            _show_profile(_profiled(engine, requests[0]), out, as_json=as_json)
            return
        found = [_inspected(engine, request, machine) for request in requests]
    if text is not None and not as_json:
        for inspection, _ in found:
            print(inspection.text(text))
        return
    figures = [
        told if text is None else told | {"text": inspection.text(text) or None}
        for inspection, told in found
    ]
    difference = _difference(*found) if len(found) > 1 else None
    if not as_json:
        print_inspections(figures)
        if difference:
            print_difference(difference)
    elif difference:
        print(json.dumps({"call": figures[0], "against": figures[1], "difference": difference}))
    else:
        print(json.dumps(figures[0]))


_Found = tuple[Inspection, dict[str, Any]]


def _difference(first: _Found, second: _Found) -> dict[str, Any]:
    """Return what differs between two inspected calls."""
    programs = difference_of(parse_hlo(first[0].optimized), parse_hlo(second[0].optimized))
    return compared(first[1], second[1], programs)


def _check_options(
    *, is_profiled: bool, out: Path | None, against: str | None, text: Stage | None
) -> None:
    """Check that the options fit each other.

    Raises:
        RequestError: they do not.
    """
    if out is not None and not is_profiled:
        raise RequestError("out", messages.OUT_WITHOUT_PROFILE())
    if is_profiled and (against is not None or text is not None):
        raise RequestError("profile", messages.PROFILE_ALONE())


def _profiled(engine: Engine, request: Request) -> Profile:
    """Return the profile of one more call, after the call was made until it is steady."""
    record = _records(engine, request)[-1]
    return engine.profile(record.request)


def _show_profile(profile: Profile, out: Path | None, *, as_json: bool) -> None:
    if out is not None:
        try:
            write_trace(out, profile.trace)
        except OSError as error:
            why = str(error.strerror)
            raise EnvironmentFault(FILE_UNWRITTEN(path=str(out), why=why)) from error
    if as_json:
        file = None if out is None else str(out)
        print(json.dumps(figures_of_profile(profile) | {"file": file}))
    else:
        print_profile(profile, out)


def _records(engine: Engine, request: Request) -> list[Record]:
    return [engine.generate(request.again()) for _ in range(1 + _CALLS)]


def _inspected(engine: Engine, request: Request, machine: MachineLimits | None) -> _Found:
    """Return what XLA made of a call, and its figures; the call is made until it is steady."""
    records = _records(engine, request)
    key = records[-1].key
    assert key is not None  # of a call that was made
    inspection = engine.inspect(key)
    figures = figures_of(inspection, ns_per_token=ns_per_token(records), machine=machine)
    return inspection, figures
