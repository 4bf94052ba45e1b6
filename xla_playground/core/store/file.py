"""One specialization on disk: one file with digests that prove that it is intact.

    xla-playground specialization 1 <SHA-256 of the next line>
    {"digest": …, "parts": [{"name": …, "size": …, "sha256": …}, …], …}
    <the parts, one after the other>

Nothing of a file is used before all of its digests were checked, so one that was cut off, edited
or swapped with another's is found out.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pydantic import Field, ValidationError

from ..call.specialization import SpecializationKey
from ..files.replace_file import replacing
from ..frozen import Frozen

_MAGIC = b"xla-playground specialization 1 "
_LINE_LIMIT = 1_000_000


class DamagedEntry(Exception):
    """A file that is not, or not wholly, the entry that it should be."""


class Part(Frozen):
    """One part of an entry: ``size`` bytes whose SHA-256 is ``sha256``."""

    name: str
    size: int = Field(ge=0)
    sha256: str


class Manifest(Frozen):
    """What an entry is.

    Attributes:
        digest: the digest that it is stored under, of its key, model, versions and machine.
        key: its specialization key, for people: the model's name is not part of the digest.
        created_at: seconds since the epoch.
        first_ns: what tracing and compiling it cost, in ns.
        made_with: the parts that it depends on besides its key, by the names of
            ``store.parts``; empty in entries of version 0.1.0.
    """

    digest: str
    key: SpecializationKey
    created_at: float
    first_ns: int = Field(ge=0)
    made_with: dict[str, str] = Field(default_factory=dict)
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A whole entry: its manifest, and its parts by name."""

    manifest: Manifest
    parts: Mapping[str, bytes]


def write_entry(path: Path, manifest: Manifest, parts: Mapping[str, bytes]) -> int:
    """Write an entry, readable by its user only, and return its size in bytes.

    A reader finds the old file or the new one. It is not synced: after a crash of the machine it
    may be damaged, which reading finds out.

    Raises:
        OSError: it could not be written; an old file is untouched.
    """
    described = tuple(
        Part(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in parts.items()
    )
    line = manifest.model_copy(update={"parts": described}).model_dump_json().encode() + b"\n"
    head = _MAGIC + hashlib.sha256(line).hexdigest().encode() + b"\n"
    with replacing(path, mode=0o600, is_synced=False) as file:
        for data in (head, line, *parts.values()):
            file.write(data)
        return file.tell()


def read_manifest(path: Path) -> Manifest:
    """Return the manifest alone, after its own digest is checked.

    Raises:
        DamagedEntry: it is not whole.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return _manifest(file)


def read_entry(path: Path, digest: str) -> Entry:
    """Return the entry stored under ``digest``, after every digest is checked.

    Raises:
        DamagedEntry: it is not whole, or another's.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        manifest = _manifest(file)
        if manifest.digest != digest:
            raise DamagedEntry("it is another's")
        left = os.fstat(file.fileno()).st_size - file.tell()
        if sum(part.size for part in manifest.parts) != left:
            raise DamagedEntry("it has another size")
        parts = {part.name: file.read(part.size) for part in manifest.parts}
    for part in manifest.parts:
        if hashlib.sha256(parts[part.name]).hexdigest() != part.sha256:
            raise DamagedEntry(f"{part.name} was changed")
    return Entry(manifest, parts)


def _manifest(file: BinaryIO) -> Manifest:
    head, line = file.readline(_LINE_LIMIT), file.readline(_LINE_LIMIT)
    if head != _MAGIC + hashlib.sha256(line).hexdigest().encode() + b"\n":
        raise DamagedEntry("it has no manifest")
    try:
        return Manifest.model_validate_json(line)
    except ValidationError:
        raise DamagedEntry("its manifest is of another version") from None
