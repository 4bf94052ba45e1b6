"""Calls of the fast recipe: our own loops, as programs or operation by operation."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.engine import Phase
from ..core.errors import CallCancelled
from ..core.notice import Notice
from ..core.record import Cache, ProgramUse
from ..core.request import Arm, Precision
from ..core.specialization import CHUNK, ENCODE, SpecializationKey
from .call_inputs import Arrays
from .fast_call import FastCall
from .gpu import uses_gpu
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
from .outcome import Outcome, Task, not_reported, not_stored
from .programs import Built, ProgramBuilder, RewritesFailed, Wanted
from .rewrites.notices import traced_plainly
from .stream import BlockListener

logger = logging.getLogger(__name__)

#: The input that holds what a decoder begins with, if that is more than its start token.
_BEGINNING = "decoder_input_ids"
#: What a decode step reads of the weights in a ns, on a CPU (see ``core.advisor``) and on a GPU.
_BYTES_PER_NS = 20.0
_GPU_BYTES_PER_NS = 500.0
_SLOWEST = (Cache.MISS, Cache.DISK, Cache.MEMORY, Cache.NONE)


@dataclass
class _Background:
    """A build behind an answer.

    Attributes:
        done: the programs that were built, until a record lists them.
        notices: why others were not, until a record carries them.
    """

    thread: threading.Thread | None = None
    done: list[ProgramUse] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def take(self) -> tuple[tuple[ProgramUse, ...], tuple[Notice, ...]]:
        """Return what came of builds since the last call, once."""
        taken = tuple(self.done), tuple(self.notices)
        self.done, self.notices = [], []
        return taken

    @property
    def is_running(self) -> bool:
        return self.thread is not None and self.thread.is_alive()


class FastCalls:
    """Runs tasks of the fast recipe, and builds behind an answer what the next one can use."""

    def __init__(self, tf: Any, builder: ProgramBuilder) -> None:
        self._tf = tf
        self._builder = builder
        self._decoder: Decoder | None = None  # of the last call
        self._loop = lru_cache(maxsize=8)(self._make_loop)
        self._background = _Background()
        self._next: Wanted | None = None
        self._source: tuple[Arrays, dict[str, Any]] | None = None
        self._failed: set[SpecializationKey] = set()
        self._is_closed = False

    def run(
        self,
        task: Task,
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
        on_block: BlockListener | None = None,
    ) -> Outcome:
        """Run one task; what TensorFlow raises is raised.

        If it cannot be traced with rewrites, it is traced once more without them.

        Args:
            on_block: called after each block of new tokens, its time is not counted.
        """
        try:
            return self._run(task, tell, check_cancelled, on_block)
        except RewritesFailed as failed:
            logger.warning("tracing with rewrites", exc_info=True)
            notice = traced_plainly(task.loaded.model.config.model_type, failed.error)
        self._builder.trace_plainly(task.loaded, task.key)
        self._decoder = None
        outcome = self._run(task, tell, check_cancelled, on_block)
        return replace(outcome, notices=(*outcome.notices, notice))

    def _run(
        self,
        task: Task,
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
        on_block: BlockListener | None,
    ) -> Outcome:
        is_beside = self._background.is_running
        call = self._call_of(task)
        if task.request.arm is Arm.EAGER:
            tell(Phase.RUNNING, task.key.label())
            with self._builder.alone():
                return self._outcome(call, self._eager(call), [], on_block, is_beside=False)
        wanted = [Wanted(task.key, task.loaded, partial(self._decode_function, call))]
        if call.source is not None:
            key = task.key.of_program(ENCODE)
            make = partial(encode_function, self._tf, task.loaded.model, call.source)
            wanted.append(Wanted(key, task.loaded, make))
        built = [self._builder.build(wanted, tell, check_cancelled)]
        decode = built[0][0]
        programs = Programs(decode.specialization.call)
        self._next = None
        if chunks_of(call.loop, call.prompts):
            chunk = self._chunk(call, decode, tell, check_cancelled)
            if chunk is not None:
                built.append([chunk])
                programs = Programs(decode.specialization.call, chunk.specialization.call)
        tell(Phase.RUNNING, task.key.label())
        encoder = built[0][1].specialization.call if call.source is not None else None
        return self._outcome(call, programs, built, on_block, is_beside=is_beside, encoder=encoder)

    def bare(self, task: Task) -> Callable[[], NDArray[np.int32]]:
        """Return the programs of a task alone; see ``XlaEngine.bare_call``."""
        tf, call = self._tf, self._call_of(task)

        def program(key: SpecializationKey) -> Any:
            return self._builder.from_memory(key).call

        decode, chunk = program(task.key), None
        if chunks_of(call.loop, call.prompts):
            chunk = program(task.key.of_program(CHUNK))
        encoder = None if call.source is None else program(task.key.of_program(ENCODE))
        start = as_tensors(tf, call.loop.start(call.prompts))
        live = call.loop.live(task.options)
        end = tf.constant(call.length + task.options.new_tokens)

        def run() -> NDArray[np.int32]:
            state, encoded = start, None
            if encoder is not None and call.source is not None:
                encoded = Encoded(encoder(call.source), call.source.get("attention_mask"))
            if chunk is not None:
                state = with_chunks_read(tf, call.loop, chunk, state, call.prompts)
            given = loop_inputs(tf, call.prompts, task.options.new_tokens, encoded)
            return call.loop.texts(decode(state, given | {"stop": end}, live))

        return run

    # ------------------------------------------------------------------ the chunk program

    def _chunk(
        self,
        call: FastCall,
        decode: Built,
        tell: Callable[[Phase, str], None],
        check_cancelled: Callable[[], None],
    ) -> Built | None:
        """Return the chunk program if it is there, or if this very call is faster with it.

        Otherwise it is to be built behind the answer.
        """
        task = call.task
        cached, prompts = call.loop.cached, len(call.prompts)
        make = partial(
            chunk_function,
            self._tf,
            call.decoder,
            prompts,
            cached,
            in_place=call.is_compiled,
        )
        wanted = Wanted(task.key.of_program(CHUNK), task.loaded, make)
        if wanted.key in self._failed:
            return None
        steps = min(map(len, call.prompts)) - 1
        bytes_per_ns = _GPU_BYTES_PER_NS if uses_gpu(self._tf) else _BYTES_PER_NS
        reading_ns = steps * task.loaded.info.memory_bytes / bytes_per_ns
        use = decode.use
        building_ns = sum(filter(None, (use.trace_ns, use.compile_ns, use.load_ns)))
        is_worth = bool(building_ns) and reading_ns > building_ns
        if self._builder.where(wanted.key) is Cache.MEMORY or is_worth:
            try:
                return self._builder.build([wanted], tell, check_cancelled)[0]
            except CallCancelled:
                raise
            except Exception as error:  # of whatever type: the call can do without
                self._give_up(wanted, error)
                return None
        self._next = wanted
        return None

    def _give_up(self, wanted: Wanted, error: Exception) -> None:
        logger.warning("%s cannot be built", wanted.key.label(), exc_info=error)
        self._failed.add(wanted.key)
        self._background.notices.append(
            Notice(
                id="chunk_failed",
                text="The program that reads long prompts could not be built "
                f"({type(error).__name__}, see the log): they are read token by token.",
            )
        )

    def build_behind(self) -> None:
        """Build in a thread what the last call would have used."""
        wanted, self._next = self._next, None
        if wanted is None or self._background.is_running or self._is_closed:
            return

        def build() -> None:
            try:
                built = self._builder.build([wanted], lambda *_: None, self._check_closed)[0]
            except CallCancelled:
                return
            except Exception as error:  # the answer stands without it
                self._give_up(wanted, error)
                return
            use = built.use.model_copy(update={"in_background": True})
            self._background.done.append(use)

        self._background.thread = threading.Thread(target=build, name="BuildBehind", daemon=True)
        self._background.thread.start()

    def forget(self, model: str, precision: Precision) -> None:
        """Let go of a model that was dropped; what could not be built of it is tried again.

        No build runs meanwhile: who loads a model waits for it.
        """
        self._failed = {k for k in self._failed if (k.model, k.precision) != (model, precision)}
        self._decoder = self._next = self._source = None
        self._loop.cache_clear()

    def wait(self) -> None:
        """Wait for the build behind the last answer."""
        if self._background.thread is not None:
            self._background.thread.join()

    def close(self) -> None:
        """Begin no other phase of a build in the background."""
        self._is_closed = True

    def _check_closed(self) -> None:
        if self._is_closed:
            raise CallCancelled("The engine is closed.")

    # ------------------------------------------------------------------ one call

    def _call_of(self, task: Task) -> FastCall:
        tf, loaded = self._tf, task.loaded
        decoder = self._decoder
        if decoder is None or decoder.model is not loaded.model:
            decoder = self._decoder = Decoder(tf, loaded.model, self._builder.rewrites)
            self._loop.cache_clear()
        arrays, batch = task.arrays, task.request.batch
        source = None
        if loaded.info.is_decoder_only:
            masks = arrays["attention_mask"].astype(bool)
            prompts = [ids[m].tolist() for ids, m in zip(arrays["input_ids"], masks, strict=True)]
            length = masks.shape[1]
        else:
            given = arrays.get(_BEGINNING)
            prompts = [[loaded.start_id]] * batch if given is None else given.tolist()
            length = len(prompts[0])
            source = self._source_of(arrays)
        options = task.options
        shape = LoopShape.of(options, batch, task.capacity)
        loop = self._loop(decoder, shape, task.request.arm is Arm.XLA)
        return FastCall(task, loop, decoder, options, prompts, length, source)

    def _source_of(self, arrays: Arrays) -> dict[str, Any]:
        """Return the inputs of an encoder as tensors; those of the last arrays are kept."""
        if self._source is None or self._source[0] is not arrays:
            constant = self._tf.constant
            tensors = {n: constant(array) for n, array in arrays.items() if n != _BEGINNING}
            self._source = arrays, tensors
        return self._source[1]

    def _make_loop(self, decoder: Decoder, shape: LoopShape, in_place: bool) -> Loop:
        rules = Rules.of(decoder.model)
        return Loop(self._tf, decoder, shape, rules, in_place=in_place)

    def _decode_function(self, call: FastCall) -> Any:
        like = None
        if call.source is not None:
            like = source_like(self._tf, call.task.loaded.model, call.source)
        return decode_function(self._tf, call.loop, call.options, like)

    def _eager(self, call: FastCall) -> Programs:
        chunk = partial(read_chunk, self._tf, call.decoder, in_place=False)
        return Programs(call.loop.run, chunk)

    def _outcome(
        self,
        call: FastCall,
        programs: Programs,
        builds: Sequence[Sequence[Built]],
        on_block: BlockListener | None,
        *,
        is_beside: bool,
        encoder: Callable[..., Any] | None = None,
    ) -> Outcome:
        """Run the programs; those of one of ``builds`` were compiled at once."""
        tf, options = self._tf, call.task.options
        start = time.perf_counter_ns()
        encoded = None
        if call.source is not None:
            mask = call.source.get("attention_mask")
            if encoder is None:
                encoded = encode(tf, call.task.loaded.model, call.source)
            else:
                encoded = Encoded(encoder(call.source), mask)
        size = call.task.request.block_size
        run_ns, cut = 0, None
        for state in generate(
            tf, call.loop, programs, call.prompts, options, encoded=encoded, block=size
        ):
            texts = call.loop.texts_so_far(state)
            now = time.perf_counter_ns()
            run_ns += now - start
            output = call.padded(texts)
            if on_block is not None:
                block = call.block(state, output, now)
                if not on_block(block) and bool(block.is_growing.any()):
                    cut = block
                    break
            start = time.perf_counter_ns()
        built = [b for build in builds for b in build]
        uses = [b.use for b in built]
        done, notices = self._background.take()
        return Outcome(
            output,
            _slowest(uses),
            run_ns + sum(max(b.first_run_ns for b in build) for build in builds),
            trace_ns=_total(use.trace_ns for use in uses),
            compile_ns=_total(_longest(b.use.compile_ns for b in build) for build in builds),
            load_ns=_total(_longest(b.use.load_ns for b in build) for build in builds),
            store_ns=_total(use.store_ns for use in uses),
            notices=(*notices, *_problems(built)),
            programs=(*done, *uses),
            ran_beside_build=is_beside,
            cut=cut,
        )


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
    """Return what was not stored or not reported, each sentence once."""
    sentences = dict.fromkeys(b.problem for b in built if b.problem)
    notices = tuple(notice for sentence in sentences for notice in not_stored(sentence))
    return notices if all(b.is_reported for b in built) else (*notices, not_reported())
