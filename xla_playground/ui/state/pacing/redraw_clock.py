"""Limit how often views follow the calls: at most five times a second."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

#: Least time between two redraws. Records arrive faster than anyone can see.
REDRAW_INTERVAL_MS = 200


class RedrawClock(QObject):
    """Turns any number of ``mark_dirty`` into few redraws.

    The first mark after a pause redraws at once, so that a single call shows without delay. The log
    of calls has one for all views; a plot has its own, which also waits while it is hidden.

    *Attributes:*
        is_dirty: whether a redraw is due.

    *Signals:*
        redraw_due (): draw now; the mark is cleared.
    """

    redraw_due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_dirty = True
        self._is_active = False
        self._since_redraw = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.redraw_now)

    @Slot()
    def mark_dirty(self) -> None:
        """Mark the drawing as out of date and schedule a redraw."""
        self.is_dirty = True
        self._schedule()

    @Slot()
    def redraw_now(self) -> None:
        """Emit ``redraw_due`` without a wait, in the place of a redraw that is scheduled."""
        self._timer.stop()
        self.is_dirty = False
        self.redraw_due.emit()
        self._since_redraw.restart()

    def set_active(self, is_active: bool) -> None:
        """Start or stop redrawing; marks of an inactive clock are kept."""
        self._is_active = is_active
        if is_active:
            self._schedule()
        else:
            self._timer.stop()

    def _schedule(self) -> None:
        if not self.is_dirty or not self._is_active or self._timer.isActive():
            return
        self._timer.start(self.wait_ms())

    def wait_ms(self) -> int:
        """Return how long the next redraw must wait, in ms."""
        if not self._since_redraw.isValid():
            return 0
        return max(0, REDRAW_INTERVAL_MS - self._since_redraw.elapsed())
