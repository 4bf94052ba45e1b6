"""Make the environment of a worker."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..core.environment import LIBRARY_OVERRIDES, PYTHON_OVERRIDES, override

_SEARCH_PATH = "LD_LIBRARY_PATH"
#: The folder for executables of an engine in this process; a worker makes its own.
_OWN_FLAG = re.compile(r"--tf_xla_persistent_cache_directory=\S*/xla-playground-\d+-\d+-\S*")


def worker_environment(
    environ: Mapping[str, str] = os.environ, search_path: Iterable[str] = tuple(sys.path)
) -> dict[str, str]:
    """Return the variables of a worker: those of ``environ``, set as the engine needs them.

    This package is importable without being installed, and the dynamic linker finds the CUDA
    libraries that lie beside TensorFlow in a folder of ``search_path``.
    """
    made = dict(environ)
    override(made, (*PYTHON_OVERRIDES, *LIBRARY_OVERRIDES))
    flags = " ".join(_OWN_FLAG.sub("", made.pop("TF_XLA_FLAGS", "")).split())
    if flags:
        made["TF_XLA_FLAGS"] = flags
    package_parent = str(Path(__file__).resolve().parents[2])
    made["PYTHONPATH"] = _joined(package_parent, environ.get("PYTHONPATH", ""))
    if folders := cuda_folders(search_path):
        made[_SEARCH_PATH] = _joined(environ.get(_SEARCH_PATH, ""), *folders)
    return made


def cuda_folders(search_path: Iterable[str]) -> list[str]:
    """Return the folders ``nvidia/*/lib`` of packages such as nvidia-cusolver-cu12.

    TensorFlow 2.21 does not find libcusolver.so.11 there unless LD_LIBRARY_PATH names them; the
    dynamic linker reads that variable only when a process starts.
    """
    return [
        str(folder)
        for entry in search_path
        if entry
        for folder in sorted(Path(entry).glob("nvidia/*/lib"))
    ]


def _joined(*paths: str) -> str:
    """Return paths joined; an empty one would mean the current directory."""
    return os.pathsep.join(filter(None, paths))
