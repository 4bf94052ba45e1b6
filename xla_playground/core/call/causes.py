"""What made a call new: the entries of its key that its reason names."""

from __future__ import annotations

from ..options.options import GenerationOptions
from .specialization import SpecializationKey

#: Entries of a key, those of version 0.1.0 included.
_ENTRIES = {
    *SpecializationKey.model_fields,
    *GenerationOptions.model_fields,
    "capacity",
    "new_token_bucket",
} - {"options"}


def causes_of(reason: str) -> tuple[str, ...]:
    """Return the names of the entries that changed, by a reason such as ``num_beams 2 → 4``.

    The inverse of ``specialization.miss_reason``. A reason of another kind is a cause by itself.
    """
    # a value with a comma in it has parts that begin with no entry's name
    names = [part.removeprefix("no ").split(" ")[0] for part in reason.split(", ")]
    causes = tuple(dict.fromkeys(name for name in names if name in _ENTRIES))
    return causes if causes and names[0] in _ENTRIES else (reason,)
