"""What the phases of programs that were built for a call consisted of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...core.call.breakdown import Part, PhasePart
from ..platform.compile_report import CompileReport
from .built import Built, Draft


def load_parts(draft: Draft, report: CompileReport) -> tuple[PhasePart, ...]:
    """Return the parts of loading a program; what they leave is its first run."""
    if draft.stored is None:
        return ()
    reading = PhasePart(phase="load", part=Part.READING, ns=draft.read_ns)
    reported = report.parts.load_parts(draft.name) if draft.name in report.loaded else ()
    spent_ns = sum(part.ns for part in reported)
    if not reported:
        return (reading,)
    running = PhasePart(
        phase="load",
        part=Part.FIRST_RUN,
        ns=max(draft.run_ns - spent_ns, 0),
        is_estimate=True,
    )
    return (reading, *reported, running)


def parts_of(builds: Iterable[Sequence[Built]]) -> tuple[PhasePart, ...]:
    """Return the parts of the phases of a call's programs.

    Those of one build are compiled or loaded at once: a phase is as long as its longest one, and
    has the parts of that one.
    """
    made: list[PhasePart] = []
    for build in builds:
        made += [part for built in build for part in built.trace_parts]
        made += max(build, key=lambda built: built.use.compile_ns or 0).compile_parts
        made += max(build, key=lambda built: built.use.load_ns or 0).load_parts
        first_run_ns = max(built.first_run_ns for built in build)
        made.append(PhasePart(phase="run", part=Part.FIRST_RUN, ns=first_run_ns, is_estimate=True))
    return tuple(made)
