"""The store of specializations on disk: its contents, its size limit, and its access rights.

Entries hold machine code that runs when they are loaded, so the folder must belong to the user
alone. Several processes may share it: files are replaced whole, and one that is gone is a miss.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import EnvironmentFault
from ..frozen import Frozen
from ..messages import store as messages
from ..messages.message import Message
from ..paths import store_dir
from ..units import format_bytes
from .file import DamagedEntry, Entry, Manifest, read_entry, read_manifest, write_entry

logger = logging.getLogger(__name__)

DEFAULT_LIMIT_BYTES = 2_000_000_000
_SUFFIX = ".specialization"
_FORGOTTEN_S = 3600.0  # a half-written file this old has lost its writer


class StoredSpecialization(Frozen):
    """An entry as a list shows it.

    Attributes:
        size_bytes: its size on disk.
        used_at: when it was last stored or loaded, seconds since the epoch; two entries never
            share it, and whatever the clock did, the later used has the larger one.
    """

    manifest: Manifest
    size_bytes: int
    used_at: float


class SpecializationStore:
    """The specializations in one folder, at most ``limit_bytes`` of them.

    A damaged entry is a miss and is removed. Past the limit the least recently used entries are
    evicted.
    """

    def __init__(
        self, folder: Path | None = None, *, limit_bytes: int = DEFAULT_LIMIT_BYTES
    ) -> None:
        """Use ``folder``, by default the user's own; it is created when an entry is stored."""
        self._folder = folder or store_dir()
        self._limit_bytes = limit_bytes
        self._listed: dict[Path, StoredSpecialization] = {}

    @classmethod
    def with_limit(cls, limit_bytes: int) -> SpecializationStore | None:
        """Return the user's own store, or ``None`` if ``limit_bytes`` is 0: nothing is stored."""
        return cls(limit_bytes=limit_bytes) if limit_bytes else None

    @property
    def folder(self) -> Path:
        """Return the folder of the entries."""
        return self._folder

    @property
    def limit_bytes(self) -> int:
        """Return the limit for all entries together, in bytes."""
        return self._limit_bytes

    def __contains__(self, digest: str) -> bool:
        """Return whether there is a file for ``digest``; only ``read`` checks that it is intact."""
        return self._is_private() and self._path(digest).is_file()

    def read(self, digest: str) -> Entry | None:
        """Return the entry of ``digest`` and mark it as most recently used; ``None`` is a miss."""
        if not self._is_private():
            return None
        path = self._path(digest)
        try:
            entry = read_entry(path, digest)
        except FileNotFoundError:
            return None
        except (DamagedEntry, OSError) as error:
            logger.warning("%s is set aside: %s", path, error)
            self.remove(digest)
            return None
        self._touch(path)
        return entry

    def write(self, manifest: Manifest, parts: Mapping[str, bytes]) -> None:
        """Keep an entry in place of an older one of its digest.

        Raises:
            EnvironmentFault: it could not be stored, and why.
        """
        size = sum(map(len, parts.values()))
        if size > self._limit_bytes:
            limit = format_bytes(self._limit_bytes)
            why = messages.ABOVE_STORE_LIMIT(size=format_bytes(size), limit=limit)
            raise EnvironmentFault(messages.NOT_STORED(why=why))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_private()
            path = self._path(manifest.digest)
            write_entry(path, manifest, parts)
        except OSError as error:
            folder, strerror = str(self._folder), str(error.strerror)
            unwritable = messages.STORE_UNWRITABLE(folder=folder, why=strerror)
            raise EnvironmentFault(messages.NOT_STORED(why=unwritable)) from error
        self._touch(path)
        self._make_room(path)

    def remove(self, digest: str) -> None:
        """Remove an entry; one that cannot be removed stays."""
        _unlink(self._path(digest))

    def entries(self) -> list[StoredSpecialization]:
        """Return the stored entries, most recently used first; damaged files are left out.

        A file is read again only if it was stored or used since the last list.
        """
        known, found = self._listed, {}
        for path, status in self._files():
            entry = known.get(path)
            size_bytes, used_at = status.st_size, status.st_mtime_ns / 1e9
            if entry is None or (entry.size_bytes, entry.used_at) != (size_bytes, used_at):
                try:
                    manifest = read_manifest(path)
                except (DamagedEntry, OSError) as error:
                    logger.info("%s cannot be listed: %s", path, error)
                    continue
                entry = StoredSpecialization(
                    manifest=manifest, size_bytes=size_bytes, used_at=used_at
                )
            found[path] = entry
        self._listed = found  # at once: another thread may list, too
        return sorted(found.values(), key=lambda entry: entry.used_at, reverse=True)

    def size_bytes(self) -> int:
        """Return the size of all files together, in bytes, damaged files included."""
        return sum(status.st_size for _, status in self._files())

    def clear(self) -> int:
        """Remove every entry and return how many there were.

        Raises:
            EnvironmentFault: one could not be removed.
        """
        removed = 0
        for path, _ in list(self._files()):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                problem = messages.ENTRY_STAYS(path=str(path), why=str(error.strerror))
                raise EnvironmentFault(problem) from error
            removed += 1
        return removed

    # ------------------------------------------------------------------ files

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}{_SUFFIX}"

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        try:
            paths = [path for path in self._folder.iterdir() if path.suffix == _SUFFIX]
        except OSError:
            return
        for path in paths:
            try:
                yield path, path.stat()
            except OSError:
                continue  # another process removed it

    def _touch(self, path: Path) -> None:
        """Make an entry the most recently used, even if the clock was set back."""
        newest = max((status.st_mtime_ns for _, status in self._files()), default=0)
        now = max(time.time_ns(), newest + 1000)
        try:
            os.utime(path, ns=(now, now))
        except OSError as error:
            logger.info("%s keeps its old date: %s", path, error)

    def _make_room(self, kept: Path) -> None:
        files = sorted(self._files(), key=lambda file: file[1].st_mtime_ns)
        total = sum(status.st_size for _, status in files)
        for path, status in files:
            if total <= self._limit_bytes:
                break
            if path != kept:
                _unlink(path)
                total -= status.st_size
        for path in self._folder.glob(".*.tmp"):
            try:
                is_forgotten = abs(time.time() - path.stat().st_mtime) > _FORGOTTEN_S
            except OSError:
                continue
            if is_forgotten:
                _unlink(path)

    # ------------------------------------------------------------------ who may touch it

    def _make_private(self) -> None:
        """Remove the access of other users to a folder of ours.

        Raises:
            EnvironmentFault: somebody else could have written to it.
            OSError: it is gone.
        """
        status = self._folder.stat()
        problem = _foreign_access(self._folder, status)
        if problem is not None:
            raise EnvironmentFault(messages.NOT_STORED(why=problem))
        if sys.platform != "win32" and stat.S_IMODE(status.st_mode) != 0o700:
            self._folder.chmod(0o700)

    def _is_private(self) -> bool:
        try:
            status = self._folder.stat()
        except OSError:
            return False
        return _foreign_access(self._folder, status) is None


def _foreign_access(folder: Path, status: os.stat_result) -> Message | None:
    """Return how other users could have written to a folder, ``None`` if they could not.

    Windows: ``None``.
    """
    if sys.platform == "win32":
        return None
    if status.st_uid != os.geteuid():
        return messages.STORE_OF_ANOTHER_USER(folder=str(folder))
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return messages.STORE_OPEN_TO_OTHERS(folder=str(folder))
    return None


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("%s cannot be removed: %s", path, error)
