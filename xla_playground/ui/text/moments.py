"""Moments in words, in the order of the user's language; with the year if it is not this one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

_CLOCK, _EXACT_CLOCK = "HH:mm", "HH:mm:ss"


def is_today(seconds: float) -> bool:
    """Return whether a moment, in seconds since the epoch, is of this day."""
    moment = _local(seconds)
    return moment is not None and moment.date() == datetime.now().date()


def short_moment(seconds: float, now: datetime | None = None) -> str:
    """Return a time of today, a day of this year with its time, or a day of an earlier or later
    year.

    ``seconds`` are since the epoch; "–" for what no calendar has.
    """
    moment = _local(seconds)
    if moment is None:
        return "–"
    today = (now or datetime.now()).date()
    if moment.date() == today:
        return f"{moment:%H:%M:%S}"
    form = _day_form(has_year=moment.year != today.year)
    return _in_words(moment, form if moment.year != today.year else f"{form} {_CLOCK}")


def longest_short_moment() -> str:
    """Return about the longest of ``short_moment``, for the width of a column."""
    return short_moment(datetime(2000, 9, 30).timestamp(), datetime(2000, 12, 31))


def full_moment(seconds: float) -> str:
    """Return a day with its year and its time to the second."""
    moment = _local(seconds)
    return "–" if moment is None else _in_words(moment, f"{_day_form()} {_EXACT_CLOCK}")


def _local(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds)
    except (ValueError, OverflowError, OSError):  # a clock that jumped
        return None


def _in_words(moment: datetime, form: str) -> str:
    return QLocale().toString(QDateTime(moment), form)  # type: ignore[call-overload]  # datetime is taken


def _day_form(*, has_year: bool = True) -> str:
    """Return the format of a day, its month in letters so that no two orders are mistaken."""
    usual = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    if usual.startswith("y"):
        return "yyyy-MM-dd" if has_year else "MM-dd"
    if usual.find("M") < usual.find("d"):
        return "MMM d, yyyy" if has_year else "MMM d"
    day = "d. MMM" if usual.startswith(("d.", "dd.")) else "d MMM"
    return f"{day} yyyy" if has_year else day
