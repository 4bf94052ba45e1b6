"""A cause is read from a reason as ``miss_reason`` writes it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import make_key
from xla_playground.core.call.causes import causes_of
from xla_playground.core.call.specialization import key_difference, miss_reason

_STRATEGIES = st.sampled_from(["greedy", "sampling", "beam", "contrastive"])
_KEYS = st.builds(
    lambda strategy, **values: make_key(
        values.pop("padded_length"),
        model=values.pop("model"),
        arm=values.pop("arm"),
        recipe=values.pop("recipe"),
        options={"strategy": strategy, "top_k": 9, **values},
    ),
    _STRATEGIES,
    padded_length=st.integers(1, 9),
    model=st.sampled_from(["a", "/b, c", "/no d, model e"]),
    arm=st.sampled_from(["graph", "xla"]),
    recipe=st.sampled_from(["documented", "fast"]),
    max_new_tokens=st.integers(2, 5),
    temperature=st.sampled_from([0.5, 1.0]),
    repetition_penalty=st.sampled_from([1.0, 1.5]),
)


@given(_KEYS, _KEYS)
def test_the_causes_are_the_names_that_differ(new: Any, old: Any) -> None:
    names = tuple(difference.name for difference in key_difference(new, old))
    if names:
        assert causes_of(miss_reason(new, old).text) == names


@pytest.mark.parametrize(
    "reason",
    [
        miss_reason(make_key(), None).text,
        "its model's files have changed",
        "it was stored with TensorFlow 2.21.0, this is 2.21.1",
        "nothing is specialized yet in this worker",
    ],
)
def test_another_reason_is_a_cause_by_itself(reason: str) -> None:
    assert causes_of(reason) == (reason,)


def test_reasons_of_0_1_0() -> None:
    reason = "recipe documented → fast, strategy greedy → greedy/sampling"
    assert causes_of(reason) == ("recipe", "strategy")
    assert causes_of("no num_beams, new_token_bucket 16") == ("num_beams", "new_token_bucket")
