"""Turn bytes done into a limited number of progress messages, with speed and time left."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from ...core.engine.pull import PullMessage, PullProgress, PullStage
from ..files.progress import OnProgress

_INTERVAL_S = 0.2
_WINDOW_S = 5.0


class PullReport:
    """Reports the progress of one model's pull."""

    def __init__(
        self,
        model: str,
        emit: Callable[[PullMessage], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model = model
        self._emit = emit
        self._clock = clock

    def stage(self, stage: PullStage) -> OnProgress:
        """Begin a stage, emit its first message, and return the stage's progress callback."""
        samples: deque[tuple[float, int]] = deque()
        said_at = float("-inf")

        def on_progress(done_bytes: int, total_bytes: int) -> None:
            nonlocal said_at
            now = self._clock()
            if now - said_at < _INTERVAL_S and done_bytes < total_bytes:
                return
            said_at = now
            samples.append((now, done_bytes))
            while now - samples[0][0] > _WINDOW_S:
                samples.popleft()
            speed = _speed(samples)
            self._emit(
                PullProgress(
                    model=self._model,
                    stage=stage,
                    done_bytes=done_bytes,
                    total_bytes=total_bytes,
                    bytes_per_s=speed,
                    left_s=(total_bytes - done_bytes) / speed if speed else None,
                )
            )

        self._emit(PullProgress(model=self._model, stage=stage))
        return on_progress


def _speed(samples: deque[tuple[float, int]]) -> float | None:
    """Return the bytes per second between first and last sample, ``None`` if there is no
    speed yet.
    """
    (began, first), (now, last) = samples[0], samples[-1]
    return (last - first) / (now - began) if now > began and last > first else None
