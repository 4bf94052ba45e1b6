"""What is remembered of a window: geometry, docks, tables, plots, theme and zoom."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Slot
from PySide6.QtWidgets import QMainWindow

from ...plots.shared.shown_calls import ShownCalls
from ...session import Session
from ...style.theme import ThemeSwitch
from .docks import Docks
from .large_page import LargePage
from .zoom import Zoom

#: To be raised when a dock is added: Qt would put it somewhere into a layout without it.
LAYOUT_VERSION = 4
_FIRST_SIZE = QSize(1280, 800)
#: Room for the title bar, whose size is known only when the window is shown.
_FRAME = QSize(0, 32)


class WindowState(QObject):
    """Brings a window back as it was left, and has it saved as it is."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        docks: Docks,
        large: LargePage,
        zoom: Zoom,
        theme: ThemeSwitch,
        shown: ShownCalls,
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._zoom, self._theme = window, docks, zoom, theme
        self._large, self._shown = large, shown
        self._saver, self._layouts = session.saver, session.table_layouts
        self._saver.saving.connect(self._on_saving)
        for arranged in (zoom.changed, self._layouts.changed, shown.changed):
            arranged.connect(self._saver.save_soon)

    def restore(self) -> None:
        """Restore size, place and docks, which are as at a first start if none are saved."""
        window, settings = self._window, self._saver.settings
        if not window.restoreGeometry(_bytes_of(settings.geometry)):
            window.resize(_FIRST_SIZE.boundedTo(window.screen().availableSize() - _FRAME))
        if not window.restoreState(_bytes_of(settings.dock_state), LAYOUT_VERSION):
            self._docks.arrange()

    def watch(self) -> None:
        """From now on save the window a while after it or a dock was moved or resized."""
        self._window.installEventFilter(self)
        for dock in self._docks.by_name.values():
            dock.installEventFilter(self)
            for moved in (dock.dockLocationChanged, dock.topLevelChanged, dock.visibilityChanged):
                moved.connect(self._saver.save_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_move = event.type() == QEvent.Type.Move and watched is self._window
        if is_move or event.type() == QEvent.Type.Resize:
            self._saver.save_soon()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_saving(self) -> None:
        self._saver.remember(
            geometry=_text_of(self._window.saveGeometry()),
            dock_state=_text_of(self._large.state()),
            theme=self._theme.theme,
            zoom_percent=self._zoom.percent,
            tables=dict(self._layouts.by_name),
            plots=self._shown.settings,
        )


def _bytes_of(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return QByteArray()  # which Qt refuses


def _text_of(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")
