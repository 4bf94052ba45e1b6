"""Find the cause of a failed load: the model's files, this machine, or the program."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from ...core.checkpoint.catalog import DEFAULT_MODEL, bundled_names
from ...core.errors import (
    CheckpointError,
    EngineFailure,
    EnvironmentFault,
    PlaygroundError,
    first_line,
)
from ...core.messages.models import checkpoint as messages
from ..platform.environment import noted
from ..protocols.tensorflow import TensorFlow

logger = logging.getLogger(__name__)

#: The type of callbacks that load a model by name, or raise.
Load = Callable[[str], object]


def load_failure(
    tf: TensorFlow, name: str, folder: Path, error: Exception, load: Load
) -> PlaygroundError:
    """Return the error to raise for ``error``, which loading ``folder`` raised.

    Damaged folders raise nine types, and so does a broken environment: so the bundled model is
    loaded, too, and the files are blamed only if it can be.

    Args:
        name: what the user calls the model.
    """
    logger.warning("loading %s", name, exc_info=error)
    said = f"{type(error).__name__}: {first_line(error)}"
    if isinstance(error, (MemoryError, tf.errors.ResourceExhaustedError)):
        return EngineFailure(messages.MODEL_TOO_LARGE(model=folder.name, noted=noted()))
    if isinstance(error, ImportError):
        return EnvironmentFault(messages.CANNOT_IMPORT(model=folder.name, why=said))
    if isinstance(error, OSError) and error.errno is not None:
        path, why = str(error.filename or folder), str(error.strerror)
        return EnvironmentFault(
            messages.FILE_FAULT(model=folder.name, why=why, path=path, noted=noted())
        )
    if not _others_load(name, load):
        problem = messages.NO_MODEL_LOADS(model=folder.name, why=said, noted=noted())
        return EnvironmentFault(problem)
    return CheckpointError(messages.MODEL_DAMAGED(model=folder.name, why=said))


def _others_load(name: str, load: Load) -> bool:
    """Return whether the bundled model loads.

    ``False`` if it is ``name``, ``True`` if it is missing.
    """
    if DEFAULT_MODEL not in bundled_names():
        return True  # nothing to compare with
    if name == DEFAULT_MODEL:
        return False
    try:
        load(DEFAULT_MODEL)
    except PlaygroundError:
        return False
    return True
