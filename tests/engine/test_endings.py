"""Why a sequence ended: by its end token, by the limit, or by an end token that is forced there."""

from __future__ import annotations

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.record import EndedBy
from xla_playground.engine import XlaEngine


@pytest.mark.parametrize("family", ["gpt2", "t5"])
def test_a_sequence_that_goes_on_is_cut_at_the_limit(
    engine: XlaEngine, make_request: MakeRequest, family: str
) -> None:
    options = {"max_new_tokens": 3, "ignore_eos": True}
    record = engine.generate(make_request(family, arm="eager", options=options))
    assert record.ended_by == (EndedBy.LIMIT,)
    assert record.new_tokens == (3,)


def test_the_end_token_ends_a_sequence(engine: XlaEngine, make_request: MakeRequest) -> None:
    request = make_request("t5", arm="eager", options={"max_new_tokens": 3})
    loaded = engine._models.get(request.model)
    first = engine.generate(request).sequences[0].tokens[1].id
    loaded.eos_ids, kept = frozenset({first}), loaded.eos_ids
    try:
        assert engine.generate(request).ended_by == (EndedBy.END,)
    finally:
        loaded.eos_ids = kept


def test_an_end_that_is_forced_at_the_limit_is_no_end(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    record = engine.generate(make_request("bart", arm="eager", options={"max_new_tokens": 4}))
    assert record.sequences[0].tokens[-1].role == "end"
    assert record.ended_by == (EndedBy.LIMIT,)
