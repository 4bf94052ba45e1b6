"""The names of phases, and of the parts of first calls, in the language of the window."""

from __future__ import annotations

from .translate import tr


def phase_word(name: str) -> str:
    """Return the name of a phase, of one in ``record.PHASES``."""
    return {
        "trace": tr("trace"),
        "compile": tr("compile"),
        "load": tr("load"),
        "store": tr("store"),
        "run": tr("run"),
    }[name]


def part_word(name: str) -> str:
    """Return the name of a part of a phase; one that only a newer version knows stays as it is."""
    return {
        "embeddings": tr("embeddings"),
        "attention": tr("attention"),
        "MLP": tr("MLP"),
        "normalization": tr("normalization"),
        "head": tr("head"),
        "rest of the model": tr("rest of the model"),
        "selection": tr("selection"),
        "loop": tr("loop"),
        "storable program": tr("storable program"),
        "conversion to HLO": tr("conversion to HLO"),
        "XLA passes": tr("XLA passes"),
        "code generation": tr("code generation"),
        "XLA passes and code generation": tr("XLA passes and code generation"),
        "reading the file": tr("reading the file"),
        "loading the executable": tr("loading the executable"),
        "first run": tr("first run"),
        "answer": tr("answer"),
        "other": tr("other"),
    }.get(name, name)
