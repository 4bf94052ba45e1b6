"""How a user arranged a table."""

from __future__ import annotations

from pydantic import Field

from ..frozen import Frozen


class TableLayout(Frozen):
    """A user's changes to a table's layout; columns are numbered in the program's order.

    Attributes:
        columns: how many columns the table had; a layout of another number is ignored.
        widths: of the columns that were dragged, in heights of a line, so that they follow the
            font.
        order: the columns from left to right; empty unless one was moved.
        shown: columns that are never hidden for want of room, since the user chose them.
        hidden: columns that the user does not want.
        sorted_by: the column that the rows are sorted by, -1 for the order of the program.
        is_descending: whether the largest is on top.
    """

    columns: int
    widths: dict[int, float] = Field(default_factory=dict)
    order: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()
    sorted_by: int | None = None
    is_descending: bool = False

    def fits(self, columns: int) -> bool:
        """Return whether it is consistent and of a table with so many columns."""
        numbers = range(columns)
        return (
            self.columns == columns
            and all(number in numbers and 0 < w < 1000 for number, w in self.widths.items())
            and set(self.shown + self.hidden) <= set(numbers)
            and len(set(self.hidden)) < columns
            and (not self.order or sorted(self.order) == list(numbers))
            and (self.sorted_by is None or self.sorted_by in range(-1, columns))
        )
