"""The engine: one call at a time through eager, graph or XLA, every phase timed."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ..core.call.partial_text import TextListener
from ..core.call.plan import Plan
from ..core.call.probabilities import ScoredSequence
from ..core.call.record import Cache, Record, Sequence, Status, Warmth
from ..core.call.request import Arm, Precision, Request
from ..core.call.settled_request import settled
from ..core.call.specialization import (
    SpecializationKey,
    capacity_for,
    is_length_live,
    key_for,
)
from ..core.engine.call_end import CallEnd
from ..core.engine.engine import EngineInfo, EngineStatus, Phase, StatusListener
from ..core.engine.specialization_info import SpecializationInfo
from ..core.errors import CallCancelled, EngineFailure
from ..core.inside.inspection import Inspection
from ..core.inside.profiling.profile import Profile
from ..core.messages import engine as messages
from ..core.messages.message import Message
from ..core.model.info import ModelInfo
from ..core.store.store import SpecializationStore
from .about import engine_info
from .calls.bare_call import BareCall, step_bytes
from .calls.execution import Executor
from .calls.loop_call import loop_call
from .failure import as_engine_failure
from .inputs.call_inputs import CallInputs, SpeechInputs, inputs_of
from .inputs.first_step import FirstSteps
from .inputs.no_speech import silent_sequence, without_false_speech
from .inputs.speech import Windows
from .listing import specialization_infos
from .loaded_models import LOOK_AFTER_S, LoadedModels
from .looking import Looks
from .memory import held_bytes
from .model.loading import LoadedModel, load_model
from .platform.compile_report import CompileReport
from .platform.environment import import_in_environment, read_flags
from .platform.prepared_import import staging_of_import
from .prepared_call import PreparedCall
from .programs.builder import ProgramBuilder
from .programs.built import Source
from .recipe.outcome import Outcome
from .recipe.specializations import MADE_ROOM, SpecializationCache
from .recipe.warmth import BuiltStrategies
from .rewrites.table import Rewrites
from .scores.scorer import Scorer
from .store.fingerprint import device_in_use, surroundings
from .store.specialization_store import StoredSpecializations
from .text.bad_words import with_token_ids
from .text.stream import Block, BlockListener, Stream
from .text.tokenization import check_fit


class XlaEngine:
    """Runs TensorFlow in the thread that calls it; see ``core.Engine`` for the contract.

    A trace or a compile cannot be interrupted, so ``cancel`` takes effect when the running phase
    or block ends. Run in the worker process, where cancelling is killing.
    """

    def __init__(
        self,
        *,
        max_specializations: int = 16,
        store: SpecializationStore | None = None,
        check_start: Callable[[], None] | None = None,
        look_after_s: float = LOOK_AFTER_S,
        waits_for_builds: bool = False,
        without_rewrites: Collection[str] = (),
    ) -> None:
        """Initialize the engine; ``store`` keeps specializations after the process ends.

        ``check_start`` is called before TensorFlow is imported; what it raises, ``start`` raises.
        The files of a model in memory are looked at again after ``look_after_s`` seconds.
        ``waits_for_builds`` keeps the answer of a call back until the program that is built behind
        it is there, and stored. ``without_rewrites`` are the names of rewrites that are off.
        """
        self._check_start = check_start
        self._waits_for_builds = waits_for_builds
        self._without_rewrites = without_rewrites
        self._store = store
        self._stored: StoredSpecializations | None = None
        self._builder: ProgramBuilder | None = None
        self._executor: Executor | None = None
        self._scorer: Scorer | None = None
        self._first_steps: FirstSteps | None = None
        self._cache = SpecializationCache(max_specializations)
        self._models = LoadedModels(
            self._load, self._digest, self._drop_model, look_after_s=look_after_s
        )
        self._info: EngineInfo | None = None
        self._listener: StatusListener | None = None
        self._calls = 0
        self._built = BuiltStrategies()
        self._is_cancelled = threading.Event()

    # ------------------------------------------------------------------ core.Engine

    def start(self, on_status: StatusListener) -> EngineInfo:
        """Import TensorFlow, once a process; see ``core.Engine.start``."""
        self._listener = on_status
        if self._info is None:
            self._tell(Phase.STARTING, "TensorFlow")
            if self._check_start is not None:
                self._check_start()
            staging = staging_of_import()  # before TensorFlow reads its flags
            tf, transformers = import_in_environment()
            read_flags(tf, are_checked=self._check_start is not None)
            rewrites = Rewrites(self._without_rewrites)
            around = surroundings(tf, transformers)
            self._looks = Looks(
                self._cache, device_in_use(tf), self._tell, self._is_cancelled.is_set
            )
            if self._store is not None:
                self._stored = StoredSpecializations(tf, self._store, around, rewrites)
            self._first_steps = FirstSteps(tf)
            self._builder = ProgramBuilder(
                tf, self._cache, rewrites, stored=self._stored, staging=staging
            )
            self._scorer = Scorer(tf, self._builder)
            self._executor = Executor(
                tf,
                self._cache,
                self._builder,
                staging=staging,
                tell=self._tell,
                check_cancelled=self._check_cancelled,
            )
            self._info = engine_info(tf, transformers, around)
        self._tell(Phase.READY)
        return self._info

    def load(self, model: str) -> ModelInfo:
        """See ``core.Engine.load``."""
        with self._ready_afterwards():
            return self._models.load(model).info

    def plan(self, request: Request) -> Plan:
        """See ``core.Engine.plan``."""
        with self._ready_afterwards():
            loaded = self._models.get(request.model, request.precision)
            return self._prepare(request, loaded).plan

    def call(self, request: Request, on_text: TextListener | None = None) -> CallEnd:
        """See ``core.Engine.call``."""
        self._is_cancelled.clear()
        with self._ready_afterwards():
            started_at = datetime.now(UTC)
            # a first load is the model's cost, not the call's
            loaded = self._models.get(request.model, request.precision)
            notices = list(self._models.take_notices(request.model, request.precision))
            start = time.perf_counter_ns()
            prepared = self._prepare(request, loaded, self._find_language)
            request, inputs = prepared.request, prepared.inputs
            is_first = prepared.plan.cache in (Cache.MISS, Cache.DISK)
            before_bytes = held_bytes() if is_first else 0  # with what was built behind a call
            sequences: list[Sequence] = []
            outcomes: list[Outcome] = []
            stream = Stream(request, start, self._is_cancelled.is_set, on_text)
            status = Status.COMPLETED
            for part in range(len(inputs)):
                if isinstance(inputs, SpeechInputs) and inputs.windows.is_silent(part):
                    sequences.append(silent_sequence(part))
                    continue
                stream.begin_run(prepared.stops())
                on_block = partial(stream.take, partial(prepared.so_far, part))
                outcomes.append(self._execute(prepared, part, on_block))
                if outcomes[-1].cut is not None and stream.is_growing:
                    assert stream.last is not None
                    so_far = prepared.so_far(part, stream.last)
                    sequences += [s.if_cancelled for s in so_far]
                    status = Status.CANCELLED
                    break
                sequences += self._decoded(prepared, outcomes[-1].output, part, stream.last)
                if request.is_streamed and self._is_cancelled.is_set():
                    is_last = part + 1 == len(inputs)
                    status = Status.COMPLETED if is_last else Status.CANCELLED
                    break
                self._check_cancelled()
            wall_ns = time.perf_counter_ns() - start
            self._calls += 1
            if is_first and outcomes:
                growth = max(held_bytes() - before_bytes, 0)
                self._cache.set_memory_bytes(prepared.plan.key, growth)
                self._built.add(request)
            record = prepared.record(
                outcomes,
                sequences,
                stream,
                call=self._calls,
                status=status,
                started_at=started_at,
                wall_ns=wall_ns,
                notices=notices,
            )
            assert self._executor is not None  # since the start
            behind = self._executor.fast.behind
            behind.start()
            if self._waits_for_builds:
                self.wait()
            return CallEnd(
                record=record,
                specializations=self.specializations(),
                plan=self._plan(request, inputs, prepared.plan.key),
                is_building=behind.is_running,
            )

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        """See ``core.Engine.generate``."""
        return self.call(request, on_text).record

    def wait(self) -> None:
        """Wait for the program that is built behind the last answer, if one is."""
        if self._executor is not None:
            self._executor.fast.behind.wait()

    def bare_call(self, request: Request) -> BareCall:
        """Return the programs of a call of the fast recipe alone, its inputs being there.

        Its programs must be in memory.
        """
        assert self._executor is not None
        loaded = self._models.get(request.model, request.precision)
        task = self._prepare(request, loaded).task(0)
        return BareCall(self._executor.fast.bare(loop_call(task)), step_bytes(loaded.model))

    def specializations(self) -> tuple[SpecializationInfo, ...]:
        """See ``core.Engine.specializations``."""
        return specialization_infos(self._cache, self._stored)

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        """See ``core.Engine.probabilities``."""
        assert self._scorer is not None  # since the start
        self._is_cancelled.clear()
        with self._ready_afterwards(), as_engine_failure("The scoring of this call"):
            loaded = self._models.get(record.request.model, record.request.precision)
            prepared = self._prepare(record.request, loaded)
            return self._scorer.score(
                loaded,
                prepared.executed,
                prepared.inputs,
                record.sequences,
                self._tell,
                self._check_cancelled,
            )

    def inspect(self, key: SpecializationKey) -> Inspection:
        """See ``core.Engine.inspect``."""
        assert self._builder is not None  # since the start
        self._is_cancelled.clear()
        with self._ready_afterwards(), as_engine_failure(key.label()):
            loaded = self._models.get(key.model, key.precision)
            with self._builder.alone(), CompileReport():  # drops XLA's lines
                return self._looks.inspect(key, loaded)

    def profile(self, request: Request) -> Profile:
        """See ``core.Engine.profile``."""
        assert self._executor is not None  # since the start
        self._is_cancelled.clear()
        self.wait()
        with self._ready_afterwards(), self._executor.fast.behind.kept():
            loaded = self._models.get(request.model, request.precision)
            return self._looks.profile(self._prepare(request, loaded), self._execute)

    def cancel(self) -> None:
        """End a call that runs in blocks after this one; else discard its result at its end."""
        self._is_cancelled.set()

    def close(self) -> None:
        """See ``core.Engine.close``; TensorFlow's memory returns with the end of the process."""
        self._is_cancelled.set()
        self._listener = None
        if self._executor is not None:
            self._executor.fast.behind.close()
            self.wait()

    # ------------------------------------------------------------------ the steps of a call

    def _drop_model(self, name: str, precision: Precision, why: Message) -> None:
        self._cache.drop_model(name, precision, why)
        is_gone = why == MADE_ROOM and name not in self._models
        if self._stored is not None and is_gone:
            self._stored.forget(name)
        if self._executor is not None:
            self._executor.fast.forget(name, precision)

    def _prepare(
        self,
        request: Request,
        loaded: LoadedModel,
        find_language: Callable[[LoadedModel, Windows], str] | None = None,
    ) -> PreparedCall:
        finder = partial(find_language, loaded) if find_language else None
        inputs = inputs_of(loaded, request, finder)
        request = settled(request, loaded.info)
        check_fit(loaded.info, request.options, inputs.lengths, inputs.padded_length)
        executed = with_token_ids(loaded, request)
        beginning = inputs.head.shape[1]
        capacity = capacity_for(request, beginning, loaded.info.positions)
        is_live = is_length_live(request, is_decoder_only=loaded.info.is_decoder_only)
        key = key_for(executed, None if is_live else inputs.padded_length, capacity)
        plan = self._plan(request, inputs, key)
        exact = max(beginning + request.options.new_tokens, 2)
        return PreparedCall(request, executed, plan, capacity or exact, loaded, inputs)

    def _find_language(self, loaded: LoadedModel, windows: Windows) -> str:
        assert self._first_steps is not None  # since the start
        assert self._builder is not None
        self._tell(Phase.RUNNING, messages.FINDING_LANGUAGE())
        with self._builder.alone():
            return self._first_steps.find_language(loaded, windows)

    def _decoded(
        self, prepared: PreparedCall, output: NDArray[np.int32], part: int, last: Block | None
    ) -> tuple[Sequence, ...]:
        sequences, inputs = prepared.sequences(output, part, last), prepared.inputs
        if not isinstance(inputs, SpeechInputs):
            return sequences
        assert self._first_steps is not None  # since the start
        assert self._builder is not None
        steps, windows = self._first_steps, inputs.windows
        with self._builder.alone():
            return without_false_speech(steps, prepared.loaded, windows, part, sequences)

    def _plan(self, request: Request, inputs: CallInputs, key: SpecializationKey) -> Plan:
        assert self._builder is not None  # since the start
        source = self._builder.source(key)
        if request.arm is Arm.EAGER:
            source = Source(Cache.NONE)
        is_back = source.cache is Cache.DISK and self._cache.why_dropped(key) == MADE_ROOM
        return Plan(
            request_id=request.id,
            key=key,
            prompt_tokens=inputs.lengths,
            padded_length=inputs.padded_length,
            cache=source.cache,
            reason_message=source.reason,
            closest=source.closest,
            warmth=Warmth.EVICTED if is_back else self._built.warmth(request),
        )

    def _execute(self, prepared: PreparedCall, part: int, on_block: BlockListener) -> Outcome:
        assert self._executor is not None  # since the start
        with as_engine_failure(prepared.plan.key.label()):
            return self._executor.execute(prepared.task(part), on_block)

    # ------------------------------------------------------------------ models and status

    def _load(self, name: str, precision: Precision) -> LoadedModel:
        self._tell(Phase.LOADING, name)
        self.wait()  # a program of the old weights must not come after they are dropped
        return load_model(name, precision)

    def _digest(self, loaded: LoadedModel, name: str) -> str | None:
        return self._stored.learn(loaded, name) if self._stored is not None else None

    def _check_cancelled(self) -> None:
        if self._is_cancelled.is_set():
            raise CallCancelled(messages.CANCELLED())

    def _tell(self, phase: Phase, what: str | Message = "") -> None:
        listener = self._listener  # ``close`` may be called meanwhile
        if listener is None:
            return
        if isinstance(what, Message):
            listener(EngineStatus(phase=phase, message=what))
        else:
            listener(EngineStatus(phase=phase, detail=what))

    @contextlib.contextmanager
    def _ready_afterwards(self) -> Iterator[None]:
        if self._info is None:
            raise EngineFailure(messages.NOT_STARTED())
        try:
            yield
        finally:
            self._tell(Phase.READY)
