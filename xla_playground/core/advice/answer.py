"""The answer in one line: what a specialization and its calls cost, and when it is repaid.

What is not known yet is left out.
"""

from __future__ import annotations

from ..call.record import Cache, Record, Status
from ..call.request import Arm
from ..call.specialization import SpecializationKey
from ..comparison.race import BreakEven, Lane, break_even
from ..history.series import Series, SeriesBook
from ..messages import request as messages
from ..messages.message import Message
from ..units import short_duration

#: From so many times on a factor is written without a fraction.
_WHOLE_TIMES = 10
#: Options of which each value is another amount of work at every token.
_SIZES = ("strategy", "num_beams", "num_return_sequences")


def answer_of(record: Record, book: SeriesBook) -> Message | None:
    """Return what a call's specialization costs: ``first call 17.2 s → steady 58 ms (296 ×);
    repaid after 9 calls against eager``; ``None`` if nothing of it is known.

    The first call is the latest that traced and compiled, else the latest that loaded. Eager and
    this specialization are compared by their calls with as many new tokens as ``record``.
    """
    if record.key is None or record.status is not Status.COMPLETED:
        return None
    series = book.get(record.key)
    if series is None:
        return None
    first_ns, steady = _first_ns(series, record), series.steady()
    if first_ns is None:
        return None if steady is None else _steady(steady.median_ns)
    is_loaded = record.cache is Cache.DISK or not series.first_ns
    first = messages.FIRST_CALL_FROM_DISK if is_loaded else messages.FIRST_CALL
    costs = first(duration=short_duration(first_ns))
    if steady is None or not steady.median_ns:
        return costs
    costs = messages.FIRST_TO_STEADY(
        first=costs, steady=_steady(steady.median_ns), times=_times(first_ns / steady.median_ns)
    )
    even = _against_eager(series, first_ns, sum(record.new_tokens), book)
    if even is None or even.key != _lane_key(record.key.arm):
        return costs
    if even.calls is None:
        return messages.NEVER_REPAID(costs=costs)
    return messages.REPAID(costs=costs, count=even.calls)


def _first_ns(series: Series, record: Record) -> int | None:
    if record.cache in (Cache.MISS, Cache.DISK):
        return record.total_ns
    for durations in (series.first_ns, series.loaded_ns):
        if durations:
            return durations[-1]
    return None


def _steady(median_ns: float) -> Message:
    return messages.STEADY(duration=short_duration(median_ns))


def _times(times: float) -> str:
    return f"{times:,.0f}" if times >= _WHOLE_TIMES else f"{times:.1f}"


def _against_eager(
    series: Series, first_ns: int, new_tokens: int, book: SeriesBook
) -> BreakEven | None:
    """Return when the first call is repaid; ``None`` if eager never did the same work here."""
    if series.key.arm is Arm.EAGER:
        return None
    kind = _kind(series.key)
    eager = [
        ns
        for other in book
        if other.key.arm is Arm.EAGER and _kind(other.key) == kind
        for ns in _runs_of(other, new_tokens)
    ]
    own = _runs_of(series, new_tokens)
    if not eager:
        return None
    return break_even(
        Lane(_lane_key(Arm.EAGER), eager[0], tuple(eager)),
        Lane(_lane_key(series.key.arm), first_ns, tuple(own)),
    )


def _runs_of(series: Series, new_tokens: int) -> list[int]:
    return [run.run_ns for run in series.runs if run.new_tokens == new_tokens]


def _lane_key(arm: Arm) -> tuple[tuple[str, object], ...]:
    return (("arm", arm.value),)


def _kind(key: SpecializationKey) -> tuple[object, ...]:
    """Return what is equal for calls that do the same work, but for the length of their prompts."""
    options = dict(key.options)
    sizes = tuple(options.get(name) for name in _SIZES)
    return key.model, key.recipe, key.precision, key.batch, sizes
