"""The page of lessons: steps set and run, verdicts, the question, and coming back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QLabel,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from tests.ui.conftest import Open, Opened
from xla_playground.core.call.request import Recipe
from xla_playground.core.lessons.shelf import read_lessons
from xla_playground.ui.pages.lessons.lessons_page import LessonsPage
from xla_playground.ui.widgets.spin_boxes import IntegerSpinBox


@pytest.fixture
def lessons(window: Opened) -> Opened:
    """A window with the fifth lesson open."""
    open_lesson(window, 5)
    return window


def open_lesson(one: Opened, number: int) -> None:
    one.action("lessons").trigger()
    rows = one.find(QListWidget, "lesson_list")
    one.qtbot.waitUntil(lambda: rows.count() == 13)
    rows.setCurrentRow(number - 1)


def text(one: Opened) -> str:
    return one.find(QTextBrowser, "lesson_text").toPlainText()


def press(one: Opened, name: str) -> None:
    """Press a button by the keyboard."""
    button = one.find(QPushButton, name)
    assert button.isEnabled(), name
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def make_step(one: Opened, calls: int) -> None:
    before = len(one.session.log.summaries)
    press(one, "lesson_run")
    one.wait_for_calls(before + calls)


def test_every_control_that_a_lesson_points_at_is_in_the_window(lessons: Opened) -> None:
    for lesson in read_lessons():
        for part in lesson.parts:
            block = part.step or part.question
            if block is not None and block.points_at:
                found = lessons.window.findChild(QWidget, block.points_at)
                assert found is not None, (lesson.name, block.points_at)


def test_a_lesson_is_run_step_by_step_and_its_question_noticed(lessons: Opened) -> None:
    assert "30819.6 ms" in text(lessons)
    assert not lessons.find(QPushButton, "lesson_run").isEnabled()
    press(lessons, "lesson_next")
    assert "source of the program: miss" in text(lessons)
    assert "Look at the bar" not in text(lessons)
    make_step(lessons, 1)
    assert "Look at the bar" in text(lessons)
    form = lessons.session.form.request()
    assert form.recipe is Recipe.DOCUMENTED
    assert form.options.num_beams == 2
    press(lessons, "lesson_next")
    make_step(lessons, 1)
    assert "Nothing was traced" in text(lessons)
    press(lessons, "lesson_next")
    make_step(lessons, 1)
    press(lessons, "lesson_next")
    assert not lessons.find(QPushButton, "lesson_next").isEnabled()
    press(lessons, "lesson_set")
    lessons.find(QComboBox, "strategy").setCurrentIndex(0)
    assert "That is not the answer" in text(lessons)
    press(lessons, "lesson_set")
    lessons.find(IntegerSpinBox, "num_beams").setValue(4)
    assert "That is it: num_beams from 2 to 4" in text(lessons)
    assert "compares the key" in text(lessons)
    assert "✓" in lessons.find(QListWidget, "lesson_list").item(4).text()


def test_a_call_with_other_settings_is_no_part_of_a_step(lessons: Opened) -> None:
    press(lessons, "lesson_next")
    press(lessons, "lesson_set")
    lessons.find(IntegerSpinBox, "num_beams").setValue(4)
    lessons.press_run()
    lessons.wait_for_calls(1)
    assert "source of the program: miss –" in text(lessons).replace("\n", " ")


def test_a_call_that_was_made_before_is_no_first_call(lessons: Opened) -> None:
    press(lessons, "lesson_next")
    press(lessons, "lesson_set")
    lessons.session.saver.save()
    page = lessons.find(LessonsPage, "lessons_page")
    page.player.go_to(0)
    lessons.press_run()
    lessons.wait_for_calls(1)
    page.player.go_to(1)
    make_step(lessons, 1)
    assert "was built by an earlier call" in text(lessons)
    assert "This machine disagrees" not in text(lessons)


def test_a_refusal_is_shown_without_a_call(lessons: Opened) -> None:
    open_lesson(lessons, 11)
    press(lessons, "lesson_next")
    assert not lessons.find(QPushButton, "lesson_set").isEnabled()
    press(lessons, "lesson_run")
    assert "refused because of: min_p" in text(lessons)
    assert lessons.session.log.summaries == []


def test_leaving_brings_the_settings_back(lessons: Opened) -> None:
    before = lessons.session.form.request()
    press(lessons, "lesson_next")
    press(lessons, "lesson_set")
    assert lessons.session.form.request().options != before.options
    press(lessons, "lesson_leave")
    after = lessons.session.form.request()
    assert after.model_copy(update={"id": before.id}) == before
    assert not lessons.find(QPushButton, "lesson_leave").isEnabled()


def test_a_lesson_of_the_lab_is_read_and_not_run(lessons: Opened) -> None:
    open_lesson(lessons, 1)
    press(lessons, "lesson_next")
    assert "function lab" in text(lessons)
    for name in ("lesson_set", "lesson_run"):
        assert not lessons.find(QPushButton, name).isEnabled()


def test_the_ring_is_around_the_control_and_show_me_raises_its_dock(lessons: Opened) -> None:
    open_lesson(lessons, 8)
    press(lessons, "lesson_next")
    model = lessons.find(QDockWidget, "model_dock")
    assert model.visibleRegion().isEmpty()
    press(lessons, "lesson_point")

    def rings() -> list[QWidget]:
        every = lessons.window.findChildren(QWidget, "lesson_ring")
        return [ring for ring in every if ring.isVisible()]

    lessons.qtbot.waitUntil(lambda: len(rings()) == 1)
    ring = rings()[0]
    combo = lessons.find(QWidget, "model_combo")
    assert ring.geometry().contains(combo.mapTo(lessons.window, combo.rect().center()))


def test_a_lesson_is_resumed_where_it_was_left(lessons: Opened, open_window: Open) -> None:
    press(lessons, "lesson_next")
    make_step(lessons, 1)
    press(lessons, "lesson_next")
    second = open_window()
    second.action("lessons").trigger()
    second.qtbot.waitUntil(lambda: "The second prompt" in text(second))
    press(second, "lesson_back")
    assert "source of the program: miss" in text(second).split("Measured here")[1]
    place = next(each for each in second.window.findChildren(QLabel) if " of 5" in each.text())
    assert place.text() == "2 of 5"
