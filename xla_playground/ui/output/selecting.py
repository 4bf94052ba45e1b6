"""Change a selection by places, characters, words, lines, sequences, or all."""

from __future__ import annotations

from collections.abc import Sequence

from .selection import Layer, Place, Selection
from .sequence_block import SequenceBlock
from .tokens.ink import Marks


class Selecting:
    """The selection in some sequences, which are laid out.

    *Attributes:*
        selection: the selected part.
    """

    def __init__(self) -> None:
        self.selection = Selection()
        self._blocks: Sequence[SequenceBlock] = ()

    def begin(self, blocks: Sequence[SequenceBlock]) -> None:
        """Show other sequences, with nothing selected."""
        self._blocks, self.selection = blocks, Selection()

    def renew(self, blocks: Sequence[SequenceBlock]) -> None:
        """Replace the blocks by those of longer texts.

        Keep the selection if every text continues its old one.
        """
        grown = len(blocks) == len(self._blocks) and all(
            new.sequence.text.startswith(old.sequence.text)
            for old, new in zip(self._blocks, blocks, strict=True)
        )
        kept = self.selection if grown else Selection()
        self._blocks, self.selection = blocks, kept

    def put(self, layer: Layer, caret: Place) -> None:
        """Select nothing, with the caret at a place."""
        self.selection = Selection(layer, caret, caret)

    def extend_to(self, caret: Place) -> None:
        """Move the caret's end of the selection."""
        self.selection = Selection(self.selection.layer, self.selection.anchor, caret)

    def select_word(self, layer: Layer, at: Place) -> None:
        """Select a word or a chip."""
        start, end = self._blocks[at.block].layers[layer].word_at(at.place)
        self.selection = Selection(layer, Place(at.block, start), Place(at.block, end))

    def select_all(self, block: int | None = None) -> None:
        """Select a sequence or all of them, in the layer of the caret."""
        if not self._blocks:
            return
        layer = self.selection.layer
        first, last = (0, len(self._blocks) - 1) if block is None else (block, block)
        end = self._blocks[last].layers[layer].count
        self.selection = Selection(layer, Place(first, 0), Place(last, end))

    def step(self, *, is_forward: bool, is_word: bool, is_extending: bool) -> None:
        """Move the caret by a character, a word or a chip; past the end into the next sequence."""
        caret, layer = self.selection.caret, self.selection.layer
        if not self._blocks:
            return
        part = self._blocks[caret.block].layers[layer]
        place = part.step(caret.place, is_forward=is_forward, is_word=is_word)
        if place != caret.place:
            self._move(layer, Place(caret.block, place), is_extending=is_extending)
            return
        # the end of a layer: go to the sequence's other layer unless a selection grows
        following = caret.block * 2 + layer + (1 if is_forward else -1)
        if is_extending:
            following += 1 if is_forward else -1
        block, number = divmod(following, 2)
        if 0 <= block < len(self._blocks):
            end = self._blocks[block].layers[Layer(number)].count
            target = Place(block, 0 if is_forward else end)
            self._move(Layer(number), target, is_extending=is_extending)

    def step_line(self, height: float, *, is_forward: bool) -> None:
        """Extend the selection by one line of ``height`` pixels, up or down."""
        if not self._blocks:
            return
        caret, layer = self.selection.caret, self.selection.layer
        at = self._blocks[caret.block].point_of(layer, caret.place)
        y = at.y() + (height if is_forward else -height)
        place = self._blocks[caret.block].place_at(layer, at.x(), y)
        block = caret.block
        if place == caret.place:
            block += 1 if is_forward else -1
            if not 0 <= block < len(self._blocks):
                return
            place = 0 if is_forward else self._blocks[block].layers[layer].count
        self.extend_to(Place(block, place))

    def go_to_end(self, *, is_forward: bool, is_extending: bool) -> None:
        """Move the caret to the beginning or the end of everything."""
        if not self._blocks:
            return
        layer = self.selection.layer
        block = len(self._blocks) - 1 if is_forward else 0
        place = self._blocks[block].layers[layer].count if is_forward else 0
        self._move(layer, Place(block, place), is_extending=is_extending)

    def text(self) -> str:
        """Return the selected text, an empty line between two sequences."""
        layer = self.selection.layer
        parts = []
        for block in self.selection.blocks():
            part = self._blocks[block].layers[layer]
            parts.append(part.part(*self.selection.part_of(block, part.count)))
        return "\n\n".join(parts)

    def marks(self, block: int, layer: Layer, count: int, *, has_caret: bool) -> Marks:
        """Return the marks of a layer of a sequence, for painting."""
        if layer is not self.selection.layer:
            return Marks()
        caret = self.selection.caret
        is_here = has_caret and caret.block == block
        return Marks(*self.selection.part_of(block, count), caret.place if is_here else None)

    def _move(self, layer: Layer, caret: Place, *, is_extending: bool) -> None:
        if is_extending:
            self.extend_to(caret)
        else:
            self.put(layer, caret)
