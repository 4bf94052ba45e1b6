"""What made calls new, and what would have helped, in the language of the window."""

from __future__ import annotations

from ...core.messages.patterns import in_language
from ...core.workbench.seconds import CauseSeconds, Live
from .translate import tr


def cause_words(row: CauseSeconds) -> str:
    """Return what happened: ``temperature changed``, or the reason."""
    if row.is_change:
        return tr("{0} changed").format(row.cause)
    return in_language(row.cause)


def live_words(live: Live) -> str:
    """Return whether the fast recipe would have read it as an input; empty if not."""
    return {
        Live.NO: "",
        Live.YES: tr("live under fast"),
        Live.FOR_DECODERS: tr("live under fast for models without an encoder"),
    }[live]
