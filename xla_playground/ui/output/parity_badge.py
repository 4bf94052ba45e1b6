"""The mark beside a call's title: whether its specialization writes eager's tokens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ...core.comparison.parity import Outcome, ParityState
from ..style.icons import icon
from ..text.parity_text import parity_icon, parity_sentence, parity_text
from ..text.plain_text import tooltip_of


class ParityBadge(QToolButton):
    """A check mark, or the first token that differs; hidden if nothing was compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parity_badge")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = ""
        self.hide()

    def show_state(self, state: ParityState) -> None:
        """Show how the check of a specialization stands."""
        self._icon = parity_icon(state)
        is_same = state.verdict is not None and state.verdict.outcome is Outcome.EQUAL
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            styles.ToolButtonIconOnly if is_same else styles.ToolButtonTextBesideIcon
        )
        self.setText(parity_text(state))
        sentence = parity_sentence(state)
        self.setToolTip(tooltip_of(sentence))
        self.setAccessibleName(sentence)
        self._tint()
        self.setVisible(bool(self._icon))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon:
            self.setIcon(icon(self._icon, self.palette()))
