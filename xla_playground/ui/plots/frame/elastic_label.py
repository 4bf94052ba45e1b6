"""A text in a plot's scene that never needs more room than there is."""

from __future__ import annotations

from ..shared.pyqtgraph_ import pg


class ElasticLabel(pg.LabelItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A label that may be narrower than its text.

    pyqtgraph's own label is at least as wide as its text and widens the column that it shares with
    the plot, whose right edge then lies outside of the view.
    """

    def updateMin(self) -> None:  # noqa: N802 - override
        super().updateMin()
        self.setMinimumWidth(0)
        self.setMinimumHeight(0)
