"""``fast_generate``: a model's ``generate`` as programs that are compiled once for every length."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from ..core.call.record import Cache
from ..core.call.specialization import ENCODE
from ..core.errors import CheckpointError, InvalidArgument, RequestError
from ..core.messages import commands as messages
from ..core.store.store import SpecializationStore
from ..engine.calls.fast_calls import FastCalls
from ..engine.calls.loop_call import LoopCall
from ..engine.failure import as_engine_failure
from ..engine.loops.decoders import Decoder
from ..engine.loops.selection.rules import Rules
from ..engine.platform.prepared_import import staging_of_import
from ..engine.programs.builder import ProgramBuilder
from ..engine.protocols.tensorflow import TensorFlow
from ..engine.recipe.outcome import Outcome
from ..engine.recipe.specializations import SpecializationCache
from ..engine.rewrites.table import Rewrites
from ..engine.store.fingerprint import surroundings
from ..engine.store.specialization_store import StoredSpecializations
from ..engine.text.stop_strings import StopStrings
from ..engine.text.stream import Block
from .arguments import NAMED
from .calls import Call, Calls
from .model import described_model, object_digest, precision_of
from .prompts import returned_ids
from .timings import CallPlan, Timings

_SLOWEST = (Cache.MISS, Cache.DISK, Cache.MEMORY)
#: Programs that an object keeps; each takes some 100 MB until the process ends.
_MAX_PROGRAMS = 64


def fast_generate(
    model: Any,
    *,
    capacities: Sequence[int] = (256, 512),
    store: str | os.PathLike[str] | None = "auto",
    store_key: str | None = None,
) -> FastGenerate:
    """Return a callable that generates as ``model.generate`` does, by programs that XLA compiles.

    One program serves prompts of every length, and every value of temperature, ``top_k``, seed and
    the other options that change no shape. Token ids are those of PyTorch's ``generate``, each
    prompt alone and unpadded. The model itself is not changed, and new values of its variables are
    read by the next call.

    Args:
        model: a ``TFPreTrainedModel`` that generates text, from ``from_pretrained`` or from a
            configuration; it is built if it was not.
        capacities: most tokens of a prompt and its new ones together, of an encoder-decoder model
            of an answer; a call takes the smallest that fits, and each is compiled by itself.
        store: where programs are kept over the end of the process: ``"auto"`` is the user's own
            store, a path another folder, ``None`` none.
        store_key: a name for the variables in the store. Without it their SHA-256 is computed here,
            about a second for each GB.

    Raises:
        UnsupportedModel: this model cannot be run.
        ValueError: a capacity is no whole number of 2 or more.

    Import it before TensorFlow and Transformers: what TensorFlow reads at its import can be set at
    no other time. Otherwise ``last.compile_ns`` is ``None`` and only traced graphs are stored.

    >>> from xla_playground import fast_generate
    >>> from transformers import GPT2Config, TFGPT2LMHeadModel
    >>> sizes = {"n_layer": 1, "n_head": 2, "n_embd": 8, "vocab_size": 20, "n_positions": 64}
    >>> model = TFGPT2LMHeadModel(GPT2Config(**sizes, bos_token_id=0, eos_token_id=0))
    >>> generate = fast_generate(model, capacities=(32,), store=None)
    >>> ids = generate([[5, 6, 7]], max_new_tokens=4, eos_token_id=None)
    >>> ids.shape, ids.dtype
    (TensorShape([1, 7]), tf.int32)
    >>> generate.plan([[5, 6]], max_new_tokens=9).cache.value  # another prompt, another length
    'memory'
    >>> generate.last.trace_ns > 0
    True
    """
    return FastGenerate(model, capacities, store, store_key)


class FastGenerate:
    """The callable that ``fast_generate`` returns. Calls from several threads wait for each other.

    Arguments of a call have the names and meanings of PyTorch's ``generate``: ``max_new_tokens``,
    ``num_beams``, ``do_sample``, ``temperature``, ``penalty_alpha``, ``eos_token_id``, …, and
    ``seed`` (one or two whole numbers below 2³¹; without it each call draws anew, by
    ``tf.random.set_seed``). Those that a call leaves out are those of ``model.generation_config``,
    as they are then. ``eos_token_id=None`` lets no text end early. ``stop_strings`` needs
    ``tokenizer``.

    Attributes:
        model: the model.
        capacities: the capacities, smallest first.
        last: phases of the last call; ``None`` before the first.
    """

    def __init__(
        self,
        model: Any,
        capacities: Sequence[int],
        store: str | os.PathLike[str] | None,
        store_key: str | None,
    ) -> None:
        """See ``fast_generate``."""
        info = described_model(model)
        import transformers
        import tensorflow

        tf = self._tf = cast(TensorFlow, tensorflow)
        self.model = model
        self.capacities = _checked_capacities(capacities)
        self.last: Timings | None = None
        self._lock = threading.RLock()
        rewrites = Rewrites()
        precision = precision_of(info, Decoder(tf, model, rewrites).dtype.name)
        rules = Rules.of(model.generation_config)
        stored = None
        if store is not None:
            folder = None if store == "auto" else Path(store).expanduser()
            around = surroundings(tf, transformers)
            stored = StoredSpecializations(tf, SpecializationStore(folder), around, rewrites)
            digest = object_digest(model, rules, store_key)
            stored.remember(info.name, digest, info.family)
        self._builder = ProgramBuilder(
            tf,
            SpecializationCache(_MAX_PROGRAMS),
            rewrites,
            stored=stored,
            staging=staging_of_import(),
        )
        self._fast = FastCalls(tf, self._builder)
        self._calls = Calls(info, model, precision, self.capacities, rules)

    def __call__(self, input_ids: Any, attention_mask: Any = None, **arguments: Any) -> Any:
        """Return token ids, a tensor int32 of shape (prompts × ``num_return_sequences``, length).

        As ``generate`` returns them: a decoder-only model's begin with ``input_ids`` as they were
        given, an encoder-decoder model's with the decoder's start token; trimmed to the longest
        text, and padded after the ends.

        Args:
            input_ids: whole numbers of shape (prompts, tokens): an array, a tensor or lists.
            attention_mask: the same shape, 0 for padding on whichever side. Without it padding
                tokens are padding, unless they are end tokens, too.
            **arguments: those of ``generate``.

        Raises:
            ValueError: an argument is not computed here or out of bounds, or the call passes every
                capacity or the model's positions; the sentence says what to do.
            EngineFailure: TensorFlow failed.
        """
        with self._lock, _as_value_error():
            call = self._calls.call(input_ids, attention_mask, arguments, draws=True)
            *_, ids = self._run(call, block=None)
            return ids

    def stream(
        self,
        input_ids: Any,
        attention_mask: Any = None,
        *,
        block: int = 8,
        tokenizer: Any = None,
        **arguments: Any,
    ) -> Iterator[Any]:
        """Return an iterator over the token ids so far, after each ``block`` of new tokens.

        Every item has what a call returns, as far as it is known; the last one is what the call
        returns. The block changes no token and compiles nothing. Of beams it is the best so far.

        Args:
            block: most new tokens between two items.
            tokenizer: with it the items are lists of texts, special tokens left out.

        Raises:
            ValueError: as a call, before the first item.
        """
        if block < 1:
            raise InvalidArgument(messages.BLOCK_TOO_SMALL(block=block))
        with self._lock, _as_value_error():
            given = arguments if tokenizer is None else arguments | {"tokenizer": tokenizer}
            call = self._calls.call(input_ids, attention_mask, given, draws=True)
        return self._stream(call, block, tokenizer)

    def plan(self, input_ids: Any, attention_mask: Any = None, **arguments: Any) -> CallPlan:
        """Return where the programs of a call would come from; nothing is run.

        Raises:
            ValueError: as a call.
        """
        with self._lock, _as_value_error():
            call = self._calls.call(input_ids, attention_mask, arguments).loop
            source = self._builder.source(call.key)
            caches = [source.cache]
            if call.source is not None:
                caches.append(self._builder.where(call.key.of_program(ENCODE)))
            return CallPlan(
                cache=next(cache for cache in _SLOWEST if cache in caches),
                reason=None if source.reason is None else source.reason.text,
                capacity=call.capacity,
                source_length=call.key.padded_length,
                key=call.key,
            )

    def warm_up(
        self,
        strategies: Sequence[str | Mapping[str, Any]] = ({},),
        *,
        batch_size: int = 1,
        source_lengths: Sequence[int] = (32,),
    ) -> tuple[Timings, ...]:
        """Build every program of some strategies, for every capacity, so that calls only run.

        Args:
            strategies: arguments of ``generate`` (``{"num_beams": 4}``; ``{}`` are the model's own
                defaults), or ``greedy``, ``sampling``, ``beam`` (2 beams), ``beam_sampling``,
                ``contrastive``.
            batch_size: number of prompts of a call.
            source_lengths: of encoder-decoder models tokens of the longest source, each rounded up
                to the next power of two.

        Returns:
            what each build cost, those of the first strategy first.

        Raises:
            ValueError: there is no such strategy, or as a call.
        """
        lengths = (1,) if self._calls.info.is_decoder_only else tuple(source_lengths)
        timings = []
        with self._lock, _as_value_error():
            for strategy in strategies:
                if isinstance(strategy, str) and strategy not in NAMED:
                    known = tuple(NAMED)
                    problem = messages.NO_SUCH_STRATEGY(strategy=repr(strategy), known=known)
                    raise InvalidArgument(problem)
                given = NAMED[strategy] if isinstance(strategy, str) else dict(strategy)
                for capacity in self.capacities:
                    for length in lengths:
                        call = self._calls.example(given, batch_size, length, capacity)
                        timings.append(self._build(call.loop))
        return tuple(timings)

    def wait(self) -> None:
        """Wait for the program that is built behind the last answer, if one is."""
        self._fast.behind.wait()

    # ------------------------------------------------------------------ running

    def _build(self, call: LoopCall) -> Timings:
        start = time.perf_counter_ns()
        self.wait()
        with as_engine_failure(call.key.label()):
            outcome = self._fast.build(call, _silent, _go_on)
        return Timings.of(outcome, time.perf_counter_ns() - start)

    def _stream(self, call: Call, block: int, tokenizer: Any) -> Iterator[Any]:
        steps = self._run(call, block)
        while True:
            with self._lock, _as_value_error():
                ids = next(steps, None)
            if ids is None:
                return
            yield ids if tokenizer is None else _texts(tokenizer, ids.numpy())

    def _run(self, call: Call, block: int | None) -> Iterator[Any]:
        """Yield the token ids so far; ``last`` is set after the last item."""
        spent_ns, start = 0, time.perf_counter_ns()
        blocks = self._fast.blocks(call.in_blocks(block), _silent, _go_on)
        stop, pad_id = self._stop_strings(call), call.loop.rules.pad_id
        found, outcome = self._next(call, blocks, None)
        while found is not None:
            shown = found if stop is None else stop.applied(found)
            ids = self._tf.constant(returned_ids(shown, call.head, pad_id, call.ends))
            spent_ns += time.perf_counter_ns() - start
            yield ids
            start = time.perf_counter_ns()
            found, outcome = self._next(call, blocks, bool(shown.is_growing.any()))
        assert outcome is not None
        self._fast.behind.start(in_script=True)
        self.last = Timings.of(outcome, spent_ns + time.perf_counter_ns() - start)

    def _next(
        self, call: Call, blocks: Any, goes_on: bool | None
    ) -> tuple[Block | None, Outcome | None]:
        """Return the next block, or the outcome of the call after the last block."""
        with as_engine_failure(call.loop.key.label()):
            try:
                return (next(blocks) if goes_on is None else blocks.send(goes_on)), None
            except StopIteration as end:
                return None, end.value

    def _stop_strings(self, call: Call) -> StopStrings | None:
        strings = call.loop.options.stop_strings
        if not strings:
            return None

        def text(ids: list[int]) -> str:
            return _texts(call.tokenizer, np.array([ids]))[0]

        return StopStrings(text, strings, call.head.shape[1], call.ends)


def _texts(tokenizer: Any, ids: NDArray[np.int32]) -> list[str]:
    texts: list[str] = tokenizer.batch_decode(
        ids, skip_special_tokens=True, clean_up_tokenization_spaces=False
    )
    return texts


def _checked_capacities(capacities: Sequence[int]) -> tuple[int, ...]:
    found = tuple(sorted({int(capacity) for capacity in capacities}))
    if not found or found[0] < 2:
        raise InvalidArgument(messages.BAD_CAPACITIES(given=repr(capacities)))
    return found


def _silent(*_: Any) -> None:
    """Ignore a phase."""


def _go_on() -> None:
    """Cancel nothing."""


@contextmanager
def _as_value_error() -> Iterator[None]:
    try:
        yield
    except (RequestError, CheckpointError) as error:
        raise InvalidArgument(error.message) from None
