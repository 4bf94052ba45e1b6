"""Verdicts on specializations, kept over sessions in one file.

A verdict holds for one key, one set of weights and one set of versions and devices: whoever builds
the same function again need not check it again. The file can be deleted at any time.
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from ..call.specialization import SpecializationKey
from ..checkpoint.catalog import model_path
from ..checkpoint.digest import Stamp, model_stamp
from ..errors import PlaygroundError
from ..files.replace_file import replace_file
from .parity import Outcome, ParityVerdict

#: Verdicts that are kept, the latest ones: 400 bytes each.
MOST_KEPT = 5000
_PATIENCE_S = 5.0
_LARGEST_BYTES = 50_000_000


def identities_of(
    keys: Iterable[SpecializationKey], made_with: Mapping[str, str]
) -> dict[SpecializationKey, str]:
    """Return for each specialization a digest that is equal for those that compute the same.

    A specialization is left out if its model is not there any more. Weights are told apart by size,
    date and number of their files, which are not read.

    Args:
        made_with: see ``EngineInfo.made_with``.
    """
    stamps: dict[str, Stamp | None] = {}
    found = {}
    for key in keys:
        if key.model not in stamps:
            stamps[key.model] = _stamp_of(key.model)
        stamp = stamps[key.model]
        if stamp is not None:
            parts = key.model_dump(mode="json"), stamp, sorted(made_with.items())
            text = json.dumps(parts, sort_keys=True)
            found[key] = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    return found


def _stamp_of(model: str) -> Stamp | None:
    try:
        path = model_path(model)
        if path.is_dir():
            return model_stamp(path)
        status = path.stat()
    except (OSError, PlaygroundError):
        return None
    return ((path.name, status.st_size, status.st_mtime_ns, status.st_ino),)


def known_verdicts(path: Path, identities: Iterable[str]) -> dict[str, ParityVerdict]:
    """Return the verdicts that are kept, by identity; a file that cannot be read has none."""
    kept, found = _read(path), {}
    for identity in identities:
        if identity in kept:
            try:
                found[identity] = ParityVerdict.model_validate(kept[identity])
            except ValidationError:  # of another version
                continue
    return found


def keep_verdict(path: Path, identity: str, verdict: ParityVerdict) -> None:
    """Add a verdict; one that compared nothing is not kept.

    Raises:
        OSError: it could not be written.
    """
    if verdict.outcome is Outcome.UNCHECKED:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE_S):
            kept = _read(path)
            kept.pop(identity, None)
            kept[identity] = verdict.model_dump(mode="json")
            latest = dict(list(kept.items())[-MOST_KEPT:])
            replace_file(path, json.dumps(latest).encode())
    except Timeout:
        raise OSError(errno.EBUSY, "another window holds the file") from None


def _read(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            return {}
        values = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
