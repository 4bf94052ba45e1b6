"""How large texts, tables and plots are, beside the size of the application's font."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

#: What is zoomed, by the names of classes; whatever is in one of them, too. Controls are not: they
#: follow the font of the application, and at 200 % they would not fit into a window of 900 pixels.
ZOOMED = ("OutputPanel", "PlainEdit", "TableView", "HistoryPlot", "ClipPlot")
#: Buttons in what is zoomed.
NOT_ZOOMED = ("ViewSwitch", "ExportButton")
#: Steps of a browser.
LEVELS = (50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200)


class Zoom(QObject):
    """Sets the font of every widget of some classes, of those that are made later, too.

    *Attributes:*
        percent: of the application's font.

    *Signals:*
        changed (): another size was chosen.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, percent: int = 100, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self.percent = percent
        self._font = QFont()
        self.follow_font()

    @Slot()
    def zoom_in(self) -> None:
        """Take the next larger size."""
        self._set_percent(next((level for level in LEVELS if level > self.percent), LEVELS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """Take the next smaller size."""
        smaller = (level for level in reversed(LEVELS) if level < self.percent)
        self._set_percent(next(smaller, LEVELS[0]))

    @Slot()
    def reset(self) -> None:
        """Take the size of the application's font."""
        self._set_percent(100)

    @Slot()
    def follow_font(self) -> None:
        """Set the fonts again: Qt forgets those of classes if the application's font changes."""
        font = QFont(self._application.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * self.percent / 100)
        else:  # a font given in pixels
            font.setPixelSize(max(1, round(font.pixelSize() * self.percent / 100)))
        for name in ZOOMED:
            if self._application.font(name) != font:  # type: ignore[call-overload]  # the stubs want bytes, which fail
                self._application.setFont(font, name)  # type: ignore[arg-type]  # bytes fail
        own = QFont()  # no copy of the application's, which Qt takes for none of the class's own
        own.fromString(self._application.font().toString())
        for name in NOT_ZOOMED:
            self._application.setFont(own, name)  # type: ignore[arg-type]  # bytes fail

    def _set_percent(self, percent: int) -> None:
        if percent != self.percent:
            self.percent = percent
            self.follow_font()
            self.changed.emit()
