"""Set the variables that TensorFlow reads at import, and import it."""

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
from ...core.messages import engine as messages
from ...core.messages.message import Message
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
    """Import ``tensorflow`` and ``transformers`` as ``import_tensorflow`` does, in any environment.

    Raises:
        EnvironmentFault: they cannot be imported here.
    """
    if sys.flags.optimize >= _NO_DOCSTRINGS:
        raise EnvironmentFault(messages.NO_DOCSTRINGS())
    directory = existing_directory()
    if directory is not None:  # the import of Transformers needs the current directory
        os.chdir(directory)
    try:
        return import_tensorflow()
    except Exception as error:  # other packages and PYTHONPATH can raise anything
        logger.warning("importing TensorFlow", exc_info=True)
        kind, why = type(error).__name__, first_line(error)
        problem = messages.NO_TENSORFLOW(kind=kind, why=why, advice=_import_advice())
        raise EnvironmentFault(problem) from error


def noted() -> str | Message:
    """Return the user's flags and limits for the end of a sentence, or ""."""
    suspected = suspects(os.environ | {"TF_XLA_FLAGS": user_flags()})
    return "" if suspected is None else messages.NOTED(settings=suspected)


def _import_advice() -> Message:
    """Return what to do about a failed import."""
    path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    package_parent = str(Path(__file__).resolve().parents[3])
    if foreign := [entry for entry in path if entry and entry != package_parent]:
        return messages.TRY_WITHOUT_PATH(entry=shown(foreign[0]))
    settings = noted()
    return messages.TRY_WITHOUT_SETTINGS(noted=settings) if settings else messages.INSTALL_AGAIN()


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
    """Make XLA read the user's flags now: an unknown flag ends the process.

    XLA reads them at its first compilation, which would be in a user's call.

    Args:
        are_checked: whether the flags are known to be good. Then XLA's INFO lines are dropped from
            stderr. Otherwise they are not, since a pipe within a process that XLA ends would lose
            the line with the reason.
    """
    if os.environ.get("XLA_FLAGS"):
        with CompileReport() if are_checked else contextlib.nullcontext():
            tf.function(lambda: tf.zeros(1) + 1.0, jit_compile=True, autograph=False)()


def _is_worth_reading(record: logging.LogRecord) -> bool:
    """Drop two warnings whose conditions the engine checks itself, and that are always printed.

    "right-padding was detected" is printed at every trace of a decoder-only model, and "sequence
    length is longer" before the engine compares the positions with the model.
    """
    text = str(record.msg)
    return "right-padding was detected" not in text and "sequence length is longer" not in text
