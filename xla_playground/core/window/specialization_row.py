"""The known cost and use of a specialization: a row of the window's table."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..call.record import Cache
from ..call.specialization import DECODE, SpecializationKey
from ..comparison.parity import ParityState
from ..engine.specialization_info import SpecializationInfo
from ..history.series import Series, SeriesBook


@dataclass(frozen=True)
class SpecializationRow:
    """One specialization.

    Attributes:
        label: arm, recipe, strategy or program, and shape.
        in_memory, on_disk: where it is; either or both.
        memory_bytes: growth of the process in its first call, if it was measured.
        first_ns: median of the calls that traced and compiled it, in ns; of a program that calls of
            every strategy share, the time to trace and compile it.
        loaded_ns: median of the calls that loaded it from disk instead, in ns.
        uses: completed calls that it served, over all sessions; ``None`` of such a program, whose
            calls are counted at the other one.
        steady_ns: median run of those that only ran, in ns.
        parity: whether its tokens are eager's.
    """

    key: SpecializationKey
    model: str
    label: str
    in_memory: bool
    on_disk: bool
    memory_bytes: int | None
    disk_bytes: int | None
    first_ns: float | None
    loaded_ns: float | None
    uses: int | None
    steady_ns: float | None
    parity: ParityState


def specialization_rows(
    infos: Sequence[SpecializationInfo],
    book: SeriesBook,
    stored_first_ns: Mapping[SpecializationKey, int],
    parity_of: Callable[[SpecializationKey], ParityState] = lambda key: ParityState(),
) -> tuple[SpecializationRow, ...]:
    """Return a row per entry of ``infos``: in memory, most recently used first, then on disk.

    ``stored_first_ns`` has the first calls that only the store knows.
    """
    in_memory = [info for info in infos if info.where is Cache.MEMORY]
    on_disk = [info for info in infos if info.where is not Cache.MEMORY]
    return tuple(
        _row(info, book, stored_first_ns, parity_of(info.key))
        for info in (*reversed(in_memory), *on_disk)
    )


def _row(
    info: SpecializationInfo,
    book: SeriesBook,
    stored_first_ns: Mapping[SpecializationKey, int],
    parity: ParityState,
) -> SpecializationRow:
    series = book.get(info.key)
    model, _, label = info.key.label().partition(" · ")
    first = _median(series.first_ns) if series else None
    steady = series.steady() if series else None
    return SpecializationRow(
        key=info.key,
        model=model,
        label=label,
        in_memory=info.where is Cache.MEMORY,
        on_disk=info.disk_bytes is not None,
        memory_bytes=info.memory_bytes,
        disk_bytes=info.disk_bytes,
        first_ns=stored_first_ns.get(info.key) if first is None else first,
        loaded_ns=_median(series.loaded_ns) if series else None,
        uses=_uses(info.key, series),
        steady_ns=steady.median_ns if steady else None,
        parity=parity,
    )


def _uses(key: SpecializationKey, series: Series | None) -> int | None:
    if key.program != DECODE:
        return None
    return series.uses if series else 0


def _median(durations_ns: Sequence[int]) -> float | None:
    return statistics.median(durations_ns) if durations_ns else None
