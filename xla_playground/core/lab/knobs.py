"""What can be turned in a lab file, each knob by its name."""

from __future__ import annotations

import ast

from .source import CALLS, FIT, INPUTS, assigned_names, parsed, read_lab


def lab_knobs(text: str) -> dict[str, object]:
    """Return the knobs of a file: ``inputs.x.shape``, ``fit.steps``, ``calls``.

    A Python value has no shape and so on, and the value of a tensor is ``None``. ``calls`` is a
    syntax tree as text: only whether it differs says something.

    Raises:
        LabFileError: the file is not valid.
    """
    file, tree = read_lab(text), parsed(text)
    knobs: dict[str, object] = {}
    for given in file.inputs:
        fields = given.row() | {"value": given.value}
        knobs |= {f"{INPUTS}.{given.name}.{field}": value for field, value in fields.items()}
    fit = file.fit.model_dump()
    knobs |= {f"{FIT}.{field}": value for field, value in fit.items()}
    knobs[CALLS] = "".join(ast.dump(node) for node in tree.body if CALLS in assigned_names(node))
    return knobs


def code_of(text: str) -> str:
    """Return what a file has beside its tables, as the text of its syntax tree.

    Raises:
        LabFileError: it is not Python.
    """
    tables = {INPUTS, CALLS, FIT}
    rest = (node for node in parsed(text).body if tables.isdisjoint(assigned_names(node)))
    return "".join(map(ast.dump, rest))
