"""Sentences that deserve to be read, one at a time, without stopping anybody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QToolButton, QWidget

from ...state.notices import Notices
from ...style.icons import icon
from ...widgets.plain_label import PlainLabel, make_selectable

#: Long enough to read: a floor, and time for each character (about 15 of them a second).
_SHORTEST_MS = 8_000
_MS_PER_CHARACTER = 70
_MAX_WIDTH = 620


class NoticeBanner(QFrame):
    """Lies over the lower edge of its parent, so that nothing moves when it comes and goes.

    It leaves after a while, not while the pointer rests on it or some of it is selected, or when it
    is dismissed.
    """

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice_banner")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._unread = notices.unread
        self._text = PlainLabel(parent=self)
        self._text.setObjectName("notice_text")
        self._text.setWordWrap(True)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        make_selectable(self._text, by_tab=True)
        self._dismiss = QToolButton(self)
        self._dismiss.setObjectName("dismiss_notice")
        self._dismiss.setAutoRaise(True)
        self._dismiss.setToolTip(self.tr("Dismiss"))
        self._dismiss.setAccessibleName(self.tr("Dismiss the notice"))
        self._dismiss.setIcon(icon("close", self.palette()))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 6, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        self._dismiss.clicked.connect(self._show_next)
        notices.added.connect(self._on_notice_added)
        self._area = parent
        parent.installEventFilter(self)
        for dock in parent.findChildren(QDockWidget):
            dock.installEventFilter(self)
        self._show_first()  # what a window in another language had not shown to its end

    @Slot()
    def _on_notice_added(self) -> None:
        if self.isHidden():
            self._show_first()

    @Slot()
    def _on_timeout(self) -> None:
        if self._text.hasSelectedText():  # somebody is about to copy it
            self._timer.start(_SHORTEST_MS)
        else:
            self._show_next()

    @Slot()
    def _show_next(self) -> None:
        self._unread.popleft()
        self._show_first()

    def _show_first(self) -> None:
        if not self._unread:
            self._timer.stop()
            self.hide()
            return
        sentence = self._unread[0]
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(_SHORTEST_MS, len(sentence) * _MS_PER_CHARACTER))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.ZOrderChange:
            # A dock selects its tab only if it is the topmost child while it handles this
            # event, so the banner is raised afterwards.
            QTimer.singleShot(0, self, self.raise_)
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.isHidden():  # as it is if the click that dismissed it ends here
            self._timer.start(_SHORTEST_MS // 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dismiss.setIcon(icon("close", self.palette()))

    def _place(self) -> None:
        area = self._area.rect()
        width = min(_MAX_WIDTH, area.width() - 40)
        height = self.heightForWidth(width)  # which counts the frame in, the layout's does not
        self.setGeometry((area.width() - width) // 2, area.height() - height - 40, width, height)
