"""The specializations that need not be traced: those in memory, and the others on disk."""

from __future__ import annotations

from ..core.call.record import Cache
from ..core.engine.specialization_info import SpecializationInfo
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
