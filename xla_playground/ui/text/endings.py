"""How sequences ended, in words: for headings, captions and tooltips."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.call.record import EndedBy
from .translate import tr


def end_of(ended_by: EndedBy | None) -> str:
    """Return how one sequence ended, in a few words; empty if nothing was generated."""
    words = {
        EndedBy.END: tr("ended"),
        EndedBy.LIMIT: tr("cut at the limit"),
        EndedBy.CANCEL: tr("cancelled"),
    }
    return words[ended_by] if ended_by else ""


def ends_of(ends: Sequence[EndedBy | None]) -> str:
    """Return how several sequences ended, the worst first: ``2 of 3 cut at the limit``."""
    for ended_by in (EndedBy.CANCEL, EndedBy.LIMIT):
        count = ends.count(ended_by)
        if count and count < len(ends):
            return tr("{0} of {1} {2}").format(count, len(ends), end_of(ended_by))
        if count:
            return end_of(ended_by)
    return end_of(EndedBy.END) if EndedBy.END in ends else ""
