"""Compare what a lesson expects with what was measured."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..comparison.race import Lane, break_even
from ..messages.message import Message
from ..messages.pages import lessons as messages
from ..units import format_duration
from .figures import DURATIONS, OF_EVERY_CALL, TITLES, Figures, ns_of
from .lab_figures import lab_title
from .lesson import Expectation, Lesson, Step
from .sources import SOURCES

#: The figures of the calls that each step made, by the step's name.
Measured = Mapping[str, Sequence[Figures]]


@dataclass(frozen=True)
class Verdict:
    """One expectation beside what was measured.

    Attributes:
        measured: ``None`` if nothing was.
        holds: ``None`` if the calls cannot say.
        remark: why they cannot, or that this machine disagrees.
        published: the published figures, ``None`` if there are none.
        ratio: the measured ratio, of an expectation that is one.
    """

    expected: Message
    measured: Message | None = None
    holds: bool | None = None
    remark: Message | None = None
    published: Message | None = None
    ratio: float | None = None


def verdicts(lesson: Lesson, step: Step, measured: Measured) -> tuple[Verdict, ...]:
    """Return the verdict on each expectation of a step."""
    return tuple(_verdict(lesson, step, each, measured) for each in step.expect)


def steps_meant(step: Step, expectation: Expectation) -> tuple[str, ...]:
    """Return the names of the steps whose figures an expectation reads."""
    if expectation.ratio is not None:
        return tuple(reference.partition(".")[0] for reference in expectation.ratio)
    if expectation.break_even is not None:
        return tuple(name for lane in expectation.break_even for name in _of_lane(lane))
    others = (expectation.same_as, expectation.other_than)
    return (step.name, *filter(None, others))


def _verdict(lesson: Lesson, step: Step, each: Expectation, measured: Measured) -> Verdict:
    blank = Verdict(_expected(each), published=_published(each))
    for name in steps_meant(step, each):
        if not measured.get(name):
            remark = None if name == step.name else messages.STEP_NOT_MADE(step=name)
            return _with(blank, remark=remark)
    found = _compared(step, each, measured, blank)
    if found.holds:
        return found
    stale = [name for name in steps_meant(step, each) if _is_stale(lesson, name, measured)]
    if stale and each.figure not in OF_EVERY_CALL:
        return _with(found, holds=None, remark=_why_stale(lesson, stale[0]))
    assert found.measured is not None
    remark = messages.MACHINE_DISAGREES(expected=found.expected, measured=found.measured)
    return _with(found, remark=remark)


def _with(verdict: Verdict, *, holds: bool | None = False, remark: Message | None) -> Verdict:
    is_open = verdict.measured is None
    return Verdict(
        verdict.expected,
        verdict.measured,
        None if is_open else holds,
        remark,
        verdict.published,
        verdict.ratio,
    )


def _is_stale(lesson: Lesson, name: str, measured: Measured) -> bool:
    """Return whether a step found its program built that must trace it, or must load it."""
    step, cache = lesson.step(name), measured[name][0].get("cache")
    is_stale_first = step.is_first and cache in ("memory", "disk")
    return is_stale_first or (step.is_new_process and cache == "memory")


def _why_stale(lesson: Lesson, name: str) -> Message:
    if lesson.step(name).is_new_process:
        return messages.NOT_A_NEW_PROCESS(step=name)
    return messages.NOT_A_FIRST_CALL(step=name, lesson=lesson.name)


# ------------------------------------------------------------------ what is expected


def _expected(each: Expectation) -> Message:
    if each.ratio is not None:
        one, other = _named(each.ratio)
        least, most = _plain(each.at_least), _plain(each.at_most)
        if least is not None and most is not None:
            return messages.EXPECT_RATIO_BETWEEN(one=one, other=other, least=least, most=most)
        if least is not None:
            return messages.EXPECT_RATIO_ABOVE(one=one, other=other, least=least)
        return messages.EXPECT_RATIO_BELOW(one=one, other=other, most=most or "")
    if each.longest:
        return messages.EXPECT_LONGEST(phase=_title(each.longest))
    if each.break_even is not None:
        dear, cheap = (_of_lane(lane)[-1] for lane in each.break_even)
        return messages.EXPECT_BREAK_EVEN(one=dear, other=cheap)
    figure = _title(each.figure)
    if each.same_as:
        return messages.EXPECT_SAME(figure=figure, step=each.same_as)
    if each.other_than:
        return messages.EXPECT_OTHER(figure=figure, step=each.other_than)
    if each.equals is not None:
        return messages.EXPECT_IS(figure=figure, value=_shown(each.figure, each.equals))
    if each.at_least is not None:
        return messages.EXPECT_AT_LEAST(figure=figure, least=_plain(each.at_least) or "")
    return messages.EXPECT_AT_MOST(figure=figure, most=_plain(each.at_most) or "")


def _published(each: Expectation) -> Message | None:
    if each.published is None:
        return None
    one, other = each.published
    return messages.PUBLISHED(
        one=format_duration(1e6 * one),
        other=format_duration(1e6 * other),
        ratio=format_ratio(one / other),
        source=SOURCES[each.source].title(),
    )


# ------------------------------------------------------------------ what was measured


def _compared(step: Step, each: Expectation, measured: Measured, blank: Verdict) -> Verdict:
    if each.ratio is not None:
        return _compared_ratio(each, each.ratio, measured, blank)
    if each.break_even is not None:
        return _compared_lanes(each.break_even, measured, blank)
    calls = measured[step.name]
    if each.longest:
        phases = [name for name in DURATIONS[:-1] if _duration(calls, name) is not None]
        longest = max(phases, key=lambda name: _duration(calls, name) or 0.0, default="")
        told = messages.EXPECT_LONGEST(phase=_title(longest))
        return Verdict(blank.expected, told, longest == each.longest)
    values = [call.get(each.figure) for call in calls]
    if any(value is None for value in values):
        missing = messages.MEASURED_NOT(figure=_title(each.figure))
        return Verdict(blank.expected, missing, False, published=blank.published)
    if each.same_as or each.other_than:
        others = {call.get(each.figure) for call in measured[each.same_as or each.other_than]}
        is_same = others == set(values) and len(others) == 1
        template = messages.MEASURED_SAME if is_same else messages.MEASURED_OTHERS
        holds = is_same if each.same_as else others.isdisjoint(values)
        return Verdict(blank.expected, template(figure=_title(each.figure)), holds)
    shown = ", ".join(dict.fromkeys(str(_shown(each.figure, v)) for v in values if v is not None))
    return _found(blank, each.figure, shown, holds=all(_is_within(each, v) for v in values))


def _is_within(each: Expectation, value: object) -> bool:
    if each.equals is not None:
        return value == each.equals
    assert isinstance(value, int | float)
    is_above = each.at_least is None or value >= each.at_least
    return is_above and (each.at_most is None or value <= each.at_most)


def _compared_ratio(
    each: Expectation, references: tuple[str, str], measured: Measured, blank: Verdict
) -> Verdict:
    values = []
    for reference, named in zip(references, _named(references), strict=True):
        name, _, figure = reference.partition(".")
        value = _duration(measured[name], figure)
        if not value:
            missing = messages.MEASURED_NOT(figure=named)
            return Verdict(blank.expected, missing, False, published=blank.published)
        values.append(value)
    ratio = values[0] / values[1]
    one, other = (_amount(r, value) for r, value in zip(references, values, strict=True))
    told = messages.MEASURED_RATIO(ratio=format_ratio(ratio), one=one, other=other)
    holds = _is_within(each, ratio)
    return Verdict(blank.expected, told, holds, published=blank.published, ratio=ratio)


def _compared_lanes(lanes: tuple[str, str], measured: Measured, blank: Verdict) -> Verdict:
    made = []
    for lane in lanes:
        first, steady = _of_lane(lane)
        samples = tuple(float(call["total"]) for call in measured[steady])
        made.append(Lane((("lane", lane),), float(measured[first][0]["total"]), samples))
    even = break_even(*made)
    assert even is not None  # both have samples
    holds = even.calls is not None and even.key == made[0].key
    told = (
        messages.MEASURED_NEVER()
        if even.calls is None
        else messages.MEASURED_CALLS(count=even.calls)
    )
    return Verdict(blank.expected, told, holds)


def _found(blank: Verdict, figure: str, value: str, *, holds: bool) -> Verdict:
    told = messages.MEASURED_VALUE(figure=_title(figure), value=value or messages.NO_VALUE())
    return Verdict(blank.expected, told, holds, published=blank.published)


def _duration(calls: Sequence[Figures], figure: str) -> float | None:
    """Return the median of a number over the calls, of a duration in ns.

    ``None`` if a call has none.
    """
    values = [call.get(figure) for call in calls]
    unit = ns_of(figure) or 1.0
    numbers = [unit * value for value in values if isinstance(value, int | float)]
    return statistics.median(numbers) if numbers and len(numbers) == len(values) else None


def _of_lane(lane: str) -> tuple[str, str]:
    first, _, steady = lane.partition(">")
    return first, steady or first


# ------------------------------------------------------------------ in words


def format_ratio(ratio: float) -> str:
    """Return a ratio with two or three digits: ``390``, ``8.13``, ``0.68``."""
    return f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.3g}"


def _plain(bound: float | None) -> str | None:
    return None if bound is None else f"{bound:g}"


def _named(references: tuple[str, str]) -> list[str | Message]:
    """Return the two figures of a ratio in words, with their steps unless that is one step."""
    pairs = [reference.partition(".")[::2] for reference in references]
    if len({step for step, _ in pairs}) == 1:
        return [_title(figure) for _, figure in pairs]
    return [messages.FIGURE_OF_STEP(figure=_title(figure), step=step) for step, figure in pairs]


def _title(figure: str) -> str | Message:
    return TITLES[figure]() if figure in TITLES else lab_title(figure) or figure


def _amount(reference: str, value: float) -> str:
    is_duration = ns_of(reference.partition(".")[2]) is not None
    return format_duration(value) if is_duration else f"{value:.4g}"


def _shown(figure: str, value: object) -> str | Message:
    if value == "":
        return messages.NO_VALUE()
    if isinstance(value, int | float) and (unit := ns_of(figure)) is not None:
        return format_duration(unit * value)
    return f"{value:.2g}" if isinstance(value, float) else str(value)
