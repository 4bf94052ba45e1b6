"""The folder through which executables go in and out of TensorFlow.

TensorFlow keeps the executables that XLA builds in one folder, which a flag names before the import
(``--tf_xla_persistent_cache_directory``). It writes each one there, and before it compiles it
searches there for a file of the function's name, signature and HLO. Here that folder belongs to one
process and is empty except during a first call: the executables of a stored specialization are put
in before the call, and all files are taken out after it. So the folder is never a store by itself,
and the documented recipe never finds anything in it.

A call whose executable cannot be written there fails. So the folder is in memory if there is such a
file system (/dev/shm), and moves to another disk if one is full.
"""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import psutil

from ...core.limits import largest_file

logger = logging.getLogger(__name__)

_VARIABLE = "TF_XLA_FLAGS"
_FLAG = "--tf_xla_persistent_cache_directory="
_ROOM_BYTES = 64_000_000  # the largest executables have some megabytes
_NAME = re.compile(r"xla-playground-(\d+)-(\d+)-")  # user, process


class Staging:
    """This process's folder for executables."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Return the path of the folder, as TensorFlow was given it."""
        return self._folder

    def put(self, files: Mapping[str, bytes]) -> None:
        """Put these executables into the folder, and remove all others.

        Raises:
            OSError: there is no room for them.
        """
        self.take()
        for name, data in files.items():
            (self._folder / Path(name).name).write_bytes(data)

    def take(self) -> dict[str, bytes]:
        """Remove all files and return them by name; unreadable ones are left out."""
        found = {}
        for path in self._paths():
            try:
                if path.suffix == ".pb":
                    found[path.name] = path.read_bytes()
                path.unlink()
            except OSError as error:
                logger.info("%s: %s", path, error)
        return found

    def prepare(self) -> None:
        """Make sure that TensorFlow can write to the folder; call ``move`` if it cannot."""
        if not self.is_usable():
            self.move()

    def is_usable(self) -> bool:
        """Return whether TensorFlow, and no other user, can write to the folder."""
        return _is_ours(self._folder) and _has_room(self._folder)

    def move(self) -> bool:
        """Move the folder elsewhere, linked from the path that TensorFlow knows.

        Return whether it succeeded.
        """
        self.take()
        full = self._folder.resolve().parent
        for parent in _candidates():
            if parent == full or not _has_room(parent):
                continue
            try:
                target = _make(parent)
                if self._folder.is_symlink():
                    self._folder.unlink()
                else:
                    shutil.rmtree(self._folder, ignore_errors=True)
                self._folder.symlink_to(target, target_is_directory=True)
            except OSError as error:
                logger.info("no executables in %s: %s", parent, error)
                continue
            return True
        return False

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._folder.resolve(), ignore_errors=True)
        if self._folder.is_symlink():
            self._folder.unlink()

    def _paths(self) -> list[Path]:
        try:
            return [path for path in self._folder.iterdir() if path.is_file()]
        except OSError:
            return []


def open_staging(*, is_importing: bool = False) -> Staging | None:
    """Return the staging folder of this process, ``None`` if there is none that TensorFlow uses.

    The first call makes it, which must come before TensorFlow is imported, or during the import
    (``is_importing``). If the user has set the flag, there is no staging.
    """
    flags = os.environ.get(_VARIABLE, "")
    found = re.search(rf"{re.escape(_FLAG)}(\S+)", flags)
    if found:
        folder = Path(found.group(1))
        named = _NAME.match(folder.name)
        return Staging(folder) if named and int(named.group(2)) == os.getpid() else None
    if "tensorflow" in sys.modules and not is_importing:
        return None  # TensorFlow has read its flags
    for parent in _candidates():
        _remove_abandoned(parent)
        if " " in str(parent) or not _has_room(parent):  # flags are split at spaces
            continue
        try:
            staging = Staging(_make(parent))
        except OSError as error:
            logger.info("no executables in %s: %s", parent, error)
            continue
        os.environ[_VARIABLE] = f"{flags} {_FLAG}{staging.folder}".strip()
        atexit.register(staging.close)
        return staging
    return None


def user_flags() -> str:
    """Return ``TF_XLA_FLAGS`` as the user set them, without our own flag."""
    flags = os.environ.get(_VARIABLE, "").split()
    return " ".join(flag for flag in flags if not _is_own(flag))


def _is_own(flag: str) -> bool:
    return flag.startswith(_FLAG) and bool(_NAME.match(Path(flag.removeprefix(_FLAG)).name))


def _candidates() -> list[Path]:
    return [path for path in (Path("/dev/shm"), Path(tempfile.gettempdir())) if path.is_dir()]


def _make(parent: Path) -> Path:
    """Create a folder that only this user can access (mode 0700)."""
    return Path(tempfile.mkdtemp(prefix=f"xla-playground-{_user()}-{os.getpid()}-", dir=parent))


def _has_room(folder: Path) -> bool:
    try:
        return min(shutil.disk_usage(folder).free, largest_file()) >= _ROOM_BYTES
    except OSError:
        return False


def _is_ours(folder: Path) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return False
    if sys.platform == "win32":
        return stat.S_ISDIR(status.st_mode)
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.geteuid()
        and stat.S_IMODE(status.st_mode) == 0o700
    )


def _remove_abandoned(parent: Path) -> None:
    """Remove the folders of this user's processes that were killed in a first call."""
    for path in parent.glob(f"xla-playground-{_user()}-*"):
        found = _NAME.match(path.name)
        if found and not psutil.pid_exists(int(found.group(2))):
            if path.is_symlink():
                path.unlink(missing_ok=True)
            else:
                shutil.rmtree(path, ignore_errors=True)


def _user() -> int:
    return os.geteuid() if sys.platform != "win32" else 0
