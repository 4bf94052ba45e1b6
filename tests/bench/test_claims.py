"""Published claims: their figures, and their rows beside what was measured."""

from __future__ import annotations

import pytest

from xla_playground.bench.claims.claims_bench import claim_row, measure_claims
from xla_playground.bench.claims.experiments import Outcome
from xla_playground.core.claims.claim import CLAIMS, Experiment
from xla_playground.core.errors import RequestError

BY_NAME = {claim.name: claim for claim in CLAIMS}
#: The figures of the guide, of the post and of the table, in ms.
PUBLISHED = {
    *(30819.6, 79.0, 78.9),
    *(48.8, 1.6, 3951.0, 520.4, 0.6, 27.1, 25.5, 24.9),
    *(9565.1, 6815.0, 6815.4, 19.3, 9644.2),
    *(124.91, 1642.07, 13.72, 607.31, 7140.23, 185.12),
    *(3767.43, 34813.93, 5559.42, 617.40, 6078.81, 221.65),
}


def test_every_published_figure_has_a_claim_and_none_is_made_up() -> None:
    assert {ms for claim in CLAIMS for ms in claim.published_ms} == PUBLISHED
    assert len(BY_NAME) == len(CLAIMS) == 20
    assert {claim.experiment for claim in CLAIMS} == set(Experiment)


def test_a_row_has_its_source_and_the_command_that_repeats_it() -> None:
    claim = BY_NAME["guide-first"]
    row = claim_row(claim, Outcome("playground-gpt2", {"first": 5000.0, "second": 10.0}))
    assert row["claimed_ratio"] == pytest.approx(390.1, abs=0.1)
    assert row["measured_ratio"] == 500
    assert "T4" in row["source"]
    assert row["command"] == "xla-playground bench claims --claim guide-first"
    assert "playground-gpt2" in str(row["reason"])


def test_a_ratio_that_agrees_needs_no_reason() -> None:
    claim = BY_NAME["guide-other-prompt"]
    row = claim_row(claim, Outcome("playground-gpt2", {"third": 10.0, "second": 11.0}))
    assert row["reason"] is None


def test_a_lane_that_is_not_here_has_no_ratio_and_the_reason() -> None:
    claim = BY_NAME["greedy-t5-torch"]
    outcome = Outcome("playground-t5", {"xla": 10.0}, {"torch": "PyTorch is not here."})
    row = claim_row(claim, outcome)
    assert row["measured_ratio"] is None
    assert row["reason"] == "Not measured. PyTorch is not here."


def test_a_claim_that_nobody_published() -> None:
    with pytest.raises(RequestError, match="no claim ten-times"):
        measure_claims(["ten-times"])
