"""Write changed settings into a file that other windows write, too."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from ..files.replace_file import replace_file
from .settings import Settings

#: How long another window may hold the file; it does for the milliseconds of a write.
_PATIENCE_S = 5.0

#: Entries by their path: ``("theme",)``, ``("options", "seed")``.
_Entries = dict[tuple[str, ...], Any]


def save_changes(before: Settings, after: Settings, path: Path) -> None:
    """Write the entries in which ``after`` differs from ``before``, and leave the others alone.

    So each of two windows that share a file keeps its own changes, and the newest value of an entry
    counts. A file that is missing or is no settings file is written whole.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(target.with_name(f".{target.name}.lock"), timeout=_PATIENCE_S):
            stored = _read(target)
            if stored is None:
                entries = _entries_of(after)
            else:
                entries = _merged(stored, _entries_of(before), _entries_of(after))
            text = json.dumps(_nested(entries), indent=2, ensure_ascii=False)
            # half a character (a lone surrogate), which UTF-8 cannot hold, becomes a question mark
            replace_file(target, text.encode(errors="replace"))
    except Timeout:
        raise OSError(errno.EBUSY, "another window holds the file") from None


def _merged(stored: _Entries, before: _Entries, after: _Entries) -> _Entries:
    changed = {key: value for key, value in after.items() if before.get(key) != value}
    gone = {key for key in before if key not in after}
    # a valid value replaces the text that another window saved for its entry
    gone |= {("typed", key[-1]) for key in changed if ("typed", key[-1]) not in after}
    return {key: value for key, value in stored.items() if key not in gone} | changed


def _entries_of(settings: Settings) -> _Entries:
    return _flat(settings.model_dump(mode="json"))


def _read(path: Path) -> _Entries | None:
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return _flat(values) if isinstance(values, dict) else None


def _flat(values: dict[str, Any]) -> _Entries:
    entries: _Entries = {}
    for name, value in values.items():
        if isinstance(value, dict):
            entries |= {(name, part): inner for part, inner in value.items()}
        else:
            entries[(name,)] = value
    return entries


def _nested(entries: _Entries) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in entries.items():
        if len(key) == 1:
            values[key[0]] = value
        else:
            values.setdefault(key[0], {})[key[1]] = value
    return values
