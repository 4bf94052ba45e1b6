"""What first calls consist of: a bar for each part of their phases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.units import format_duration
from ...core.workbench.breakdown import PartSeconds
from ..state.table_layouts import TableLayouts
from ..tables.rows_model import Column, RowsModel
from ..tables.rows_view import RowsView
from ..text.phase_words import part_word, phase_word
from ..widgets.elided_label import ElidedLabel

_BAR = 10
#: Pixels: with its title it is no higher than the table beside it on a small screen.
_LEAST_VIEW = 12


@dataclass(frozen=True)
class PartRow:
    """One part; ``share``: its part of the longest part."""

    part: PartSeconds
    share: float


class FirstCallParts(QWidget):
    """A title and a table of the parts of first calls; estimates are marked.

    *Attributes:*
        view: the table.
    """

    def __init__(self, layouts: TableLayouts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_call_parts")
        self._title = ElidedLabel("", self)
        self._title.setObjectName("parts_title")
        self._model: RowsModel[PartRow] = RowsModel(
            (
                Column(self.tr("Part"), lambda row: part_word(row.part.part) or "–"),
                Column(self.tr("Phase"), lambda row: phase_word(row.part.phase)),
                Column(
                    self.tr("Seconds"),
                    self._seconds,
                    self.tr("With ≈: an estimate, derived from other durations"),
                    is_number=True,
                    sort_key=lambda row: -1 if row.part.ns is None else row.part.ns,
                ),
                Column(
                    self.tr("Share"),
                    lambda row: "▆" * max(1, round(_BAR * row.share)) if row.share else "",
                    self.tr("Beside the longest part"),
                    sort_key=lambda row: row.share,
                ),
                Column(
                    self.tr("Calls"),
                    lambda row: f"{row.part.count:,}",
                    is_number=True,
                    sort_key=lambda row: row.part.count,
                    yields=3,
                ),
                Column(
                    self.tr("Remark"),
                    lambda row: row.part.remark.text if row.part.remark else "",
                    yields=1,
                ),
            ),
            self,
            key=lambda row: (row.part.phase, row.part.part),
        )
        self.view = RowsView(
            self._model,
            self.tr("These calls built nothing: only first calls have parts"),
            self,
        )
        self.view.setObjectName("parts_view")
        self.view.setAccessibleName(self.tr("Parts of first calls"))
        self.view.setMinimumHeight(_LEAST_VIEW)
        self.view.keep_layout(layouts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)

    def show_parts(self, title: str, parts: Sequence[PartSeconds]) -> None:
        """Show the parts of the calls that ``title`` names."""
        longest = max((part.ns or 0 for part in parts), default=0) or 1
        self._title.setText(title)
        self._model.set_rows([PartRow(part, (part.ns or 0) / longest) for part in parts])

    @staticmethod
    def _seconds(row: PartRow) -> str:
        if row.part.ns is None:
            return "–"
        return ("≈ " if row.part.is_estimate else "") + format_duration(row.part.ns)
