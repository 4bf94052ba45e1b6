"""What a record is called, in one line and in two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...core.record import Cache, Record, Status
from ...core.request import Arm, Recipe
from ...core.units import format_duration
from ..moments import is_today, short_moment


def _tr(text: str) -> str:
    return QCoreApplication.translate("captions", text)


def title_of(record: Record) -> str:
    """Return which call it is: ``Call 12 · xla · greedy · from memory · 19.0 ms``.

    The day stands in it if it is another one.
    """
    request = record.request
    strategy = request.options.strategy.value.replace("_", " ")
    parts = [_tr("Call {0}").format(record.call), request.arm.value, strategy]
    if request.recipe is Recipe.FAST and request.arm is not Arm.EAGER:
        parts.insert(2, _tr("fast"))
    started_at = record.started_at.timestamp()
    if not is_today(started_at):
        parts.insert(1, short_moment(started_at))
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
    """Where the time went, and why it was not in memory."""
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
    if not record.reason:
        return phases
    return _tr("{0} · because {1}").format(phases, record.reason)


def yield_of(record: Record) -> str:
    """How much came of it, and how fast."""
    count = sum(record.new_tokens)
    if record.status is not Status.COMPLETED or not record.run_ns:
        return ""
    return _tr("{0:,} new tokens · {1:,.0f} tokens/s").format(count, count / record.run_ns * 1e9)
