"""Compare a first call of the fast recipe with a first call of the guide's code.

The guide's time is measured on this machine if its code ran here. Otherwise it is a factor that was
measured on another machine.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from pydantic import ValidationError

from ..call.record import Cache, Record, Status
from ..call.request import Arm, Recipe
from ..call.specialization import SpecializationKey
from ..history.series import SeriesBook
from ..options.options import GenerationOptions, structural_options

#: How many times longer a first call of the guide's code took, by model and by the source of our
#: specialization. Source: README, "Numbers", the rows of ``bench cold`` (medians of 3
#: or 5, beam search of 2, two cores).
TIMES_SLOWER = {
    ("playground-gpt2", Cache.MISS): 7.0,
    ("playground-gpt2", Cache.DISK): 32.0,
    ("playground-t5", Cache.MISS): 5.5,
    ("playground-t5", Cache.DISK): 39.0,
}
_DECODER_ONLY, _ENCODER_DECODER = "playground-gpt2", "playground-t5"


@dataclass(frozen=True)
class GuideComparison:
    """The time of a first call of the guide's code; one of the two figures is known.

    Attributes:
        first_ns: its time on this machine, in ns: the median of its first calls that the fast
            recipe's specialization would serve.
        times_slower: how many times longer it took on the machine of the README's figures.
        model: the model of that figure.
    """

    first_ns: float | None = None
    times_slower: float | None = None
    model: str = ""


def guide_comparison(record: Record, book: SeriesBook) -> GuideComparison | None:
    """Compare a first call of the fast recipe under XLA; ``None`` for other calls."""
    key = record.key
    is_first = record.cache in (Cache.MISS, Cache.DISK)
    if key is None or key.recipe is not Recipe.FAST or key.arm is not Arm.XLA or not is_first:
        return None
    if record.status is not Status.COMPLETED or key.capacity is None:  # a call of version 0.1.0
        return None
    firsts = [ns for series in book if _serves(key, series.key) for ns in series.first_ns]
    if firsts:
        return GuideComparison(first_ns=statistics.median(firsts))
    model = _DECODER_ONLY if key.padded_length is None else _ENCODER_DECODER
    return GuideComparison(times_slower=TIMES_SLOWER[model, record.cache], model=model)


def _serves(fast: SpecializationKey, documented: SpecializationKey) -> bool:
    """Return whether a specialization of the fast recipe serves the calls of a documented one."""
    if documented.recipe is not Recipe.DOCUMENTED:
        return False
    if _shape(fast) != _shape(documented):
        return False
    length, options = documented.padded_length or 0, dict(documented.options)
    new_tokens = int(options["max_new_tokens"])
    if fast.padded_length is None:
        is_room = length + new_tokens <= (fast.capacity or 0)
    else:
        is_room = length == fast.padded_length and new_tokens < (fast.capacity or 0)
    own = {name: value for name, value in fast.options if name != "capacity"}
    options.pop("seed", None)  # live; perhaps two numbers in one entry
    try:
        structure = structural_options(GenerationOptions.model_validate(options))
    except ValidationError:  # a key of an earlier version
        return False
    return is_room and structure == own


def _shape(key: SpecializationKey) -> tuple[object, ...]:
    return key.model, key.arm, key.precision, key.batch
