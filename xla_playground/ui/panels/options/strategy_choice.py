"""The choice of the strategy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from ....core.options.table import Strategy


class StrategyChoice(QComboBox):
    """How the next token is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strategy")
        words = {
            Strategy.GREEDY: (self.tr("greedy"), self.tr("Always the most likely token.")),
            Strategy.SAMPLING: (self.tr("sampling"), self.tr("Draw tokens at random.")),
            Strategy.BEAM: (
                self.tr("beam search"),
                self.tr("Keep several candidates, return the most likely."),
            ),
            Strategy.BEAM_SAMPLING: (
                self.tr("beam sampling"),
                self.tr("Keep several candidates, drawn at random."),
            ),
            Strategy.CONTRASTIVE: (
                self.tr("contrastive search"),
                self.tr("Likely tokens that do not resemble the text so far."),
            ),
        }
        for strategy, (text, tooltip) in words.items():
            self.addItem(text, strategy)
            self.setItemData(self.count() - 1, tooltip, Qt.ItemDataRole.ToolTipRole)
