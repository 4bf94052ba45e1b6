"""How functions are traced: by the guide's recipe, and by ours.

``get_concrete_function`` traces without compiling, so that both are timed apart.
"""

from __future__ import annotations

import time

from ...core.call.breakdown import Part
from ...core.call.request import Arm, Request
from ...core.options.generate_arguments import generate_arguments
from ..inside.lowering import lowering_of
from ..loops.functions import LoopFunction
from ..model.loading import LoadedModel
from ..protocols.graphs import ConcreteFunction
from ..protocols.models import Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Array, Tensor
from ..rewrites.table import Rewrites
from ..timing.trace_parts import part_of_trace, trace_measured
from .specializations import Inputs, Specialization


def trace_documented(
    tf: TensorFlow, loaded: LoadedModel, request: Request, inputs: Inputs
) -> Specialization:
    """Trace exactly the code of the 🤗 XLA guide.

    ``xla_generate = tf.function(model.generate, jit_compile=True)``, called with the tokenized
    prompts and the options as Python constants; ``graph`` leaves ``jit_compile`` out.
    Source: https://huggingface.co/docs/transformers/tf_xla
    """
    arguments = generate_arguments(request.options)
    function = (
        tf.function(loaded.model.generate, jit_compile=True)
        if request.arm is Arm.XLA
        else tf.function(loaded.model.generate)
    )
    with trace_measured() as clock:
        start = time.perf_counter_ns()
        with part_of_trace(Part.LOOP):
            concrete = function.get_concrete_function(**inputs, **arguments)
        trace_ns = time.perf_counter_ns() - start

    def call(inputs: Inputs) -> Array:
        return function(**inputs, **arguments).numpy()

    lower = lowering_of(concrete) if request.arm is Arm.XLA else None
    return Specialization(call, trace_ns, function, lower, clock.parts())


def trace_fast(
    tf: TensorFlow, model: Model, function: LoopFunction, rewrites: Rewrites, *, is_compiled: bool
) -> ConcreteFunction:
    """Trace a function of our own loops, which needs no AutoGraph.

    Returns:
        the ``ConcreteFunction`` of the flat tensors of ``function.arguments``.
    """

    def run(*flat: Tensor) -> list[Tensor]:
        arguments = tf.nest.pack_sequence_as(function.arguments, flat)
        patches = rewrites.patched(tf, model, is_compiled=is_compiled)
        with patches, part_of_trace(Part.LOOP):
            return tf.nest.flatten(function.body(*arguments))

    traced = tf.function(run, autograph=False, jit_compile=is_compiled)
    specs = [tf.TensorSpec(t.shape, t.dtype) for t in tf.nest.flatten(function.arguments)]
    return traced.get_concrete_function(*specs)
