"""Record a call with TensorFlow's profiler, and read what it recorded.

The profiler writes a protobuf of XLA's, ``XSpace``: planes (a host, a GPU) of lines (threads,
streams) of events. XLA marks the events of its operations with ``hlo_op`` and ``hlo_module``; a
plane of metadata has the programs themselves.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, TypeVar

from ...core.errors import EngineFailure
from ...core.inside.opcodes import FREE
from ...core.inside.profiling.events import Event, OperationKind, Recorded, program_of
from ...core.messages.pages import profile as messages

#: Level 2 of the host's tracer has the operations of XLA; Python's tracer would slow the call.
_OPTIONS = {"host_tracer_level": 2, "python_tracer_level": 0, "device_tracer_level": 1}
_HOST, _DEVICE, _METADATA = "/host:CPU", "/device:GPU", "/host:metadata"
#: XLA marks when the result of an operation was there by an event of its own; the numbers of both
#: are the same.
_END, _BEGUN, _ENDED = "end: ", "_p", "_c"
#: Different opcodes that are named of a fusion.
_NAMED = 4

ResultT = TypeVar("ResultT")


def recorded(run: Callable[[], ResultT]) -> tuple[ResultT, Recorded]:
    """Return what ``run`` returns, and what the profiler recorded meanwhile.

    Raises:
        EngineFailure: the profiler recorded nothing.
    """
    import tensorflow as tf

    profiler: Any = tf.profiler.experimental
    with tempfile.TemporaryDirectory(prefix="xla-playground-profile-") as folder:
        profiler.start(folder, options=profiler.ProfilerOptions(**_OPTIONS))
        is_done = False
        try:
            result = run()
            is_done = True
        finally:
            profiler.stop(save=is_done)
        files = sorted(Path(folder).rglob("*.xplane.pb"))
        if not files:
            raise EngineFailure(messages.NOTHING_RECORDED())
        return result, read_recording(files[0].read_bytes())


def read_recording(serialized: bytes) -> Recorded:
    """Return the operations and other events of a serialized ``XSpace``.

    The time of a GPU is that of its own planes; the host's events then say only what it launched.

    Raises:
        EngineFailure: it has no operation of XLA's.
    """
    from tensorflow.tsl.profiler.protobuf import xplane_pb2

    space = xplane_pb2.XSpace.FromString(serialized)
    planes = {plane.name: _Plane(plane) for plane in space.planes}
    devices = [plane for name, plane in planes.items() if name.startswith(_DEVICE)]
    watched = [plane for plane in devices if plane.has_operations]
    hosts = [plane for name, plane in planes.items() if name == _HOST]
    if not watched:
        watched = [plane for plane in hosts if plane.has_operations]
    if not watched:
        raise EngineFailure(messages.NOTHING_RECORDED())
    events = [event for plane in watched for event in plane.events()]
    events += [
        event for plane in hosts if plane not in watched for event in plane.events(is_host=True)
    ]
    seen = {event.program for event in events if event.program}
    metadata = planes.get(_METADATA)
    kinds = dict(metadata.kinds(seen)) if metadata is not None else {}
    return Recorded(", ".join(plane.name for plane in watched), tuple(events), kinds)


class _Plane:
    """An ``XPlane`` with its names."""

    def __init__(self, plane: Any) -> None:
        self.name: str = plane.name
        self._plane = plane
        self._stats = {number: each.name for number, each in plane.stat_metadata.items()}
        self._names = {number: each.name for number, each in plane.event_metadata.items()}

    @property
    def has_operations(self) -> bool:
        return "hlo_op" in self._stats.values()

    def events(self, *, is_host: bool = False) -> Iterator[Event]:
        """Yield what has a duration.

        Args:
            is_host: whether the operations are those of another plane, which this one launches.
        """
        ended = dict(self._ends())
        for line in self._plane.lines:
            start_ps = 1000 * line.timestamp_ns
            for event in line.events:
                name = self._names[event.metadata_id]
                if not event.duration_ps or name.startswith(_END):
                    continue
                stats = self._stats_of(event)
                begun_ps = start_ps + event.offset_ps
                end_ps = ended.get(stats.get(_BEGUN), begun_ps + event.duration_ps)
                is_operation = "hlo_op" in stats and not is_host
                yield Event(
                    thread=line.name,
                    program=program_of(stats.get("hlo_module", "")) if is_operation else "",
                    name=stats["hlo_op"] if is_operation else name,
                    start_ns=begun_ps // 1000,
                    duration_ns=event.duration_ps // 1000,
                    whole_ns=max(end_ps - begun_ps, 0) // 1000,
                )

    def _ends(self) -> Iterator[tuple[Any, int]]:
        """Yield number and time of each end of an operation, in ps."""
        for line in self._plane.lines:
            for event in line.events:
                if self._names[event.metadata_id].startswith(_END):
                    number = self._stats_of(event).get(_ENDED)
                    if number is not None:
                        yield number, 1000 * line.timestamp_ns + event.offset_ps

    def _stats_of(self, event: Any) -> dict[str, Any]:
        return {self._stats[stat.metadata_id]: self._value(stat) for stat in event.stats}

    def _value(self, stat: Any) -> Any:
        kind = stat.WhichOneof("value")
        return self._stats[stat.ref_value] if kind == "ref_value" else getattr(stat, kind)

    def kinds(self, programs: Collection[str]) -> Iterator[tuple[tuple[str, str], OperationKind]]:
        """Yield the operations of some programs, of which this plane has the ``HloProto``."""
        from tensorflow.compiler.xla.service import hlo_pb2

        for entry in self._plane.event_metadata.values():
            program = program_of(entry.name)
            if program not in programs:
                continue
            for stat in entry.stats:
                if stat.WhichOneof("value") == "bytes_value":
                    module = hlo_pb2.HloProto.FromString(stat.bytes_value).hlo_module
                    for name, kind in _kinds_in(module):
                        yield (program, name), kind


def _kinds_in(module: Any) -> Iterator[tuple[str, OperationKind]]:
    computations = {computation.id: computation for computation in module.computations}
    for computation in computations.values():
        for each in computation.instructions:
            contents: tuple[str, ...] = ()
            if each.opcode == "fusion":
                called = (computations[number] for number in each.called_computation_ids)
                contents = _contents(called)
            yield each.name, OperationKind(each.opcode, contents, each.metadata.op_name)


def _contents(computations: Iterator[Any]) -> tuple[str, ...]:
    """Return the most frequent opcodes of what a fusion computes."""
    opcodes = Counter(each.opcode for one in computations for each in one.instructions)
    named = [opcode for opcode, _ in opcodes.most_common() if opcode not in FREE]
    return tuple(named[:_NAMED])
