"""What a record is called, in one line and in two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...core.record import Cache, Record, Status
from ...core.units import format_duration


def _tr(text: str) -> str:
    return QCoreApplication.translate("captions", text)


def title_of(record: Record) -> str:
    """Which call it is: ``Call 12 · xla · greedy · from memory · 19.0 ms``."""
    request = record.request
    strategy = request.options.strategy.value.replace("_", " ")
    parts = [_tr("Call {0}").format(record.call), request.arm.value, strategy]
    if record.status is Status.CANCELLED:
        parts.append(_tr("cancelled"))
    elif record.status is Status.FAILED:
        parts.append(_tr("failed"))
    else:
        origin = {
            Cache.MISS: _tr("new specialization"),
            Cache.MEMORY: _tr("from memory"),
            Cache.DISK: _tr("from disk"),
        }
        if record.cache in origin:
            parts.append(origin[record.cache])
        parts.append(format_duration(record.total_ns))
    return " · ".join(parts)


def details_of(record: Record) -> str:
    """Where the time went and why, and how much came of it."""
    if record.status is not Status.COMPLETED:
        return ""
    words = {
        "trace": _tr("traced"),
        "compile": _tr("compiled"),
        "load": _tr("loaded"),
        "run": _tr("ran"),
    }
    phases = ", ".join(
        f"{words[name]} {format_duration(ns)}"
        for name, ns in record.phases_ns().items()
        if ns is not None
    )
    count = sum(record.new_tokens)
    parts = [phases, _tr("{0:,} new tokens").format(count)]
    if record.run_ns:
        parts.append(_tr("{0:,.0f} tokens/s").format(count / (record.run_ns / 1e9)))
    if record.reason:
        parts.append(_tr("because {0}").format(record.reason))
    return " · ".join(parts)
