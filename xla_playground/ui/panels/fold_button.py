"""The button that unfolds the rows of a panel that make no difference now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget


class FoldButton(QToolButton):
    """Down while all rows are shown; else it says how many are folded away, and hides at none."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._folded = 0
        self.toggled.connect(self._show_state)
        self._show_state()

    def set_folded(self, count: int) -> None:
        """Say how many rows are folded away."""
        self._folded = count
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        is_open = self.isChecked()
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.setArrowType(arrow)
        text = self.tr("Fewer") if is_open else self.tr("{0} more").format(self._folded)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(
            self.tr("Fold away what makes no difference to the next call")
            if is_open
            else self.tr("Show what is not read now, or is off")
        )
        self.setVisible(is_open or self._folded > 0)
