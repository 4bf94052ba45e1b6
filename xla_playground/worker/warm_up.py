"""Warm up in a second worker, which fills the store while the user's worker is free.

A trace or a compile cannot be interrupted, so in the user's own worker a call would wait for it.
Here another process does the work, when nothing else runs (Linux's idle scheduling class). The
user's worker then loads programs from disk in place of tracing them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from ..core.advice.warm_up import WarmUpProgress, WarmUpResult
from ..core.call.plan import Plan
from ..core.call.record import Cache
from ..core.call.request import Request
from ..core.call.specialization import CHUNK
from ..core.engine.engine import Engine
from ..core.errors import CallCancelled, PlaygroundError, WorkerDied
from ..core.messages import engine as messages
from ..core.messages.message import Message
from ..core.store.store import DEFAULT_LIMIT_BYTES
from .client import EngineClient

ProgressListener = Callable[[WarmUpProgress], None]
#: Called once at the end: with ``None``, or with what ended it early.
DoneListener = Callable[[Message | None], None]


class WarmUp:
    """Prepares one list of requests; callbacks run in its thread."""

    def __init__(
        self,
        *,
        store_limit_bytes: int = DEFAULT_LIMIT_BYTES,
        engine: Engine | None = None,
    ) -> None:
        """Create the warm-up; ``engine`` replaces the worker in the background."""
        self._engine = engine or EngineClient(
            store_limit_bytes=store_limit_bytes, is_background=True
        )
        self._thread: threading.Thread | None = None
        self._is_cancelled = threading.Event()

    def start(
        self, requests: Sequence[Request], on_progress: ProgressListener, on_done: DoneListener
    ) -> None:
        """Start the warm-up; call it once only."""
        if self._thread is not None:
            raise RuntimeError("a warm-up is started once")
        self._thread = threading.Thread(
            target=self._run, args=(tuple(requests), on_progress, on_done), name="WarmUp"
        )
        self._thread.start()

    def cancel(self) -> None:
        """Kill the worker and so end at once; stored entries stay."""
        self._is_cancelled.set()
        self._engine.close()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the end; return whether it ended."""
        if self._thread is not None:
            self._thread.join(timeout_s)
            return not self._thread.is_alive()
        return True

    def _run(
        self, requests: tuple[Request, ...], on_progress: ProgressListener, on_done: DoneListener
    ) -> None:
        problem: Message | None = None
        try:
            self._engine.start(lambda status: None)
            on_progress(WarmUpProgress(done=0, total=len(requests)))
            for number, request in enumerate(requests, start=1):
                if self._is_cancelled.is_set():
                    raise CallCancelled(messages.CANCELLED())
                progress = self._prepare(request)
                told = {"done": number, "total": len(requests)}
                on_progress(progress.model_copy(update=told))
        except CallCancelled as error:
            problem = error.message
        except PlaygroundError as error:
            problem = messages.CANCELLED() if self._is_cancelled.is_set() else error.message
        finally:
            self._engine.close()
        on_done(problem)

    def _prepare(self, request: Request) -> WarmUpProgress:
        """Prepare one specialization; a request that cannot run does not end the warm-up."""
        start = time.monotonic()
        label, said = "", tuple[Message, ...]()
        try:
            plan = self._engine.plan(request)
            label = plan.key.label()
            result = WarmUpResult.WAS_STORED
            if plan.cache is Cache.MISS or self._lacks_chunk_program(plan):
                said = self._engine.generate(request).notices
                if plan.cache is Cache.MISS or not self._lacks_chunk_program(plan):
                    result = WarmUpResult.PREPARED
        except (CallCancelled, WorkerDied):
            raise
        except PlaygroundError as error:
            result, said = WarmUpResult.FAILED, (error.message,)
        seconds = time.monotonic() - start
        return WarmUpProgress(
            done=0, total=0, label=label, result=result, seconds=seconds, messages=said
        )

    def _lacks_chunk_program(self, plan: Plan) -> bool:
        """Return whether the chunk program is not stored although the decode program is.

        The chunk program is built behind an answer, so a worker that ended soon after it stored
        only the decode program. (A small capacity and some families have no chunk program.)
        """
        if plan.cache is not Cache.DISK or plan.key.padded_length is not None:
            return False
        chunk = plan.key.of_program(CHUNK)
        return all(info.key != chunk for info in self._engine.specializations())
