"""The cache of specializations, without TensorFlow."""

from __future__ import annotations

import numpy as np
import pytest

from xla_playground.core.request import Request
from xla_playground.core.specialization import SpecializationKey, key_for
from xla_playground.engine.specializations import MADE_ROOM, Specialization, SpecializationCache


def _key(length: int, model: str = "m") -> SpecializationKey:
    return key_for(Request(model=model, prompts=("a",)), length)


def _specialization() -> Specialization:
    return Specialization(
        function=None, call=lambda inputs, options: np.zeros((1, 1), np.int32), trace_ns=1
    )


def test_the_least_recently_used_makes_room() -> None:
    cache = SpecializationCache(2)
    for length in (8, 16):
        cache.put(_key(length), _specialization())
    assert cache.get(_key(8)) is not None
    cache.put(_key(24), _specialization())
    assert list(cache.keys()) == [_key(8), _key(24)]
    assert cache.why_dropped(_key(16)) == MADE_ROOM
    assert cache.why_dropped(_key(8)) is None
    cache.put(_key(16), _specialization())
    assert cache.why_dropped(_key(16)) is None
    assert len(cache) == 2


def test_a_model_takes_its_specializations_along() -> None:
    cache = SpecializationCache(4)
    cache.put(_key(8, "a"), _specialization())
    cache.put(_key(8, "b"), _specialization())
    cache.drop_model("a")
    assert _key(8, "a") not in cache
    assert _key(8, "b") in cache


def test_a_bound_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="bound"):
        SpecializationCache(0)
