"""The rows and columns of the table of claims."""

from __future__ import annotations

from dataclasses import dataclass

from ....core.claims.claim import Claim
from ....core.claims.repeats import ClaimResult
from ....core.units import format_duration
from ...tables.rows_model import Column, number_column
from ...text.translate import tr


@dataclass(frozen=True)
class ClaimRow:
    """A claim with its result here; ``None`` before it was repeated."""

    claim: Claim
    result: ClaimResult | None

    @property
    def ratio(self) -> float | None:
        """Return the ratio measured here, if there is one."""
        return None if self.result is None else self.result.ratio

    @property
    def reason(self) -> str:
        """Return why the ratio differs, or why there is none."""
        if self.result is None:
            return tr("Not repeated here yet")
        if self.result.reason is None:
            return tr("Close to the claimed ratio")
        return self.result.reason.text


def claim_columns() -> tuple[Column[ClaimRow], ...]:
    """Return the columns; the last one is for the buttons."""
    return (
        Column(tr("Claim"), lambda row: row.claim.text.text, tr("What was measured")),
        Column(
            tr("Source"),
            lambda row: row.claim.source.title().text,
            tr("The page with the figures"),
            yields=2,
        ),
        Column(
            tr("Published"),
            lambda row: durations_text(row.claim.published_ms),
            tr("The two published durations"),
            is_number=True,
            sort_key=lambda row: row.claim.published_ms[0],
            yields=1,
        ),
        number_column(
            tr("Claimed"),
            lambda row: row.claim.ratio,
            ratio_text,
            tr("The ratio of the published durations"),
        ),
        Column(
            tr("Here"),
            lambda row: ratio_text(row.ratio),
            tr("The ratio measured here, with a model at hand"),
            tooltip=lambda row: row.reason,
            is_number=True,
            sort_key=lambda row: -1.0 if row.ratio is None else row.ratio,
        ),
        Column(tr("Repeat"), lambda row: "", tr("Repeat the experiment of a row")),
    )


def ratio_text(ratio: float | None) -> str:
    """Return a ratio with as many digits as it has meaning."""
    if ratio is None:
        return "–"
    digits = 2 if ratio < 10 else 1 if ratio < 100 else 0
    return f"{ratio:,.{digits}f} ×"


def durations_text(both_ms: tuple[float | None, float | None]) -> str:
    """Return two durations beside each other."""
    return " / ".join(format_duration(None if ms is None else 1e6 * ms) for ms in both_ms)
