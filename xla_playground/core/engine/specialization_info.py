"""The information on a specialization in memory or on disk, for a row of a table."""

from __future__ import annotations

from ..call.record import Cache
from ..call.specialization import SpecializationKey
from ..frozen import Frozen


class SpecializationInfo(Frozen):
    """A specialization that need not be traced.

    Attributes:
        where: ``memory``, or ``disk`` if it is only there.
        memory_bytes: growth of the process in its first call; ``None`` on disk.
        disk_bytes: size of its entry; ``None`` if it is not stored.
    """

    key: SpecializationKey
    where: Cache
    memory_bytes: int | None = None
    disk_bytes: int | None = None
