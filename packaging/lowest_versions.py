"""Print the lowest allowed version of each run-time dependency, as constraints for pip.

    python packaging/lowest_versions.py

They come from pyproject.toml. The packages of the extra [test] keep their locked versions; what the
dependencies themselves need is left to pip, since the locked versions of it may be too new.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
#: A name and the version after ``>=``, or ``==`` with a star.
_LOWEST = re.compile(r"(?P<name>[\w-]+)(==(?P<series>[\d.]+)\.\*|.*?>=(?P<lowest>[\d.]+))")
_LOCKED = re.compile(r"(?P<name>[\w.-]+)==(?P<version>\S+)")


def lowest() -> dict[str, str]:
    """Return the lowest version of each run-time dependency by its normalized name."""
    found = {}
    for requirement in _project()["dependencies"]:
        match = _LOWEST.match(requirement)
        if match is None:
            raise ValueError(f"{requirement} has no lowest version")
        found[_normalized(match["name"])] = match["lowest"] or f"{match['series']}.0"
    return found


def locked() -> dict[str, str]:
    """Return every locked version by its package's normalized name."""
    text = (ROOT / "packaging" / "constraints.txt").read_text("utf-8")
    matches = (_LOCKED.fullmatch(line) for line in text.splitlines())
    return {_normalized(match["name"]): match["version"] for match in matches if match}


def tools() -> dict[str, str]:
    """Return the locked version of each package of the extra [test]."""
    names = (re.split(r"[>=<]", one)[0] for one in _project()["optional-dependencies"]["test"])
    versions = locked()
    return {name: versions[name] for name in map(_normalized, names)}


def _project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    for name, version in (tools() | lowest()).items():
        print(f"{name}=={version}")
