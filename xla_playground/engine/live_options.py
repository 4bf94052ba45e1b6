"""Live options: what ``generate`` is handed so that changing one never retraces."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from ..core.options import (
    NO_EOS_ID,
    GenerationOptions,
    Strategy,
    generate_arguments,
    loop_options,
)
from .live_numbers import LiveFloat, LiveInt
from .live_processors import live_processors
from .replaced import replaced

#: Options at which ``generate`` has no processor of its own.
_STOCK_OFF = {"temperature": 1.0, "top_p": 1.0, "repetition_penalty": 1.0, "ignore_eos": False}

#: Options at which the processors of sampling change no score.
_SAMPLING_OFF = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}


def live_values(options: GenerationOptions) -> dict[str, Any]:
    """The live options as arrays, all of them scalars.

    ``inverse_penalty`` is rounded from float64, as the stock processor's constant is. ``draws`` is
    false for greedy search, which does not read the options of sampling.
    """
    is_greedy = options.strategy is Strategy.GREEDY
    if is_greedy:
        options = options.model_copy(update=_SAMPLING_OFF)
    return {
        "draws": np.bool_(not is_greedy),
        "max_new_tokens": np.int32(options.max_new_tokens),
        "temperature": np.float32(options.temperature),
        "top_k": np.int32(options.top_k),
        "top_p": np.float32(options.top_p),
        "min_p": np.float32(options.min_p),
        "penalty": np.float32(options.repetition_penalty),
        "inverse_penalty": np.float32(1.0 / options.repetition_penalty),
        "length_penalty": np.float32(options.length_penalty),
        "penalty_alpha": np.float32(options.penalty_alpha),
        "seed": np.int32(options.seed),
        "ignore_eos": np.bool_(options.ignore_eos),
    }


def live_arguments(
    tf: Any,
    model: Any,
    options: GenerationOptions,
    live: dict[str, Any],
    *,
    prompt_length: int,
    capacity: int,
) -> dict[str, Any]:
    """The arguments of ``model.generate`` for a strategy, every live option read from ``live``.

    The generation configuration among them names no special tokens: the loops then take those of
    the model's own, see ``live_end``. One ``if`` in ``generate`` is the reason: it asks of a
    tensor whether a decoder-only prompt ends in padding, only to print a warning and only where
    its configuration names a padding token, and nothing here turns an ``if`` into a graph.

    Args:
        options: the structural ones are constants of the trace.
        live: tensors, see ``live_values``.
        prompt_length: tokens that are there before the first new one.
        capacity: the loop's room for new tokens.
    """
    options = loop_options(options)
    strategy = options.strategy
    neutral = _STOCK_OFF | ({"top_k": 0} if strategy.is_sampling else {})
    arguments = generate_arguments(options.model_copy(update=neutral))
    arguments["max_new_tokens"] = LiveInt(capacity, live["max_new_tokens"])
    if strategy is Strategy.SAMPLING:
        # of a tensor of both XLA moves the reshapes one operation a round, through all of Philox
        arguments["seed"] = tf.stack([live["seed"], 0])
    if strategy.has_beams:
        arguments["num_return_sequences"] = options.num_beams
        arguments["length_penalty"] = LiveFloat(1.0, live["length_penalty"])
    if strategy is Strategy.CONTRASTIVE:
        arguments["penalty_alpha"] = LiveFloat(options.penalty_alpha, live["penalty_alpha"])

    configuration = copy.deepcopy(model.generation_config)
    first, last = configuration.forced_bos_token_id, configuration.forced_eos_token_id
    end_ids = len(_end_ids(model))

    def process(ids: Any, scores: Any, length: Any, live: dict[str, Any]) -> Any:
        places = ((first, 1), (last, prompt_length + live["max_new_tokens"] - 1))
        forced = tuple((token, place) for token, place in places if token is not None)
        for processor in live_processors(tf, strategy, live, end_ids=end_ids, forced=forced):
            scores = processor(ids, scores, length)
        return scores

    configuration.pad_token_id = configuration.eos_token_id = None
    configuration.forced_bos_token_id = configuration.forced_eos_token_id = None
    arguments["generation_config"] = configuration
    arguments["logits_processor"] = _processor_list(_traced_once(tf, process, live))
    return arguments


@contextmanager
def live_end(tf: Any, model: Any, ignore_eos: Any) -> Iterator[None]:
    """While ``model.generate`` is traced: its end tokens are none where ``ignore_eos`` is true.

    The loops read them from the model's own configuration, so nobody else may generate meanwhile.
    """
    configuration = copy.deepcopy(model.generation_config)
    ends = [tf.where(ignore_eos, NO_EOS_ID, token) for token in _end_ids(model)]
    configuration.eos_token_id = ends or None
    with replaced(model, "generation_config", configuration):
        yield


def kept_sequences(output: Any, options: GenerationOptions, *, prompt_length: int) -> Any:
    """What ``options`` ask for of a traced function's output, a view of it.

    Args:
        output: token ids, shape (sequences, prompt and capacity); beam search gives every beam,
            the best of each prompt first.
        prompt_length: see ``live_arguments``.
    """
    if options.strategy.has_beams:
        row = np.arange(len(output)) % options.num_beams
        output = output[row < options.num_return_sequences]
    return output[:, : prompt_length + options.max_new_tokens]


def _end_ids(model: Any) -> list[int]:
    ends = model.generation_config.eos_token_id
    return ends if isinstance(ends, list) else [] if ends is None else [ends]


def _traced_once(tf: Any, process: Callable[..., Any], live: dict[str, Any]) -> Callable[..., Any]:
    """``process`` as a processor that is traced at its first use: a loop's first step stands apart.

    The later steps have tensors of the same shapes, and call what was traced.
    """
    traced: list[Any] = []

    def call(ids: Any, scores: Any, length: Any) -> Any:
        given = (ids, scores, tf.convert_to_tensor(length, tf.int32), live)
        if not traced:
            specs = tf.nest.map_structure(
                lambda value: tf.TensorSpec(value.shape, value.dtype), given
            )
            traced.append(tf.function(process, autograph=False).get_concrete_function(*specs))
        return traced[0](*given)

    return call


def _processor_list(processor: Callable[..., Any]) -> Any:
    from transformers import TFLogitsProcessorList

    return TFLogitsProcessorList([processor])
