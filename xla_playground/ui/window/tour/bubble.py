"""The bubble of the tour, beside the ring around its control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...style.focus_ring import FocusRing

_WIDTH, _GAP, _MARGIN = 320, 8, 12
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Bubble(QFrame):
    """Says the text of a step, and follows the ring.

    *Signals:*
        back_clicked (), next_clicked (), skip_clicked ().
    """

    back_clicked = Signal()
    next_clicked = Signal()
    skip_clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_bubble")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setAccessibleName(self.tr("Tour"))
        self._ring: FocusRing | None = None
        self._text = QLabel(self)
        self._text.setObjectName("tour_text")
        self._text.setWordWrap(True)
        self._text.setOpenExternalLinks(True)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._place = QLabel(self)
        self._place.setObjectName("tour_place")
        self._place.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._skip = self._button("tour_skip", self.tr("Skip"), self.tr("End the tour (Esc)"))
        self._back = self._button("tour_back", self.tr("Back"), self.tr("The step before"))
        self._next = self._button("tour_next", self.tr("Next"), self.tr("The next step"))
        self._skip.clicked.connect(self.skip_clicked)
        self._back.clicked.connect(self.back_clicked)
        self._next.clicked.connect(self.next_clicked)
        bar = QHBoxLayout()
        bar.addWidget(self._place)
        bar.addStretch(1)
        for button in (self._skip, self._back, self._next):
            bar.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self._text)
        column.addLayout(bar)
        window.installEventFilter(self)
        self.hide()

    def _button(self, name: str, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tooltip)
        button.setAutoDefault(True)  # Enter presses it
        return button

    def say(self, html: str, number: int, count: int, ring: FocusRing | None) -> None:
        """Say a step, from 0, beside a ring, or in the middle of the window without one."""
        self._ring = ring
        self._text.setText(html)
        self._place.setText(self.tr("{0} of {1}").format(number + 1, count))
        self._back.setEnabled(number > 0)
        self._next.setText(self.tr("Done") if number + 1 == count else self.tr("Next"))
        if ring is not None:
            ring.installEventFilter(self)
        self.show()
        self.place()

    def focus_next(self) -> None:
        """Give the keyboard to the button that leads on."""
        self._next.setFocus()

    def place(self) -> None:
        """Stand where the ring leaves the most room, within the window."""
        room = self.window().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        width = min(max(_WIDTH, self.minimumSizeHint().width()), room.width())
        size = QSize(width, self._column.totalHeightForWidth(width))
        self.setGeometry(QRect(self._corner(room, size), size))
        self.raise_()

    def _corner(self, room: QRect, size: QSize) -> QPoint:
        if self._ring is None or self._ring.isHidden():
            return room.center() - QPoint(size.width() // 2, size.height() // 2)
        spoken_of = self._ring.geometry().adjusted(-_GAP, -_GAP, _GAP, _GAP)
        right, bottom = spoken_of.right() + 1, spoken_of.bottom() + 1
        beside = [
            QPoint(right, spoken_of.top()),
            QPoint(spoken_of.left() - size.width(), spoken_of.top()),
        ]
        over = [
            QPoint(spoken_of.left(), bottom),
            QPoint(spoken_of.left(), spoken_of.top() - size.height()),
        ]
        is_bar = spoken_of.height() < size.height()  # what stands beside it is covered last
        corners = over + beside if is_bar else beside + over
        places = [_moved_into(room, QRect(corner, size)) for corner in corners]
        return next((p for p in places if not p.intersects(spoken_of)), places[0]).topLeft()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.isVisible():
            self.place()
        return False


def _moved_into(room: QRect, place: QRect) -> QRect:
    x = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    y = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QRect(QPoint(x, y), place.size())
