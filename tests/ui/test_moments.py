"""Moments in words, in several languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from tests.core.examples import make_record
from xla_playground.core.history.history import History
from xla_playground.ui.output.captions import title_of
from xla_playground.ui.text.call_text import call_tooltip
from xla_playground.ui.text.moments import full_moment, short_moment

NOW = datetime(2026, 11, 26, 12)
LONG_AGO = datetime(2023, 12, 31, 23, 11, 5)


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    yield
    QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize(
    ("language", "this_year", "another_year", "in_full"),
    [
        ("en_US", "Sep 30 03:04", "Dec 31, 2023", "Dec 31, 2023 23:11:05"),
        ("en_GB", "30 Sept 03:04", "31 Dec 2023", "31 Dec 2023 23:11:05"),
        ("de_DE", "30. Sept. 03:04", "31. Dez. 2023", "31. Dez. 2023 23:11:05"),
        ("ja_JP", "09-30 03:04", "2023-12-31", "2023-12-31 23:11:05"),
    ],
)
def test_a_day_is_in_the_order_of_the_language(
    language: str, this_year: str, another_year: str, in_full: str
) -> None:
    QLocale.setDefault(QLocale(language))
    assert short_moment(datetime(2026, 11, 26, 3, 4, 5).timestamp(), NOW) == "03:04:05"
    assert short_moment(datetime(2026, 9, 30, 3, 4).timestamp(), NOW) == this_year
    assert short_moment(LONG_AGO.timestamp(), NOW) == another_year
    assert full_moment(LONG_AGO.timestamp()) == in_full


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e300, -1e300])
def test_what_no_calendar_has_is_a_dash(seconds: float) -> None:
    assert short_moment(seconds) == full_moment(seconds) == "–"


def test_tooltips_and_captions_have_the_year() -> None:
    record = make_record().model_copy(update={"started_at": LONG_AGO.astimezone()})
    history = History(None)
    summary, _ = history.add(record)
    history.close()
    assert "2023" in call_tooltip(summary)
    assert "2023" in title_of(record)
    assert "2023" not in title_of(make_record())
