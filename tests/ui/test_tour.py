"""The tour: at the first start, by mouse and keyboard, and again from the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QTextBrowser, QWidget

from xla_playground.core.window.settings import Settings
from xla_playground.ui.window.tour.steps import STEPS

from .conftest import Open, Opened


def bubble(one: Opened) -> QFrame:
    return one.find(QFrame, "tour_bubble")


def ring(one: Opened) -> QWidget:
    rings = [w for w in one.window.findChildren(QWidget, "tour_ring") if not w.isHidden()]
    assert len(rings) == 1
    return rings[0]


@pytest.fixture
def first(open_window: Open) -> Opened:
    window = open_window(settings=Settings(has_seen_tour=False))
    window.wait_until_planned()
    return window


def test_the_first_start_begins_it_and_leaves_the_keyboard_at_the_prompt(first: Opened) -> None:
    assert bubble(first).isVisible()
    assert first.text("tour_place") == f"1 of {len(STEPS)}"
    assert first.window.focusWidget() is first.prompt()
    assert not first.find(QPushButton, "tour_back").isEnabled()


def test_who_has_settings_is_not_led(window: Opened) -> None:
    assert bubble(window).isHidden()


@pytest.mark.parametrize("size", [(900, 500), (1280, 800), (1920, 1080)])
def test_every_step_points_at_a_control_in_sight(first: Opened, size: tuple[int, int]) -> None:
    first.window.resize(*size)
    for number in range(len(STEPS)):
        first.qtbot.waitUntil(lambda: not ring(first).size().isEmpty())
        assert first.text("tour_place") == f"{number + 1} of {len(STEPS)}"
        target = first.find(QWidget, STEPS[number].target)
        whole = QRect(target.mapTo(first.window, QPoint(0, 0)), target.size())
        assert ring(first).geometry().intersects(whole)
        assert first.window.rect().contains(bubble(first).geometry())
        first.click("tour_next")
    assert bubble(first).isHidden()
    assert first.session.saver.settings.has_seen_tour


def test_escape_skips_it_and_the_menu_repeats_it_for_the_keyboard(first: Opened) -> None:
    first.press_escape()
    assert bubble(first).isHidden()
    assert first.session.saver.settings.has_seen_tour
    first.action("tour").trigger()
    QTest.keyClick(first.window.focusWidget(), Qt.Key.Key_Return)
    assert first.text("tour_place") == f"2 of {len(STEPS)}"
    first.click("tour_back")
    assert first.text("tour_place") == f"1 of {len(STEPS)}"
    first.click("tour_skip")
    assert bubble(first).isHidden()


def test_a_dock_that_is_hidden_is_shown_for_its_step(first: Opened) -> None:
    first.find(QWidget, "prompt_dock").hide()
    first.action("tour").trigger()
    assert first.find(QWidget, "input_panel").isVisible()


def test_it_leads_while_calls_are_made(first: Opened) -> None:
    first.press_run()
    first.wait_for_calls(1)
    assert bubble(first).isVisible()


def test_a_term_in_a_step_leads_to_its_entry(first: Opened) -> None:
    for _ in range(2):
        first.click("tour_next")
    assert 'href="glossary:specialization"' in first.text("tour_text")
    QDesktopServices.openUrl(QUrl("glossary:specialization"))
    (dialog,) = [d for d in first.window.findChildren(QDialog) if d.isVisible()]
    assert dialog.windowTitle() == "Glossary"
    dialog.reject()


def test_a_lesson_leads_to_the_glossary(window: Opened) -> None:
    window.action("lessons").trigger()
    text = window.find(QTextBrowser, "lesson_text")
    window.qtbot.waitUntil(lambda: 'href="glossary:' in text.toHtml())
