"""Make a folder so that other processes see all of it or nothing."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from ...core.errors import EnvironmentFault
from ...core.messages.models import library as messages
from ...core.units import format_bytes

logger = logging.getLogger(__name__)

_PREFIX = ".making-"


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Yield a folder to fill; rename it to ``target`` if the block succeeds, else remove it.

    If another process has made ``target`` by then, that one stays.

    Raises:
        EnvironmentFault: the disk is full or cannot be written.
    """
    parent = target.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(parent)
        making = hidden_sibling(target)
        making.mkdir()
        try:
            yield making
            _sync_all(making)
            try:
                making.rename(target)
            except OSError:
                if not target.is_dir():
                    raise
            else:
                _sync(parent)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    except OSError as error:
        problem = messages.FOLDER_UNWRITABLE(folder=str(parent), why=str(error.strerror))
        raise EnvironmentFault(problem) from error


def hidden_sibling(target: Path) -> Path:
    """Return a name beside ``target`` that no list of models shows.

    It is removed later if this process is killed.
    """
    return target.parent / f"{_own_prefix()}{os.getpid()}-{uuid.uuid4().hex}"


def need_space(folder: Path, size_bytes: int) -> None:
    """Make sure that ``size_bytes`` fit on the disk of ``folder``, which need not exist.

    Raises:
        EnvironmentFault: they do not.
    """
    existing = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    free = shutil.disk_usage(existing).free
    if free < size_bytes:
        needed, free_bytes = format_bytes(size_bytes), format_bytes(free)
        problem = messages.NO_ROOM(needed=needed, folder=str(folder), free=free_bytes)
        raise EnvironmentFault(problem)


def _own_prefix() -> str:
    return f"{_PREFIX}{socket.gethostname()}-"


def _remove_leftovers(parent: Path) -> None:
    """Remove the unfinished folders of processes of this machine that were killed."""
    for folder in parent.glob(f"{_PREFIX}*"):
        pid = folder.name.removeprefix(_own_prefix()).split("-")[0]
        is_ours = folder.name.startswith(_own_prefix()) and pid.isdecimal()
        if is_ours and not psutil.pid_exists(int(pid)):
            logger.info("removing %s", folder)
            shutil.rmtree(folder, ignore_errors=True)


def _sync_all(folder: Path) -> None:
    for file in folder.iterdir():
        _sync(file)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
