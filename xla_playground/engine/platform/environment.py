"""What must be set before TensorFlow is imported, and the import itself."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import warnings
from pathlib import Path
from typing import cast

from ...core.environment import LIBRARY_OVERRIDES, existing_directory, override, suspects
from ...core.errors import EnvironmentFault, first_line, shown
from ..protocols.models import Transformers
from ..protocols.tensorflow import TensorFlow
from .compile_report import CompileReport
from .executable_folder import user_flags

logger = logging.getLogger(__name__)

#: ``sys.flags.optimize`` of a Python that drops docstrings.
_NO_DOCSTRINGS = 2


def prepare_environment() -> None:
    """Set the variables that TensorFlow and Transformers read once, at import."""
    override(os.environ, LIBRARY_OVERRIDES)


def import_in_environment() -> tuple[TensorFlow, Transformers]:
    """Import ``tensorflow`` and ``transformers`` as ``import_tensorflow``, whatever is around.

    Raises:
        EnvironmentFault: they cannot be imported here.
    """
    if sys.flags.optimize >= _NO_DOCSTRINGS:
        raise EnvironmentFault(
            "Python runs without docstrings (PYTHONOPTIMIZE=2 or -OO), which Transformers needs: "
            "leave that out, or run the engine in its own process (without --in-process)."
        )
    directory = existing_directory()
    if directory is not None:  # importing Transformers asks for the current directory
        os.chdir(directory)
    try:
        return import_tensorflow()
    except Exception as error:  # what is installed or in PYTHONPATH can raise anything
        logger.warning("importing TensorFlow", exc_info=True)
        raise EnvironmentFault(
            f"TensorFlow cannot be imported ({type(error).__name__}: {first_line(error)}): "
            f"{_import_advice()}."
        ) from error


def noted() -> str:
    """Return the user's flags and limits for the end of a sentence, or ""."""
    suspected = suspects(os.environ | {"TF_XLA_FLAGS": user_flags()})
    return f" (note that {suspected})" if suspected else ""


def _import_advice() -> str:
    """Return what to do about a failed import."""
    path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    package_parent = str(Path(__file__).resolve().parents[3])
    if foreign := [entry for entry in path if entry and entry != package_parent]:
        return f"try without PYTHONPATH, which puts {shown(foreign[0])} before what is installed"
    return f"try without what is set here{noted()}" if noted() else "install the package again"


def import_tensorflow() -> tuple[TensorFlow, Transformers]:
    """Import ``tensorflow`` and ``transformers`` and return both; 3 to 7 seconds the first time."""
    prepare_environment()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import transformers  # first: it must come before anything touches tf.keras
        import tensorflow as tf
        from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    for name in ("transformers.generation.tf_utils", "transformers.tokenization_utils_base"):
        logging.getLogger(name).addFilter(_is_worth_reading)
    transformers_logging.set_verbosity_error()
    return cast(TensorFlow, tf), transformers


def read_flags(tf: TensorFlow, *, are_checked: bool) -> None:
    """Have XLA read the user's flags now: at an unknown one it ends the process.

    It reads them at its first compilation, which would be that of a user's call.

    Args:
        are_checked: whether they are known to end nothing. Then XLA's INFO lines are kept off
            stderr; a pipe within a process that XLA ends would lose the line that says why.
    """
    if os.environ.get("XLA_FLAGS"):
        with CompileReport() if are_checked else contextlib.nullcontext():
            tf.function(lambda: tf.zeros(1) + 1.0, jit_compile=True, autograph=False)()


def _is_worth_reading(record: logging.LogRecord) -> bool:
    """Drop two warnings that are checked for here already, and printed whatever the input.

    "right-padding was detected" comes at every trace of a decoder-only model, and "sequence length
    is longer" before the positions are held against the model.
    """
    text = str(record.msg)
    return "right-padding was detected" not in text and "sequence length is longer" not in text
