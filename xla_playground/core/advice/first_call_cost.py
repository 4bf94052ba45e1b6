"""Estimate the first call of a specialization from the first calls that this machine has made.

A first call prepares (traces and compiles, or loads from disk), then runs. Both are learned apart,
since a run grows with the tokens and preparing does not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..call.record import Cache
from ..call.request import Recipe
from ..call.specialization import SpecializationKey
from ..history.series import FirstCall
from .cost_model import CostModel, Estimate, Prior

#: Features that are numbers. What a machine has not measured is taken from the reference machine:
#: two cores, the bundled GPT-2. A mean of 0.3 is a factor of 1.35 for one unit of the feature.
_PRIORS = {
    "prepare": Prior(math.log(1.2e9), 1.0),
    "load": Prior(math.log(0.3e9), 1.0),
    "run": Prior(math.log(1.5e6), 1.5),
    "is_cold": Prior(0.3, 0.3),
    "rows": Prior(0.05, 0.1),
    "length": Prior(0.05, 0.1),
    "tokens": Prior(0.8, 0.2),
}
#: Features that name something: by the part before the sign ``=``.
_NAMED_PRIORS = {
    "how": Prior(0.0, 0.7),
    "model": Prior(0.0, 1.0),
    "strategy": Prior(0.0, 0.4),
    "option": Prior(0.0, 0.15),
    "key": Prior(0.0, 0.08),
}


def _prior_of(feature: str) -> Prior:
    name, sign, _ = feature.partition("=")
    return _NAMED_PRIORS[name] if sign else _PRIORS[name]


class FirstCallCosts:
    """What first calls have cost, by their keys."""

    def __init__(self, calls: Iterable[FirstCall] = ()) -> None:
        self._built, self._loaded, self._run = (CostModel(_prior_of) for _ in range(3))
        for call in calls:
            self.add(call)

    def add(self, call: FirstCall) -> None:
        """Learn from a first call."""
        model = self._loaded if call.cache is Cache.DISK else self._built
        model.add(_preparing(call.key, call.cache, is_cold=call.is_cold), call.prepared_ns)
        self._run.add(_running(call.key, call.new_tokens), call.run_ns)

    def estimate(
        self, key: SpecializationKey, cache: Cache, *, is_cold: bool, new_tokens: int
    ) -> Estimate:
        """Estimate the sum of the phases of a first call.

        Args:
            cache: ``MISS`` or ``DISK``.
            is_cold: see ``Plan.is_cold``.
            new_tokens: of all sequences.
        """
        model = self._loaded if cache is Cache.DISK else self._built
        prepared = model.estimate(_preparing(key, cache, is_cold=is_cold))
        return prepared.plus(self._run.estimate(_running(key, new_tokens)))


def _preparing(key: SpecializationKey, cache: Cache, *, is_cold: bool) -> dict[str, float]:
    features = _shared(key)
    features["load" if cache is Cache.DISK else "prepare"] = 1.0
    if is_cold:
        features["is_cold"] = 1.0
        features[f"option=cold {key.recipe.value}"] = 1.0
    return features


def _running(key: SpecializationKey, new_tokens: int) -> dict[str, float]:
    return _shared(key) | {"run": 1.0, "tokens": math.log(max(new_tokens, 1))}


def _shared(key: SpecializationKey) -> dict[str, float]:
    options = dict(key.options)
    how = f"{key.arm.value} {key.recipe.value}"
    if key.capacity is None and key.recipe is Recipe.FAST:
        how += " 0.1.0"  # which had other loops
    beams, returned = (int(options.get(n, 1)) for n in ("num_beams", "num_return_sequences"))
    room = int(options.get("capacity") or options.get("max_new_tokens") or 1)
    return {
        f"how={how}": 1.0,
        f"model={key.model}": 1.0,
        f"strategy={how} {options['strategy']}": 1.0,
        f"key={key.model_dump_json()}": 1.0,
        "rows": math.log(key.batch * max(beams, returned)),
        "length": math.log((key.padded_length or 0) + room),
    }
