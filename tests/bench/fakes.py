"""What sides of a bench that answer at once have in common."""

from __future__ import annotations

from typing import Self


class Instant:
    """A side that starts, settles and ends at once."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def settle(self) -> None:
        pass
