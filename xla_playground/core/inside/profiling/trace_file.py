"""A profile as a trace: Chrome's JSON of events, which Perfetto (ui.perfetto.dev) opens.

The format is Google's "Trace Event Format": ``X`` is an event with a duration, ``M`` names a
thread, times are in µs.
"""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any

from ...files.replace_file import replace_file
from .events import Event, OperationKind, Recorded

#: Events of a trace; 400,000 are 60 MB of JSON, which Perfetto opens in some seconds.
MAX_EVENTS = 400_000
_PROCESS = 1


def trace_json(recorded: Recorded) -> tuple[bytes, int]:
    """Return the trace, and how many of the latest events it does not have."""
    events = sorted(recorded.events, key=lambda event: event.start_ns)
    kept = events[:MAX_EVENTS]
    first_ns = kept[0].start_ns if kept else 0
    threads = {name: number for number, name in enumerate(_threads(kept), start=1)}
    named = [_named("process_name", recorded.plane)]
    named += [_named("thread_name", name, number) for name, number in threads.items()]
    spans = [
        _span(
            event, threads[event.thread], first_ns, recorded.kinds.get((event.program, event.name))
        )
        for event in kept
    ]
    trace = {"displayTimeUnit": "ns", "traceEvents": [*named, *spans]}
    return json.dumps(trace, separators=(",", ":")).encode(), len(events) - len(kept)


def packed(trace: bytes) -> str:
    """Return a trace as text that takes little room in a message."""
    return base64.b64encode(gzip.compress(trace, 6, mtime=0)).decode("ascii")


def write_trace(path: Path, trace: str) -> None:
    """Write a packed trace to a file: as JSON, or compressed if its name ends in ``.gz``.

    Raises:
        OSError: it cannot be written.
    """
    compressed = base64.b64decode(trace)
    replace_file(path, compressed if path.suffix == ".gz" else gzip.decompress(compressed))


def _threads(events: list[Event]) -> list[str]:
    return list(dict.fromkeys(event.thread for event in events))


def _named(what: str, name: str, thread: int = 0) -> dict[str, Any]:
    return {"ph": "M", "pid": _PROCESS, "tid": thread, "name": what, "args": {"name": name}}


def _span(event: Event, thread: int, first_ns: int, kind: OperationKind | None) -> dict[str, Any]:
    span: dict[str, Any] = {
        "ph": "X",
        "pid": _PROCESS,
        "tid": thread,
        "name": event.name,
        "ts": (event.start_ns - first_ns) / 1000,
        "dur": event.duration_ns / 1000,
    }
    if kind is not None:
        told = {"opcode": kind.opcode, "fuses": ", ".join(kind.contents), "source": kind.source}
        span["args"] = {name: value for name, value in told.items() if value}
    return span
