"""The cache of specializations, without TensorFlow."""

from __future__ import annotations

import numpy as np
import pytest

from xla_playground.core.call.request import Request
from xla_playground.core.call.specialization import CHUNK, ENCODE, SpecializationKey, key_for
from xla_playground.engine.recipe.specializations import (
    MADE_ROOM,
    Specialization,
    SpecializationCache,
)


def _key(length: int, model: str = "m") -> SpecializationKey:
    return key_for(Request(model=model, prompts=("a",)), length)


def _fast(strategy: str = "greedy", *, capacity: int = 256, batch: int = 1) -> SpecializationKey:
    values = {"model": "m", "prompts": ["a"] * batch, "recipe": "fast"}
    request = Request.parse(values | {"options": {"strategy": strategy}})
    return key_for(request, None, capacity)


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


def _filled(bound: int, *keys: SpecializationKey) -> SpecializationCache:
    cache = SpecializationCache(bound)
    for key in keys:
        cache.put(key, _specialization())
    return cache


def test_a_program_goes_with_the_last_that_needs_it() -> None:
    greedy, beam, large = _fast(), _fast("beam"), _fast(capacity=512)
    chunk = greedy.of_program(CHUNK)
    assert chunk == beam.of_program(CHUNK) != large.of_program(CHUNK)
    cache = _filled(3, greedy, chunk, beam)
    cache.put(large, _specialization())
    assert set(cache.keys()) == {chunk, beam, large}, "beam search reads its prompts with it"
    cache.put(_fast("sampling", capacity=512), _specialization())
    assert set(cache.keys()) == {large, _fast("sampling", capacity=512)}
    assert cache.why_dropped(chunk) == cache.why_dropped(beam) == MADE_ROOM


def test_the_call_that_runs_keeps_its_programs() -> None:
    greedy, other = _fast(), _fast(batch=2)
    for program in (CHUNK, ENCODE):
        cache = _filled(1, other, greedy)
        cache.put(greedy.of_program(program), _specialization())
        assert set(cache.keys()) == {greedy, greedy.of_program(program)}
        cache.put(other, _specialization())
        assert set(cache.keys()) == {other}


def test_a_program_that_comes_late_takes_no_place_of_the_call_that_runs() -> None:
    late = _fast(batch=2).of_program(CHUNK)
    cache = _filled(1, _fast(batch=2), _fast(), late)
    assert set(cache.keys()) == {_fast(), late}
    cache.put(_fast("beam"), _specialization())
    assert set(cache.keys()) == {_fast("beam")}


def test_other_recipes_share_no_program() -> None:
    cache = _filled(2, _key(8), _key(16), _fast(), _fast().of_program(CHUNK))
    assert set(cache.keys()) == {_fast(), _fast().of_program(CHUNK)}


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
