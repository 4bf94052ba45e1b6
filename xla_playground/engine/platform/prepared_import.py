"""Prepare TensorFlow's import in a process of the user's, who imports it.

TensorFlow reads its log levels, which decide whether it reports compile times, when its library is
loaded. It reads the folder of XLA's executables at the first use of a flag. So both variables are
set while ``import tensorflow`` runs, the flags are read at its end, and the variables are restored.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from ...core.environment import FLAG_VARIABLES, REPORTING_MODULES
from ...core.messages import engine as messages
from ...core.messages.message import Message
from .executable_folder import Staging, open_staging

_LEVELS, _LEAST, _FILE = "TF_CPP_VMODULE", "TF_CPP_MIN_LOG_LEVEL", "TF_CPP_VLOG_FILENAME"


_TOO_LATE = messages.IMPORTED_TOO_LATE()


@dataclass
class _Prepared:
    """The result of the import; see the functions below."""

    staging: Staging | None = None
    unreported: Message | None = _TOO_LATE


_prepared = _Prepared()


def prepare_import() -> None:
    """Prepare TensorFlow when it is imported; without effect if it was imported before."""
    if "tensorflow" not in sys.modules and not any(isinstance(f, _Finder) for f in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def staging_of_import() -> Staging | None:
    """Return the folder for executables that TensorFlow was given, ``None`` if there is none."""
    return _prepared.staging or open_staging()


def why_unreported() -> Message:
    """Return why TensorFlow reported no compile."""
    return _prepared.unreported or messages.NOTHING_REPORTED()


class _Finder(MetaPathFinder):
    """A finder of ``sys.meta_path`` that prepares TensorFlow's import once."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != "tensorflow":
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next(filter(None, found), None)
        if spec is not None and spec.loader is not None:
            self._prepare(spec.loader)  # a caller that only searches for TensorFlow drops it
        return spec

    def _prepare(self, loader: Any) -> None:
        own = loader.exec_module

        def exec_module(module: ModuleType) -> None:
            del loader.exec_module  # the class's method is found again
            sys.meta_path.remove(self)
            with _variables_set():
                own(module)
                _read_flags()

        loader.exec_module = exec_module


@contextmanager
def _variables_set() -> Iterator[None]:
    names = (_LEVELS, FLAG_VARIABLES[1])
    before = {name: os.environ.get(name) for name in names}
    _prepared.staging = open_staging(is_importing=True)  # it sets the second variable
    _prepared.unreported = _why_hidden()
    levels = before[_LEVELS]
    os.environ[_LEVELS] = f"{levels},{REPORTING_MODULES}" if levels else REPORTING_MODULES
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _why_hidden() -> Message | None:
    if os.environ.get(_LEAST, "0") != "0":
        return messages.REPORT_HIDDEN(name=_LEAST)
    return messages.REPORT_HIDDEN(name=_FILE) if _FILE in os.environ else None


def _read_flags() -> None:
    """Make TensorFlow read XLA's flags: reading one reads them all."""
    from tensorflow.python.client import pywrap_tf_session

    pywrap_tf_session.TF_GetXlaConstantFoldingDisabled()
