"""Find out whether an error comes from a module in PYTHONPATH that hides one the program needs.

It imports as little as possible, since any module may be the hidden one.
"""

# pathlib imports modules that may be hidden
# ruff: noqa: PTH119, PTH120, PTH122

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder


def hidden_by(error: BaseException) -> str | None:
    """Return a message that names the hiding module, ``None`` if the error has no such cause."""
    entries = [os.path.realpath(e) for e in os.environ.get("PYTHONPATH", "").split(os.pathsep) if e]
    for name, file in _failed(error):
        folder = _entry_of(file, entries)
        if folder is not None and _is_elsewhere(name, folder):
            return (
                f"{ascii(file)[1:-1]} hides the module {name} that XLA Playground needs: try "
                "without PYTHONPATH, which puts its folder before what is installed."
            )
    return None


def _failed(error: BaseException) -> list[tuple[str, str]]:
    """Return names and files of the modules in an error, or in an earlier one of its chain."""
    found = []
    cause: BaseException | None = error
    while cause is not None:
        names = [getattr(cause, "name", None) if isinstance(cause, ImportError) else None]
        names.append(getattr(getattr(cause, "obj", None), "__name__", None))
        trace = cause.__traceback__
        while trace is not None:
            names.append(trace.tb_frame.f_globals.get("__name__"))
            trace = trace.tb_next
        tops = [name.partition(".")[0] for name in names if isinstance(name, str)]
        modules = [(top, sys.modules.get(top)) for top in dict.fromkeys(tops)]
        found += [(top, getattr(m, "__file__", None)) for top, m in modules]
        found += [(_top_of(file), file) for file in _files(cause)]
        cause = cause.__cause__ or cause.__context__
    return [(name, file) for name, file in found if file]


def _files(error: BaseException) -> list[str]:
    """Return the files that raised; a module that failed to import is not in ``sys.modules``."""
    files = [error.path] if isinstance(error, ImportError) and error.path else []
    if isinstance(error, SyntaxError) and error.filename:
        files.append(error.filename)
    trace = error.__traceback__
    while trace is not None:
        files.append(trace.tb_frame.f_code.co_filename)
        trace = trace.tb_next
    return files


def _top_of(file: str) -> str:
    """Return the name that a file, or the package that it begins, is imported by."""
    stem = os.path.splitext(os.path.basename(file))[0]
    return os.path.basename(os.path.dirname(file)) if stem == "__init__" else stem


def _entry_of(file: str, entries: list[str]) -> str | None:
    """Return the entry of PYTHONPATH in which a module or a package lies directly."""
    folder = os.path.dirname(os.path.realpath(file))
    if os.path.basename(file).startswith("__init__."):
        folder = os.path.dirname(folder)
    return folder if folder in entries else None


def _is_elsewhere(name: str, folder: str) -> bool:
    """Return whether a module of this name is found in other folders, too."""
    others = [entry for entry in sys.path if os.path.realpath(entry or ".") != folder]
    return name in sys.stdlib_module_names or PathFinder.find_spec(name, others) is not None
