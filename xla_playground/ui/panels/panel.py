"""The base of all panels that edit."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from ..widgets.problem_label import ProblemLabel
from ..widgets.spin_boxes import FloatSpinBox, IntegerSpinBox

#: Time without typing until a sentence on the text appears, which moves the controls below: a 0,
#: out of range, is on the way to 0.7.
_REST_MS = 700


class Panel(QWidget):
    """Edits some values of the form: ``value()``, ``set_value()``, ``changed``.

    Values are raw: they are read from the controls and not checked here.

    *Signals:*
        changed (): the user changed the value.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: dict[str, ProblemLabel] = {}
        self._numbers: dict[str, IntegerSpinBox | FloatSpinBox] = {}
        self._text_entries: dict[str, QLineEdit] = {}
        self._problem = "", ""
        self._typing = QTimer(self, singleShot=True, interval=_REST_MS)
        self._typing.timeout.connect(self._show_problems)

    def value(self) -> dict[str, Any]:
        """Return the raw values of the controls, by the names that ``Form.update`` has for them."""
        raise NotImplementedError

    def has_control(self, field: str) -> bool:
        """Return whether the control of ``field`` is in this panel."""
        return field in self._problems

    def show_problem(self, field: str, sentence: str) -> None:
        """Show a message beside the control of ``field``, if it is in this panel."""
        self._problem = field, sentence
        self._show_problems()

    def clear_problem(self) -> None:
        """Hide the sentence."""
        self._problem = "", ""
        self._show_problems()

    def _show_problems(self) -> None:
        """Show the form's problem, and beside it those of the other numbers that are read."""
        sentences = dict.fromkeys(self._problems.values(), "")
        for field, box in self._numbers.items():
            if box.isEnabled() and box.isVisibleTo(self):
                label = self._problems[field]
                sentences[label] = sentences[label] or box.problem()
        field, sentence = self._problem
        if field in self._problems:
            sentences[self._problems[field]] = sentence
        entries = [*self._numbers.items(), *self._text_entries.items()]
        typed_in = {self._problems[name] for name, entry in entries if entry.hasFocus()}
        for label, sentence in sentences.items():
            is_of_typing = label in typed_in and label.isHidden() and bool(sentence)
            if is_of_typing and self._typing.isActive():
                continue
            label.show_sentence(sentence)
            if is_of_typing:
                QTimer.singleShot(0, self, partial(self._bring_into_sight, label))

    def _bring_into_sight(self, label: ProblemLabel) -> None:
        """Scroll as far as needed to show the message on the control being edited."""
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(label, 0, 4)

    def _add_number(self, field: str, box: IntegerSpinBox | FloatSpinBox) -> None:
        """Set the object name of the number entry of ``field``, and show its problems."""
        box.setObjectName(field)
        box.changed.connect(self._typing.start)
        box.changed.connect(self.changed)
        self._numbers[field] = box

    def _add_text(self, field: str, edit: QLineEdit) -> None:
        """Set the object name of the text entry of ``field``, and show its problems."""
        edit.setObjectName(field)
        edit.textChanged.connect(self._typing.start)
        edit.textChanged.connect(self.changed)
        self._text_entries[field] = edit

    def _problem_label(self, *fields: str) -> ProblemLabel:
        """Return a new label that shows the problems of ``fields``."""
        label = ProblemLabel(fields[0], self)
        self._problems |= dict.fromkeys(fields, label)
        return label

    def _quietly(self) -> QSignalBlocker:
        """Return a context manager that blocks the panel's signals: ``with
        self._quietly(): ...``.
        """
        return QSignalBlocker(self)
