"""Stored HLO texts, and changes of them."""

from __future__ import annotations

import re
from pathlib import Path

from xla_playground.core.inside.hlo import Module, parse_hlo

FOLDER = Path(__file__).resolve().parents[2] / "data" / "hlo"


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.hlo").read_text("utf-8")


def module_of(name: str) -> Module:
    return parse_hlo(text_of(name))


def renamed(text: str) -> str:
    """The same program with new names, as another trace would give them."""
    return re.sub(r"%([\w.\-]+)", lambda name: f"%other_{name[1]}.7", text)
