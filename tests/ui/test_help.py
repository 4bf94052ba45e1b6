"""The help of the window: its dialogs, and a text on every control."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWhatsThis,
    QWidget,
)

from xla_playground.core.options.table import SPEC_OF
from xla_playground.ui.dialogs.help.control_texts import own_text

from .conftest import Opened
from .walk import controls as walked

CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def opened(one: Opened, action: str) -> QDialog:
    one.action(action).trigger()
    (dialog,) = [d for d in one.window.findChildren(QDialog) if d.isVisible()]
    return dialog


def text_of(dialog: QDialog) -> str:
    browser = dialog.findChild(QTextBrowser, "help_text")
    assert browser is not None
    return browser.toPlainText()


@pytest.mark.parametrize(
    ("action", "title", "says"),
    [
        ("glossary", "Glossary", "one traced, and in the arm xla compiled, function for one key"),
        ("about_plots", "What do these plots mean?", "steady median of its specialization"),
        ("shortcuts", "Keyboard shortcuts", "Paste from Python"),
        ("sources", "Sources", "XLA Integration for TensorFlow Models"),
    ],
)
def test_a_page_opens_and_closes_with_escape(
    window: Opened, action: str, title: str, says: str
) -> None:
    dialog = opened(window, action)
    assert dialog.windowTitle() == title
    assert says in text_of(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_glossary_is_searched_and_its_links_lead_on(window: Opened) -> None:
    dialog = opened(window, "glossary")
    search = dialog.findChild(QLineEdit, "glossary_search")
    browser = dialog.findChild(QTextBrowser, "help_text")
    assert search is not None
    assert browser is not None
    everything = text_of(dialog)
    QTest.keyClicks(search, "zebra")
    assert text_of(dialog) == "No term has these words."
    search.clear()
    QTest.keyClicks(search, "break-even")
    assert text_of(dialog).startswith("break-even")
    assert len(text_of(dialog)) < len(everything) / 4
    browser.anchorClicked.emit(QUrl("#lane"))
    assert text_of(dialog) == everything
    dialog.reject()


def test_every_control_in_sight_says_what_it_does(window: Opened) -> None:
    controls = [
        widget
        for kind in CONTROLS
        for widget in window.window.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    assert len(controls) > 30
    silent = [_described(widget) for widget in controls if not _has_text(widget)]
    assert silent == []


def test_every_control_has_a_text_of_its_own(window: Opened) -> None:
    window.click("generation_fold")
    named = [w.objectName() for w in walked(window.window) if w.isVisible() and w.objectName()]
    named = [name for name in named if not name.startswith("qt_")]
    assert len(named) > 50
    assert [n for n in named if not own_text(n) and n.removesuffix("_second") not in SPEC_OF] == []


def test_every_control_of_every_page_has_a_text_of_its_own(window: Opened) -> None:
    silent: dict[str, list[str]] = {}
    seen = 0
    for dock in window.window.parts.docks.pages():
        page = dock.objectName().removesuffix("_dock")
        window.window.parts.docks.bring_up(page)
        window.qtbot.waitUntil(dock.isVisible)
        names = [w.objectName() for w in walked(dock) if w.isVisible()]
        names = [n for n in names if not n.startswith(("qt_", "ScrollLeft", "ScrollRight"))]
        seen += len(names)
        if without := [name for name in names if not own_text(name)]:
            silent[page] = without
    assert seen > 50
    assert silent == {}


def test_whats_this_says_what_a_control_costs_and_leads_to_the_glossary(window: Opened) -> None:
    window.action("whats_this").trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()
    prompt = window.prompt()
    assert '<a href="glossary:specialization">specialization</a>' in prompt.whatsThis()
    QApplication.sendEvent(prompt, QWhatsThisClickedEvent("glossary:specialization"))
    (dialog,) = [d for d in window.window.findChildren(QDialog) if d.isVisible()]
    assert dialog.windowTitle() == "Glossary"
    dialog.reject()


def _has_text(widget: QWidget) -> bool:
    """Whether a control has a text, or is a part of one that has."""
    parent = widget.parentWidget()
    is_part = isinstance(parent, (*CONTROLS,))
    return bool(widget.toolTip()) or (is_part and parent is not None and _has_text(parent))


def _described(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {parent and parent.objectName()}"
