"""End sequences at stop strings, which are searched on the host after each block."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import numpy as np

from .stream import Block


class StopStrings:
    """Ends the sequences of one run after the token that completes a stop string.

    It follows ``StopStringCriteria`` of Transformers, but only in the generated text. Each token is
    checked once and by itself, so that the end does not depend on the blocks.
    """

    def __init__(
        self,
        text: Callable[[list[int]], str],
        strings: Sequence[str],
        start: int,
        ends: Collection[int],
    ) -> None:
        """Initialize for outputs that begin with ``start`` tokens each.

        Args:
            text: returns the text of token ids, special tokens left out.
            ends: tokens that end a text; empty if there is no end.
        """
        self._text = text
        self._strings = strings
        self._start = start
        self._ends = ends
        self._looked_at: dict[int, int] = {}
        self._stops: dict[int, int] = {}

    def applied(self, block: Block) -> Block:
        """Return the block; sequences with a stop string are cut after it."""
        known, is_growing = block.known.copy(), block.is_growing.copy()
        is_stopped = np.zeros(len(known), bool)
        for row in range(len(known)):
            stop = self._stop(row, block.output[row, self._start : known[row]].tolist())
            if stop is not None:
                known[row], is_growing[row], is_stopped[row] = self._start + stop, False, True
        return replace(block, known=known, is_growing=is_growing, is_stopped=is_stopped)

    def _stop(self, row: int, ids: list[int]) -> int | None:
        """Return a row's number of new tokens up to a stop string, ``None`` if it has none yet."""
        if row in self._stops:
            return self._stops[row]
        first = self._looked_at.get(row, 0)
        for count in range(first + 1, len(ids) + 1):
            if ids[count - 1] in self._ends:
                break
            text = self._text(ids[:count])
            if any(string in text for string in self._strings):
                self._stops[row] = count
                return count
        self._looked_at[row] = len(ids)
        return None
