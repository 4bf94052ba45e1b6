"""A call in words: for the cells of the table and for tooltips."""

from __future__ import annotations

from ...core.call.record import PHASES, EndedBy, Status
from ...core.history.call_summary import CallSummary
from ...core.model.info import short_model_name
from ...core.units import format_duration
from ...core.workbench.notes import Note
from .endings import ends_of
from .moments import full_moment
from .plain_text import markup_of
from .translate import tr


def shape_text(summary: CallSummary) -> str:
    """Return prompts × padded tokens, and the tokens generated for all sequences: ``2×8 + 64``."""
    return f"{summary.batch}×{summary.padded_length} + {summary.new_tokens}"


def exact_duration(ns: int | None) -> str:
    """Return a duration in ns as text, or that the phase did not happen if it is ``None``."""
    if ns is None:
        return tr("did not happen")
    return f"{ns:,} ns"


def status_text(status: str) -> str:
    """Return the translated status of a call."""
    return {
        Status.COMPLETED: tr("completed"),
        Status.CANCELLED: tr("cancelled"),
        Status.FAILED: tr("failed"),
    }[Status(status)]


def ended_text(summary: CallSummary) -> str:
    """Return how the sequences of a call ended; empty if that is not known."""
    known = set(EndedBy)
    words = (summary.ended_by or "").split()
    return ends_of([EndedBy(word) for word in words if word in known])


def beside_build_text() -> str:
    """Return the remark on a call that ran while another program was compiled."""
    return tr("ran while another program was compiled: left out of steady figures")


def note_text(note: Note) -> str:
    """Return a note and its tags in one line."""
    text = " ".join(note.text.split())
    tags = tr("tags: {tags}").format(tags=", ".join(note.tags)) if note.tags else ""
    return tr("Note: {note}").format(note=" · ".join(filter(None, [text, tags])))


def call_tooltip(summary: CallSummary, reason: str | None = None, *also: str) -> str:
    """Return the facts of a call's summary as rich text; its record is not read.

    ``reason`` is that of a cache miss or a failure; ``also`` are further sentences.
    """
    title = tr("Call {call}").format(call=f"{summary.call:,}")
    parts = [short_model_name(summary.model), summary.arm, summary.recipe, summary.strategy]
    if summary.is_completed:
        parts.append(shape_text(summary))
    lines = [
        f"<b>{title}</b> · {status_text(summary.status)} · {full_moment(summary.started_at)}",
        " · ".join(map(markup_of, parts)),
    ]
    if summary.is_completed:
        durations = zip(PHASES, summary.phases_ns, strict=True)
        phases = [f"{name} {format_duration(ns)}" for name, ns in durations if ns is not None]
        if len(phases) > 1:
            total = format_duration(summary.total_ns)
            phases.append(tr("total {duration}").format(duration=total))
        lines.append(f"<b>{', '.join(phases)}</b>")
        lines.append(tr("cache: {cache}").format(cache=summary.cache))
        if ends := ended_text(summary):
            lines.append(tr("sequences: {ends}").format(ends=ends))
        if summary.ran_beside_build:
            lines.append(markup_of(beside_build_text()))
    if reason:
        lines.append(markup_of(reason))
    lines.extend(markup_of(sentence) for sentence in also)
    return f"<qt><p style='white-space:pre'>{'<br>'.join(lines)}</p></qt>"
