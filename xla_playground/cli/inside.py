"""The command ``inspect``: what XLA made of a call's program."""

from __future__ import annotations

import json
import statistics
from typing import Annotated, Any

import typer

from ..core.call.record import Cache
from ..core.call.request import Request
from ..core.engine.engine import Engine
from ..core.inside.difference import difference_of
from ..core.inside.figures import compared, figures_of
from ..core.inside.hlo import parse_hlo
from ..core.inside.inspection import Inspection, Stage
from ..core.inside.machine import MachineLimits, read_limits
from ..core.paths import machine_path
from .calls import check_model, request_of
from .options.asked_call import AskedCall, takes_a_call
from .options.flags import AnywayFlag, InProcessFlag, JsonFlag
from .shared import started_engine
from .tables.inspection_table import print_difference, print_inspections

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
    anyway: AnywayFlag = False,
    as_json: JsonFlag = False,
    in_process: InProcessFlag = False,
) -> None:
    """Make a call, and show what XLA made of its program: counts, memory, operations, text."""
    calls = [asked] if against is None else [asked, asked.with_options(against)]
    requests = [call.request() for call in calls]
    for model in dict.fromkeys(request.model for request in requests):
        check_model(model, anyway=anyway)
    machine = read_limits(machine_path())
    with started_engine(in_process) as engine:
        found = [_inspected(engine, request, machine) for request in requests]
    inspections, figures = [i for i, _ in found], [f for _, f in found]
    if text is not None and not as_json:
        for inspection in inspections:
            print(inspection.text(text))
        return
    if text is not None:
        for inspection, told in found:
            told["text"] = inspection.text(text) or None
    if len(found) == 1:
        print(json.dumps(figures[0])) if as_json else print_inspections(figures)
        return
    programs = difference_of(*(parse_hlo(inspection.optimized) for inspection in inspections))
    difference = compared(figures[0], figures[1], programs)
    if as_json:
        print(json.dumps({"call": figures[0], "against": figures[1], "difference": difference}))
    else:
        print_inspections(figures)
        print_difference(difference)


def _inspected(
    engine: Engine, request: Request, machine: MachineLimits | None
) -> tuple[Inspection, dict[str, Any]]:
    """Return what XLA made of a call, and its figures; the call is made until it is steady."""
    records = [engine.generate(request.again()) for _ in range(1 + _CALLS)]
    steady = [
        record.run_ns / max(record.new_tokens)
        for record in records[1:]
        if record.cache is Cache.MEMORY and record.run_ns and not record.ran_beside_build
        if any(record.new_tokens)
    ]
    key = records[-1].key
    assert key is not None  # of a call that was made
    inspection = engine.inspect(key)
    ns_per_token = statistics.median(steady) if steady else None
    return inspection, figures_of(inspection, ns_per_token=ns_per_token, machine=machine)
