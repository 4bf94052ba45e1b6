"""Recognize files that were dropped together, and choose the one to open."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QSysInfo, QUrl

from .audio_names import is_audio_name

#: Names of a model's own files: each stands for its folder.
_OF_A_FOLDER = (".safetensors", ".h5", ".bin", ".json")
_MODEL_ENDINGS = (".gguf",)
_SESSION_ENDING = ".session"
#: Names of files whose text sets options, if they are not a model's own.
_CODE_ENDINGS = (".py", ".json")
#: The one of a model's own files that sets options, and does not stand for its folder.
_OPTIONS_FILE = "generation_config.json"
_MOST_LOOKED_AT = 200
_MOST_NAMED = 3


class DroppedKind(Enum):
    """The use of a dropped file or folder."""

    MODEL = auto()
    AUDIO = auto()
    SESSION = auto()
    CODE = auto()


@dataclass(frozen=True)
class Dropped:
    """The file or folder of a drop that is opened, and the rest.

    Attributes:
        path: the folder or file to open; for a model's own file, the model's folder.
        left_out: the other dropped files, without those that belong to it.
    """

    kind: DroppedKind
    path: Path
    left_out: tuple[Path, ...]


def choose_dropped(paths: Sequence[Path]) -> Dropped | None:
    """Return the first of ``paths`` that can be used, ``None`` if none can.

    A folder without a model is used if nothing else can be: opening it shows what it lacks.
    """
    looked_at = paths[:_MOST_LOOKED_AT]
    found = [(kind, path) for kind, path in map(_target, looked_at) if kind is not None]
    folders = [path for path in looked_at if _is_folder(path)]
    if not found and folders:
        found = [(DroppedKind.MODEL, folders[0])]
    if not found:
        return None
    kind, chosen = found[0]
    is_folder = _is_folder(chosen)
    left_out = (p for p in paths if p != chosen and not (is_folder and chosen in p.parents))
    return Dropped(kind, chosen, tuple(left_out))


def local_paths(data: QMimeData) -> list[Path]:
    """Return the files of this machine that a drag carries, each once."""
    paths = (_local_path(url) for url in data.urls() if url.isLocalFile())
    return list(dict.fromkeys(path for path in paths if path != Path()))


def names_of(paths: Sequence[Path]) -> str:
    """Return the names of files as one text; of many, the first few and a number."""
    names = ", ".join(path.name or str(path) for path in paths[:_MOST_NAMED])
    if len(paths) <= _MOST_NAMED:
        return names
    and_more = QCoreApplication.translate("dropped_files", "{0} and {1:,} more")
    return and_more.format(names, len(paths) - _MOST_NAMED)


def left_out_sentence(used: Path, left_out: Sequence[Path]) -> str:
    """Return a message on the dropped files that were not opened."""
    sentence = QCoreApplication.translate(
        "dropped_files", "{0} was opened; left out was {1}: drop one at a time."
    )
    return sentence.format(used.name, names_of(left_out))


def _target(path: Path) -> tuple[DroppedKind | None, Path]:
    """Return the use of a path, and the path to open."""
    ending = path.suffix.lower()
    if _is_folder(path):
        return (DroppedKind.MODEL if _holds_model(path) else None), path
    if not is_file(path):
        return None, path
    if ending in _MODEL_ENDINGS:
        return DroppedKind.MODEL, path
    if ending == _SESSION_ENDING:
        return DroppedKind.SESSION, path
    if is_audio_name(path):
        return DroppedKind.AUDIO, path
    if path.name == _OPTIONS_FILE:
        return DroppedKind.CODE, path
    if ending in _OF_A_FOLDER and _holds_model(path.parent):
        return DroppedKind.MODEL, path.parent
    return (DroppedKind.CODE if ending in _CODE_ENDINGS else None), path


def is_file(path: Path) -> bool:
    """Return whether a path is a file; ``False`` if it cannot be accessed."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib's raises in a locked folder


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - as above


def _holds_model(folder: Path) -> bool:
    return is_file(folder / "config.json")


def _local_path(url: QUrl) -> Path:
    if url.host() in ("localhost", QSysInfo.machineHostName()):  # some file managers write it
        url = QUrl(url)
        url.setHost("")
    return Path(url.toLocalFile())
