"""Merge equal constants of a function.

Nearly half of the nodes that Transformers' models trace are constants: shapes, axes and ones, each
created at its use. TensorFlow inlines a layer's function for every layer and converts every node of
it to HLO, at each first call and at each load from the store.
"""

from __future__ import annotations

from ...protocols.graphs import FunctionDef
from .graph_edits import redirect


def merge_constants(definition: FunctionDef) -> None:
    """Keep the first of equal ``Const`` nodes of a ``FunctionDef`` message; change it in place."""
    firsts: dict[bytes, str] = {}
    surplus: list[int] = []
    outputs: dict[str, str] = {}
    for place, node in enumerate(definition.node_def):
        if node.op != "Const" or node.input:  # a node that waits for another one differs
            continue
        value = node.attr["value"].SerializeToString(deterministic=True)
        first = firsts.setdefault(value, node.name)
        if first != node.name:
            surplus.append(place)
            outputs |= {f"{node.name}:output:0": f"{first}:output:0", f"^{node.name}": f"^{first}"}
    redirect(definition, outputs)
    for place in reversed(surplus):
        del definition.node_def[place]
