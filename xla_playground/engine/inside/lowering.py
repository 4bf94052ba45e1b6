"""The texts that XLA makes of a function which TensorFlow knows by name.

An optimized text is compiled anew, beside the executable that calls use, and thrown away: no call
gets slower by it or another executable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

#: Returns a function at a stage of XLA's, see ``tf.function``'s ``experimental_get_compiler_ir``.
Lower = Callable[[str], bytes]

STABLEHLO, OPTIMIZED, OPTIMIZED_PROTO = (
    "stablehlo",
    "optimized_hlo",
    "optimized_hlo_proto_serialized",
)


def lowering(name: str, inputs: Sequence[Any], captured: Sequence[Any]) -> Lower:
    """Return the lowering of a function.

    Args:
        inputs: a ``tf.TensorSpec`` of each input, captured ones left out.
        captured: the tensors and variable handles that it takes after them.
    """
    return partial(_compiler_ir, name, list(inputs), list(captured))


def lowering_of(concrete: Any) -> Lower:
    """Return the lowering of a ``ConcreteFunction``, whatever constants it was traced with.

    ``experimental_get_compiler_ir`` itself takes none of ``generate``'s keywords.
    """
    import tensorflow as tf

    captured = concrete.captured_inputs
    own = concrete.inputs[: len(concrete.inputs) - len(captured)]
    return lowering(
        concrete.name.decode(), [tf.TensorSpec(t.shape, t.dtype) for t in own], captured
    )


def _compiler_ir(name: str, inputs: list[Any], captured: list[Any], stage: str) -> bytes:
    import tensorflow as tf
    from tensorflow.python.eager import context as eager_context

    text: bytes = eager_context.context().get_compiler_ir(
        device_name=tf.zeros([]).device,
        platform_name=None,
        function_name=name,
        flat_args=inputs,
        captured_inputs=captured,
        stage=stage,
    )
    return text
