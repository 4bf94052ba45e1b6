"""The scoring pass as a function of tensors, which is traced, compiled and stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.call.probabilities import ALTERNATIVES
from ...core.options.options import GenerationOptions, switched_on
from ..loops.functions import LoopFunction
from ..loops.generation import as_tensors
from ..loops.selection.live_values import live_values
from ..loops.selection.processors import Text, counted, processed, processors, warpers
from ..loops.selection.rules import Rules

#: The text of a first run: how many tokens, and how many of them are its prompt.
_TOKENS, _PROMPT = 3, 1

#: What a pass returns for each place, by name: see ``ScoreProgram.run``.
_FIGURES = {"ids": None, "probabilities": None, "probability": None, "rank": None}


class ScoreProgram:
    """A scoring pass over one text; its length up to the capacity and most options are inputs."""

    def __init__(
        self, tf: Any, model: Any, rules: Rules, options: GenerationOptions, capacity: int
    ) -> None:
        """Initialize the pass.

        Args:
            options: those of the call: what it chose tokens by.
            capacity: most tokens of a text, its last one not counted.
        """
        self._tf = tf
        self._model = model
        self._rules = rules
        self._options = options
        self._capacity = capacity
        self._vocabulary = int(model.config.vocab_size)

    def run(self, given: dict[str, Any], live: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Return figures of the token after each place.

        Args:
            given: ``ids``, int32 of shape (capacity,), the text and what fills the rest;
                ``following``, likewise, the token after each place; ``count``, ``prompt`` and
                ``limit``, int32 scalars: tokens of the text and of its prompt, and the most new
                ones; of an encoder-decoder model ``source``, the inputs of its encoder.
            live: see ``live_values.live_values``.

        Returns:
            by the model alone (``raw``) and after the options (``processed``): ``probability``,
            float32 of shape (capacity,), and ``rank``, int32, of the token that follows; ``ids``
            and ``probabilities`` of the likeliest ones, of shape (capacity, ``ALTERNATIVES``).
        """
        tf, options = self._tf, self._options
        extras, ends = switched_on(options), len(self._rules.end_ids)
        made = processors(tf, live, self._rules, self._vocabulary, extras)
        if options.strategy.is_sampling:
            least = 1 + max(1, ends) if options.strategy.has_beams else 1
            made += warpers(tf, live, extras, least)
        logits = self._logits(given)
        text, places = given["ids"][None], tf.range(self._capacity)

        def figures_at(place: Any) -> dict[str, dict[str, Any]]:
            scores = tf.gather(logits, place[None])
            following = tf.gather(given["following"], place)
            seen = counted(tf, text, (places <= place)[None], self._vocabulary)
            new = (place + 1 - given["prompt"])[None]
            so_far = Text(text, place + 1, new, given["limit"][None], seen)
            # beams add up logarithms of probabilities, and change those
            chosen_by = tf.nn.log_softmax(scores) if options.strategy.has_beams else scores
            return {
                "raw": self._figures(scores[0], following),
                "processed": self._figures(processed(chosen_by, so_far, made)[0], following),
            }

        one = {"ids": tf.int32, "probabilities": tf.float32}
        one |= {"probability": tf.float32, "rank": tf.int32}
        found: dict[str, dict[str, Any]] = tf.map_fn(
            figures_at, places, fn_output_signature={"raw": one, "processed": one}
        )
        return found

    def _logits(self, given: dict[str, Any]) -> Any:
        """Return the logits after each place, float32 of shape (capacity, vocabulary)."""
        tf, ids, source = self._tf, given["ids"][None], given.get("source")
        if source is None:
            mask = tf.cast(tf.range(self._capacity) < given["count"], tf.int32)
            inputs = {"input_ids": ids, "attention_mask": mask[None]}
        else:
            inputs = source | {"decoder_input_ids": ids}
        output = self._model(**inputs, use_cache=False, return_dict=True)
        return tf.cast(output.logits[0], tf.float32)

    def _figures(self, scores: Any, following: Any) -> dict[str, Any]:
        """Return the figures of one token by scores of shape (vocabulary,)."""
        tf = self._tf
        logarithms = tf.nn.log_softmax(scores)
        score = tf.gather(scores, following)
        is_equal_before = tf.logical_and(scores == score, tf.range(self._vocabulary) < following)
        is_before = tf.logical_or(scores > score, is_equal_before)
        ids = tf.math.top_k(scores, min(ALTERNATIVES, self._vocabulary)).indices
        return {
            "ids": ids,
            "probabilities": tf.exp(tf.gather(logarithms, ids)),
            "probability": tf.exp(tf.gather(logarithms, following)),
            "rank": 1 + tf.reduce_sum(tf.cast(is_before, tf.int32)),
        }

    def function(self, source: Mapping[str, Any] | None) -> LoopFunction:
        """Return the pass with arguments for a first and short run.

        Args:
            source: inputs of an encoder of the call's shapes, tensors.
        """
        tf = self._tf
        ids = np.arange(self._capacity, dtype=np.int32) % 2 + 1
        like = None if source is None else {n: tf.ones_like(t) for n, t in source.items()}
        given = score_inputs(tf, ids, ids, _TOKENS, _PROMPT, _TOKENS, like)
        live = as_tensors(tf, live_values(self._options))
        returned = {"raw": dict(_FIGURES), "processed": dict(_FIGURES)}
        return LoopFunction(self.run, (given, live), returned, _seen)


def score_inputs(
    tf: Any,
    ids: NDArray[np.int32],
    following: NDArray[np.int32],
    count: int,
    prompt: int,
    limit: int,
    source: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """Return what ``ScoreProgram.run`` calls ``given``, tensors."""
    given = {
        "ids": tf.constant(ids),
        "following": tf.constant(following),
        "count": tf.constant(count),
        "prompt": tf.constant(prompt),
        "limit": tf.constant(limit),
    }
    return given if source is None else given | {"source": dict(source)}


def _seen(result: Any) -> dict[str, NDArray[Any]]:
    """Return the model's own probabilities of the first run, which no option changes."""
    found = result["raw"]["probabilities"].numpy()[:_TOKENS]
    return {"probabilities": np.nan_to_num(found)}
