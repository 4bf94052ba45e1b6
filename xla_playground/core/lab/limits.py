"""What a run of the lab may take."""

from __future__ import annotations

from pydantic import Field

from ..frozen import Frozen
from ..messages.pages import lab as messages
from ..numbers import NumberRange

#: Of decimal units.
_GIGA = 1_000_000_000

TIME_RANGE_S = NumberRange(messages.TIME_LIMIT(), 1, 86_400, is_integer=False)
MEMORY_RANGE_GB = NumberRange(messages.MEMORY_LIMIT(), 0.1, 10_000, is_integer=False)


class LabLimits(Frozen):
    """Limits of time and memory."""

    time_s: float = Field(120.0, ge=TIME_RANGE_S.minimum, le=TIME_RANGE_S.maximum)
    memory_gb: float = Field(4.0, ge=MEMORY_RANGE_GB.minimum, le=MEMORY_RANGE_GB.maximum)

    @property
    def memory_bytes(self) -> int:
        """Return the limit of memory in bytes."""
        return round(self.memory_gb * _GIGA)
