"""The figures of a call that a lesson looks at: small, and kept with the progress."""

from __future__ import annotations

from typing import Any

from ..call.record import PHASES, Cache, Record, TokenRole
from ..errors import RequestError
from ..inside.inspection import Inspection
from ..messages.message import Message, Template
from ..messages.pages import lessons as messages

#: The figures of one call, by name; durations in ns, or in the unit that their name ends with.
Figures = dict[str, str | int | float]

DURATIONS = (*PHASES, "total")
#: Endings of durations that are not in ns, as the lab has them, and their ns.
_UNITS = {"_ms": 1e6, "_s": 1e9}

#: The name of each figure of a call in words; those of the lab are in ``lab_figures``.
TITLES: dict[str, Template] = {
    "cache": messages.FIGURE_CACHE,
    "phases": messages.FIGURE_PHASES,
    "reasons": messages.FIGURE_REASONS,
    "tokens": messages.FIGURE_TOKENS,
    "text": messages.FIGURE_TEXT,
    "new_tokens": messages.FIGURE_NEW_TOKENS,
    "prompt_tokens": messages.FIGURE_PROMPT_TOKENS,
    "padded_length": messages.FIGURE_PADDED_LENGTH,
    "padding_side": messages.FIGURE_PADDING_SIDE,
    "traces": messages.FIGURE_TRACES,
    "notices": messages.FIGURE_NOTICES,
    "refused": messages.FIGURE_REFUSED,
    "trace": messages.FIGURE_TRACE,
    "compile": messages.FIGURE_COMPILE,
    "load": messages.FIGURE_LOAD,
    "store": messages.FIGURE_STORE,
    "run": messages.FIGURE_RUN,
    "total": messages.FIGURE_TOTAL,
    "fusions": messages.FIGURE_FUSIONS,
    "dots": messages.FIGURE_DOTS,
    "while_loops": messages.FIGURE_WHILE_LOOPS,
    "tanh": messages.FIGURE_TANH,
    "instructions": messages.FIGURE_INSTRUCTIONS,
}
#: Figures that are the same whether a program was built for the call or before it.
OF_EVERY_CALL = (
    *("tokens", "text", "new_tokens", "prompt_tokens", "padded_length", "padding_side"),
    *("notices", "refused", "fusions", "dots", "while_loops", "tanh", "instructions"),
)


def figures_of(record: Record) -> Figures:
    """Return the figures of a call."""
    phases = {name: ns for name, ns in record.phases_ns().items() if ns is not None}
    generated = (TokenRole.NEW, TokenRole.END)
    rows = [[t.id for t in each.tokens if t.role in generated] for each in record.sequences]
    return {
        "cache": record.cache.value,
        "phases": ", ".join(phases),
        "reasons": ", ".join(changed_names(record.reason_message)),
        "tokens": " / ".join(" ".join(map(str, row)) for row in rows),
        "text": " / ".join(each.text for each in record.sequences),
        "new_tokens": max(map(len, rows), default=0),
        "prompt_tokens": max(record.prompt_tokens, default=0),
        "padded_length": record.padded_length,
        "padding_side": _padding_side(record),
        "traces": _traces(record),
        "notices": ", ".join(notice.id for notice in record.notices),
        **phases,
        "total": record.total_ns,
    }


def ns_of(figure: str) -> float | None:
    """Return how many ns one unit of a figure is; ``None`` if it is no duration."""
    if figure in DURATIONS:
        return 1.0
    return next((ns for ending, ns in _UNITS.items() if figure.endswith(ending)), None)


def figures_of_inspection(inspection: Inspection) -> Figures:
    """Return what XLA made of a program."""
    counts = inspection.counts
    return {
        "fusions": counts.fusions,
        "dots": counts.dots,
        "while_loops": counts.while_loops,
        "instructions": counts.instructions,
        "tanh": dict(counts.opcodes).get("tanh", 0),
    }


def figures_of_refusal(error: RequestError) -> Figures:
    """Return the figures of a call that was refused: the setting that must change."""
    return {"refused": error.field}


def changed_names(reason: Message | None) -> list[str]:
    """Return the entries of a key that made a call new."""
    differences: Any = () if reason is None else reason.values.get("differences", ())
    return [str(each.values["name"]) for each in differences if isinstance(each, Message)]


def _padding_side(record: Record) -> str:
    """Return ``left``, ``right``, or an empty text if no prompt of a sequence is padded."""
    for sequence in record.sequences:
        roles = [token.role for token in sequence.tokens]
        if TokenRole.PADDING not in roles or TokenRole.PROMPT not in roles:
            continue
        is_left = roles.index(TokenRole.PADDING) < roles.index(TokenRole.PROMPT)
        return "left" if is_left else "right"
    return ""


def _traces(record: Record) -> int:
    """Return how many programs the call itself traced."""
    if record.programs:
        own = (each for each in record.programs if not each.in_background)
        return sum(each.trace_ns is not None for each in own)
    return int(record.cache is Cache.MISS)
