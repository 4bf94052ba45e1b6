"""Which series the user hid. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable

from ....core.call.specialization import SpecializationKey


class SeriesChoice:
    """Series are shown unless they were hidden; a new one always is."""

    def __init__(self) -> None:
        self._hidden: set[SpecializationKey] = set()

    def is_hidden(self, key: SpecializationKey) -> bool:
        """Return whether a series was hidden."""
        return key in self._hidden

    def toggle(self, key: SpecializationKey) -> None:
        """Hide a series, or show it again."""
        self._hidden ^= {key}

    def isolate(self, key: SpecializationKey, every: Iterable[SpecializationKey]) -> None:
        """Hide every series but one; show all again if it is the only one that is shown."""
        others = {other for other in every if other != key}
        is_alone = others <= self._hidden and key not in self._hidden
        self._hidden = set() if is_alone else others

    def show_all(self) -> None:
        """Hide none."""
        self._hidden.clear()
