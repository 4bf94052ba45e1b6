"""The columns of the table of specializations."""

from __future__ import annotations

from ...core.units import format_bytes, format_duration
from ...core.window.specialization_row import SpecializationRow
from ..text.parity_text import parity_icon, parity_sentence, parity_text
from ..text.translate import tr
from .rows_model import Column, number_column


def specialization_columns() -> tuple[Column[SpecializationRow], ...]:
    """Return the columns of a specialization; texts are translated at this call."""
    return (
        Column(
            tr("Specialization"),
            lambda row: row.label,
            tr(
                "Arm and recipe, strategy, prompts × padded length + new tokens; ≤ is a capacity. "
                "Calls of every strategy share the programs chunk, which reads many tokens of a "
                "prompt at once, and encode."
            ),
        ),
        Column(tr("Model"), lambda row: row.model),
        Column(tr("Where"), where_text, tr("In the worker's memory, on disk, or both"), yields=4),
        Column(
            tr("As eager"),
            lambda row: parity_text(row.parity),
            tr(
                "Whether its first tokens are those of the same call in the eager arm, which is "
                "made in the background while no call runs"
            ),
            tooltip=lambda row: parity_sentence(row.parity),
            icon=lambda row: parity_icon(row.parity),
            yields=2,
        ),
        number_column(
            tr("Memory"),
            lambda row: row.memory_bytes,
            format_bytes,
            tr("What the worker grew by in its first call"),
            yields=5,
        ),
        number_column(
            tr("On disk"),
            lambda row: row.disk_bytes,
            format_bytes,
            tr("What its entry in the store takes"),
            yields=8,
        ),
        number_column(
            tr("First call"),
            lambda row: row.first_ns,
            format_duration,
            tr(
                "What the calls cost that traced and compiled it, median; of chunk and encode "
                "what tracing and compiling took"
            ),
            yields=3,
        ),
        number_column(
            tr("From disk"),
            lambda row: row.loaded_ns,
            format_duration,
            tr("What a call cost that loaded it from disk instead, median"),
            yields=7,
        ),
        number_column(
            tr("Steady"),
            lambda row: row.steady_ns,
            format_duration,
            tr("Run time of the calls that only ran, median"),
        ),
        number_column(
            tr("Calls"),
            lambda row: row.uses,
            lambda uses: "–" if uses is None else f"{uses:,}",
            tr("Calls that it served, over all sessions"),
            yields=6,
        ),
    )


def where_text(row: SpecializationRow) -> str:
    """Return ``memory``, ``disk`` or both, translated."""
    if row.in_memory and row.on_disk:
        return tr("memory, disk")
    return tr("memory") if row.in_memory else tr("disk")
