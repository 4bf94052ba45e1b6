"""What must be set before TensorFlow is imported, and the import itself."""

from __future__ import annotations

import logging
import os
import warnings
from typing import Any

#: TensorFlow source files that report what is measured here, each at verbose level 1:
#: the compile time of every XLA compilation, and executables that were loaded instead.
_REPORTING_MODULES = "device_compilation_profiler=1,device_executable_persistor=1"


def prepare_environment() -> None:
    """Set the variables that TensorFlow and Transformers read once, at import."""
    os.environ["TF_USE_LEGACY_KERAS"] = "1"  # Transformers needs Keras 2
    os.environ["TF_CPP_VMODULE"] = _REPORTING_MODULES
    os.environ.pop("TF_CPP_MIN_LOG_LEVEL", None)  # would silence the compile report
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["HF_HUB_OFFLINE"] = "1"  # a folder is a folder: nothing is fetched behind its back
    os.environ.setdefault("TF_FORCE_GPU_ALLOW_GROWTH", "true")


def import_tensorflow() -> tuple[Any, Any]:
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
    return tf, transformers


def _is_worth_reading(record: logging.LogRecord) -> bool:
    """Drop two warnings that are checked for here already, and printed whatever the input.

    "right-padding was detected" comes at every trace of a decoder-only model, and "sequence length
    is longer" before the positions are held against the model.
    """
    text = str(record.msg)
    return "right-padding was detected" not in text and "sequence length is longer" not in text
