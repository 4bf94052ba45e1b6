"""The columns of the calls table, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.call.record import Cache
from ...core.call.request import Arm
from ...core.history.call_summary import CallSummary
from ...core.model.info import short_model_name
from ...core.units import format_duration
from ..text.call_text import exact_duration, status_text
from ..text.moments import full_moment, longest_short_moment, short_moment

_tr = QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class CallColumn:
    """One column.

    Attributes:
        text: returns the text of a cell.
        sort_key: returns the value to sort by; missing values come first.
        sample: the longest text that fits into the column before the user drags it.
        is_number: whether it is aligned at the right.
        tooltip: more than ``text``, ``None`` if the tooltip of the call is enough.
        yields: the higher, the sooner the column is hidden in a narrow dock; 0: never.
    """

    name: str
    title: object  # QT_TRANSLATE_NOOP, which marks it for translation, has this type
    explanation: object
    text: Callable[[CallSummary], str]
    sort_key: Callable[[CallSummary], Any]
    sample: str | Callable[[], str]
    is_number: bool = False
    tooltip: Callable[[CallSummary], str] | None = None
    yields: int = 0

    def header(self) -> str:
        """Return the translated title."""
        return QCoreApplication.translate("CallColumn", str(self.title))

    def longest(self) -> str:
        """Return the longest text that fits into the column."""
        return self.sample if isinstance(self.sample, str) else self.sample()

    def header_tooltip(self) -> str:
        """Return the translated explanation of the column."""
        return QCoreApplication.translate("CallColumn", str(self.explanation))


def _duration(name: str, title: object, explanation: object, yields: int = 0) -> CallColumn:
    def value(summary: CallSummary) -> int | None:
        found: int | None = getattr(summary, f"{name}_ns")
        return found or None if name == "total" else found

    return CallColumn(
        name,
        title,
        explanation,
        text=lambda summary: format_duration(value(summary)),
        sort_key=lambda summary: value(summary) or -1,
        sample="99.9 ms",
        is_number=True,
        tooltip=lambda summary: exact_duration(value(summary)),
        yields=yields,
    )


def _has_recipe(summary: CallSummary) -> bool:
    """Return whether the recipe made a difference: eager calls of 0.1.0 had one kind of loop."""
    return summary.arm != Arm.EAGER or summary.ended_by is not None


def _cache_text(summary: CallSummary) -> str:
    return f"{summary.cache} *" if summary.ran_beside_build else summary.cache


def _cache_tooltip(summary: CallSummary) -> str:
    """Return what the cell means; the tooltip of the call has the reason if it is known."""
    sentence = {
        Cache.MISS: _tr("CallColumn", "Miss: this call was traced and compiled"),
        Cache.DISK: _tr("CallColumn", "Its specialization was loaded from disk"),
        Cache.MEMORY: _tr("CallColumn", "Its specialization was in memory"),
    }.get(Cache(summary.cache))
    return "" if sentence is None else QCoreApplication.translate("CallColumn", str(sentence))


COLUMNS: tuple[CallColumn, ...] = (
    CallColumn(
        "call",
        _tr("CallColumn", "Call"),
        _tr("CallColumn", "Number of the call, over all sessions"),
        lambda s: f"{s.call:,}",
        lambda s: s.call,
        "1,000",
        is_number=True,
    ),
    CallColumn(
        "time",
        _tr("CallColumn", "Time"),
        _tr("CallColumn", "When the call began"),
        lambda s: short_moment(s.started_at),
        lambda s: s.started_at,
        longest_short_moment,
        tooltip=lambda s: full_moment(s.started_at),
        yields=7,
    ),
    CallColumn(
        "model",
        _tr("CallColumn", "Model"),
        _tr("CallColumn", "Name or folder of the model"),
        lambda s: short_model_name(s.model),
        lambda s: short_model_name(s.model),
        "playground-gpt2",
        tooltip=lambda s: s.model,
    ),
    CallColumn(
        "arm",
        _tr("CallColumn", "Arm"),
        _tr("CallColumn", "How the call executed: eager, graph or xla"),
        lambda s: s.arm,
        lambda s: s.arm,
        "graph",
        yields=1,
    ),
    CallColumn(
        "recipe",
        _tr("CallColumn", "Recipe"),
        _tr("CallColumn", "Whose loops ran: the guide's (documented) or ours (fast)"),
        lambda s: s.recipe if _has_recipe(s) else "–",
        lambda s: s.recipe if _has_recipe(s) else "",
        "documented",
        yields=3,
    ),
    CallColumn(
        "strategy",
        _tr("CallColumn", "Strategy"),
        _tr("CallColumn", "How each next token was chosen"),
        lambda s: s.strategy.replace("_", " "),
        lambda s: s.strategy,
        "contrastive",
        yields=6,
    ),
    CallColumn(
        "shape",
        _tr("CallColumn", "Shape"),
        _tr("CallColumn", "Prompts × tokens of each with its padding"),
        lambda s: f"{s.batch}×{s.padded_length}" if s.is_completed else "–",
        lambda s: (s.batch, s.padded_length) if s.is_completed else (),
        "1×3000",
        is_number=True,
        yields=4,
    ),
    CallColumn(
        "tokens",
        _tr("CallColumn", "Tokens"),
        _tr("CallColumn", "Tokens that were generated, over all sequences"),
        lambda s: f"{s.new_tokens:,}" if s.is_completed else "–",
        lambda s: s.new_tokens if s.is_completed else -1,
        "1,024",
        is_number=True,
        yields=4,
    ),
    CallColumn(
        "cache",
        _tr("CallColumn", "Cache"),
        _tr(
            "CallColumn",
            "Where the specialization came from; a miss, with a star before it, was traced and "
            "compiled (*: another program was compiled while the call ran)",
        ),
        lambda s: _cache_text(s) if s.is_completed else "–",
        lambda s: (s.cache, s.ran_beside_build or 0) if s.is_completed else (),
        "memory *",
        tooltip=_cache_tooltip,
    ),
    _duration(
        "trace",
        _tr("CallColumn", "Trace"),
        _tr("CallColumn", "Python built the graph"),
        yields=2,
    ),
    _duration(
        "compile",
        _tr("CallColumn", "Compile"),
        _tr("CallColumn", "XLA built the executable"),
        yields=2,
    ),
    _duration(
        "load",
        _tr("CallColumn", "Load"),
        _tr("CallColumn", "A stored specialization was read from disk"),
        yields=8,
    ),
    _duration(
        "store",
        _tr("CallColumn", "Store"),
        _tr("CallColumn", "The new specialization was written to disk"),
        yields=11,
    ),
    _duration("run", _tr("CallColumn", "Run"), _tr("CallColumn", "The executable ran")),
    _duration(
        "total", _tr("CallColumn", "Total"), _tr("CallColumn", "The sum of the phases"), yields=5
    ),
    _duration(
        "first_token",
        _tr("CallColumn", "First token"),
        _tr(
            "CallColumn",
            "From the call's begin until its first new tokens were there: the first block of a "
            "call that streams, all of one that does not; the documented recipe does not say",
        ),
        yields=10,
    ),
    CallColumn(
        "status",
        _tr("CallColumn", "Status"),
        _tr("CallColumn", "How the call ended"),
        lambda s: status_text(s.status),
        lambda s: s.status,
        "completed",
    ),
)
