from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import make_key
from xla_playground.core.call.request import Arm
from xla_playground.core.call.specialization import (
    SpecializationKey,
    closest_key,
    key_difference,
    miss_reason,
)
from xla_playground.core.options.table import Strategy

keys = st.builds(
    make_key,
    st.sampled_from([8, 16]),
    model=st.sampled_from(["a", "b"]),
    arm=st.sampled_from(Arm),
    options=st.fixed_dictionaries(
        {"strategy": st.sampled_from(Strategy)},
        optional={
            "num_beams": st.integers(2, 4),
            "temperature": st.sampled_from([0.5, 1.0]),
            "max_new_tokens": st.integers(2, 4),
        },
    ),
)


@given(keys)
def test_json_and_hash(key: SpecializationKey) -> None:
    again = SpecializationKey.model_validate_json(key.model_dump_json())
    assert again == key
    assert hash(again) == hash(key)
    assert [type(v) for _, v in again.options] == [type(v) for _, v in key.options]
    assert key.label()


@given(keys, keys)
def test_difference_is_empty_only_for_equal_keys(
    a: SpecializationKey, b: SpecializationKey
) -> None:
    assert (key_difference(a, b) == ()) == (a == b)


@given(keys, st.lists(keys, max_size=6))
def test_closest_has_the_fewest_differences(
    key: SpecializationKey, others: list[SpecializationKey]
) -> None:
    closest = closest_key(key, others)
    if not others:
        assert closest is None
        return
    assert closest in others
    fewest = min(len(key_difference(key, other)) for other in others)
    assert len(key_difference(key, closest)) == fewest
    assert bool(miss_reason(key, closest).text) == (key not in others)


BEAM_2 = {"strategy": "beam", "num_beams": 2}
SAMPLE = {"strategy": "sampling"}


@pytest.mark.parametrize(
    ("new", "old", "sentence"),
    [
        ({"options": BEAM_2 | {"num_beams": 4}}, {"options": BEAM_2}, "num_beams 2 → 4"),
        ({"options": BEAM_2}, {"options": {}}, "strategy greedy → beam"),
        ({"padded_length": 16}, {}, "padded_length 8 → 16"),
        ({"prompts": ("a", "b")}, {}, "batch 1 → 2"),
        ({"arm": "graph", "model": "b"}, {"model": "a"}, "model a → b, arm xla → graph"),
        (
            {"options": SAMPLE | {"temperature": 0.7, "seed": 3}},
            {"options": SAMPLE},
            "temperature 1.0 → 0.7, seed 0 → 3",
        ),
    ],
)
def test_reasons(new: dict[str, Any], old: dict[str, Any], sentence: str) -> None:
    assert miss_reason(make_key(**new), make_key(**old)).text == sentence


def test_first_of_all() -> None:
    assert "nothing is specialized" in miss_reason(make_key(), None).text


def test_what_the_strategy_does_not_read_is_no_part_of_the_key() -> None:
    assert make_key(options={"temperature": 0.5}) == make_key(options={"num_beams": 7})


def test_label_is_short_for_a_folder() -> None:
    key = make_key(
        model="/data/models/toy/", prompts=("a", "b"), options=BEAM_2 | {"length_penalty": 0.5}
    )
    assert key.label() == "toy · xla · beam 2 · 2×8+32 · length_penalty 0.5"
