"""The columns of the advice: padding policies, or capacities."""

from __future__ import annotations

from ...core.advice.advisor import PolicyCost
from ...core.advice.capacity_advice import CapacityCost
from ...core.units import format_bytes, format_duration
from ..text.translate import tr
from .rows_model import Column

#: A row of the advice; all rows of a table have one type.
AdviceRow = PolicyCost | CapacityCost


def advice_columns(*, is_length_live: bool) -> tuple[Column[AdviceRow], ...]:
    """Return the columns of capacities if one specialization serves every length, else policies."""
    what = _capacity_columns() if is_length_live else _policy_columns()
    return (
        *what,
        Column(
            tr("Time in all"),
            lambda row: problem_of(row) or format_duration(row.total_ns),
            tr("Estimated time of all calls, first calls included"),
            is_number=True,
            sort_key=lambda row: row.total_ns,
        ),
    )


def problem_of(row: AdviceRow) -> str | None:
    """Return why a row cannot be used, ``None`` if it can."""
    if isinstance(row, PolicyCost) and row.problem is not None:
        return row.problem.text
    return None


def _policy_columns() -> tuple[Column[AdviceRow], ...]:
    return (
        Column(tr("Pad"), lambda row: _policy(row).name.text, tr("The policy")),
        _compiles(),
        Column(
            tr("Padding tokens"),
            lambda row: "–" if problem_of(row) else f"{_policy(row).padding_tokens:,}",
            tr("Computed for nothing, in all calls together"),
            is_number=True,
            sort_key=lambda row: _policy(row).padding_tokens,
        ),
    )


def _capacity_columns() -> tuple[Column[AdviceRow], ...]:
    return (
        Column(
            tr("Capacity"),
            lambda row: f"{_capacity(row).capacity:,}",
            tr("Tokens that a prompt and its new tokens may have"),
            is_number=True,
            sort_key=lambda row: _capacity(row).capacity,
        ),
        _compiles(),
        Column(
            tr("Caches"),
            lambda row: format_bytes(_capacity(row).cache_bytes),
            tr("Keys and values of the largest call, read at each new token"),
            is_number=True,
            sort_key=lambda row: _capacity(row).cache_bytes,
        ),
    )


def _compiles() -> Column[AdviceRow]:
    return Column(
        tr("Compiles"),
        lambda row: "–" if problem_of(row) else f"{row.compiles:,}",
        tr("Specializations that it needs"),
        is_number=True,
        sort_key=lambda row: row.compiles,
    )


def _policy(row: AdviceRow) -> PolicyCost:
    assert isinstance(row, PolicyCost)
    return row


def _capacity(row: AdviceRow) -> CapacityCost:
    assert isinstance(row, CapacityCost)
    return row
