"""One loop over a model as a function of tensors: what is traced, compiled and stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.options import GenerationOptions, Strategy
from .beams import BeamSearch, best_beams
from .caches import Cache, take_rows
from .contrastive import search_contrastive
from .decode import State, decode
from .decoders import Decoder, Encoded
from .drawing import uniform_numbers
from .processors import processors, warpers
from .rules import Rules


@dataclass(frozen=True)
class LoopShape:
    """What a decode program holds as constants.

    Attributes:
        strategy: which loop.
        prompts: number of prompts.
        copies: how often each prompt is sampled.
        beams: beams of each prompt.
        top_k: candidates of contrastive search.
        capacity: most tokens of a row, prompt and new ones.
        extras: see ``processors.processors``.
    """

    strategy: Strategy
    prompts: int
    capacity: int
    copies: int = 1
    beams: int = 1
    top_k: int = 1
    extras: tuple[str, ...] = ()

    @classmethod
    def of(cls, options: GenerationOptions, prompts: int, capacity: int) -> LoopShape:
        """Return the shape of the loop that ``options`` mean."""
        strategy = options.strategy
        return cls(
            strategy,
            prompts,
            capacity,
            copies=options.num_return_sequences if strategy is Strategy.SAMPLING else 1,
            beams=options.num_beams if strategy.has_beams else 1,
            top_k=options.top_k if strategy is Strategy.CONTRASTIVE else 1,
        )

    @property
    def rows(self) -> int:
        """Rows of the running texts and of the cache."""
        return self.prompts * self.copies * self.beams

    @property
    def model_rows(self) -> int:
        """Rows that the model computes at a step."""
        return self.rows * self.top_k

    @property
    def reads_chunks(self) -> bool:
        """Whether a chunk program can read the prompt: it returns no hidden states."""
        return self.strategy is not Strategy.CONTRASTIVE


class Loop:
    """A decode program of one model: ``run`` is traced, ``start`` and ``texts`` are the host's."""

    def __init__(
        self, tf: Any, decoder: Decoder, shape: LoopShape, rules: Rules, *, in_place: bool
    ) -> None:
        """Args: ``in_place`` as ``caches.write_at`` has it: true under XLA only."""
        self._tf = tf
        self._decoder = decoder
        self.shape = shape
        self._rules = rules
        self._in_place = in_place

    def run(self, state: State, given: dict[str, Any], live: dict[str, Any]) -> State:
        """Go on from ``state``; see ``decode.decode``.

        Args:
            given: ``prompt``, ``limit``, ``stop``; ``uniform`` if tokens are drawn; ``encoded``.
            live: see ``live_values.live_values``.
        """
        tf, shape, rules = self._tf, self.shape, self._rules
        made = processors(tf, live, rules, self._decoder.vocabulary, shape.extras)
        if shape.strategy.is_sampling:
            least = 1 + max(1, len(rules.end_ids)) if shape.strategy.has_beams else 1
            made += warpers(tf, live, shape.extras, least)
        encoded = given.get("encoded")
        if encoded is not None:
            encoded = self._expanded(encoded)
        is_end = self._is_end(live["ignore_eos"])
        prompt, limit, stop = given["prompt"], given["limit"], given["stop"]
        uniform = given.get("uniform")
        if shape.strategy.has_beams:
            search = BeamSearch(
                tf,
                self._decoder,
                prompt,
                limit,
                encoded,
                made,
                is_end,
                beams=shape.beams,
                ends=len(rules.end_ids),
                live=live,
                uniform=uniform,
                in_place=self._in_place,
            )
            return search.search(state, stop)
        arguments = (tf, self._decoder, state, prompt, limit, stop, encoded, made, is_end)
        if shape.strategy is Strategy.CONTRASTIVE:
            return search_contrastive(
                *arguments, top_k=shape.top_k, live=live, in_place=self._in_place
            )
        return decode(*arguments, uniform=uniform, in_place=self._in_place)

    def _expanded(self, encoded: Encoded) -> Encoded:
        """Return the source with a row for each row that the model computes."""
        tf, times = self._tf, self.shape.model_rows // self.shape.prompts
        if times == 1:
            return encoded
        rows = tf.repeat(tf.range(self.shape.prompts), times)
        mask = None if encoded.mask is None else tf.gather(encoded.mask, rows)
        return Encoded(take_rows(tf, encoded.keys, rows), mask)

    def _is_end(self, ignore_eos: Any) -> Any:
        tf, ends = self._tf, self._rules.end_ids

        def is_end(tokens: Any) -> Any:
            found = tf.zeros_like(tokens, tf.bool)
            for end in ends:
                found = tf.logical_or(found, tokens == end)
            return tf.logical_and(found, tf.logical_not(ignore_eos))

        return is_end

    def start(self, prompts: list[list[int]]) -> State:
        """Return the state before the first token of ``prompts`` is read."""
        tf, shape, decoder = self._tf, self.shape, self._decoder
        tokens = np.full((shape.rows, shape.capacity), self._rules.pad_id, np.int32)
        seen = np.zeros((shape.rows, decoder.vocabulary), bool)
        times = shape.rows // shape.prompts
        for row in range(shape.rows):
            ids = prompts[row // times]
            tokens[row, : len(ids)] = ids
            seen[row, ids] = True
        state: dict[str, Any] = {
            "position": tf.constant(0),
            "tokens": tf.constant(tokens),
            "seen": tf.constant(seen),
            "cache": self.empty_cache(shape.rows),
        }
        if shape.strategy.has_beams:
            size = (shape.prompts, shape.beams)
            scores = np.zeros(size, np.float32)
            scores[:, 1:] = -1e9
            state |= {
                "scores": tf.constant(scores),
                "done": tf.constant(tokens),
                "done_scores": tf.constant(np.full(size, -1e9, np.float32)),
                "is_done": tf.constant(np.zeros(size, bool)),
                "is_finished": tf.constant(np.zeros(shape.prompts, bool)),
            }
        else:
            state["is_finished"] = tf.constant(np.zeros(shape.rows, bool))
        if shape.strategy is Strategy.CONTRASTIVE:
            hidden = decoder.model.config.hidden_size
            state["logits"] = tf.zeros([shape.rows, decoder.vocabulary])
            state["hidden"] = tf.zeros([shape.rows, shape.capacity, hidden])
        return state

    def empty_cache(self, rows: int) -> Cache:
        """Return a cache of zeros with ``rows`` rows."""
        decoder = self._decoder
        return decoder.shape.empty(self._tf, rows, self.shape.capacity, decoder.dtype)

    def given(self, prompts: list[list[int]], options: GenerationOptions) -> dict[str, Any]:
        """Return what ``run`` takes beside its state, but ``stop`` and the source."""
        tf, shape = self._tf, self.shape
        times = 1 if shape.strategy.has_beams else shape.copies
        lengths = np.repeat(np.array([len(ids) for ids in prompts], np.int32), times)
        made = {
            "prompt": tf.constant(lengths),
            "limit": tf.constant(np.full(len(lengths), options.max_new_tokens, np.int32)),
        }
        if shape.strategy.is_sampling:
            width = max(2, 1 + len(self._rules.end_ids)) * shape.beams
            numbers = uniform_numbers(
                (options.seed, 0),
                shape.prompts,
                shape.copies,
                shape.capacity,
                width if shape.strategy.has_beams else 1,
            )
            if shape.strategy.has_beams:
                numbers = numbers.reshape(shape.prompts, shape.capacity, width)
            made["uniform"] = tf.constant(numbers)
        return made

    def texts(self, state: State) -> NDArray[np.int32]:
        """Return the token ids of each sequence, of shape (rows, capacity): prompt, text, padding.

        Of beams all of a prompt come, the best first.
        """
        tokens = state["tokens"]
        if self.shape.strategy.has_beams:
            tokens, _ = best_beams(self._tf, state)
        ids: NDArray[np.int32] = tokens.numpy()
        return ids
