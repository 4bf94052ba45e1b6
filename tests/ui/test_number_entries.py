"""Numbers as a person types and pastes them, in two locales, with real keys in the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSpinBox

from xla_playground.core.options.table import Strategy
from xla_playground.core.options.values import SEED_MAX

from .conftest import Open, Opened
from .walk import type_over


@pytest.fixture(params=[pytest.param("en_US", marks=pytest.mark.exhaustive), "de_DE"])
def sampling(request: pytest.FixtureRequest, open_window: Open) -> Iterator[Opened]:
    """A window in a locale with a decimal comma, or point, in which a temperature can be set."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    window = open_window()
    strategy = window.find(QComboBox, "strategy")
    strategy.setCurrentIndex(strategy.findData(Strategy.SAMPLING))
    window.wait_until_planned()
    yield window
    QLocale.setDefault(before)


def temperature(window: Opened) -> QDoubleSpinBox:
    return window.find(QDoubleSpinBox, "temperature")


def paste_over(window: Opened, text: str) -> None:
    QApplication.clipboard().setText(text)
    entry = temperature(window)
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def enter(window: Opened, text: str, *, is_pasted: bool) -> None:
    """Type or paste over the temperature; nothing cannot be pasted."""
    if is_pasted and text:
        paste_over(window, text)
    else:
        type_over(temperature(window), text)


def wait_for_sentence(window: Opened, field: str, words: str) -> None:
    label = window.find(QLabel, f"problem_{field}")
    window.qtbot.waitUntil(lambda: words in label.text() and not label.isHidden())


@pytest.mark.parametrize("is_pasted", [False, True], ids=["typed", "pasted"])
def test_point_and_comma_mean_the_same(sampling: Opened, is_pasted: bool) -> None:
    for text, number in (("0.7", 0.7), ("0,7", 0.7), ("1e-1", 0.1), (" 0,7 ", 0.7)):
        enter(sampling, text, is_pasted=is_pasted)
        assert temperature(sampling).text() == text
        assert sampling.session.form.request().options.temperature == number, text
        assert temperature(sampling).accessibleDescription() == ""

        sampling.prompt().setFocus()  # what was left is shown as the locale writes it
        point = QLocale().decimalPoint()
        assert temperature(sampling).text() == str(number).replace(".", point)
        assert sampling.session.form.request().options.temperature == number, text


@pytest.mark.parametrize("is_pasted", [False, True], ids=["typed", "pasted"])
def test_what_is_no_number_or_out_of_range_stays_and_is_said(
    sampling: Opened, is_pasted: bool
) -> None:
    for text, words in (
        ("-5", "must be between 0.01 and 100, not -5."),
        ("999999", "must be between 0.01 and 100, not 999,999."),
        ("125", "must be between 0.01 and 100, not 125."),
        ("1.000,5", "must be a number, not '1.000,5'."),
        ("warm", "must be a number, not 'warm'."),
        ("1e", "must be a number, not '1e'."),
        ("", "is empty: type a number."),
    ):
        enter(sampling, text, is_pasted=is_pasted)
        wait_for_sentence(sampling, "temperature", words)
        assert words in sampling.text("forecast_text")
        assert words in temperature(sampling).accessibleDescription()

        sampling.press_run()
        sampling.prompt().setFocus()
        QTest.keyClick(temperature(sampling), Qt.Key.Key_Return)
        assert temperature(sampling).text() == text
        assert sampling.engine.requests == [], text

        type_over(temperature(sampling), "0.5")
        sampling.wait_until_planned()
        assert sampling.find(QLabel, "problem_temperature").isHidden()
        assert temperature(sampling).accessibleDescription() == ""
    sampling.press_run()
    sampling.wait_for_calls(1)
    assert sampling.engine.requests[0].options.temperature == 0.5


def test_whole_numbers(sampling: Opened) -> None:
    seed = sampling.find(QSpinBox, "seed")
    for text, number in ((str(SEED_MAX), SEED_MAX), ("1 000", 1000), ("1e3", 1000), ("7,0", 7)):
        type_over(seed, text)
        assert sampling.session.form.request().options.seed == (number, 0)
    for text, words in (
        (str(SEED_MAX + 1), "not 2,147,483,648"),
        ("9" * 30, "between 0 and 2,147,483,647"),
        ("0,7", "a whole number, not 0.7"),
        ("1.000", "without the mark"),
    ):
        type_over(seed, text)
        wait_for_sentence(sampling, "seed", words)
        assert seed.text() == text


def test_the_second_number_of_a_seed(sampling: Opened) -> None:
    second = sampling.find(QSpinBox, "seed_second")
    type_over(second, "3")
    assert sampling.session.form.request().options.seed == (0, 3)
    type_over(second, "abc")
    wait_for_sentence(sampling, "seed", "not 'abc'")
    type_over(second, "0")
    assert sampling.session.form.request().options.seed == (0, 0)


def test_keys_step_from_a_text_that_is_no_number(sampling: Opened) -> None:
    entry = temperature(sampling)
    type_over(entry, "0.7")
    type_over(entry, "warm")
    QTest.keyClick(entry, Qt.Key.Key_Up)  # from the last number
    assert sampling.session.form.request().options.temperature == 0.75
    type_over(entry, "999999")
    QTest.keyClick(entry, Qt.Key.Key_Down)
    assert sampling.session.form.request().options.temperature == 100.0
    type_over(entry, "-5")
    QTest.keyClick(entry, Qt.Key.Key_Up)
    assert sampling.session.form.request().options.temperature == 0.01


def test_steps_add_no_digits(sampling: Opened) -> None:
    entry = temperature(sampling)
    for _ in range(7):
        QTest.keyClick(entry, Qt.Key.Key_Down)
    assert sampling.session.form.request().options.temperature == 0.65


def test_no_sentence_comes_and_goes_on_the_way_to_a_number(sampling: Opened) -> None:
    entry, label = temperature(sampling), sampling.find(QLabel, "problem_temperature")
    type_over(entry, "0")
    sampling.qtbot.waitUntil(lambda: "not 0." in sampling.text("forecast_text"))
    assert label.isHidden()
    QTest.keyClicks(entry, ".7")
    sampling.wait_until_planned()
    assert label.isHidden()
    type_over(entry, "0")
    wait_for_sentence(sampling, "temperature", "not 0.")


def test_undo_brings_the_number_back(sampling: Opened) -> None:
    entry = temperature(sampling)
    shown = entry.text()
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_End)
    QTest.keyClicks(entry, "abc")
    assert "abc" in entry.accessibleDescription()
    for _ in range(3):
        QTest.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        if entry.text() == shown:
            break
    assert entry.text() == shown
    assert entry.accessibleDescription() == ""


def test_a_value_that_is_set_takes_the_place_of_a_text(sampling: Opened) -> None:
    entry, seed = temperature(sampling), sampling.find(QSpinBox, "seed")
    type_over(entry, "warm")
    type_over(seed, "abc")
    entry.setValue(1.0)  # what it was before
    sampling.click("dice_button")
    assert entry.text() == "1" + QLocale().decimalPoint() + "0"
    assert "abc" not in seed.text()
    sampling.wait_until_planned()
    assert (entry.accessibleDescription(), seed.accessibleDescription()) == ("", "")


def test_every_number_that_is_wrong_is_named_at_once(sampling: Opened) -> None:
    for field in ("temperature", "top_p", "max_new_tokens", "multiple_of"):
        type_over(sampling.find(QDoubleSpinBox if "_p" in field or field == "temperature"
                                else QSpinBox, field), "abc")  # fmt: skip
    for field in ("temperature", "top_p", "max_new_tokens"):
        wait_for_sentence(sampling, field, f"{field} must be a number, not 'abc'.")
    wait_for_sentence(sampling, "padding", "multiple_of must be a number, not 'abc'.")
    sampling.click("segment_fast")
    type_over(sampling.find(QSpinBox, "capacity"), "abc")
    wait_for_sentence(sampling, "capacity", "capacity must be a number, not 'abc'.")
    sampling.qtbot.waitUntil(sampling.find(QLabel, "problem_padding").isHidden)


def test_a_number_that_is_not_read_is_not_marked(sampling: Opened) -> None:
    entry = temperature(sampling)
    type_over(entry, "warm")
    wait_for_sentence(sampling, "temperature", "warm")
    strategy = sampling.find(QComboBox, "strategy")
    strategy.setCurrentIndex(strategy.findData(Strategy.GREEDY))
    sampling.wait_until_planned()
    assert sampling.find(QLabel, "problem_temperature").isHidden()
    assert (entry.text(), entry.accessibleDescription()) == ("warm", "")
    strategy.setCurrentIndex(strategy.findData(Strategy.SAMPLING))
    wait_for_sentence(sampling, "temperature", "warm")


def test_the_repeat_says_why_run_waits(sampling: Opened) -> None:
    repeat = sampling.find(QSpinBox, "repeat")
    assert repeat.text() == "1 ×"
    type_over(repeat, "5000")
    sampling.qtbot.waitUntil(
        lambda: sampling.text("forecast_text") == "repeat must be between 1 and 1,000, not 5,000."
    )
    sampling.press_run()
    assert sampling.engine.requests == []
    QTest.keyClick(repeat, Qt.Key.Key_Home)
    QTest.keyClicks(repeat, "x")
    assert repeat.text() == "x5000"
    type_over(repeat, "2 ×")
    sampling.prompt().setFocus()
    assert repeat.text() == "2 ×"
    sampling.press_run()
    sampling.wait_for_calls(2)


def test_a_number_of_seven_digits_is_seen_whole_in_the_repeat(sampling: Opened) -> None:
    repeat = sampling.find(QSpinBox, "repeat")
    type_over(repeat, "1234567")
    edit = repeat.findChild(QLineEdit)
    assert edit is not None
    edit.grab()  # which scrolls the text to the cursor
    assert edit.cursorPositionAt(QPoint(0, edit.height() // 2)) == 0


def test_the_tooltip_of_a_marked_number_says_why(sampling: Opened) -> None:
    repeat = sampling.find(QSpinBox, "repeat")
    explanation = repeat.toolTip()
    type_over(repeat, "5000")
    assert repeat.toolTip() == "repeat must be between 1 and 1,000, not 5,000."
    type_over(repeat, "2")
    assert repeat.toolTip() == explanation != ""


def test_a_limit_says_why_it_is_not_taken(sampling: Opened) -> None:
    limit = sampling.find(QDoubleSpinBox, "store_limit")
    note = sampling.find(QLabel, "limits_note")
    type_over(limit, "1,5 GB")
    assert sampling.session.saver.settings.store_limit_mb == 1500
    assert "next start" in note.text()
    type_over(limit, "much")
    assert "store limit must be a number, not 'much'." in note.text()
    assert (limit.text(), sampling.session.saver.settings.store_limit_mb) == ("much", 1500)
    type_over(limit, "off")
    assert sampling.session.saver.settings.store_limit_mb == 0
    sampling.prompt().setFocus()
    assert limit.text() == "off"
