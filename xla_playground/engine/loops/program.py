"""One decode loop over a model as a function of tensors, which is traced, compiled and stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray

from ...core.options.options import GenerationOptions, switched_on
from ...core.options.table import Strategy
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor, Tensors
from .beams import NEVER, BeamSearch, best_beams, best_so_far
from .caches import Cache
from .chunk import CHUNK
from .contrastive import search_contrastive
from .decode import State, decode
from .decoders import Decoder, Encoded, EncodedTensors
from .selection.drawing import uniform_numbers
from .selection.live_values import live_values
from .selection.processors import processors, warpers
from .selection.rules import Rules


@dataclass(frozen=True)
class LoopShape:
    """The constants of a decode program.

    Attributes:
        strategy: it chooses the loop.
        prompts: number of prompts.
        copies: number of samples of each prompt.
        beams: beams of each prompt.
        top_k: candidates of contrastive search.
        capacity: most tokens of a row, prompt and new ones.
        extras: options that are switched on, see ``options.SWITCHED_OPTIONS``.
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
            extras=switched_on(options),
        )

    @property
    def rows(self) -> int:
        """Return the number of rows of the running texts and of the cache."""
        return self.prompts * self.copies * self.beams

    @property
    def model_rows(self) -> int:
        """Return the number of rows that the model computes at a decode step."""
        return self.rows * self.top_k


class Given(TypedDict):
    """What ``Loop.run`` is given beside its state and the live values.

    Attributes:
        prompt: tokens of each prompt, int32 of shape (prompts,).
        limit: the most new tokens, int32 scalar.
        stop: how many tokens are known at the end of the run, int32 scalar.
        source: of an encoder-decoder model.
    """

    prompt: Tensor
    limit: Tensor
    stop: NotRequired[Tensor]
    source: NotRequired[EncodedTensors]


class Loop:
    """A decode program of one model: ``run`` is traced, ``start`` and ``texts`` run on the host."""

    def __init__(
        self, tf: TensorFlow, decoder: Decoder, shape: LoopShape, rules: Rules, *, in_place: bool
    ) -> None:
        """Initialize the loop.

        Args:
            in_place: see ``operations.writes.write_at``; true under XLA only.
        """
        self._tf = tf
        self._decoder = decoder
        self.shape = shape
        self._rules = rules
        self._in_place = in_place
        self._live: tuple[GenerationOptions, Tensors] | None = None

    @property
    def cached(self) -> int:
        """Return the number of tokens that the cache has room for."""
        is_read = self.shape.strategy is Strategy.CONTRASTIVE  # it reads the last token, too
        if is_read or (self._in_place and self._decoder.appends_in_place):
            return self.shape.capacity
        return self.shape.capacity - 1  # the model appends one more

    @property
    def heads(self) -> int:
        """Return the number of heads of a row of the cache."""
        return self._decoder.shape.heads

    @property
    def reads_chunks(self) -> bool:
        """Return whether a chunk program, which returns no hidden states, can read a prompt."""
        if self.shape.strategy is Strategy.CONTRASTIVE:
            return False
        return self._decoder.reads_chunks(self.cached, CHUNK)

    def run(self, state: State, given: Given, live: Tensors) -> State:
        """Run the loop from ``state`` on; see ``decode.decode``.

        Args:
            given: what changes with every run.
            live: see ``live_values.live_values``; and ``uniform``, if tokens are drawn.
        """
        tf, shape, rules = self._tf, self.shape, self._rules
        made = processors(tf, live, rules, self._decoder.vocabulary, shape.extras)
        if shape.strategy.is_sampling:
            least = 1 + max(1, len(rules.end_ids)) if shape.strategy.has_beams else 1
            made += warpers(tf, live, shape.extras, least)
        source = given.get("source")
        encoded = None if source is None else self._expanded(Encoded(**source))
        is_end = self._is_end(live["ignore_eos"])
        prompt, stop = tf.repeat(given["prompt"], shape.copies), given["stop"]
        limit = tf.broadcast_to(given["limit"], prompt.shape)
        uniform = live.get("uniform")
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
        keys = [[tf.gather(part, rows) for part in pair] for pair in encoded.keys]
        return Encoded(keys, mask)

    def _is_end(self, ignore_eos: Tensor) -> Callable[[Tensor], Tensor]:
        tf, ends = self._tf, self._rules.end_ids

        def is_end(tokens: Tensor) -> Tensor:
            found = tf.zeros_like(tokens, tf.bool)
            for end in ends:
                found = tf.logical_or(found, tokens == end)
            return tf.logical_and(found, tf.logical_not(ignore_eos))

        return is_end

    def start(self, prompts: list[list[int]]) -> dict[str, Any]:
        """Return the ``State`` before the first token of the prompts is read, NumPy arrays.

        Args:
            prompts: token ids of each prompt, at most as many as the capacity.
        """
        shape, vocabulary = self.shape, self._decoder.vocabulary
        tokens = np.full((shape.prompts, shape.capacity), self._rules.pad_id, np.int32)
        seen = np.zeros((shape.prompts, vocabulary), bool)
        for row, ids in enumerate(prompts):
            tokens[row, : len(ids)] = ids
            seen[row, ids] = True
        rows = np.repeat(np.arange(shape.prompts), shape.rows // shape.prompts)
        tokens = tokens[rows]
        state = {
            "position": np.int32(0),
            "tokens": tokens,
            "seen": seen[rows],
            "cache": self.empty_cache(shape.rows),
            "is_finished": np.zeros(shape.prompts * shape.copies, bool),
        }
        if shape.strategy.has_beams:
            size = (shape.prompts, shape.beams)
            # only the first beam counts at first: the others hold the same text
            scores = np.full(size, NEVER, np.float32)
            scores[:, 0] = 0.0
            state |= {
                "scores": scores,
                "done": tokens,
                "done_scores": np.full(size, NEVER, np.float32),
                "is_done": np.zeros(size, bool),
            }
        if shape.strategy is Strategy.CONTRASTIVE:
            hidden = self._decoder.model.config.hidden_size
            state["logits"] = np.zeros((shape.rows, vocabulary), np.float32)
            state["hidden"] = np.zeros((shape.rows, shape.capacity, hidden), np.float32)
        return state

    def empty_cache(self, rows: int) -> Cache:
        """Return a cache of zeros with ``rows`` rows; nothing writes to its one tensor."""
        return self._decoder.empty_cache(rows, self.cached)

    def live(self, options: GenerationOptions) -> Tensors:
        """Return ``live`` of ``run`` as tensors; those of the last options are kept."""
        if self._live is None or self._live[0] != options:
            values = live_values(options) | self.uniform(options)
            tensors = {name: self._tf.constant(value) for name, value in values.items()}
            self._live = options, tensors
        return self._live[1]

    def uniform(self, options: GenerationOptions) -> dict[str, NDArray[np.float32]]:
        """Return the random numbers of the draws by the name ``uniform``; empty if no token is
        drawn.

        Of shape (prompts × copies, capacity), or (prompts, capacity, candidates) for beams.
        """
        shape = self.shape
        if not shape.strategy.is_sampling:
            return {}
        width = max(2, 1 + len(self._rules.end_ids)) * shape.beams
        if not shape.strategy.has_beams:
            width = 1
        numbers = uniform_numbers(options.seed, shape.prompts, shape.copies, shape.capacity, width)
        if shape.strategy.has_beams:
            numbers = numbers.reshape(shape.prompts, shape.capacity, width)
        return {"uniform": numbers}

    def texts(self, state: State) -> NDArray[np.int32]:
        """Return the token ids, int32 of shape (rows, capacity): prompt, text, padding.

        All beams of a prompt are returned, the best first.
        """
        if self.shape.strategy.has_beams:
            return best_beams(state)
        return np.asarray(state["tokens"], np.int32)

    def texts_so_far(self, state: State) -> NDArray[np.int32]:
        """Return the token ids between two blocks, as ``texts`` does; see ``known``."""
        if self.shape.strategy.has_beams:
            return best_so_far(state)
        return np.asarray(state["tokens"], np.int32)

    def known(self, state: State) -> int:
        """Return the number of known tokens of each row, those of the prompt included."""
        # contrastive search chooses a token as it reads it, the others one ahead
        ahead = 0 if self.shape.strategy is Strategy.CONTRASTIVE else 1
        return int(state["position"]) + ahead
