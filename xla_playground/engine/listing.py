"""The specializations that need not be traced: those in memory, and the others on disk."""

from __future__ import annotations

from ..core.call.record import Cache
from ..core.call.specialization import SpecializationKey
from ..core.engine.specialization_info import SpecializationInfo
from ..core.errors import RequestError
from ..core.messages import engine as messages
from .inside.lowering import Lower
from .recipe.specializations import SpecializationCache
from .store.specialization_store import StoredSpecializations


def specialization_infos(
    cache: SpecializationCache, stored: StoredSpecializations | None
) -> tuple[SpecializationInfo, ...]:
    """See ``core.Engine.specializations``."""
    entries = stored.entries() if stored is not None else {}
    keys = tuple(cache.keys())
    in_memory = [
        SpecializationInfo(
            key=key,
            where=Cache.MEMORY,
            memory_bytes=cache.memory_bytes(key),
            disk_bytes=entries.get(key),
        )
        for key in keys
    ]
    on_disk = [
        SpecializationInfo(key=key, where=Cache.DISK, disk_bytes=size)
        for key, size in entries.items()
        if key not in cache
    ]
    return (*in_memory, *on_disk)


def lowering_in_memory(cache: SpecializationCache, key: SpecializationKey) -> Lower:
    """Return the lowering of a specialization in memory.

    Raises:
        RequestError: it is not in memory, or XLA does not compile it.
    """
    found = cache.get(key)
    if found is None:
        why = cache.why_dropped(key) or messages.NOT_MADE_HERE()
        raise RequestError("key", messages.KEY_NOT_IN_MEMORY(key=key.label(), why=why))
    if found.lower is None:
        raise RequestError("key", messages.KEY_WITHOUT_XLA(key=key.label()))
    return found.lower
