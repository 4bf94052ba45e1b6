"""Run a child module that prints its figures and ends."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from ...core.errors import EngineFailure
from ...core.messages.message import Message
from .processes import ended


def probe(name: Message, module: str, *arguments: str, given: str = "") -> dict[str, Any]:
    """Return the JSON object of the last line that a module of ``bench.children`` prints.

    Args:
        name: what it is, for the message if it fails.
        given: its stdin.

    Raises:
        EngineFailure: it failed, or printed nothing.
    """
    children = f"{__package__.rpartition('.')[0]}.children"
    done = subprocess.run(
        [sys.executable, "-m", f"{children}.{module}", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if done.returncode != 0 or not lines:
        raise EngineFailure(ended(name, done.returncode, done.stderr))
    told: dict[str, Any] = json.loads(lines[-1])
    return told
