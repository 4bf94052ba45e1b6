"""Notices that a rewrite is not used."""

from __future__ import annotations

from ...core.errors import first_line
from ...core.messages import engine as messages
from ...core.messages.message import Message
from .table import problems


def rewrite_notices() -> tuple[Message, ...]:
    """Return a notice that names the rewrites that are off in this installation, if any are."""
    off = problems()
    if not off:
        return ()
    rewrites = tuple(messages.REWRITE_OFF(rewrite=name, why=why) for name, why in off.items())
    return (messages.REWRITES_OFF(rewrites=rewrites),)


def traced_plainly(family: str, error: Exception) -> Message:
    """Return the notice that models of one type are traced without rewrites from now on."""
    kind, why = type(error).__name__, first_line(error)
    return messages.TRACED_PLAINLY(type=family, kind=kind, why=why)
