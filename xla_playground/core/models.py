"""The models that can be named: those that are bundled, and folders."""

from __future__ import annotations

from pathlib import Path

from .checkpoint import check_checkpoint
from .errors import CheckpointError
from .model_info import ModelInfo
from .paths import resource_dir

DEFAULT_MODEL = "playground-gpt2"


def bundled_names() -> tuple[str, ...]:
    """The names of the bundled models, sorted."""
    folder = resource_dir() / "models"
    if not folder.is_dir():
        return ()
    return tuple(sorted(p.name for p in folder.iterdir() if (p / "config.json").is_file()))


def model_path(model: str) -> Path:
    """The folder that ``model`` names: a bundled name or a path.

    Raises:
        CheckpointError: it is neither.
    """
    if model in bundled_names():
        return resource_dir() / "models" / model
    try:
        path = Path(model).expanduser()
        if model and path.exists():
            return path
    except (OSError, ValueError, RuntimeError):  # too long, NUL inside, no such home
        pass
    bundled = ", ".join(bundled_names()) or "none"
    raise CheckpointError(
        f"There is no model {model!r}: give a folder or a bundled name ({bundled})."
    )


def check_model(model: str) -> ModelInfo:
    """Validate the model that ``model`` names, see ``check_checkpoint``.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
    """
    return check_checkpoint(model_path(model), name=model)
