"""How functions are traced: by the guide's recipe, and by ours.

``get_concrete_function`` traces without compiling, so that both are timed apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from ..core.options import GenerationOptions, generate_arguments
from ..core.request import Arm, Request
from .layer_reuse import layers_traced_once
from .lean_generation import leaner_generation
from .live_options import kept_sequences, live_arguments, live_end, live_values
from .loading import LoadedModel
from .specializations import Call, Inputs, Specialization
from .while_tracing import leaner_operations


def trace_documented(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs
) -> Specialization:
    """Exactly the code of the 🤗 XLA guide.

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
    start = time.perf_counter_ns()
    function.get_concrete_function(**inputs, **arguments)
    trace_ns = time.perf_counter_ns() - start

    def call(inputs: Inputs, options: GenerationOptions) -> Any:
        return function(**inputs, **arguments).numpy()

    return Specialization(call, trace_ns, function)


def trace_fast(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs, capacity: int
) -> tuple[Any, int]:
    """The same ``generate``, traced without AutoGraph, its options read live where they can be.

    The loops are written with ``tf.while_loop`` and need no AutoGraph. ``capacity`` is the loop's
    room for new tokens. Returns the ``ConcreteFunction``, of ``generate``'s inputs and the live
    values, and how long tracing took in ns.
    """
    options, model = request.options, loaded.model
    is_compiled = request.arm is Arm.XLA
    prompt_length = _prompt_length(loaded, inputs)

    def run(inputs: Inputs, live: dict[str, Any]) -> Any:
        arguments = live_arguments(
            tf, model, options, live, prompt_length=prompt_length, capacity=capacity
        )
        with (
            live_end(tf, model, live["ignore_eos"]),
            leaner_operations(tf, is_compiled=is_compiled),
            leaner_generation(tf, model),
            layers_traced_once(tf, model, is_compiled=is_compiled),
        ):
            return model.generate(**inputs, **arguments)

    function = tf.function(run, autograph=False, jit_compile=is_compiled)
    specs = tf.nest.map_structure(
        lambda value: tf.TensorSpec(value.shape, value.dtype),
        (inputs, live_values(options)),
    )
    start = time.perf_counter_ns()
    concrete = function.get_concrete_function(*specs)
    trace_ns = time.perf_counter_ns() - start

    return concrete, trace_ns


def fast_call(tf: Any, loaded: LoadedModel, run: Callable[[list[Any]], Any]) -> Call:
    """How a function that ``trace_fast`` made is called.

    ``run`` takes the flat list of ``generate``'s inputs and the live values, in the order of
    ``tf.nest``, and returns a tensor of token ids.
    """

    @lru_cache(maxsize=1)  # steady calls have the same options again
    def live_tensors(options: GenerationOptions) -> Any:
        return tf.nest.map_structure(tf.constant, live_values(options))

    def call(inputs: Inputs, options: GenerationOptions) -> Any:
        output = run(tf.nest.flatten((inputs, live_tensors(options)))).numpy()
        return kept_sequences(output, options, prompt_length=_prompt_length(loaded, inputs))

    return call


def _prompt_length(loaded: LoadedModel, inputs: Inputs) -> int:
    """Tokens that the output begins with before the first new one."""
    return int(inputs["input_ids"].shape[1]) if loaded.info.is_decoder_only else 1
