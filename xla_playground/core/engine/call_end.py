"""The end of a call: its record, and what the engine holds after it."""

from __future__ import annotations

from ..call.plan import Plan
from ..call.record import Record
from ..frozen import Frozen
from .specialization_info import SpecializationInfo


class CallEnd(Frozen):
    """A call's record, with what else would be asked of the engine after each call.

    The record alone is kept; the rest is true for a moment.

    Attributes:
        specializations: see ``Engine.specializations``; ``None`` if the engine must be asked:
            it made no record, or is about to be replaced.
        plan: what one more call of this request would do; ``None`` as above.
        is_building: whether a program is being built behind the answer, so that there will soon be
            one specialization more.
    """

    record: Record
    specializations: tuple[SpecializationInfo, ...] | None = None
    plan: Plan | None = None
    is_building: bool = False
