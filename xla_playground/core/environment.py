"""Environment variables that change TensorFlow, Transformers or Python, and the values that the
engine needs.

Two tables of variables that are overridden: those that Python reads when a process starts, which
only the parent of a worker can set, and those that the libraries read at import, which the engine
sets itself. Variables by which a user changes how TensorFlow computes are kept, and shown by
``info``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from .errors import shown
from .limits import limits
from .messages import engine as messages
from .messages.message import Message
from .paths import resource_dir

#: Variables that hold flags of XLA and of TensorFlow's use of it; an unknown flag ends the process.
FLAG_VARIABLES = ("XLA_FLAGS", "TF_XLA_FLAGS")

# TensorFlow source files that report what is measured here, each at verbose level 1: the compile
# time of every XLA compilation, and executables that were loaded instead
REPORTING_MODULES = "device_compilation_profiler=1,device_executable_persistor=1"
# those that report when the parts of a compilation begin, some dozen lines each; not switched on in
# a process of the user's, whose own functions would print them
PART_REPORTING_MODULES = "xla_compiler=1,service=1,cpu_compiler=1"


@dataclass(frozen=True)
class Override:
    """A variable that the engine sets or removes.

    Attributes:
        value: its new value; ``None``: it is removed.
        reason: the effect of another value.
        is_default: whether a value of the user's is kept.
    """

    name: str
    value: str | None
    reason: str
    is_default: bool = False


#: Read by Python when a process starts.
PYTHON_OVERRIDES = (
    Override("PYTHONOPTIMIZE", None, "2 removes the docstrings that Transformers' classes read"),
    Override("PYTHONWARNINGS", None, "`error` turns a library's warning into a failed call"),
    Override("PYTHONINSPECT", None, "keeps the process after its end"),
    Override("PYTHONUTF8", "1", "files of models are UTF-8, whatever the locale"),
)

#: Read by TensorFlow, Transformers and the hub's client when they are imported.
LIBRARY_OVERRIDES = (
    Override("TF_USE_LEGACY_KERAS", "1", "Transformers' TensorFlow classes need Keras 2"),
    Override("KERAS_BACKEND", None, "chooses another library than TensorFlow"),
    Override("KERAS_HOME", str(Path(os.devnull, "keras")), "its keras.json can change all types"),
    Override("TF2_BEHAVIOR", None, "0 switches eager execution off"),
    Override("USE_TF", "1", "0 hides TensorFlow from Transformers"),
    Override("USE_TORCH", "0", "1 hides TensorFlow from Transformers; PyTorch takes seconds"),
    Override("USE_FLAX", "0", "JAX is imported for nothing"),
    Override("FORCE_TF_AVAILABLE", None, "hides TensorFlow's version from Transformers"),
    Override(
        "TF_CPP_VMODULE",
        f"{REPORTING_MODULES},{PART_REPORTING_MODULES}",
        "compile times and their parts come from this log",
    ),
    Override("TF_CPP_MIN_LOG_LEVEL", None, "silences the report of compile times"),
    Override("TF_CPP_MAX_VLOG_LEVEL", None, "logs megabytes, which lengthens what is measured"),
    Override("TF_CPP_VLOG_FILENAME", None, "sends the report of compile times into a file"),
    Override("TOKENIZERS_PARALLELISM", "false", "threads of the tokenizer outlive their use"),
    Override("HF_HUB_OFFLINE", "1", "a folder is a folder: nothing is fetched behind its back"),
    Override("TRUST_REMOTE_CODE", None, "lets tokenizers of a folder unpickle, which runs code"),
    Override("HF_HUB_ETAG_TIMEOUT", None, "ends the import unless it is a number"),
    Override("HF_HUB_DOWNLOAD_TIMEOUT", None, "ends the import unless it is a number"),
    Override("PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION", None, "another one is slow or missing"),
    Override(
        "TF_FORCE_GPU_ALLOW_GROWTH",
        "true",
        "a process takes the whole GPU, and CUDA graphs of the next one fail",
        is_default=True,
    ),
)

#: Variables that change how TensorFlow computes, which the user chooses.
KEPT = (
    *FLAG_VARIABLES,
    "TF_DETERMINISTIC_OPS",
    "TF_ENABLE_ONEDNN_OPTS",
    "TF_NUM_INTRAOP_THREADS",
    "TF_NUM_INTEROP_THREADS",
    "OMP_NUM_THREADS",
    "TF_GPU_ALLOCATOR",
    "TF_FORCE_GPU_ALLOW_GROWTH",
    "NVIDIA_TF32_OVERRIDE",
    "CUDA_VISIBLE_DEVICES",
)


def overridden(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the reason by name for each variable of the user's that the engine does not keep."""
    return {
        override.name: override.reason
        for override in (*PYTHON_OVERRIDES, *LIBRARY_OVERRIDES)
        if not override.is_default
        and override.name in environ
        and environ[override.name] != override.value
    }


def kept(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of ``KEPT`` that are set, with their values."""
    return {name: environ[name] for name in KEPT if environ.get(name)}


def override(environ: MutableMapping[str, str], overrides: tuple[Override, ...]) -> None:
    """Set and remove variables of ``environ`` as ``overrides`` say."""
    for item in overrides:
        if item.value is None:
            environ.pop(item.name, None)
        elif item.is_default:
            environ.setdefault(item.name, item.value)
        else:
            environ[item.name] = item.value


def has_directory() -> bool:
    """Return whether the current directory exists; Transformers' import fails if it does not."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True


def existing_directory() -> str | None:
    """Return a directory to work in if the current one was deleted, else ``None``.

    It is the program's own folder, in which a relative path of the user's leads nowhere.
    """
    return None if has_directory() else str(resource_dir())


def suspects(environ: Mapping[str, str]) -> Message | None:
    """Return what of flags and limits can end TensorFlow, ``None`` if nothing of them is set."""
    names = (*FLAG_VARIABLES, "TF_DETERMINISTIC_OPS")  # the last forbids draws without a seed
    flags = [f"{name}={shown(environ[name])[1:-1]}" for name in names if environ.get(name)]
    are_set = tuple(messages.IS_SET(name=name) for name in (*flags, *limits()))
    return messages.ARE_SET(settings=are_set) if are_set else None
