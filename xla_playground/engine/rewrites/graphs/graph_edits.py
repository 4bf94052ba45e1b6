"""Edit ``FunctionDef`` messages."""

from __future__ import annotations

from collections.abc import Mapping

from ...protocols.graphs import FunctionDef


def redirect(definition: FunctionDef, outputs: Mapping[str, str]) -> None:
    """Rewire the inputs of a ``FunctionDef`` from old output names to new ones.

    Both are named as inputs are: ``node:output:0``, or ``^node`` if a node only waits for another.
    """
    for node in definition.node_def:
        for place, name in enumerate(node.input):
            if name in outputs:
                node.input[place] = outputs[name]
    for result, name in definition.ret.items():
        definition.ret[result] = outputs.get(name, name)
