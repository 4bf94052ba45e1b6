"""How the check of a specialization against eager stands, in words."""

from __future__ import annotations

from ...core.comparison.parity import Outcome, ParityState, ParityVerdict, Stage
from .translate import tr


def parity_text(state: ParityState) -> str:
    """Return a word for the cell of a table: ``same``, ``token 5``, ``–``."""
    if state.verdict is not None:
        return _verdict_text(state.verdict)
    words = {Stage.WAITING: tr("waits"), Stage.CHECKING: tr("checking …")}
    return words.get(state.stage, "–")


def _verdict_text(verdict: ParityVerdict) -> str:
    if verdict.outcome is Outcome.EQUAL:
        return tr("same")
    if verdict.position is None:
        return "–"
    form = tr("tie at {0:,}") if verdict.outcome is Outcome.NEAR_TIE else tr("token {0:,}")
    return form.format(verdict.position + 1)


def parity_icon(state: ParityState) -> str:
    """Return the name of the icon beside it: a check mark, a warning, or none."""
    if state.verdict is None:
        return ""
    names = {Outcome.EQUAL: "check", Outcome.NEAR_TIE: "info", Outcome.DIFFERS: "problem"}
    return names.get(state.verdict.outcome, "")


def parity_sentence(state: ParityState) -> str:
    """Return how the check stands in one sentence."""
    if state.verdict is not None:
        return state.verdict.message.text
    if state.stage is Stage.WAITING:
        return tr("Its tokens are compared with eager's once no call has run for five seconds.")
    if state.stage is Stage.CHECKING:
        return tr("Eager makes the same call now, in a process of its own.")
    return tr("Not compared with eager's tokens yet.")
