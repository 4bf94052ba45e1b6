"""Why calls missed the cache or failed, as far as their records went by."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ...core.call.record import Cache, Record


class CallReasons:
    """Keeps one sentence of each record that was added or looked at.

    A summary does not hold it, and reading a record from the disk for every hover would be slow.
    """

    def __init__(self) -> None:
        self._reasons: dict[int, str] = {}

    def reason(self, call: int) -> str | None:
        """Return why a call failed or was not in memory, ``None`` if unknown."""
        return self._reasons.get(call)

    def take(self, record: Record) -> None:
        """Remember a record's error or its reason for a cache miss."""
        if record.error_text:
            self._reasons[record.call] = record.error_text
        elif record.reason_text:
            self._reasons[record.call] = self._why(record).format(reason=record.reason_text)

    @staticmethod
    def _why(record: Record) -> str:
        if record.cache is Cache.DISK:
            return QCoreApplication.translate("CallReasons", "not in memory because: {reason}")
        return QCoreApplication.translate("CallReasons", "new because: {reason}")

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """Give calls other numbers."""
        self._reasons = {numbers.get(call, call): reason for call, reason in self._reasons.items()}

    def clear(self) -> None:
        """Forget every call."""
        self._reasons.clear()
