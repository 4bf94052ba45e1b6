"""Whose fault it is that a model cannot be loaded: its files', this machine's, or the program's."""

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
from ..platform.environment import noted
from ..protocols.tensorflow import TensorFlow

logger = logging.getLogger(__name__)

#: Loads a model by name; what is wrong raises.
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
        return EngineFailure(
            f"{folder.name} does not fit into memory{noted()}: close other programs or choose a "
            "smaller model."
        )
    if isinstance(error, ImportError):
        return EnvironmentFault(
            f"{folder.name} cannot be loaded, because Python cannot import what it needs ({said}): "
            "install that package, or the program again."
        )
    if isinstance(error, OSError) and error.errno is not None:
        return EnvironmentFault(
            f"{folder.name} cannot be read ({error.strerror}: {error.filename or folder})"
            f"{noted()}: mend that and load it again."
        )
    if not _others_load(name, load):
        return EnvironmentFault(
            f"{folder.name} cannot be loaded, and no other model can ({said}){noted()}: install "
            "the program again."
        )
    return CheckpointError(
        f"{folder.name} cannot be loaded ({said}), while other models can: its files are damaged "
        "or do not belong together."
    )


def _others_load(name: str, load: Load) -> bool:
    """Return whether the bundled model loads.

    ``False`` if it is ``name``, ``True`` if it is missing.
    """
    if DEFAULT_MODEL not in bundled_names():
        return True  # there is nothing to compare with
    if name == DEFAULT_MODEL:
        return False
    try:
        load(DEFAULT_MODEL)
    except PlaygroundError:
        return False
    return True
