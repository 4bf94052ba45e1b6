"""The profile of one steady call: what its time went to, by operation of XLA's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...frozen import Frozen
from ..inspection import Key
from ..opcodes import CALLING
from .events import Event, OperationKind, Recorded, program_of
from .trace_file import packed, trace_json

#: Operations that only run others, whose time is counted there.
_RUN_OTHERS = frozenset((*CALLING, "while", "conditional"))
_UNKNOWN = OperationKind("")


class OperationTime(Frozen):
    """The time of one operation, summed over a call.

    Attributes:
        program: what the call's programs are called: ``decode``, ``encode``.
        module: the function that XLA compiled.
        name: as HLO text has it.
        opcode: ``""`` if the profiler did not say.
        contents: of a fusion the opcodes of what it fuses, the most frequent first.
        source: the operation of TensorFlow that it came from; ``""`` if XLA did not keep it.
        share: of the time of all operations; ``None`` of one that only runs others.
    """

    program: str
    module: str
    name: str
    opcode: str
    contents: tuple[str, ...] = ()
    source: str = ""
    count: int
    total_ns: int
    share: float | None = None

    @property
    def kind(self) -> str:
        """Return what it is in words: ``fusion of dot, add``."""
        return f"{self.opcode} of {', '.join(self.contents)}" if self.contents else self.opcode


class Profile(Frozen):
    """Where the time of one call went. It is no record: its time counts nowhere.

    Attributes:
        key: what the specialization was made for.
        label: the key in short.
        device: ``CPU``, or a GPU's product name.
        plane: the profiler's own name of what was watched.
        run_ns: run phase of the call, which the profiler makes longer.
        covered_ns: how much of it some operation was running; the rest is dispatch and Python.
        new_tokens: of the longest sequence.
        operations: the one that took longest first.
        events: how many the profiler recorded.
        left_out: how many of them the trace does not have, because it would be too large.
        trace: the events for Perfetto, see ``trace_file``.
    """

    key: Key
    label: str
    device: str
    plane: str
    run_ns: int
    covered_ns: int
    new_tokens: int
    operations: tuple[OperationTime, ...]
    events: int
    left_out: int = 0
    trace: str = ""

    def of_module(self, module: str) -> dict[str, OperationTime]:
        """Return the operations of a module by name; ``module`` is the name in its HLO text."""
        program = program_of(module)
        return {each.name: each for each in self.operations if each.module == program}


def profile_of(
    recorded: Recorded,
    key: Key,
    *,
    label: str,
    device: str,
    programs: Mapping[str, str],
    run_ns: int,
    new_tokens: int,
) -> Profile:
    """Return the profile of a call that was recorded.

    Args:
        programs: what the functions of the call are called, by their names.
    """
    operations = _by_operation(recorded, programs)
    leaves = {(o.module, o.name) for o in operations if o.share is not None}
    trace, left_out = trace_json(recorded)
    return Profile(
        key=key,
        label=label,
        device=device,
        plane=recorded.plane,
        run_ns=run_ns,
        covered_ns=_covered_ns(e for e in recorded.events if (e.program, e.name) in leaves),
        new_tokens=new_tokens,
        operations=operations,
        events=len(recorded.events),
        left_out=left_out,
        trace=packed(trace),
    )


def figures_of_profile(profile: Profile) -> dict[str, Any]:
    """Return a profile as ``inspect --profile --json`` prints it, without the trace."""
    operations = [
        operation.model_dump(mode="json", exclude={"module"}) for operation in profile.operations
    ]
    return {
        "label": profile.label,
        "device": profile.device,
        "plane": profile.plane,
        "run_ns": profile.run_ns,
        "covered_ns": profile.covered_ns,
        "new_tokens": profile.new_tokens,
        "events": profile.events,
        "left_out": profile.left_out,
        "operations": operations,
    }


def _by_operation(recorded: Recorded, programs: Mapping[str, str]) -> tuple[OperationTime, ...]:
    totals: dict[tuple[str, str], list[int]] = {}
    for event in recorded.events:
        if event.program:
            total = totals.setdefault((event.program, event.name), [0, 0])
            total[0] += 1
            total[1] += event.whole_ns
    kinds = {place: recorded.kinds.get(place, _UNKNOWN) for place in totals}
    whole = sum(t[1] for place, t in totals.items() if kinds[place].opcode not in _RUN_OTHERS)
    operations = [
        OperationTime(
            program=programs.get(module, ""),
            module=module,
            name=name,
            opcode=kinds[module, name].opcode,
            contents=kinds[module, name].contents,
            source=kinds[module, name].source,
            count=count,
            total_ns=total_ns,
            share=_share(total_ns, whole, kinds[module, name].opcode),
        )
        for (module, name), (count, total_ns) in totals.items()
    ]
    return tuple(sorted(operations, key=lambda each: (-each.total_ns, each.program, each.name)))


def _share(total_ns: int, whole_ns: int, opcode: str) -> float | None:
    if opcode in _RUN_OTHERS or not whole_ns:
        return None
    return total_ns / whole_ns


def _covered_ns(events: Iterable[Event]) -> int:
    """Return how long at least one of the events lasted."""
    covered, end = 0, 0
    for event in sorted(events, key=lambda event: event.start_ns):
        ended_ns = event.start_ns + event.whole_ns
        covered += max(ended_ns - max(event.start_ns, end), 0)
        end = max(end, ended_ns)
    return covered
