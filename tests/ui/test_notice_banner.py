"""Notices: one at a time, dismissed or gone by themselves."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes import GPT2, FakeEngine
from xla_playground.core.messages.message import Message
from xla_playground.ui.window.bars.notice_banner import NoticeBanner

from .conftest import Open, Opened


def test_notices_wait_for_each_other(window: Opened) -> None:
    banner = window.find(NoticeBanner, "notice_banner")
    assert banner.isHidden()
    for sentence in ("The settings were reset.", "The history was set aside."):
        window.session.notices.add(sentence)
    window.session.notices.add("The settings were reset.")  # said already
    assert banner.isVisible()
    assert window.text("notice_text") == "The settings were reset."

    window.click("dismiss_notice")
    assert window.text("notice_text") == "The history was set aside."
    window.click("dismiss_notice")
    assert banner.isHidden()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))  # it went from under the pointer
    assert not banner._timer.isActive()


def test_no_page_covers_a_notice(window: Opened) -> None:
    window.window.resize(1280, 800)
    window.session.notices.add("The settings were reset.")
    banner = window.find(NoticeBanner, "notice_banner")
    for dock in window.window.parts.docks.pages():
        window.window.parts.docks.bring_up(dock.objectName().removesuffix("_dock"))
        window.qtbot.waitUntil(dock.isVisible)
        for point in (banner.geometry().topLeft(), banner.geometry().center()):
            window.qtbot.waitUntil(partial(is_seen, banner, point))


def is_seen(banner: NoticeBanner, point: QPoint) -> bool:
    """Whether nothing covers the banner at a point of its window."""
    seen = banner.window().childAt(point)
    return seen is not None and (seen is banner or banner.isAncestorOf(seen))


def test_a_long_notice_fits_the_window(window: Opened) -> None:
    window.session.notices.add("A very long sentence about a disk. " * 12)
    banner = window.find(NoticeBanner, "notice_banner")
    assert window.window.rect().contains(banner.geometry())


@pytest.mark.parametrize("count", [1, 5, 12])
def test_a_notice_is_as_high_as_its_lines(window: Opened, count: int) -> None:
    window.session.notices.add("A very long sentence about a disk. " * count)
    text = window.find(QLabel, "notice_text")
    window.qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()) > 0)


def test_what_a_model_ignores_is_shown_when_it_loads(open_window: Open) -> None:
    notice = Message(id="ignored_fields", text="config.json has fields: unsloth_version.")
    info = GPT2.model_copy(update={"notices": (notice,)})
    window = open_window(FakeEngine(models={info.name: info}))
    shown: list[str] = []
    window.session.notices.added.connect(shown.append)
    window.wait_until_planned()
    assert window.text("notice_text") == notice.text
    window.press_run()
    window.wait_for_calls(1)
    assert shown == [notice.text]
