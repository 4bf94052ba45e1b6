"""The title and the details of a record, and of a running call."""

from __future__ import annotations

from ...core.advice.calibration import forecast_check
from ...core.advice.guide_comparison import GuideComparison
from ...core.call.record import Cache, Record, Spoken, Status
from ...core.call.request import Recipe
from ...core.speech.languages import language_name
from ...core.speech.prompt import TRANSLATE
from ...core.units import duration_range, format_duration
from ..text.endings import ends_of
from ..text.moments import is_today, short_moment
from ..text.translate import tr


def title_of(record: Record) -> str:
    """Return the title of a call: ``Call 12 · xla · greedy · from memory · 19.0 ms``.

    It has the day if that is not today.
    """
    request = record.request
    strategy = request.options.strategy.value.replace("_", " ")
    parts = [tr("Call {0}").format(record.call), request.arm.value, strategy]
    if request.recipe is Recipe.FAST:
        parts.insert(2, tr("fast"))
    started_at = record.started_at.timestamp()
    if not is_today(started_at):
        parts.insert(1, short_moment(started_at))
    if record.status is Status.CANCELLED:
        parts.append(tr("cancelled"))
    elif record.status is Status.FAILED:
        parts.append(tr("failed"))
    else:
        origin = {
            Cache.MISS: tr("new specialization"),
            Cache.MEMORY: tr("from memory"),
            Cache.DISK: tr("from disk"),
        }
        if record.cache in origin:
            parts.append(origin[record.cache])
        if record.total_ns:  # nothing ran if the whole recording is silence
            parts.append(format_duration(record.total_ns))
    return " · ".join(parts)


def growing_title_of(record: Record) -> str:
    """Return the title of a running call: ``Running · xla · fast · greedy``."""
    request = record.request
    strategy = request.options.strategy.value.replace("_", " ")
    return " · ".join([tr("Running"), request.arm.value, tr("fast"), strategy])


def growing_details_of(record: Record, new_tokens: int) -> str:
    """Return the progress of a running call."""
    limit = record.request.options.max_new_tokens
    if record.request.audio or limit is None:
        return tr("{0:,} new tokens so far").format(new_tokens)
    return tr("{0:,} of {1:,} new tokens so far").format(new_tokens, limit)


def details_of(record: Record, comparison: GuideComparison | None = None) -> str:
    """Return the phases with their durations, the forecast of a first call, the guide's cost, and
    the reason for a cache miss.
    """
    if record.status is Status.CANCELLED and record.sequences:
        return tr("Cancelled while it streamed: this is its text so far")
    if record.status is not Status.COMPLETED:
        so_far = tr("{0} This is its text so far").format(record.error_text)
        return so_far if record.sequences else ""
    words = {
        "trace": tr("traced"),
        "compile": tr("compiled"),
        "load": tr("loaded"),
        "store": tr("stored"),
        "run": tr("ran"),
    }
    phases = ", ".join(
        f"{words[name]} {format_duration(ns)}"
        for name, ns in record.phases_ns().items()
        if ns is not None
    )
    if record.request.is_streamed and record.first_token_ns is not None:
        first = format_duration(record.first_token_ns)
        phases = tr("{1}, first token after {0}").format(first, phases)
    if record.ran_beside_build:
        phases = tr("{0} while another program was compiled").format(phases)
    if record.spoken and record.spoken.language:
        phases = f"{spoken_of(record.spoken)} · {phases}"
    parts = [phases]
    check = forecast_check(record)
    if check is not None:
        expected = duration_range(check.forecast.low_ns, check.forecast.high_ns).text
        parts.append(tr("forecast {0}").format(expected))
    if comparison is not None:
        parts.append(guide_text(comparison))
    if record.reason_text:
        parts.append(tr("because {0}").format(record.reason_text))
    return " · ".join(parts)


def guide_text(comparison: GuideComparison) -> str:
    """Return a sentence on the time of a first call by the guide's code."""
    if comparison.first_ns is not None:
        return tr("the guide's code took {0} here").format(format_duration(comparison.first_ns))
    text = tr("the guide's code: {0:g} times as long (README: {1}, 2 beams)")
    return text.format(comparison.times_slower, comparison.model)


def short_guide_text(comparison: GuideComparison) -> str:
    """Return the figure of ``guide_text`` alone."""
    if comparison.first_ns is not None:
        return tr("guide: {0}").format(format_duration(comparison.first_ns))
    return tr("guide: {0:g} ×").format(comparison.times_slower)


def spoken_of(spoken: Spoken) -> str:
    """Return the language of a recording and its task: ``German (found)``."""
    language = language_name(spoken.language)
    if spoken.is_found:
        language = tr("{0} (found)").format(language)
    return tr("{0}, translated").format(language) if spoken.task == TRANSLATE else language


def yield_of(record: Record) -> str:
    """Return the number of new tokens of a call, how it ended, and its speed."""
    count = sum(record.new_tokens)
    if record.status is Status.FAILED or not record.run_ns:
        return ""
    rate = tr("{0:,.0f} tokens/s").format(count / record.run_ns * 1e9)
    return " · ".join(
        filter(None, [tr("{0:,} new tokens").format(count), ends_of(record.ended_by), rate])
    )
