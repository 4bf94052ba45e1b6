"""The columns of the table of specializations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...core.units import format_bytes, format_duration
from ...core.window.specialization_row import SpecializationRow
from ..text.parity_text import parity_icon, parity_sentence, parity_text
from .rows_model import Column


def specialization_columns() -> tuple[Column[SpecializationRow], ...]:
    """Return the columns of a specialization; texts are translated at this call."""
    return (
        Column(
            _tr("Specialization"),
            lambda row: row.label,
            _tr(
                "Arm and recipe, strategy, prompts × padded length + new tokens; ≤ is a capacity. "
                "Calls of every strategy share the programs chunk, which reads many tokens of a "
                "prompt at once, and encode."
            ),
        ),
        Column(_tr("Model"), lambda row: row.model, yields=1),
        Column(_tr("Where"), where_text, _tr("In the worker's memory, on disk, or both"), yields=4),
        Column(
            _tr("As eager"),
            lambda row: parity_text(row.parity),
            _tr(
                "Whether its first tokens are those of the same call in the eager arm, which is "
                "made in the background while no call runs"
            ),
            tooltip=lambda row: parity_sentence(row.parity),
            icon=lambda row: parity_icon(row.parity),
            yields=2,
        ),
        Column(
            _tr("Memory"),
            lambda row: format_bytes(row.memory_bytes),
            _tr("What the worker grew by in its first call"),
            is_number=True,
            sort_key=lambda row: row.memory_bytes or 0,
            yields=5,
        ),
        Column(
            _tr("On disk"),
            lambda row: format_bytes(row.disk_bytes),
            _tr("What its entry in the store takes"),
            is_number=True,
            sort_key=lambda row: row.disk_bytes or 0,
            yields=8,
        ),
        Column(
            _tr("First call"),
            lambda row: format_duration(row.first_ns),
            _tr(
                "What the calls cost that traced and compiled it, median; of chunk and encode "
                "what tracing and compiling took"
            ),
            is_number=True,
            sort_key=lambda row: row.first_ns or 0,
            yields=3,
        ),
        Column(
            _tr("From disk"),
            lambda row: format_duration(row.loaded_ns),
            _tr("What a call cost that loaded it from disk instead, median"),
            is_number=True,
            sort_key=lambda row: row.loaded_ns or 0,
            yields=7,
        ),
        Column(
            _tr("Steady"),
            lambda row: format_duration(row.steady_ns),
            _tr("Run time of the calls that only ran, median"),
            is_number=True,
            sort_key=lambda row: row.steady_ns or 0,
        ),
        Column(
            _tr("Calls"),
            lambda row: "–" if row.uses is None else f"{row.uses:,}",
            _tr("Calls that it served, over all sessions"),
            is_number=True,
            sort_key=lambda row: row.uses or 0,
            yields=6,
        ),
    )


def where_text(row: SpecializationRow) -> str:
    """Return ``memory``, ``disk`` or both, translated."""
    if row.in_memory and row.on_disk:
        return _tr("memory, disk")
    return _tr("memory") if row.in_memory else _tr("disk")


def _tr(text: str) -> str:
    return QCoreApplication.translate("specialization_columns", text)
