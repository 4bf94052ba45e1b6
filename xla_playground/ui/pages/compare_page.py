"""Two calls side by side: options that differ, phases, memory, and their tokens aligned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QSplitter, QTextEdit, QVBoxLayout, QWidget

from ...core.call.record import Token, TokenRole
from ...core.comparison.compare import Comparison, Pair, SequencePair, Stretch
from ...core.units import format_bytes, format_duration
from ..output.tokens.token_colors import DARK, LIGHT, ChipColors
from ..state.call_desk import CallDesk, ComparedCalls
from ..state.table_layouts import TableLayouts
from ..style.theme import is_dark
from ..tables.rows_model import Column, RowsModel
from ..tables.rows_view import RowsView
from ..text.plain_text import markup_of
from ..widgets.elided_label import ElidedLabel

#: Sequences and stretches of tokens that are shown: Qt lays out a longer table for seconds.
_MOST_SEQUENCES, _MOST_STRETCHES = 8, 200
#: Least height of the table, in pixels: the window must fit a small screen.
_LEAST_VIEW = 32


@dataclass(frozen=True)
class ComparedRow:
    """A row of the table: an option, a phase or the memory."""

    name: str
    one: str
    other: str
    ratio: str = ""


class ComparePage(QWidget):
    """Shows the comparison of ``CallDesk``, the left call in the first column.

    *Attributes:*
        view: the table of what differs.
    """

    def __init__(
        self,
        desk: CallDesk,
        layouts: TableLayouts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare_page")
        self._desk = desk
        self._title = ElidedLabel("", self)
        self._title.setObjectName("compare_title")
        self._model: RowsModel[ComparedRow] = RowsModel(
            (
                Column(self.tr("What"), lambda row: row.name),
                Column(self.tr("Left"), lambda row: row.one),
                Column(self.tr("Right"), lambda row: row.other),
                Column(
                    self.tr("Ratio"),
                    lambda row: row.ratio,
                    self.tr("The right call's value over the left call's"),
                    is_number=True,
                    yields=1,
                ),
            ),
            self,
            key=lambda row: row.name,
        )
        self.view = RowsView(
            self._model,
            self.tr("Select two calls, or pin one as the baseline: Calls ▸ Compare"),
            self,
        )
        self.view.setObjectName("compare_view")
        self.view.setAccessibleName(self.tr("What differs"))
        self.view.setMinimumHeight(_LEAST_VIEW)
        self.view.keep_layout(layouts)
        self._tokens = QTextEdit(self)
        self._tokens.setObjectName("compare_tokens")
        self._tokens.setAccessibleName(self.tr("Tokens of both calls, aligned"))
        self._tokens.setReadOnly(True)
        self._tokens.setTabChangesFocus(True)
        self._tokens.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._tokens.setMinimumHeight(_LEAST_VIEW)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self._tokens)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(split, 1)
        self._title.setContentsMargins(8, 2, 8, 0)
        desk.compared.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._desk.comparison:
            self._show_tokens(self._desk.comparison)

    @Slot()
    def _show(self) -> None:
        calls = self._desk.comparison
        if calls is None:
            self._title.setText(self.tr("No calls compared yet"))
            self._model.set_rows(())
            self._tokens.clear()
            return
        found = calls.comparison
        self._title.setText(
            self.tr("Left: call {0}. Right: call {1}. {2}").format(
                f"{calls.one.call:,}", f"{calls.other.call:,}", self._verdict(found)
            )
        )
        self._model.set_rows(self._rows(found))
        self._show_tokens(calls)

    def _verdict(self, found: Comparison) -> str:
        if not found.sequences:
            return self.tr("Neither has tokens.")
        return self.tr("Same tokens.") if found.has_same_tokens else self.tr("Tokens differ.")

    def _rows(self, found: Comparison) -> list[ComparedRow]:
        rows = [
            ComparedRow(change.name, _one_line(change.one), _one_line(change.other))
            for change in found.changes
        ]
        rows += [
            ComparedRow(
                pair.name, format_duration(pair.one), format_duration(pair.other), _ratio(pair)
            )
            for pair in found.phases
        ]
        memory = found.memory
        cells = format_bytes(memory.one), format_bytes(memory.other)
        return [*rows, ComparedRow(self.tr("memory"), *cells, _ratio(memory))]

    def _show_tokens(self, calls: ComparedCalls) -> None:
        colors = DARK if is_dark(self.palette()) else LIGHT
        pairs = calls.comparison.sequences
        parts = [
            part
            for number, pair in enumerate(pairs[:_MOST_SEQUENCES], start=1)
            for part in self._sequence(number, pair, colors)
        ]
        if len(pairs) > _MOST_SEQUENCES:
            left_out = len(pairs) - _MOST_SEQUENCES
            more = self.tr("{0} more sequences are not shown.").format(left_out)
            parts.append(f"<p>{more}</p>")
        self._tokens.setHtml("".join(parts))

    def _sequence(
        self, number: int, pair: SequencePair, colors: dict[TokenRole, ChipColors]
    ) -> Iterator[str]:
        if pair.first_difference is None:
            sentence = self.tr("Sequence {0}: same tokens.").format(number)
        else:
            place = f"{pair.first_difference + 1:,}"
            sentence = self.tr("Sequence {0} differs from token {1} on.").format(number, place)
        yield f"<p><b>{markup_of(sentence)}</b></p><table width='100%' cellpadding='3'>"
        for stretch in pair.stretches[:_MOST_STRETCHES]:
            yield _row(stretch, colors)
        yield "</table>"
        left_out = len(pair.stretches) - _MOST_STRETCHES
        if left_out > 0:
            more = self.tr("{0} more stretches are not shown.").format(left_out)
            yield f"<p>{more}</p>"


def _row(stretch: Stretch, colors: dict[TokenRole, ChipColors]) -> str:
    if stretch.is_equal:
        return f"<tr><td colspan='3'>{_text(stretch.one)}</td></tr>"
    sides = zip((stretch.one, stretch.other), (TokenRole.END, TokenRole.NEW), strict=True)
    left, right = (
        f"<td width='49%' bgcolor='{colors[role].fill.name()}'>"
        f"<span style='color:{colors[role].ink.name()}'>{_text(side)}</span></td>"
        for side, role in sides
    )
    return f"<tr>{left}<td>≠</td>{right}</tr>"


def _text(tokens: tuple[Token, ...]) -> str:
    text = "".join(token.text for token in tokens).replace("\0", "␀")
    return markup_of(text).replace("\n", "<br>") or "–"


def _one_line(value: str | None) -> str:
    return "–" if value is None else " ⏎ ".join(value.splitlines())[:1000]


def _ratio(pair: Pair) -> str:
    return "" if pair.ratio is None else f"{pair.ratio:.2f}"
