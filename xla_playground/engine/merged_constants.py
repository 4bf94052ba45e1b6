"""Equal constants of a function are made one.

Nearly half of the nodes that Transformers' models trace are constants: shapes, axes and ones, each
made where it is needed. TensorFlow inlines a layer's function for every layer and converts every
node of it to HLO, at each first call and at each load from the store.
"""

from __future__ import annotations

from typing import Any


def merge_constants(definition: Any) -> None:
    """Keep the first of equal ``Const`` nodes of a ``FunctionDef`` message; change it in place."""
    firsts: dict[bytes, str] = {}
    instead: dict[str, str] = {}
    for node in definition.node_def:
        if node.op == "Const" and not node.input:  # one that waits for another node is its own
            value = node.attr["value"].SerializeToString(deterministic=True)
            first = firsts.setdefault(value, node.name)
            if first != node.name:
                instead[node.name] = first
    kept = [type(n).FromString(n.SerializeToString()) for n in definition.node_def]
    del definition.node_def[:]
    definition.node_def.extend(node for node in kept if node.name not in instead)
    for node in definition.node_def:
        node.input[:] = [_redirected(name, instead) for name in node.input]
    for results in (definition.ret, definition.control_ret):
        for result, name in results.items():
            results[result] = _redirected(name, instead)


def _redirected(name: str, instead: dict[str, str]) -> str:
    """An input's name, ``node``, ``node:output:0`` or ``^node``, with another node in it."""
    wait = "^" if name.startswith("^") else ""
    node, *output = name.removeprefix("^").split(":")
    return wait + ":".join([instead.get(node, node), *output])
