"""The page of lessons: steps set and run, verdicts, the question, and coming back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QLabel,
    QListWidget,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QWidget,
)

from tests.ui.conftest import Open, Opened
from tests.ui.scripted_lab import repeating
from xla_playground.core.call.record import Cache
from xla_playground.core.call.request import Recipe
from xla_playground.core.call.specialization import SpecializationKey
from xla_playground.core.errors import RequestError
from xla_playground.core.inside.inspection import Inspection
from xla_playground.core.lab.report import LabArm, LabCall, LabProblem, LabReport
from xla_playground.core.lab.templates import lab_templates
from xla_playground.core.lessons.progress import load_progress
from xla_playground.core.lessons.shelf import read_lessons
from xla_playground.core.messages.message import untyped
from xla_playground.core.messages.pages import lab as lab_messages
from xla_playground.core.paths import lessons_path
from xla_playground.ui.pages.lab.code_edit import CodeEdit
from xla_playground.ui.pages.lab.inputs_table import InputsTable
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
    assert "Look at the call" not in text(lessons)
    make_step(lessons, 1)
    assert "Look at the call" in text(lessons)
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
    press(lessons, "lesson_leave")  # the reader's own settings are no answer
    assert "That is not the answer" not in text(lessons)
    assert "Answered." in text(lessons)


def test_no_step_runs_beside_a_call_and_the_button_says_why(lessons: Opened) -> None:
    press(lessons, "lesson_next")
    run = lessons.find(QPushButton, "lesson_run")
    assert run.isEnabled()
    lessons.engine.hold.set()
    lessons.press_run()
    assert not run.isEnabled()
    assert run.toolTip() == "A call runs: wait for its end, or cancel it"
    lessons.press_escape()
    lessons.wait_for_calls(1)
    assert run.isEnabled()
    assert run.toolTip() == run.accessibleName()


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


def test_a_call_counts_though_the_look_inside_is_refused(
    window: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(key: SpecializationKey) -> Inspection:
        raise RequestError("key", untyped("It is not in memory."))

    monkeypatch.setattr(window.engine, "inspect", refuse)
    open_lesson(window, 12)
    press(window, "lesson_next")
    make_step(window, 1)
    player = window.session.lessons
    lesson = player.lesson
    assert lesson is not None
    window.qtbot.waitUntil(lambda: "program" in player.progress_of(lesson).measured)
    assert ": not measured" in text(window)


def test_leaving_brings_the_settings_back(lessons: Opened) -> None:
    before = lessons.session.form.request()
    press(lessons, "lesson_next")
    press(lessons, "lesson_set")
    assert lessons.session.form.request().options != before.options
    press(lessons, "lesson_leave")
    after = lessons.session.form.request()
    assert after.model_copy(update={"id": before.id}) == before
    assert not lessons.find(QPushButton, "lesson_leave").isEnabled()


CALL = LabCall(key=(), cache=Cache.MISS, trace_ns=300_000_000)
LAB_REPORT = LabReport(
    file="f.py",
    arms=(
        LabArm(arm="eager", calls=(CALL,), samples_ns=(1_000_000,) * 3),
        LabArm(arm="xla", calls=(CALL,) * 5, samples_ns=(1_000_000,) * 3, retraces=0),
    ),
)
Lab = Callable[[LabReport], Opened]


@pytest.fixture
def lab_lesson(lessons: Opened, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """Opens the step of the first lesson in a window whose lab always reports the same."""

    def open_one(report: LabReport) -> Opened:
        monkeypatch.setattr(lessons.session.lab, "_command", lambda: repeating(report))
        open_lesson(lessons, 1)
        press(lessons, "lesson_next")
        return lessons

    return open_one


def code(one: Opened) -> CodeEdit:
    return one.find(CodeEdit, "lab_code")


def template(name: str) -> str:
    return next(each.text for each in lab_templates() if each.name == name)


def is_said(one: Opened, beginning: str) -> bool:
    return one.text("lab_text").startswith(beginning)


def run_lab(one: Opened, button: str) -> None:
    with one.qtbot.waitSignal(one.session.lab.finished):
        press(one, button)


def test_a_step_of_the_lab_runs_its_file_there_and_says_what_holds(lab_lesson: Lab) -> None:
    one = lab_lesson(LAB_REPORT)
    assert "traces of xla after its first call: 0 –" in text(one).replace("\n", " ")
    run_lab(one, "lesson_run")
    assert code(one).toPlainText() == template("guide_sequential")
    shown = text(one).replace("\n", " ")
    assert "traces of xla after its first call: 0 yes" in shown
    assert "Published: 3.95 s against 1.60 ms" in shown
    assert "300 times: 300 ms against 1.00 ms" in shown
    assert "break-even" in shown  # of the text after the step
    assert "1/2" in one.find(QListWidget, "lesson_list").item(0).text()
    player = one.find(LessonsPage, "lessons_page").player
    assert player.lesson is not None
    kept = load_progress(lessons_path()).of("keras-model").measured["sequential"]
    assert kept[0]["xla.retraces"] == 0


def test_a_run_in_the_lab_itself_counts_if_its_file_is_that_of_the_step(lab_lesson: Lab) -> None:
    one = lab_lesson(LAB_REPORT)
    press(one, "lesson_set")
    assert not one.find(QDockWidget, "lab_dock").visibleRegion().isEmpty()
    own = code(one).toPlainText()
    assert own == template("guide_sequential")
    code(one).set_code(own.replace("(16, 10)", "(8, 10)"))
    run_lab(one, "lab_run")
    one.action("lessons").trigger()
    assert "first call: 0 –" in text(one).replace("\n", " ")
    code(one).set_code(own)
    one.action("lab").trigger()
    run_lab(one, "lab_run")
    assert "first call: 0 yes" in text(one).replace("\n", " ")


def test_the_table_of_inputs_answers_a_question_and_the_lab_says_so(lab_lesson: Lab) -> None:
    one = lab_lesson(LAB_REPORT)
    press(one, "lesson_next")
    press(one, "lesson_next")
    assert not one.find(QPushButton, "lesson_run").isEnabled()
    tabs = one.find(QTabWidget, "lab_results")
    tabs.setCurrentIndex(1)
    press(one, "lesson_set")
    assert tabs.currentIndex() == 0
    table = one.find(InputsTable, "lab_inputs")
    one.qtbot.waitUntil(lambda: table.rowCount() == 1)
    for shape, said in (
        ("(4, 10)", "You turned x.shape from (16, 10) to (4, 10). That is not the answer"),
        ("(64, 10)", "That is it: x.shape from (16, 10) to (64, 10)."),
    ):
        cell = table.item(0, 1)
        assert cell is not None
        cell.setText(shape)
        one.qtbot.waitUntil(partial(is_said, one, said))
        assert said in text(one)
    assert "More rows are more work" in text(one)


def test_a_run_with_one_knob_turned_answers_a_question_on_a_figure(lab_lesson: Lab) -> None:
    fewer = LAB_REPORT.arms[1].model_copy(update={"retraces": 2})
    one = lab_lesson(LAB_REPORT.model_copy(update={"arms": (LAB_REPORT.arms[0], fewer)}))
    open_lesson(one, 2)
    one.find(LessonsPage, "lessons_page").player.go_to(3)
    press(one, "lesson_set")
    asked = template("cache_key")
    assert code(one).toPlainText() == asked
    run_lab(one, "lab_run")
    assert "That is" not in text(one)  # nothing is turned yet
    code(one).set_code(asked.replace('"value": 2', '"value": 3'))
    run_lab(one, "lab_run")
    assert "That is it: power.value from 2 to 3." in text(one)
    said = "That is it: power.value from 2 to 3."
    one.qtbot.waitUntil(lambda: one.text("lab_text") == said)


def test_leaving_brings_the_own_code_back_and_closing_keeps_it(
    lab_lesson: Lab, open_window: Open
) -> None:
    one = lab_lesson(LAB_REPORT)
    one.action("lab").trigger()
    code(one).set_code("def own(x):\n    return x\n")
    one.action("lessons").trigger()
    press(one, "lesson_set")
    assert "Sequential" in code(one).toPlainText()
    one.action("lessons").trigger()
    press(one, "lesson_leave")
    assert code(one).toPlainText() == "def own(x):\n    return x\n"
    assert not one.find(QPushButton, "lesson_leave").isEnabled()
    press(one, "lesson_set")
    one.window.close()
    second = open_window()
    second.action("lab").trigger()
    assert code(second).toPlainText() == "def own(x):\n    return x\n"


def test_a_run_that_fails_is_said_in_the_lesson_and_is_no_step(lab_lesson: Lab) -> None:
    problem = LabProblem(line=3, message=lab_messages.NO_TENSOR(kind="int"))
    one = lab_lesson(LAB_REPORT.model_copy(update={"problem": problem}))
    run_lab(one, "lesson_run")
    assert one.text("lesson_note").startswith("Line 3: the function returns int")
    assert "first call: 0 –" in text(one).replace("\n", " ")


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
    press(lessons, "lesson_set")
    press(lessons, "lesson_leave")
    assert rings() == []


def test_show_me_brings_the_tab_of_the_lab_to_the_front(lessons: Opened) -> None:
    open_lesson(lessons, 3)
    press(lessons, "lesson_next")
    press(lessons, "lesson_point")
    assert lessons.find(QTabWidget, "lab_results").currentWidget().objectName() == "lab_training"


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
