"""The colours of a sequence, and the marked part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor

from ....core.call.record import TokenRole
from .token_colors import ChipColors


@dataclass(frozen=True)
class Ink:
    """The colours that a sequence is painted in.

    Attributes:
        chip: returns the colours of a token by its place in the sequence and its role.
    """

    text: QColor
    heading: QColor
    chip: Callable[[int, TokenRole], ChipColors]
    selected: ChipColors


@dataclass(frozen=True)
class Marks:
    """The selected part of a paragraph or of a row of chips, and the caret in it.

    Attributes:
        start, end: of the selected part, in UTF-16 units or chips; equal if nothing is.
        caret: ``None`` if it is not shown here.
    """

    start: int = 0
    end: int = 0
    caret: int | None = None
