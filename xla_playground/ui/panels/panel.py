"""What all panels that edit have in common."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ..widgets.problem_label import ProblemLabel


class Panel(QWidget):
    """Edits one value of the draft: ``value()``, ``set_value()``, ``changed``.

    Values are raw: they are read from the controls and judged by nobody here.

    *Signals:*
        changed (): the user changed the value.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: dict[str, ProblemLabel] = {}

    def value(self) -> object:
        """What the controls say."""
        raise NotImplementedError

    def show_problem(self, field: str, sentence: str) -> bool:
        """Show a sentence beside the control of ``field``; ``False`` where it is not here."""
        self.clear_problem()
        label = self._problems.get(field)
        if label is None:
            return False
        label.show_sentence(sentence)
        return True

    def clear_problem(self) -> None:
        """Take the sentence away."""
        for label in self._problems.values():
            label.show_sentence("")

    def _problem_label(self, *fields: str) -> ProblemLabel:
        """A label that shows the problems of these fields."""
        label = ProblemLabel(fields[0], self)
        self._problems |= dict.fromkeys(fields, label)
        return label

    def _quietly(self) -> QSignalBlocker:
        """Within it, the panel says nothing: ``with self._quietly(): ...``."""
        return QSignalBlocker(self)
