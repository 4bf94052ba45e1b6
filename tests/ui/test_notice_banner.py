"""Notices: one at a time, dismissed or gone by themselves."""

from __future__ import annotations

from xla_playground.ui.notice_banner import NoticeBanner

from .conftest import Opened


def test_notices_wait_for_each_other(window: Opened) -> None:
    banner = window.find(NoticeBanner, "notice_banner")
    assert banner.isHidden()
    window.session.show_notices(["The settings were reset.", "The history was set aside."])
    window.session.notice.emit("The settings were reset.")  # said already
    assert banner.isVisible()
    assert window.text("notice_text") == "The settings were reset."

    window.click("dismiss_notice")
    assert window.text("notice_text") == "The history was set aside."
    window.click("dismiss_notice")
    assert banner.isHidden()


def test_a_long_notice_fits_the_window(window: Opened) -> None:
    window.session.notice.emit("A very long sentence about a disk. " * 12)
    banner = window.find(NoticeBanner, "notice_banner")
    assert window.window.rect().contains(banner.geometry())
