"""The view of one record's sequences: a single widget that paints the visible ones."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import partial
from itertools import accumulate
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from ...core.call.probabilities import scores_as_json
from ...core.call.record import Record, Token, TokenRole
from ..style.theme import is_dark
from ..text.endings import end_of
from ..text.plain_text import tooltip_of
from .selectable_view import SelectableView
from .selection import Layer, Place
from .sequence_block import SequenceBlock
from .token_scores import TokenScores
from .tokens.chip import ChipMetrics
from .tokens.ink import Ink
from .tokens.token_colors import ChipColors

_MARGIN = 10
_BLOCK_GAP = 14
#: Layout is done in slices, so that 64 sequences of 500 tokens never block the window.
_SLICE_S = 0.012


class TokenView(SelectableView):
    """Text and chips of every sequence, which can be selected; tooltips have a token's id.

    *Attributes:*
        scores: how likely the tokens were, by which chips are shaded.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("token_view")
        self.setAccessibleName(self.tr("Generated text"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self.scores = TokenScores(self)
        self.scores.changed.connect(self.viewport().update)
        self._record: Record | None = None
        self._blocks: list[SequenceBlock] = []
        self._tops: list[float] = []
        self._laid_out = 0
        self._home = 0  # the last scroll position that the view set itself
        self._follows_end = False
        self._metrics = ChipMetrics(self.font())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._lay_out_more)

    def show_record(self, record: Record) -> None:
        """Show the sequences of a record, from the top."""
        self._record, self._follows_end = record, False
        self._make_blocks()
        self._scroll_home(0)
        self.setAccessibleDescription(self.text()[:2000])

    def show_more(self, record: Record) -> None:
        """Show the same call with more text.

        The view follows the end of a single text, or of the last window of a recording, unless the
        user scrolled or selected something.
        """
        self._record = record
        self._follows_end = len(record.sequences) == 1 or bool(record.request.audio)
        self._make_blocks(is_renewed=True)

    def _scroll_home(self, value: int) -> None:
        self.verticalScrollBar().setValue(value)
        self._home = self.verticalScrollBar().value()

    def _end_of_text(self) -> int:
        """Return the scroll position that shows the end of the last text, in pixels."""
        block = self._blocks[-1]
        count = block.layers[Layer.TEXT].count
        y = self._tops[len(self._blocks) - 1] + block.point_of(Layer.TEXT, count).y()
        return int(y + 2 * self.line_height()) - self.viewport().height()

    def _make_blocks(self, *, is_renewed: bool = False) -> None:
        if self._record is None:
            return
        record, many = self._record, len(self._record.sequences) > 1
        self._blocks = [
            SequenceBlock(
                self._heading(record, index) if many else "",
                self.tr("pad"),
                sequence,
                self.font(),
                self._metrics,
            )
            for index, sequence in enumerate(record.sequences)
        ]
        (self.selecting.renew if is_renewed else self.selecting.begin)(self._blocks)
        self._start_layout()

    def read_place(self) -> object:
        """Return selection and scroll position if the user selected or scrolled, else ``None``."""
        selection, value = self.selecting.selection, self.verticalScrollBar().value()
        return (selection, value) if selection or value != self._home else None

    def text(self) -> str:
        """Return the texts of all sequences, an empty line between two of them."""
        return "\n\n".join(block.sequence.text for block in self._blocks)

    def tokens(self) -> list[Token]:
        """Return the tokens of all sequences, in the order of the view."""
        return [token for block in self._blocks for token in block.sequence.tokens]

    def all_text(self) -> str:
        return self.text()

    def scroll_to_end(self) -> None:
        """Show the end of the last sequence."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    @Slot()
    def copy_text(self) -> None:
        """Put the texts of all sequences on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    # ------------------------------------------------------------------ places

    def layer_and_place_at(self, at: QPoint, layer: Layer | None) -> tuple[Layer, Place] | None:
        if not self._laid_out:
            return None
        y = at.y() + self.verticalScrollBar().value()
        number = min(bisect_right(self._tops, y), self._laid_out) - 1
        block, top = self._blocks[max(0, number)], self._tops[max(0, number)]
        found = block.layer_at(y - top) if layer is None else layer
        return found, Place(max(0, number), block.place_at(found, at.x() - _MARGIN, y - top))

    def show_caret(self) -> None:
        caret = self.selecting.selection.caret
        if caret.block < self._laid_out:
            block = self._blocks[caret.block]
            y = self._tops[caret.block]
            y += block.point_of(self.selecting.selection.layer, caret.place).y()
            bar, line = self.verticalScrollBar(), self.line_height()
            lowest = int(y + line - self.viewport().height())
            bar.setValue(max(min(bar.value(), int(y - line)), lowest))
        self.viewport().update()

    def line_height(self) -> float:
        return self._metrics.line_height

    # ------------------------------------------------------------------ layout

    def _start_layout(self) -> None:
        self._laid_out = 0
        self._tops = []
        self._lay_out_more()

    @Slot()
    def _lay_out_more(self) -> None:
        deadline = perf_counter() + _SLICE_S
        width = max(60, self.viewport().width() - 2 * _MARGIN)
        while self._laid_out < len(self._blocks):
            self._blocks[self._laid_out].lay_out(width)
            self._laid_out += 1
            if perf_counter() > deadline:
                self._timer.start()
                break
        heights = [block.height + _BLOCK_GAP for block in self._blocks[: self._laid_out]]
        self._tops = list(accumulate(heights, initial=float(_MARGIN)))
        self._set_scroll_range()
        self.viewport().update()

    def _set_scroll_range(self) -> None:
        total = self._tops[-1]
        missing = len(self._blocks) - self._laid_out
        if missing:
            total += missing * total / max(1, self._laid_out)
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        is_at_home = bar.value() == self._home and not self.selecting.selection
        bar.setPageStep(page)
        bar.setSingleStep(int(self._metrics.line_height))
        bar.setRange(0, max(0, int(total) - page))
        if self._follows_end and is_at_home and self._laid_out == len(self._blocks):
            self._scroll_home(self._end_of_text())

    # ------------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._start_layout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._metrics = ChipMetrics(self.font())
            self._make_blocks()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highlight = self.palette().color(QPalette.ColorRole.Highlight)
        highlighted = self.palette().color(QPalette.ColorRole.HighlightedText)
        of_theme = is_dark(self.palette())
        base = Ink(
            text=self.palette().color(QPalette.ColorRole.Text),
            heading=self.palette().color(QPalette.ColorRole.PlaceholderText),
            chip=partial(self.scores.chip_colors, 0, of_theme),
            selected=ChipColors(highlight, highlight, highlighted),
        )
        has_caret = self.hasFocus()
        scroll = self.verticalScrollBar().value()
        top, bottom = scroll + event.rect().top(), scroll + event.rect().bottom() + 1
        for number, y in enumerate(self._tops[: self._laid_out]):
            block = self._blocks[number]
            if y > bottom or y + block.height < top:
                continue
            painter.save()
            painter.translate(_MARGIN, y - scroll)
            marks = partial(self.selecting.marks, number, has_caret=has_caret)
            ink = replace(base, chip=partial(self.scores.chip_colors, number, of_theme))
            block.paint(painter, top - y, bottom - y, ink, marks)
            painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tooltip = tooltip_of(self.tooltip_at(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        block = self._block_at(event.pos())
        clipboard = QGuiApplication.clipboard()
        if self.selecting.selection:
            menu.addAction(self.tr("Copy selection")).triggered.connect(self.copy)
        if block is not None and len(self._blocks) > 1:
            one = menu.addAction(self.tr("Copy this text"))
            one.triggered.connect(partial(clipboard.setText, block[0].sequence.text))
        if block is not None:
            ids = " ".join(str(token.id) for token in block[0].sequence.tokens)
            numbers = menu.addAction(self.tr("Copy these token ids"))
            numbers.triggered.connect(partial(clipboard.setText, ids))
        if self.scores.sequences is not None:
            scores = scores_as_json(self.scores.sequences)
            as_json = menu.addAction(self.tr("Copy probabilities (JSON)"))
            as_json.triggered.connect(partial(clipboard.setText, scores))
        menu.addAction(self.tr("Copy all text")).triggered.connect(self.copy_text)
        menu.addAction(self.tr("Select all")).triggered.connect(self.select_all)
        menu.popup(event.globalPos())

    def tooltip_at(self, position: QPoint) -> str:
        """Return the tooltip at a point of the viewport, empty if there is no chip."""
        block = self._block_at(position)
        chip = block and block[0].chip_at(position.x() - _MARGIN, block[1])
        if not block or not chip:
            return ""
        token, first = chip.token, chip.first + 1
        roles = {
            TokenRole.PADDING: self.tr("padding"),
            TokenRole.PROMPT: self.tr("prompt"),
            TokenRole.NEW: self.tr("generated"),
            TokenRole.END: self.tr("end of text"),
        }
        tokens = (
            self.tr("token {0}").format(first)
            if chip.count == 1
            else self.tr("tokens {0} to {1}").format(first, chip.first + chip.count)
        )
        what = self.tr("id {0:,} · {1} · {2}").format(token.id, repr(token.text), roles[token.role])
        score = self.scores.sentence(self._blocks.index(block[0]), chip.first)
        return "\n".join(filter(None, (f"{tokens} · {what}", score)))

    def _block_at(self, position: QPoint) -> tuple[SequenceBlock, float] | None:
        """Return the block at a point of the viewport and the point's distance from the block's
        top, in pixels.
        """
        y = position.y() + self.verticalScrollBar().value()
        for block, top in zip(self._blocks[: self._laid_out], self._tops, strict=False):
            if top <= y < top + block.height:
                return block, y - top
        return None

    def _heading(self, record: Record, index: int) -> str:
        sequence = record.sequences[index]
        of_prompt = [s for s in record.sequences if s.prompt_index == sequence.prompt_index]
        tokens = self.tr("{0} new tokens").format(sequence.new_tokens)
        if not sequence.is_speech:
            tokens = " · ".join((tokens, self.tr("no speech")))
        elif end := end_of(sequence.ended_by):
            tokens = f"{tokens} · {end}"
        if record.request.audio:
            return self.tr("Window {0} · {1}").format(sequence.prompt_index + 1, tokens)
        if len(of_prompt) == 1:
            return self.tr("Prompt {0} · {1}").format(sequence.prompt_index + 1, tokens)
        number = next(i for i, s in enumerate(of_prompt, start=1) if s is sequence)
        return self.tr("Prompt {0}, sequence {1} of {2} · {3}").format(
            sequence.prompt_index + 1, number, len(of_prompt), tokens
        )
