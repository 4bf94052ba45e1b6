"""Estimate the first call of a specialization from the first calls that this machine has made.

A first call prepares (traces and compiles, or loads from disk), then runs. Both are learned apart,
since a run grows with the tokens and preparing does not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial

from ..call.record import Cache, Warmth
from ..call.request import Recipe
from ..call.specialization import SpecializationKey
from ..history.series import FirstCall
from ..model.info import short_model_name
from .cost_model import CostModel, Estimate, Prior

#: What is known before this machine has measured anything: the logarithms of durations on the
#: reference machine (two cores), and of the factors by which features change them. The bundled
#: GPT-2, greedy, fast recipe, is traced and compiled in 0.8 s once a process is warm, loads in
#: 0.23 s, and runs 1.5 ms a token.
_BUILD_PRIORS = {
    "prepare": Prior(math.log(0.8e9), 0.5),
    "strategy=xla fast greedy": Prior(0.0, 0.04),
    "strategy=xla fast sampling": Prior(0.45, 0.1),
    "strategy=xla fast beam": Prior(0.45, 0.1),
    "strategy=xla fast beam_sampling": Prior(0.6, 0.15),
    "strategy=xla fast contrastive": Prior(0.45, 0.1),
    "strategy=xla documented sampling": Prior(0.05, 0.1),
    "strategy=xla documented contrastive": Prior(0.3, 0.1),
    "warmth=documented cold": Prior(1.25, 0.2),
    "warmth=documented new_strategy": Prior(0.38, 0.12),
    "warmth=fast cold": Prior(0.4, 0.15),
    "warmth=fast new_strategy": Prior(0.0, 0.05),
}
_LOAD_PRIORS = {
    "load": Prior(math.log(0.23e9), 0.5),
    "load again": Prior(-3.3, 0.3),
    "rows": Prior(0.15, 0.1),
    "warmth=fast cold": Prior(0.0, 0.1),
    "warmth=fast new_strategy": Prior(0.0, 0.05),
}
_RUN_PRIORS = {
    "run": Prior(math.log(2.5e6), 0.8),
    "tokens": Prior(0.8, 0.1),
}
#: Of all three.
_SHARED_PRIORS = {
    "model=playground-gpt2": Prior(0.0, 0.1),
    "model=playground-opt": Prior(0.0, 0.15),
    "model=playground-t5": Prior(0.1, 0.15),
    "model=playground-whisper": Prior(0.3, 0.3),
    "rows": Prior(0.1, 0.04),
    "length": Prior(0.03, 0.03),
    "how=graph fast": Prior(-0.7, 0.3),
    "how=xla fast": Prior(0.0, 0.05),
    "how=graph documented": Prior(0.3, 0.4),
    "how=xla documented": Prior(1.2, 0.2),
}
#: The others, by the part of a feature's name before the sign ``=``.
_PRIORS_OF_KINDS = {
    "how": Prior(0.0, 0.7),
    "model": Prior(0.0, 0.7),
    "strategy": Prior(0.0, 0.08),
    "key": Prior(0.0, 0.05),
    "warmth": Prior(0.0, 0.1),
}


def _prior_of(own: Mapping[str, Prior], feature: str) -> Prior:
    known = own.get(feature) or _SHARED_PRIORS.get(feature)
    return known or _PRIORS_OF_KINDS[feature.partition("=")[0]]


class FirstCallCosts:
    """What first calls have cost, by their keys."""

    def __init__(self, calls: Iterable[FirstCall] = ()) -> None:
        self._built, self._loaded, self._run = (
            CostModel(partial(_prior_of, own)) for own in (_BUILD_PRIORS, _LOAD_PRIORS, _RUN_PRIORS)
        )
        for call in calls:
            self.add(call)

    def add(self, call: FirstCall) -> None:
        """Learn from a first call."""
        model = self._loaded if call.cache is Cache.DISK else self._built
        model.add(_preparing(call.key, call.cache, warmth=call.warmth), call.prepared_ns)
        self._run.add(_running(call.key, call.new_tokens), call.run_ns)

    def estimate(
        self, key: SpecializationKey, cache: Cache, *, warmth: Warmth, new_tokens: int
    ) -> Estimate:
        """Estimate the sum of the phases of a first call.

        Args:
            cache: ``MISS`` or ``DISK``.
            warmth: what the process has built before.
            new_tokens: of all sequences.
        """
        model = self._loaded if cache is Cache.DISK else self._built
        prepared = model.estimate(_preparing(key, cache, warmth=warmth))
        return prepared.plus(self._run.estimate(_running(key, new_tokens)))


def _preparing(key: SpecializationKey, cache: Cache, *, warmth: Warmth) -> dict[str, float]:
    features = _shared(key)
    features["load" if cache is Cache.DISK else "prepare"] = 1.0
    if warmth is Warmth.EVICTED and cache is Cache.DISK:
        features["load again"] = 1.0
    elif warmth in (Warmth.COLD, Warmth.NEW_STRATEGY):
        features[f"warmth={key.recipe.value} {warmth.value}"] = 1.0
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
        f"model={short_model_name(key.model)}": 1.0,
        f"strategy={how} {options['strategy']}": 1.0,
        f"key={key.model_dump_json()}": 1.0,
        "rows": math.log(key.batch * max(beams, returned)),
        "length": math.log((key.padded_length or 0) + room),
    }
