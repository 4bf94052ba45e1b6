"""How functions are traced: by the guide's recipe, and by ours.

``get_concrete_function`` traces without compiling, so that both are timed apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from ..core.generate_arguments import generate_arguments
from ..core.options import GenerationOptions, loop_options
from ..core.request import Arm, Request
from .layer_reuse import layers_traced_once
from .lean_generation import leaner_models
from .loading import LoadedModel
from .loops.call import LoopCall
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


def loop_call(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs, capacity: int
) -> LoopCall:
    """Return the fast recipe's loop for a request; ``capacity`` is its room for new tokens."""
    return LoopCall(
        tf,
        loaded.model,
        loop_options(request.options),
        prompts=request.batch,
        length=_beginning_length(inputs, is_decoder_only=loaded.info.is_decoder_only),
        new_tokens=capacity,
        in_place=request.arm is Arm.XLA,
    )


def trace_fast(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs, loop: LoopCall
) -> tuple[Any, int]:
    """Trace our own loop, which reads its options live and needs no AutoGraph.

    Returns the ``ConcreteFunction``, of the inputs and the live values, and how long tracing took
    in ns.
    """
    is_compiled = request.arm is Arm.XLA

    def run(inputs: Inputs, live: dict[str, Any]) -> Any:
        with (
            leaner_operations(tf, is_compiled=is_compiled),
            leaner_models(tf, loaded.model),
            layers_traced_once(tf, loaded.model, is_compiled=is_compiled),
        ):
            return loop.run(inputs, live)

    function = tf.function(run, autograph=False, jit_compile=is_compiled)
    specs = tf.nest.map_structure(
        lambda value: tf.TensorSpec(value.shape, value.dtype),
        (inputs, loop.live(request.options)),
    )
    start = time.perf_counter_ns()
    concrete = function.get_concrete_function(*specs)
    trace_ns = time.perf_counter_ns() - start

    return concrete, trace_ns


def fast_call(tf: Any, loop: LoopCall, run: Callable[[list[Any]], Any]) -> Call:
    """Return how a function that ``trace_fast`` made is called.

    ``run`` takes the flat list of the inputs and the live values, in the order of ``tf.nest``, and
    returns a tensor of token ids.
    """

    @lru_cache(maxsize=1)  # steady calls have the same options again
    def live_tensors(options: GenerationOptions) -> Any:
        return tf.nest.map_structure(tf.constant, loop.live(options))

    def call(inputs: Inputs, options: GenerationOptions) -> Any:
        output = run(tf.nest.flatten((inputs, live_tensors(options)))).numpy()
        return kept_sequences(output, options, prompt_length=loop.length)

    return call


def kept_sequences(output: Any, options: GenerationOptions, *, prompt_length: int) -> Any:
    """Return what ``options`` ask for of a traced function's output, a view of it.

    Args:
        output: token ids, shape (sequences, prompt and capacity); beam search gives every beam,
            the best of each prompt first.
        prompt_length: tokens that are there before the first new one.
    """
    if options.strategy.has_beams:
        row = np.arange(len(output)) % options.num_beams
        output = output[row < options.num_return_sequences]
    return output[:, : prompt_length + options.new_tokens]


def _beginning_length(inputs: Inputs, *, is_decoder_only: bool) -> int:
    """Return how many tokens an output begins with before the first new one."""
    given = inputs["input_ids"] if is_decoder_only else inputs.get("decoder_input_ids")
    return 1 if given is None else int(given.shape[1])  # a decoder's start token
