"""Calls of the fast recipe: our own loops, as programs or operation by operation."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from ...core.call.record import Cache, ProgramUse
from ...core.call.request import Precision
from ...core.call.specialization import CHUNK, ENCODE, SpecializationKey
from ...core.engine.engine import Phase
from ...core.errors import CallCancelled
from ...core.messages import engine as messages
from ...core.messages.message import Message
from ..inputs.call_inputs import Arrays
from ..loops.chunk import read_chunk
from ..loops.decoders import Decoder, Encoded, encode
from ..loops.functions import (
    LoopFunction,
    chunk_function,
    decode_function,
    encode_function,
    source_like,
)
from ..loops.generation import (
    Programs,
    as_tensors,
    chunks_of,
    generate,
    loop_inputs,
    with_chunks_read,
)
from ..loops.program import Loop, LoopShape
from ..loops.selection.rules import Rules
from ..platform.gpu import uses_gpu
from ..programs.build_behind import BuildBehind
from ..programs.builder import ProgramBuilder, RewritesFailed
from ..programs.built import Built, Wanted
from ..programs.parts import parts_of
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Nested, Tensors
from ..recipe.outcome import Outcome, total_ns
from ..rewrites.notices import traced_plainly
from ..text.stream import Block, BlockListener
from .fast_call import FastCall
from .loop_call import LoopCall

logger = logging.getLogger(__name__)

#: Bytes of the weights that a decode step reads in a ns, on a CPU (see ``core.advice.advisor``) and
#: on a GPU.
_BYTES_PER_NS = 20.0
_GPU_BYTES_PER_NS = 500.0
_SLOWEST = (Cache.MISS, Cache.DISK, Cache.MEMORY, Cache.NONE)

#: The type of callbacks that are called when a phase begins, with the key's label.
Tell = Callable[[Phase, str], None]
#: The type of callbacks that are called between phases; an exception ends the call.
Check = Callable[[], None]


@dataclass(frozen=True)
class _Ready:
    """The programs of a call, and their builds; programs of one build were compiled at once."""

    programs: Programs
    encoder: Callable[[Tensors], Nested] | None = None
    builds: tuple[tuple[Built, ...], ...] = ()
    notices: tuple[Message, ...] = ()

    @property
    def built(self) -> tuple[Built, ...]:
        return tuple(built for build in self.builds for built in build)


class FastCalls:
    """Runs calls of our own loops, and builds programs for the next call behind an answer.

    Attributes:
        behind: the builds behind the answers.
    """

    def __init__(self, tf: TensorFlow, builder: ProgramBuilder) -> None:
        self._tf = tf
        self._builder = builder
        self._decoder: Decoder | None = None  # of the last call
        self._loop = lru_cache(maxsize=8)(self._make_loop)
        self._source: tuple[Arrays, Tensors] | None = None
        self.behind = BuildBehind(builder)

    def run(
        self,
        call: LoopCall,
        tell: Tell,
        check_cancelled: Check,
        on_block: BlockListener | None = None,
    ) -> Outcome:
        """Run one call; exceptions of TensorFlow pass through.

        ``on_block`` is called after each block of new tokens; its time does not count.
        """
        blocks = self.blocks(call, tell, check_cancelled)
        block = next(blocks)
        while True:
            goes_on = on_block is None or on_block(block)
            try:
                block = blocks.send(goes_on)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome

    def blocks(
        self, call: LoopCall, tell: Tell, check_cancelled: Check
    ) -> Generator[Block, bool, Outcome]:
        """Run one call; yield each block of new tokens, and return the outcome of the call.

        ``send(False)`` cancels the call; time between two blocks does not count.
        """
        is_beside = self.behind.is_running
        run = self._run_of(call)
        if call.is_eager:
            tell(Phase.RUNNING, call.key.label())
            with self._builder.alone():
                return (yield from self._blocks(run, _Ready(self._eager(run)), is_beside=False))
        self.behind.wanted = None
        run, ready = self._ready(run, tell, check_cancelled)
        tell(Phase.RUNNING, call.key.label())
        return (yield from self._blocks(run, ready, is_beside=is_beside))

    def build(self, call: LoopCall, tell: Tell, check_cancelled: Check) -> Outcome:
        """Build every program that calls like ``call`` can use, without running the call."""
        run = self._run_of(call)
        _, ready = self._ready(run, tell, check_cancelled, wants_chunks=True)
        return self._outcome(np.zeros((0, 0), np.int32), ready, run_ns=0)

    def bare(self, call: LoopCall) -> Callable[[], NDArray[np.int32]]:
        """Return the programs of a call alone; see ``XlaEngine.bare_call``."""
        tf, ran = self._tf, self._run_of(call)
        loop = ran.loop

        def program(key: SpecializationKey) -> Callable[..., Nested]:
            return self._builder.from_memory(key).call

        decode, chunk = program(call.key), None
        if chunks_of(loop, call.prompts):
            chunk = program(call.key.of_program(CHUNK))
        encoder = None if ran.source is None else program(call.key.of_program(ENCODE))
        start = as_tensors(tf, loop.start(call.prompts))
        live = loop.live(call.options)
        end = tf.constant(call.length + call.options.new_tokens)

        def run() -> NDArray[np.int32]:
            state, encoded = start, None
            if encoder is not None and ran.source is not None:
                encoded = Encoded(encoder(ran.source), ran.source.get("attention_mask"))
            if chunk is not None:
                state = with_chunks_read(tf, loop, chunk, state, call.prompts)
            given = loop_inputs(tf, call.prompts, call.options.new_tokens, encoded)
            return loop.texts(decode(state, given | {"stop": end}, live))

        return run

    def forget(self, model: str, precision: Precision) -> None:
        """Drop the state of a model that was dropped; builds of it that failed are tried again.

        No build runs at the same time, since a caller that loads a model waits for it.
        """
        self.behind.forget(model, precision)
        self._decoder = self._source = None
        self._loop.cache_clear()

    # ------------------------------------------------------------------ the programs

    def _ready(
        self, run: FastCall, tell: Tell, check_cancelled: Check, *, wants_chunks: bool = False
    ) -> tuple[FastCall, _Ready]:
        """Return the call with its programs.

        If it cannot be traced with rewrites, it is traced once more without them.
        """
        try:
            return run, self._programs(run, tell, check_cancelled, wants_chunks=wants_chunks)
        except RewritesFailed as failed:
            logger.warning("tracing with rewrites", exc_info=True)
            notice = traced_plainly(run.call.model.config.model_type, failed.error)
        self._builder.trace_plainly(run.call.model, run.call.key)
        self._decoder = None
        run = self._run_of(run.call)
        ready = self._programs(run, tell, check_cancelled, wants_chunks=wants_chunks)
        return run, replace(ready, notices=(notice,))

    def _programs(
        self, run: FastCall, tell: Tell, check_cancelled: Check, *, wants_chunks: bool = False
    ) -> _Ready:
        """Return the programs of the call, built if they are not in memory.

        Args:
            wants_chunks: build the chunk program at once if there is one.
        """
        call = run.call
        wanted = [Wanted(call.key, call.model, partial(self._decode_function, run))]
        if run.source is not None:
            make = partial(encode_function, self._tf, call.model, run.source)
            wanted.append(Wanted(call.key.of_program(ENCODE), call.model, make))
        builds = [tuple(self._builder.build(wanted, tell, check_cancelled))]
        decode = builds[0][0]
        programs = Programs(decode.specialization.call)
        is_of_use = run.loop.reads_chunks if wants_chunks else chunks_of(run.loop, call.prompts)
        if is_of_use:
            chunk = self._chunk(run, decode, tell, check_cancelled, is_wanted=wants_chunks)
            if chunk is not None:
                builds.append((chunk,))
                programs = Programs(decode.specialization.call, chunk.specialization.call)
        encoder = builds[0][1].specialization.call if run.source is not None else None
        return _Ready(programs, encoder, tuple(builds))

    def _chunk(
        self,
        run: FastCall,
        decode: Built,
        tell: Tell,
        check_cancelled: Check,
        *,
        is_wanted: bool,
    ) -> Built | None:
        """Return the chunk program if it is in memory, or if it makes this call faster in spite of
        its build.

        Otherwise it is queued for a build behind the answer.
        """
        call, prompts = run.call, len(run.prompts)
        make = partial(
            chunk_function,
            self._tf,
            run.decoder,
            prompts,
            run.loop.cached,
            in_place=call.is_compiled,
        )
        wanted = Wanted(call.key.of_program(CHUNK), call.model, make)
        if self.behind.has_failed(wanted.key):
            return None
        steps = min(map(len, run.prompts)) - 1
        bytes_per_ns = _GPU_BYTES_PER_NS if uses_gpu(self._tf) else _BYTES_PER_NS
        reading_ns = steps * call.weight_bytes / bytes_per_ns
        use = decode.use
        building_ns = sum(filter(None, (use.trace_ns, use.compile_ns, use.load_ns)))
        is_worth = bool(building_ns) and reading_ns > building_ns
        if is_wanted or is_worth or self._builder.where(wanted.key) is Cache.MEMORY:
            try:
                return self._builder.build([wanted], tell, check_cancelled)[0]
            except CallCancelled:
                raise
            except Exception as error:  # of any type: the call can do without it
                self.behind.give_up(wanted, error)
                return None
        self.behind.wanted = wanted
        return None

    # ------------------------------------------------------------------ one call

    def _run_of(self, call: LoopCall) -> FastCall:
        tf, decoder, source = self._tf, self._decoder, None
        if decoder is None or decoder.model is not call.model:
            decoder = self._decoder = Decoder(tf, call.model, self._builder.rewrites)
            self._loop.cache_clear()
        if call.source is not None:
            source = self._source_of(call.source)
        shape = LoopShape.of(call.options, call.key.batch, call.capacity)
        loop = self._loop(decoder, shape, call.rules, call.is_compiled)
        return FastCall(call, loop, decoder, source)

    def _source_of(self, arrays: Arrays) -> Tensors:
        """Return the inputs of an encoder as tensors; those of the last arrays are kept."""
        if self._source is None or self._source[0] is not arrays:
            tensors = {name: self._tf.constant(array) for name, array in arrays.items()}
            self._source = arrays, tensors
        return self._source[1]

    def _make_loop(self, decoder: Decoder, shape: LoopShape, rules: Rules, in_place: bool) -> Loop:
        return Loop(self._tf, decoder, shape, rules, in_place=in_place)

    def _decode_function(self, run: FastCall) -> LoopFunction:
        like = None
        if run.source is not None:
            like = source_like(self._tf, run.call.model, run.source)
        return decode_function(self._tf, run.loop, run.options, like)

    def _eager(self, run: FastCall) -> Programs:
        chunk = partial(read_chunk, self._tf, run.decoder, in_place=False)
        return Programs(run.loop.run, chunk)

    def _blocks(
        self, run: FastCall, ready: _Ready, *, is_beside: bool
    ) -> Generator[Block, bool, Outcome]:
        call, loop = run.call, run.loop
        start = time.perf_counter_ns()
        encoded = None
        if run.source is not None:
            mask = run.source.get("attention_mask")
            if ready.encoder is None:
                encoded = encode(self._tf, call.model, run.source)
            else:
                encoded = Encoded(ready.encoder(run.source), mask)
        run_ns, cut = 0, None
        for state in generate(
            self._tf,
            loop,
            ready.programs,
            call.prompts,
            call.options,
            encoded=encoded,
            block=call.block,
        ):
            texts = loop.texts_so_far(state)
            now = time.perf_counter_ns()
            run_ns += now - start
            output = run.padded(texts)
            block = run.block(state, output, now)
            if not (yield block) and bool(block.is_growing.any()):
                cut = block
                break
            start = time.perf_counter_ns()
        return self._outcome(output, ready, run_ns=run_ns, is_beside=is_beside, cut=cut)

    def _outcome(
        self,
        output: NDArray[np.int32],
        ready: _Ready,
        *,
        run_ns: int,
        is_beside: bool = False,
        cut: Block | None = None,
    ) -> Outcome:
        builds, built = ready.builds, ready.built
        uses = [b.use for b in built]
        done, notices = self.behind.take()
        return Outcome(
            output,
            _slowest(uses),
            run_ns + sum(max(b.first_run_ns for b in build) for build in builds),
            trace_ns=total_ns(use.trace_ns for use in uses),
            compile_ns=total_ns(_longest(b.use.compile_ns for b in build) for build in builds),
            load_ns=total_ns(_longest(b.use.load_ns for b in build) for build in builds),
            store_ns=total_ns(use.store_ns for use in uses),
            unreported_ns=total_ns(_longest(b.unreported_ns for b in build) for build in builds),
            parts=parts_of(builds) if any(b.use.cache is not Cache.MEMORY for b in built) else (),
            notices=(*notices, *_problems(built), *ready.notices),
            programs=(*done, *uses),
            ran_beside_build=is_beside,
            cut=cut,
        )


def _longest(phases: Iterable[int | None]) -> int | None:
    """Return one phase of several programs at once."""
    return max((ns for ns in phases if ns is not None), default=None)


def _slowest(uses: Sequence[ProgramUse]) -> Cache:
    caches = {use.cache for use in uses} or {Cache.NONE}
    return next(cache for cache in _SLOWEST if cache in caches)


def _problems(built: Sequence[Built]) -> tuple[Message, ...]:
    """Return notices on programs that were not stored or not reported, each once."""
    notices = tuple(dict.fromkeys(b.problem for b in built if b.problem))
    is_reported = all(b.unreported_ns is None for b in built)
    return notices if is_reported else (*notices, messages.COMPILE_NOT_REPORTED())
