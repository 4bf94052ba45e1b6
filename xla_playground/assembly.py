"""Make the engine that the window and the command line use, from the settings."""

from __future__ import annotations

from .core.engine.engine import Engine
from .core.store.store import SpecializationStore
from .core.window.settings import Settings


def make_engine(settings: Settings, *, in_process: bool) -> Engine:
    """Return an engine that is not started, in this process or in a worker."""
    if in_process:
        from .engine import XlaEngine
        from .worker.flags import check_flags

        return XlaEngine(
            max_specializations=settings.max_specializations,
            store=SpecializationStore.with_limit(settings.store_limit_bytes),
            check_start=check_flags,
        )
    from .worker.client import EngineClient

    return EngineClient(
        max_specializations=settings.max_specializations,
        store_limit_bytes=settings.store_limit_bytes,
        memory_budget_bytes=settings.memory_budget_bytes,
    )


def make_background_engine(settings: Settings) -> Engine:
    """Return an engine that is not started, in a worker that runs where nothing else wants to."""
    from .worker.client import EngineClient

    return EngineClient(store_limit_bytes=settings.store_limit_bytes, is_background=True)
