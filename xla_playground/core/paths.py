"""The folders and files of the program on this machine, one function for each."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("xla-playground", appauthor=False)

#: Set to a folder, everything that the program keeps goes below it (tests, portable installs).
HOME_VARIABLE = "XLA_PLAYGROUND_HOME"


def _below_home(name: str, default: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else Path(default)


def config_dir() -> Path:
    """Return the folder of the settings file."""
    return _below_home("config", _DIRS.user_config_dir)


def data_dir() -> Path:
    """Return the folder of the history."""
    return _below_home("data", _DIRS.user_data_dir)


def cache_dir() -> Path:
    """Return the folder of data that can be made or fetched again: pulled and imported models."""
    return _below_home("cache", _DIRS.user_cache_dir)


def store_dir() -> Path:
    """Return the folder of the specializations on disk."""
    return cache_dir() / "specializations"


def settings_path() -> Path:
    """Return the path of the settings file."""
    return config_dir() / "settings.json"


def history_path() -> Path:
    """Return the path of the database of calls."""
    return data_dir() / "history.sqlite3"


def lessons_path() -> Path:
    """Return the path of the progress in the lessons."""
    return data_dir() / "lessons.json"


def claims_path() -> Path:
    """Return the path of the results for published claims."""
    return data_dir() / "claims.json"


def lab_path() -> Path:
    """Return the path of the code that the lab showed when the window closed."""
    return data_dir() / "lab.py"


def machine_path() -> Path:
    """Return the path of what was measured of this machine."""
    return data_dir() / "machine.json"


def measuring_path() -> Path:
    """Return the folder with the locks of commands that measure."""
    return cache_dir() / "measuring"


def parity_path() -> Path:
    """Return the path of the verdicts on specializations that were checked against eager."""
    return cache_dir() / "parity.json"


def resource_dir() -> Path:
    """Return the folder ``resources``: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
