"""The mouse over a plot: what it hovers, clicks and opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolTip

from ....core.history.call_summary import CallSummary
from ...state.call_log import CallLog

#: A tooltip stays while the mouse rests; Qt would take it away after ten seconds.
_A_DAY_MS = 86_400_000


class PlotMouse(QObject):
    """Tells what is known of the call under the mouse, highlights its specialization, selects it.

    The right button opens the plot's menu unless it is dragged.

    *Attributes:*
        hovered_call: the number of the call under the mouse, ``None`` if there is none.

    *Signals:*
        double_clicked (): the left button was, anywhere.
    """

    double_clicked = Signal()

    def __init__(
        self,
        graphics: Any,
        view: Any,
        log: CallLog,
        menu: QMenu,
        call_at: Callable[[QPointF], int | None],
        tooltip: Callable[[CallSummary], str],
    ) -> None:
        """Watch the mouse over a graphics view with one ``ViewBox``.

        ``call_at`` returns the call that is drawn at a point of the view, ``tooltip`` what is told
        of it.
        """
        super().__init__(graphics)
        self._graphics, self._view, self._log, self._menu = graphics, view, log, menu
        self._call_at, self._tooltip = call_at, tooltip
        self.hovered_call: int | None = None
        graphics.scene().sigMouseMoved.connect(self._on_moved)
        graphics.scene().sigMouseClicked.connect(self._on_clicked)
        graphics.viewport().installEventFilter(self)

    def forget(self) -> None:
        """Hover nothing until the mouse moves again."""
        self._hover(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        elif event.type() == QEvent.Type.ToolTip and self.hovered_call is not None:
            return True  # items have no tooltips: the scene would hide the one that is shown
        return super().eventFilter(watched, event)

    @Slot(object)
    def _on_moved(self, at: QPointF) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._hover(self._call_under(at), at)

    def _hover(self, call: int | None, at: QPointF | None = None) -> None:
        if call == self.hovered_call:
            return
        self.hovered_call = call
        summary = None if call is None else self._log.summary(call)
        shape = Qt.CursorShape.ArrowCursor if call is None else Qt.CursorShape.PointingHandCursor
        self._graphics.viewport().setCursor(shape)
        self._log.hover(None if summary is None else self._log.key_of(summary))
        if summary is None or at is None:
            QToolTip.hideText()
            return
        corner = self._graphics.mapToGlobal(self._graphics.mapFromScene(at))
        rect = self._graphics.rect()
        QToolTip.showText(corner, self._tooltip(summary), self._graphics, rect, _A_DAY_MS)

    @Slot(object)
    def _on_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._menu.popup(event.screenPos().toPoint())
        elif event.button() != Qt.MouseButton.LeftButton:
            return
        elif event.double():
            self.double_clicked.emit()
        elif (call := self._call_under(event.scenePos())) is not None:
            self._log.select(call)

    def _call_under(self, at: QPointF) -> int | None:
        if not self._view.sceneBoundingRect().contains(at):
            return None
        return self._call_at(self._view.mapSceneToView(at))
