"""Scores beside the tokens of a sequence that has padding."""

from __future__ import annotations

from tests.core.examples import make_record
from xla_playground.core.call.probabilities import ScoredSequence, ScoredToken, scores_by_place
from xla_playground.core.call.record import TokenRole


def test_padding_has_no_score_and_moves_those_behind_it() -> None:
    (sequence,) = make_record().sequences
    scored = tuple(
        ScoredToken(id=token.id, text=token.text, role=token.role)
        for token in sequence.tokens
        if token.role is not TokenRole.PADDING
    )
    found = scores_by_place(sequence, ScoredSequence(prompt_index=0, tokens=scored))
    assert list(found) == [1, 2, 3, 4]
    assert all(sequence.tokens[place].id == token.id for place, token in found.items())
    assert scores_by_place(sequence, ScoredSequence(prompt_index=0, tokens=())) == {}
