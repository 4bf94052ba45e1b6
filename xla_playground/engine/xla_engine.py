"""The engine: one call at a time through eager, graph or XLA, every phase timed."""

from __future__ import annotations

import contextlib
import logging
import os
import platform
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from ..core.engine import EngineInfo, EngineStatus, Phase, StatusListener
from ..core.errors import CallCancelled, EngineFailure, EnvironmentFault, PlaygroundError
from ..core.model_info import ModelInfo
from ..core.options import generate_arguments
from ..core.plan import Plan
from ..core.record import Cache, Record
from ..core.request import Arm, Request
from ..core.specialization import (
    SpecializationKey,
    capacity_for,
    closest_key,
    key_for,
    miss_reason,
)
from .compile_report import CompileReport
from .environment import import_tensorflow
from .loading import LoadedModel, load_model
from .recipes import trace
from .specializations import Inputs, Specialization, SpecializationCache
from .tokenization import as_tensors, check_fit, decode, encode, pad

logger = logging.getLogger(__name__)

#: Models kept in memory at a time; a switch back and forth between two stays quick.
MAX_MODELS = 2


@dataclass(frozen=True)
class _Prepared:
    """A request held against its model: the plan, and the padded prompts as int32 arrays.

    ``capacity`` is the loop's room for new tokens.
    """

    plan: Plan
    capacity: int
    loaded: LoadedModel
    ids: NDArray[np.int32]
    mask: NDArray[np.int32]


@dataclass(frozen=True)
class _Timing:
    """The phases of one call in ns; ``None`` where one did not happen."""

    run_ns: int
    trace_ns: int | None = None
    compile_ns: int | None = None


class XlaEngine:
    """Runs TensorFlow in the thread that calls it; see ``core.Engine`` for the contract.

    A trace or a compile cannot be interrupted, so ``cancel`` takes effect when the running phase
    ends. Run in the worker process, where cancelling is killing.
    """

    def __init__(self, *, max_specializations: int = 16) -> None:
        self._cache = SpecializationCache(max_specializations)
        self._models: OrderedDict[str, LoadedModel] = OrderedDict()
        self._tf: Any = None
        self._info: EngineInfo | None = None
        self._listener: StatusListener | None = None
        self._calls = 0
        self._is_cancelled = threading.Event()

    # ------------------------------------------------------------------ core.Engine

    def start(self, on_status: StatusListener) -> EngineInfo:
        """Import TensorFlow, once a process; see ``core.Engine.start``."""
        self._listener = on_status
        if self._info is None:
            self._tell(Phase.STARTING, "TensorFlow")
            try:
                self._tf, transformers = import_tensorflow()
            except ImportError as error:
                raise EnvironmentFault(
                    f"TensorFlow cannot be imported ({error}): install the package again."
                ) from error
            self._info = EngineInfo(
                pid=os.getpid(),
                python=platform.python_version(),
                tensorflow=self._tf.__version__,
                transformers=transformers.__version__,
                devices=_devices(self._tf),
                xla_flags=os.environ.get("XLA_FLAGS", ""),
                memory_bytes=_memory_bytes(),
            )
        self._tell(Phase.READY)
        return self._info

    def load(self, model: str) -> ModelInfo:
        """See ``core.Engine.load``."""
        with self._ready_afterwards():
            return self._loaded(model).info

    def plan(self, request: Request) -> Plan:
        """See ``core.Engine.plan``."""
        with self._ready_afterwards():
            return self._prepare(request).plan

    def generate(self, request: Request) -> Record:
        """See ``core.Engine.generate``."""
        self._is_cancelled.clear()
        with self._ready_afterwards():
            started_at = datetime.now(UTC)
            self._loaded(request.model)  # a first load is the model's cost, not the call's
            start = time.perf_counter_ns()
            prepared = self._prepare(request)
            output, timing = self._execute(request, prepared)
            sequences = decode(prepared.loaded, output, prepared.mask, len(request.prompts))
            wall_ns = time.perf_counter_ns() - start
            if self._is_cancelled.is_set():
                raise CallCancelled("Cancelled.")
            self._calls += 1
            plan = prepared.plan
            return Record(
                call=self._calls,
                request=request,
                started_at=started_at,
                cache=plan.cache,
                reason=plan.reason,
                key=plan.key,
                trace_ns=timing.trace_ns,
                compile_ns=timing.compile_ns,
                run_ns=timing.run_ns,
                wall_ns=wall_ns,
                prompt_tokens=plan.prompt_tokens,
                padded_length=plan.padded_length,
                sequences=sequences,
                memory_bytes=_memory_bytes(),
            )

    def cancel(self) -> None:
        """Discard the running call's result when its phase ends."""
        self._is_cancelled.set()

    def close(self) -> None:
        """See ``core.Engine.close``; TensorFlow's memory returns with the end of the process."""
        self._is_cancelled.set()

    # ------------------------------------------------------------------ the steps of a call

    def _prepare(self, request: Request) -> _Prepared:
        loaded = self._loaded(request.model)
        side = request.padding.side_for(is_decoder_only=loaded.info.is_decoder_only)
        tokens = encode(loaded, request.prompts)
        lengths = tuple(map(len, tokens))
        padded_length = request.padding.padded_length(lengths)
        check_fit(loaded, request, padded_length)
        ids, mask = pad(tokens, padded_length, side, loaded.pad_id)
        positions = loaded.info.positions if loaded.info.is_decoder_only else None
        capacity = capacity_for(request, padded_length, positions)
        plan = self._plan(request, lengths, key_for(request, padded_length, capacity))
        return _Prepared(plan, capacity, loaded, ids, mask)

    def _plan(self, request: Request, lengths: tuple[int, ...], key: SpecializationKey) -> Plan:
        cache, reason, closest = Cache.MISS, None, None
        if request.arm is Arm.EAGER:
            cache = Cache.NONE
        elif key in self._cache:
            cache = Cache.MEMORY
        else:
            closest = closest_key(key, self._cache.keys())
            reason = (
                "it was dropped from memory to make room for others"
                if self._cache.was_dropped(key)
                else miss_reason(key, closest)
            )
        return Plan(
            request_id=request.id,
            key=key,
            prompt_tokens=lengths,
            padded_length=key.padded_length,
            cache=cache,
            reason=reason,
            closest=closest,
        )

    def _execute(self, request: Request, prepared: _Prepared) -> tuple[NDArray[np.int32], _Timing]:
        """Run the call; the copy of its tokens to the host is part of the run."""
        inputs = as_tensors(self._tf, prepared.ids, prepared.mask)
        model, key = prepared.loaded.model, prepared.plan.key
        label = key.label()
        with _as_engine_failure(label):
            if request.arm is Arm.EAGER:
                self._tell(Phase.RUNNING, label)
                arguments = generate_arguments(request.options)
                start = time.perf_counter_ns()
                output = model.generate(**inputs, **arguments).numpy()
                return output, _Timing(time.perf_counter_ns() - start)
            specialization = self._cache.get(key)
            if specialization is not None:
                self._tell(Phase.RUNNING, label)
                output, elapsed_ns = _timed(specialization, inputs, request)
                return output, _Timing(elapsed_ns)
            self._tell(Phase.TRACING, label)
            capacity = prepared.capacity
            specialization = trace(self._tf, prepared.loaded, request, inputs, capacity)
            if self._is_cancelled.is_set():
                raise CallCancelled("Cancelled.")
            self._tell(Phase.COMPILING if request.arm is Arm.XLA else Phase.RUNNING, label)
            with CompileReport() as report:
                output, elapsed_ns = _timed(specialization, inputs, request)
            self._cache.put(key, specialization)
            return output, _Timing(
                max(elapsed_ns - report.compile_ns, 0),
                trace_ns=specialization.trace_ns,
                compile_ns=report.compile_ns or None,
            )

    # ------------------------------------------------------------------ models and status

    def _loaded(self, name: str) -> LoadedModel:
        loaded = self._models.get(name)
        if loaded is None:
            self._tell(Phase.LOADING, name)
            loaded = load_model(name)
            self._models[name] = loaded
            while len(self._models) > MAX_MODELS:
                self._cache.drop_model(self._models.popitem(last=False)[0])
        self._models.move_to_end(name)
        return loaded

    def _tell(self, phase: Phase, detail: str = "") -> None:
        if self._listener is not None:
            self._listener(EngineStatus(phase=phase, detail=detail, memory_bytes=_memory_bytes()))

    @contextlib.contextmanager
    def _ready_afterwards(self) -> Iterator[None]:
        if self._info is None:
            raise EngineFailure("The engine is not started.")
        try:
            yield
        finally:
            self._tell(Phase.READY)


def _timed(
    specialization: Specialization, inputs: Inputs, request: Request
) -> tuple[NDArray[np.int32], int]:
    start = time.perf_counter_ns()
    output = specialization.call(inputs, request.options)
    return output, time.perf_counter_ns() - start


@contextlib.contextmanager
def _as_engine_failure(label: str) -> Iterator[None]:
    """Turn whatever TensorFlow raises into one sentence; the traceback goes to the log."""
    try:
        yield
    except PlaygroundError:
        raise
    except MemoryError:
        raise EngineFailure(
            f"{label} does not fit into memory: use fewer prompts, beams or new tokens."
        ) from None
    except Exception as error:  # TensorFlow and Transformers raise dozens of types here
        logger.error("%s failed", label, exc_info=True)
        first_line = (str(error).strip().splitlines() or [""])[0]
        raise EngineFailure(
            f"{label} failed: {type(error).__name__}: {first_line[:300]}"
        ) from error


def _devices(tf: Any) -> tuple[str, ...]:
    names = []
    for device in tf.config.list_physical_devices():
        details = tf.config.experimental.get_device_details(device)
        names.append(details.get("device_name", device.device_type))
    return tuple(names)


def _memory_bytes() -> int:
    return int(psutil.Process().memory_info().rss)
