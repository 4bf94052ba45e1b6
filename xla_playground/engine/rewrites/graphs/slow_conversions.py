"""Edit a graph so that operations that TensorFlow converts to HLO slowly are converted once for
each shape.

TensorFlow converts most operations in 0.1 to 0.5 ms. It lowers the operations here through MLIR one
at a time, in 8 to 11 ms each, and a small model holds sixty of them. A branch of a conditional with
inputs of the same shapes is converted only once, even if it occurs many times in a graph. So each
of these operations becomes the only branch of a conditional, which XLA then resolves: the HLO that
it optimizes is the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from ...protocols.graphs import AttrValue, FunctionDef, NodeDef
from .graph_edits import redirect

#: Each operation's only output; ``T`` is the type of all inputs and of the output.
_SLOW = {
    "Abs": "y",
    "Cos": "y",
    "Einsum": "output",
    "Exp": "y",
    "LogSoftmax": "logsoftmax",
    "Relu": "activations",
    "Rsqrt": "y",
    "Sigmoid": "y",
    "Sin": "y",
    "Softmax": "softmax",
    "Sqrt": "y",
    "Tanh": "y",
}
_INDEX = "only_branch"


def with_slow_conversions_shared(definitions: list[FunctionDef]) -> list[FunctionDef]:
    """Edit the ``FunctionDef`` messages in place.

    Return the messages, each after the functions that it now calls.
    """
    slow = [_slow(definition) for definition in definitions]
    counts = Counter(_branch_name(node) for nodes in slow for node in nodes)
    branches: dict[str, FunctionDef] = {}
    for definition, nodes in zip(definitions, slow, strict=True):
        outputs = {}
        for node in nodes:
            name = _branch_name(node)
            if counts[name] < 2:
                continue
            if name not in branches:
                branches[name] = _branch(type(definition), name, node)
            outputs[f"{node.name}:{_SLOW[node.op]}:0"] = f"{node.name}:output:0"
            _make_conditional(node, branches[name])
        if outputs:
            _add_index(definition)
            redirect(definition, outputs)
    return [*branches.values(), *definitions]


def _slow(definition: FunctionDef) -> list[NodeDef]:
    """Return the slow nodes to share, without those on constants: XLA folds these, and a branch
    would hide the constants.
    """
    constant: set[str] = set()
    found = []
    for node in definition.node_def:  # in the order of their inputs
        inputs = {name.split(":")[0] for name in _data_inputs(node)}
        if node.op == "Const" or (inputs and inputs <= constant):
            constant.add(node.name)
        elif node.op in _SLOW:
            found.append(node)
    return found


def _branch_name(node: NodeDef) -> str:
    """Return a name that is equal for operations that differ in their inputs only."""
    told = "".join(
        f"{name}{value.SerializeToString(deterministic=True)!r}"
        for name, value in sorted(_settings(node).items())
    )
    return f"{node.op}_{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _settings(node: NodeDef) -> dict[str, AttrValue]:
    return {name: value for name, value in node.attr.items() if not name.startswith("_")}


def _data_inputs(node: NodeDef) -> list[str]:
    return [name for name in node.input if not name.startswith("^")]


def _branch(kind: type[FunctionDef], name: str, node: NodeDef) -> FunctionDef:
    """Return a function whose only operation is that of ``node``."""
    branch = kind()
    branch.signature.name = name
    dtype = node.attr["T"].type
    only = branch.node_def.add(name="only", op=node.op)
    for place in range(len(_data_inputs(node))):
        branch.signature.input_arg.add(name=f"x{place}", type=dtype)
        only.input.append(f"x{place}")
    for setting, value in _settings(node).items():
        only.attr[setting].CopyFrom(value)
    branch.signature.output_arg.add(name="y", type=dtype)
    branch.ret["y"] = f"only:{_SLOW[node.op]}:0"
    return branch


def _make_conditional(node: NodeDef, branch: FunctionDef) -> None:
    """Replace the operation of ``node`` by a conditional with the only branch ``branch``."""
    inputs, dtype = list(node.input), node.attr["T"].type
    node.op = "StatelessCase"
    del node.input[:]
    node.input.extend([f"{_INDEX}:output:0", *inputs])
    node.attr.clear()
    node.attr["Tin"].list.type.extend([dtype] * len(branch.signature.input_arg))
    node.attr["Tout"].list.type.append(dtype)
    node.attr["branches"].list.func.add(name=branch.signature.name)


def _add_index(definition: FunctionDef) -> None:
    import tensorflow as tf

    index = definition.node_def.add(name=_INDEX, op="Const")
    index.attr["dtype"].type = tf.int32.as_datatype_enum
    index.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(0, tf.int32))
