"""How specializations are built: by the guide's recipe, and by ours."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from typing import Any

from ..core.options import GenerationOptions, Strategy, generate_arguments, structural_options
from ..core.request import Arm, Recipe, Request
from .live_options import live_processors, live_values
from .loading import LoadedModel
from .specializations import Inputs, Specialization


def trace(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs, capacity: int
) -> Specialization:
    """Trace ``request`` by its recipe; ``capacity`` is the loop's room for new tokens.

    ``get_concrete_function`` traces without compiling, so that both are timed apart.
    """
    build = _documented if request.recipe is Recipe.DOCUMENTED else _fast
    return build(tf, loaded, request, inputs, capacity)


def _documented(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs, capacity: int
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

    return Specialization(function, call, trace_ns)


def _fast(
    tf: Any, loaded: LoadedModel, request: Request, inputs: Inputs, capacity: int
) -> Specialization:
    """The same ``generate``, traced without AutoGraph, its options read live where they can be.

    The loops are written with ``tf.while_loop`` and need no AutoGraph. One ``if`` in ``generate``
    does: it asks of a tensor whether a decoder-only prompt ends in padding, only to print a
    warning, and only where its configuration names a padding token. So that configuration names
    no special tokens here, and the loops take them from the model's own, as they do by default.
    """
    options = request.options
    arguments = _structural_arguments(options, capacity)
    configuration = copy.deepcopy(loaded.model.generation_config)
    configuration.pad_token_id = configuration.eos_token_id = None
    is_length_live = "max_new_tokens" not in structural_options(options)
    eos_id = min(loaded.eos_ids, default=None) if is_length_live else None

    def run(inputs: Inputs, live: dict[str, Any]) -> Any:
        processors = live_processors(tf, options.strategy, live, eos_id)
        seed = {"seed": live["seed"]} if options.strategy is Strategy.SAMPLING else {}
        return loaded.model.generate(
            **inputs,
            **arguments,
            **seed,
            generation_config=configuration,
            logits_processor=_processor_list(processors),
        )

    function = tf.function(run, autograph=False, jit_compile=request.arm is Arm.XLA)
    prompt_length = inputs["input_ids"].shape[1] if loaded.info.is_decoder_only else 1
    specs = tf.nest.map_structure(
        lambda value: tf.TensorSpec(value.shape, value.dtype),
        (inputs, live_values(options, prompt_length)),
    )
    start = time.perf_counter_ns()
    concrete = function.get_concrete_function(*specs)
    trace_ns = time.perf_counter_ns() - start

    def call(inputs: Inputs, options: GenerationOptions) -> Any:
        live = tf.nest.map_structure(tf.constant, live_values(options, prompt_length))
        return concrete(inputs, live).numpy()[:, : prompt_length + options.max_new_tokens]

    return Specialization(function, call, trace_ns)


def _structural_arguments(options: GenerationOptions, capacity: int) -> dict[str, Any]:
    """``generate``'s arguments with every stock processor switched off that is live here."""
    neutral = {"temperature": 1.0, "top_p": 1.0, "repetition_penalty": 1.0, "seed": 0}
    if options.strategy.is_sampling:
        neutral["top_k"] = 0
    arguments = generate_arguments(options.model_copy(update=neutral))
    arguments.pop("seed", None)
    return arguments | {"max_new_tokens": capacity}


def _processor_list(processors: list[Callable[..., Any]]) -> Any:
    from transformers import TFLogitsProcessorList

    return TFLogitsProcessorList(processors)
