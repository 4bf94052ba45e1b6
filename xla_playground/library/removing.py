"""Remove a model that was pulled or imported from the user cache, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ..core.checkpoint.catalog import REMOVABLE, bundled_names, known_models
from ..core.errors import CheckpointError, EnvironmentFault, shown
from ..core.files.given_path import given_path
from ..core.messages.models import library as messages
from ..core.paths import cache_dir
from .files.new_folder import hidden_sibling


@dataclass(frozen=True)
class Removable:
    """A model in the user cache.

    Attributes:
        name: what ``--model`` takes.
        folder: its folder, which is ours.
        size_bytes: size of its files on the disk.
    """

    name: str
    folder: Path
    size_bytes: int


def removable_model(model: str) -> Removable:
    """Return the pulled or imported model that ``model`` names: its name, folder, or imported file.

    Raises:
        CheckpointError: it is none of these.
    """
    for entry in known_models():
        if entry.source in REMOVABLE and _is_named(model, entry.name, entry.path):
            folder = Path(entry.path)
            if folder.is_symlink():
                raise CheckpointError(messages.FOREIGN_LINK(folder=str(folder)))
            return Removable(entry.name, folder, size_on_disk(folder))
    if model in bundled_names():
        raise CheckpointError(messages.BUNDLED_STAYS(model=model))
    raise CheckpointError(messages.NOT_REMOVABLE(model=shown(model)))


def remove_model(found: Removable) -> None:
    """Remove a model's folder; other processes see all of it or none.

    Raises:
        EnvironmentFault: it is being pulled, or may not be removed.
    """
    lock = cache_dir() / "downloads" / f"{found.folder.name}.lock"
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(lock, timeout=0):
            going = hidden_sibling(found.folder)
            found.folder.rename(going)
            shutil.rmtree(going)
    except Timeout:
        raise EnvironmentFault(messages.REMOVE_LATER(model=found.name)) from None
    except OSError as error:
        problem = messages.FOLDER_STAYS(folder=str(found.folder), why=str(error.strerror))
        raise EnvironmentFault(problem) from None


def size_on_disk(folder: Path) -> int:
    """Return the size of the files in a folder, in bytes."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _is_named(model: str, name: str, folder: str) -> bool:
    if model == name:
        return True
    try:
        path = given_path(model).resolve()
    except (OSError, ValueError, RuntimeError):
        return False
    return str(path) == name or path == Path(folder).resolve()
