"""Notices that a rewrite is not used."""

from __future__ import annotations

from ...core.errors import first_line
from ...core.notice import Notice
from .table import problems


def rewrite_notices() -> tuple[Notice, ...]:
    """Return a notice that names the rewrites that are off in this installation, if any are."""
    off = problems()
    if not off:
        return ()
    named = "; ".join(f"{name} ({problem})" for name, problem in off.items())
    text = (
        "The installed TensorFlow or Transformers differs from those that this version was made "
        f"for, so some rewrites are off: {named}. Calls give the same tokens, and may be slower."
    )
    return (Notice(id="rewrites_off", text=text),)


def traced_plainly(family: str, error: Exception) -> Notice:
    """Return the notice that models of one type are traced without rewrites from now on."""
    text = (
        f"Tracing a model of the type {family} with rewrites failed ({type(error).__name__}: "
        f"{first_line(error)}). It was traced without them: the tokens are the same, and calls may "
        "be slower until the engine starts again."
    )
    return Notice(id="traced_plainly", text=text)
