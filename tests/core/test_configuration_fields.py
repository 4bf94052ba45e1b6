"""The lists of fields, held against what PyTorch answered."""

from __future__ import annotations

import pytest

from tests.references.answers import Case, cases_of
from tests.references.changes import CHANGES
from xla_playground.core.configuration.check import check_configuration
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.configuration.rope import ROPE_FIELDS
from xla_playground.core.errors import CheckpointError
from xla_playground.core.fields.lists import GENERATION
from xla_playground.core.fields.table import FIELDS

#: Fields that PyTorch computes with and that are refused or used elsewhere than in a list.
OTHERS = GENERATION | ROPE_FIELDS | {"d_head"}


def test_every_family_has_lists() -> None:
    assert FIELDS.keys() == FAMILIES.keys() == CHANGES.keys()


@pytest.mark.parametrize("family", FIELDS)
def test_a_field_is_in_one_list(family: str) -> None:
    fields = FIELDS[family]
    lists = (set(fields.honoured), set(fields.without_influence), set(fields.refused), GENERATION)
    assert sum(map(len, lists)) == len(set().union(*lists))
    assert not set(fields.other_names) & {*fields.honoured, *fields.refused}
    assert all(fields.without_influence.values())


#: PyTorch draws the encoder's embeddings of an untied BART at random if they are not stored, so no
#: reference has them; tests/engine/test_output_layers.py holds their output layers.
_HELD_ELSEWHERE = {family: {"tie_word_embeddings"} for family in ("bart", "mbart")}


@pytest.mark.parametrize("family", FIELDS)
def test_an_honoured_field_changes_what_pytorch_answers(family: str) -> None:
    limits = {FAMILIES[family].positions, *FAMILIES[family].other_positions}
    limits |= _HELD_ELSEWHERE.get(family, set())
    for field in FIELDS[family].honoured.keys() - limits:
        cases = [case for case in cases_of(family) if field in case.changes and not case.fails]
        assert any(case.is_changed for case in cases), field


@pytest.mark.parametrize("family", FIELDS)
def test_what_pytorch_answers_otherwise_is_honoured_or_refused(family: str) -> None:
    fields = FIELDS[family]
    for case in cases_of(family):
        if not case.is_changed or not case.changes:
            continue
        accounted = {*fields.honoured, *fields.refused, *OTHERS}
        assert case.changes.keys() & accounted, case.changes


@pytest.mark.parametrize("family", FIELDS)
def test_a_case_is_accepted_or_refused_by_name(family: str) -> None:
    fields = FIELDS[family]
    for case in cases_of(family):
        not_neutral = [
            field
            for field, value in case.changes.items()
            if field in fields.refused and not fields.refused[field].kind.accepts(value)
        ]
        if not_neutral:
            assert not_neutral[0] in _refusal(case)
        elif not (case.fails or case.changes.keys() & OTHERS):
            check_configuration(case.config)


def _refusal(case: Case) -> str:
    with pytest.raises(CheckpointError) as caught:
        check_configuration(case.config)
    return caught.value.sentence
