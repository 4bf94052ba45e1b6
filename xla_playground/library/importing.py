"""Import models in other programs' formats as model folders, which are made once and kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..core.checkpoint.catalog import IMPORT_NOTE, ImportNote, imports_dir
from ..core.errors import CheckpointError, shown
from ..core.messages.models import checkpoint as messages
from .ctranslate2.importer import MODEL_FILE, READ_FILES, import_ct2, is_ct2_folder, read_ct2
from .files.file_digest import known_sha256, remembered_sha256
from .files.new_folder import new_folder
from .files.progress import OnProgress, tell_nobody
from .gguf.header import is_gguf
from .gguf.importer import import_gguf, read_gguf

#: Part of the name of an import, raised if a change of the importers changes their result.
_VERSION = 1
GGUF = "GGUF"
CT2 = "CTranslate2"
IMPORTERS = {GGUF: import_gguf, CT2: import_ct2}


def foreign_format(path: Path) -> tuple[str, Path] | None:
    """Return the format, ``GGUF`` or ``CT2``, and the path to import.

    ``None`` if the model needs no import.

    A folder that holds nothing but one GGUF file stands for it, ``model.bin`` for its folder.
    """
    if is_gguf(path):
        return GGUF, path
    folder = path.parent if path.name == MODEL_FILE else path
    if is_ct2_folder(folder) and not (folder / "model.safetensors").exists():
        return CT2, folder
    try:
        if path.is_dir() and not (path / "config.json").exists():
            files = [file for file in path.glob("*.gguf") if is_gguf(file)]
            return (GGUF, files[0]) if len(files) == 1 else None
    except OSError:
        pass
    return None


def imported_folder(path: Path, on_progress: OnProgress | None = None) -> Path:
    """Return the model folder of ``path``, imported from a GGUF file or CTranslate2 folder if
    necessary.

    The folder stays in the cache under the SHA-256 of its source, so that a moved or copied file is
    not imported again. Two processes may import the same source at the same time.

    Raises:
        CheckpointError: it is damaged or cannot run here.
        EnvironmentFault: the cache has no room or cannot be written.
    """
    found = foreign_format(path)
    if found is None:
        return path
    kind, source = found
    try:
        _check_unknown(kind, source)
        target = imports_dir() / f"{_digest(kind, source)}-{_VERSION}"
        if not target.is_dir():
            with new_folder(target) as folder:
                notices = IMPORTERS[kind](source, folder, on_progress or tell_nobody)
                note = ImportNote(source=str(source.resolve()), format=kind, notices=notices)
                (folder / IMPORT_NOTE).write_text(note.model_dump_json(), "utf-8")
    except OSError as error:
        which, why = shown(str(path)), str(error.strerror)
        raise CheckpointError(messages.FILES_UNREADABLE(path=which, why=why)) from None
    return target


def _check_unknown(kind: str, source: Path) -> None:
    """Refuse a source that cannot be imported before all of it is read for its digest."""
    if kind == GGUF:
        if known_sha256(source, _memory()) is None:
            read_gguf(source)
    elif known_sha256(source / MODEL_FILE, _memory()) is None:
        read_ct2(source)


def _memory() -> Path:
    """Return the folder that keeps digests."""
    return imports_dir() / ".digests"


def _digest(kind: str, source: Path) -> str:
    memory = _memory()
    if kind == GGUF:
        return remembered_sha256(source, memory)
    whole = hashlib.sha256()
    for name in READ_FILES:
        file = source / name
        digest = remembered_sha256(file, memory) if file.is_file() else "none"
        whole.update(f"{name} {digest}\n".encode())
    return whole.hexdigest()
