"""Prepare TensorFlow as somebody else imports it.

What it logs, and so whether it reports how long it compiles, TensorFlow reads as its library is
loaded; where XLA keeps executables at the first use of a flag. So both variables are set while
``import tensorflow`` runs, the flags are read at its end, and the variables are put back.
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
    """What came of the import; see the functions below."""

    staging: Staging | None = None
    unreported: Message | None = _TOO_LATE


_prepared = _Prepared()


def prepare_import() -> None:
    """Have TensorFlow prepared when it is imported; without effect if it is there."""
    if "tensorflow" not in sys.modules and not any(isinstance(f, _Finder) for f in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def staging_of_import() -> Staging | None:
    """Return the folder for executables that TensorFlow knows, ``None`` if it knows none."""
    return _prepared.staging or open_staging()


def why_unreported() -> Message:
    """Return why TensorFlow reported no compile."""
    return _prepared.unreported or messages.NOTHING_REPORTED()


class _Finder(MetaPathFinder):
    """Finds TensorFlow as others do, and prepares its import once."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != "tensorflow":
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next(filter(None, found), None)
        if spec is not None and spec.loader is not None:
            self._prepare(spec.loader)  # whoever only looks for TensorFlow drops it
        return spec

    def _prepare(self, loader: Any) -> None:
        own = loader.exec_module

        def exec_module(module: ModuleType) -> None:
            del loader.exec_module  # the class's is seen again
            sys.meta_path.remove(self)
            with _variables_set():
                own(module)
                _read_flags()

        loader.exec_module = exec_module


@contextmanager
def _variables_set() -> Iterator[None]:
    names = (_LEVELS, FLAG_VARIABLES[1])
    before = {name: os.environ.get(name) for name in names}
    _prepared.staging = open_staging(is_importing=True)  # which sets the second one
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
    """Have TensorFlow read XLA's flags: asking for one reads them all."""
    from tensorflow.python.client import pywrap_tf_session

    pywrap_tf_session.TF_GetXlaConstantFoldingDisabled()
