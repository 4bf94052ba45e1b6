"""What this machine and this installation are, for what is shown on another one."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil
from pydantic import Field

from .. import __version__
from .frozen import Frozen

#: What computes tokens: its versions are named wherever tokens are.
_PACKAGES = ("tensorflow", "tf-keras", "transformers", "tokenizers", "numpy")
#: The share of the machine's memory that a worker may hold without a budget, as a divisor.
_BUDGET_SHARE = 4


class Machine(Frozen):
    """A machine and what is installed on it.

    Attributes:
        system: operating system and architecture.
        processor: the processor's name.
        cores: how many processors there are.
        memory_bytes: how much memory there is.
        load: load average of the last minute; ``None`` where there is no such thing.
        versions: by name, Python's and this program's among them.
    """

    system: str
    processor: str
    cores: int
    memory_bytes: int
    load: float | None = None
    versions: dict[str, str] = Field(default_factory=dict)


def this_machine() -> Machine:
    """Return the machine that this process runs on, as it is now."""
    return Machine(
        system=f"{platform.system()} {platform.machine()}",
        processor=_processor(),
        cores=os.cpu_count() or 1,
        memory_bytes=psutil.virtual_memory().total,
        load=None if sys.platform == "win32" else psutil.getloadavg()[0],
        versions=installed_versions(),
    )


def default_memory_budget() -> int:
    """Return the bytes that a worker may hold without a budget: a quarter of the machine's."""
    return psutil.virtual_memory().total // _BUDGET_SHARE


def installed_versions() -> dict[str, str]:
    """Return the versions that tokens depend on, by name; nothing is imported for it."""
    versions = {"xla-playground": __version__, "python": platform.python_version()}
    for package in _PACKAGES:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:  # TensorFlow has other names, too
            continue
    return versions


def versions_in_words(versions: dict[str, str]) -> str:
    """Return versions as a list: ``python 3.11.7, tensorflow 2.21.0``."""
    return ", ".join(f"{name} {value}" for name, value in versions.items())


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
