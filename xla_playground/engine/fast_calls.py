"""Calls of the fast recipe: our own loops, as programs or operation by operation."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.engine import Phase
from ..core.errors import CallCancelled
from ..core.notice import Notice
from ..core.options import GenerationOptions
from ..core.record import Cache, ProgramUse
from ..core.specialization import CHUNK, ENCODE, SpecializationKey
from .build_behind import BuildBehind
from .building import Built, Wanted
from .loop_call import LoopCall
from .loops.chunk import read_chunk
from .loops.decoders import Decoder, Encoded, encode
from .loops.functions import chunk_function, decode_function, encode_function, source_like
from .loops.generation import (
    Programs,
    as_tensors,
    chunks_of,
    generate,
    loop_inputs,
    with_chunks_read,
)
from .loops.program import Loop, LoopShape
from .loops.rules import Rules
from .outcome import Outcome, not_stored, unreported
from .programs import ProgramBuilder
from .stream import Block, BlockListener

#: What a decode step reads of the weights in a ns, on a CPU; see ``core.advisor``.
_BYTES_PER_NS = 20.0
_SLOWEST = (Cache.MISS, Cache.DISK, Cache.MEMORY, Cache.NONE)

#: Called as a phase begins, with the key's label.
Tell = Callable[[Phase, str], None]
#: Called between phases; what it raises ends the call.
Check = Callable[[], None]


@dataclass(frozen=True)
class _Run:
    """A call with its loop; ``source`` are the inputs of an encoder, tensors."""

    call: LoopCall
    loop: Loop
    decoder: Decoder
    source: dict[str, Any] | None

    @property
    def options(self) -> GenerationOptions:
        return self.call.options

    @property
    def prompts(self) -> list[list[int]]:
        return self.call.prompts


@dataclass(frozen=True)
class _Ready:
    """What a call runs, and the builds that made it: the programs of one were compiled at once."""

    programs: Programs
    encoder: Callable[..., Any] | None = None
    builds: tuple[tuple[Built, ...], ...] = ()

    @property
    def built(self) -> tuple[Built, ...]:
        return tuple(built for build in self.builds for built in build)


class FastCalls:
    """Runs calls of our own loops, and builds behind an answer what the next one can use.

    Attributes:
        behind: the builds behind the answers.
    """

    def __init__(self, tf: Any, builder: ProgramBuilder) -> None:
        self._tf = tf
        self._builder = builder
        self._decoder: Decoder | None = None  # of the last call
        self._loop = lru_cache(maxsize=8)(self._make_loop)
        self.behind = BuildBehind(builder)

    def run(
        self,
        call: LoopCall,
        tell: Tell,
        check_cancelled: Check,
        on_block: BlockListener | None = None,
    ) -> Outcome:
        """Run one call; what TensorFlow raises is raised.

        ``on_block`` is called after each block of new tokens, its time is not counted.
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
        """Run one call; yield each block of new tokens, and return what came of the call.

        ``send(False)`` gives the call up; time between two blocks is not counted.
        """
        is_beside = self.behind.is_running
        run = self._run_of(call)
        if call.is_eager:
            tell(Phase.RUNNING, call.key.label())
            with self._builder.alone():
                return (yield from self._blocks(run, _Ready(self._eager(run)), is_beside=False))
        self.behind.wanted = None
        ready = self._programs(run, tell, check_cancelled)
        tell(Phase.RUNNING, call.key.label())
        return (yield from self._blocks(run, ready, is_beside=is_beside))

    def build(self, call: LoopCall, tell: Tell, check_cancelled: Check) -> Outcome:
        """Build every program that calls like ``call`` can use, without running the call."""
        run = self._run_of(call)
        ready = self._programs(run, tell, check_cancelled, wants_chunks=True)
        return self._outcome(np.zeros((0, 0), np.int32), ready, run_ns=0)

    def bare(self, call: LoopCall) -> Callable[[], NDArray[np.int32]]:
        """Return the programs of a call alone; see ``XlaEngine.bare_call``."""
        tf, ran = self._tf, self._run_of(call)
        loop = ran.loop

        def program(key: SpecializationKey) -> Any:
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

    # ------------------------------------------------------------------ the programs

    def _programs(
        self, run: _Run, tell: Tell, check_cancelled: Check, *, wants_chunks: bool = False
    ) -> _Ready:
        """Return what the call runs, built if it must be.

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
        run: _Run,
        decode: Built,
        tell: Tell,
        check_cancelled: Check,
        *,
        is_wanted: bool,
    ) -> Built | None:
        """Return the chunk program if it is there, or if this very call is faster with it.

        Otherwise it is to be built behind the answer.
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
        reading_ns = steps * call.weight_bytes / _BYTES_PER_NS
        use = decode.use
        building_ns = sum(filter(None, (use.trace_ns, use.compile_ns, use.load_ns)))
        is_worth = bool(building_ns) and reading_ns > building_ns
        if is_wanted or is_worth or self._builder.where(wanted.key) is Cache.MEMORY:
            try:
                return self._builder.build([wanted], tell, check_cancelled)[0]
            except CallCancelled:
                raise
            except Exception as error:  # of whatever type: the call can do without
                self.behind.give_up(wanted, error)
                return None
        self.behind.wanted = wanted
        return None

    # ------------------------------------------------------------------ one call

    def _run_of(self, call: LoopCall) -> _Run:
        tf, decoder, source = self._tf, self._decoder, None
        if decoder is None or decoder.model is not call.model:
            decoder = self._decoder = Decoder(tf, call.model)
            self._loop.cache_clear()
        if call.source is not None:
            source = {name: tf.constant(array) for name, array in call.source.items()}
        shape = LoopShape.of(call.options, call.key.batch, call.capacity)
        loop = self._loop(decoder, shape, call.rules, call.is_compiled)
        return _Run(call, loop, decoder, source)

    def _make_loop(self, decoder: Decoder, shape: LoopShape, rules: Rules, in_place: bool) -> Loop:
        return Loop(self._tf, decoder, shape, rules, in_place=in_place)

    def _decode_function(self, run: _Run) -> Any:
        like = None
        if run.source is not None:
            like = source_like(self._tf, run.call.model, run.source)
        return decode_function(self._tf, run.loop, run.options, like)

    def _eager(self, run: _Run) -> Programs:
        chunk = partial(read_chunk, self._tf, run.decoder, in_place=False)
        return Programs(run.loop.run, chunk)

    def _blocks(
        self, run: _Run, ready: _Ready, *, is_beside: bool
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
            block = self._block(run, state, texts, now)
            if not (yield block) and bool(block.is_growing.any()):
                cut = block
                break
            start = time.perf_counter_ns()
        output = _padded(call, texts)
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
            trace_ns=_total(use.trace_ns for use in uses),
            compile_ns=_total(_longest(b.use.compile_ns for b in build) for build in builds),
            load_ns=_total(_longest(b.use.load_ns for b in build) for build in builds),
            unreported_ns=_total(_longest(b.unreported_ns for b in build) for build in builds),
            notices=(*notices, *_problems(built)),
            programs=(*done, *uses),
            ran_beside_build=is_beside,
            cut=cut,
        )

    def _block(
        self, run: _Run, state: dict[str, Any], texts: NDArray[np.int32], now_ns: int
    ) -> Block:
        call, known = run.call, run.loop.known(state)
        sizes = np.array([len(prompt) for prompt in call.prompts])
        output = _padded(call, texts)
        there = call.length + np.minimum(known - sizes, call.options.new_tokens)
        is_growing = np.logical_not(np.asarray(state["is_finished"]))
        return Block(
            output,
            np.repeat(there, len(output) // len(there)).astype(np.int32),
            np.repeat(is_growing, len(output) // len(is_growing)),
            new_tokens=known - int(sizes.max()),
            at_ns=now_ns,
        )


def _padded(call: LoopCall, texts: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the rows that were asked for as ``generate`` does: prompts end at one place."""
    options, length = call.options, call.length
    if options.strategy.has_beams:
        row = np.arange(len(texts)) % options.num_beams
        texts = texts[row < options.num_return_sequences]
    copies = len(texts) // len(call.prompts)
    output = np.full((len(texts), length + options.new_tokens), call.rules.pad_id, np.int32)
    for number, text in enumerate(texts):
        size = len(call.prompts[number // copies])
        output[number, length - size :] = text[: size + options.new_tokens]
    return output


def _total(phases: Iterable[int | None]) -> int | None:
    """Return one phase of several programs one after the other, ``None`` if it did not happen."""
    happened = [ns for ns in phases if ns is not None]
    return sum(happened) if happened else None


def _longest(phases: Iterable[int | None]) -> int | None:
    """Return one phase of several programs at once."""
    return max((ns for ns in phases if ns is not None), default=None)


def _slowest(uses: Sequence[ProgramUse]) -> Cache:
    caches = {use.cache for use in uses} or {Cache.NONE}
    return next(cache for cache in _SLOWEST if cache in caches)


def _problems(built: Sequence[Built]) -> tuple[Notice, ...]:
    """Return each sentence on what was not stored or not timed once."""
    sentences = dict.fromkeys(b.problem for b in built if b.problem)
    notices = tuple(notice for sentence in sentences for notice in not_stored(sentence))
    return notices + unreported(_total(b.unreported_ns for b in built))
