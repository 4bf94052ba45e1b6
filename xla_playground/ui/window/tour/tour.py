"""The tour of the window: at the first start, and from the menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from ...state.settings_saver import SettingsSaver
from ...style.focus_ring import FocusRing
from ...style.sight import bring_to_front, scroll_into_sight
from ...text.terms import with_terms
from .bubble import Bubble
from .steps import STEPS


class Tour(QObject):
    """Leads through the steps; everything else can be used meanwhile."""

    def __init__(self, window: QMainWindow, saver: SettingsSaver, cancel: QAction) -> None:
        """Create the tour; Escape ends it, but first the call that ``cancel`` gives up."""
        super().__init__(window)
        self._window, self._saver, self._cancel = window, saver, cancel
        self._number = 0
        self._ring: FocusRing | None = None
        self._bubble = Bubble(window)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.activated.connect(self.end)
        self._bubble.back_clicked.connect(self._on_back)
        self._bubble.next_clicked.connect(self._on_next)
        self._bubble.skip_clicked.connect(self.end)
        cancel.changed.connect(self._take_escape)
        self._take_escape()

    @Slot()
    def offer(self) -> None:
        """Begin at the first start; the keyboard stays where it is."""
        if not self._saver.settings.has_seen_tour:
            self._show(0)

    @Slot()
    def begin(self) -> None:
        """Begin with the first step, with the keyboard at the button that leads on."""
        self._show(0)
        self._bubble.focus_next()

    @Slot()
    def end(self) -> None:
        """Take the bubble away, and remember that the tour was seen."""
        self._take_ring_off()
        self._bubble.hide()
        self._take_escape()
        self._saver.remember(has_seen_tour=True)
        self._saver.save_soon()

    def _show(self, number: int) -> None:
        self._number = number
        self._take_ring_off()
        step = STEPS[number]
        target = self._window.findChild(QWidget, step.target)
        if isinstance(target, QWidget):
            bring_to_front(target)
            scroll_into_sight(target)
            self._ring = FocusRing(target)
            self._ring.setObjectName("tour_ring")
        text = QCoreApplication.translate("tour", str(step.text))
        self._bubble.say(with_terms(text), number, len(STEPS), self._ring)
        self._take_escape()

    def _take_ring_off(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None:
            ring.take_off()

    @Slot()
    def _on_back(self) -> None:
        self._show(max(self._number - 1, 0))

    @Slot()
    def _on_next(self) -> None:
        if self._number + 1 < len(STEPS):
            self._show(self._number + 1)
        else:
            self.end()

    @Slot()
    def _take_escape(self) -> None:
        self._escape.setEnabled(self._bubble.isVisible() and not self._cancel.isEnabled())
