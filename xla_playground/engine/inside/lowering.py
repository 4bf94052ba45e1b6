"""The texts that XLA makes of a function which TensorFlow knows by name.

An optimized text is compiled anew, beside the executable that calls use, and thrown away: no call
gets slower by it or another executable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

#: Returns a function at a stage of XLA's, see ``tf.function``'s ``experimental_get_compiler_ir``.
Lower = Callable[[str], bytes]

STABLEHLO, OPTIMIZED, OPTIMIZED_PROTO = (
    "stablehlo",
    "optimized_hlo",
    "optimized_hlo_proto_serialized",
)


@dataclass(frozen=True)
class Lowering:
    """The lowering of a function that TensorFlow knows by name.

    Attributes:
        name: of the function.
        inputs: a ``tf.TensorSpec`` of each input, captured ones left out.
        captured: the tensors and variable handles that it takes after them.
    """

    name: str
    inputs: Sequence[Any]
    captured: Sequence[Any]

    @property
    def module(self) -> str:
        """Return the name of the function as XLA's modules have it."""
        return f"a{self.name[1:]}" if self.name.startswith("_") else self.name

    def __call__(self, stage: str) -> bytes:
        import tensorflow as tf
        from tensorflow.python.eager import context as eager_context

        text: bytes = eager_context.context().get_compiler_ir(
            device_name=tf.zeros([]).device,
            platform_name=None,
            function_name=self.name,
            flat_args=list(self.inputs),
            captured_inputs=list(self.captured),
            stage=stage,
        )
        return text


def lowering_of(concrete: Any) -> Lowering:
    """Return the lowering of a ``ConcreteFunction``, whatever constants it was traced with.

    ``experimental_get_compiler_ir`` itself takes none of ``generate``'s keywords.
    """
    import tensorflow as tf

    captured = concrete.captured_inputs
    own = concrete.inputs[: len(concrete.inputs) - len(captured)]
    return Lowering(
        concrete.name.decode(), [tf.TensorSpec(t.shape, t.dtype) for t in own], captured
    )
