"""A page of the lower docks that fills the middle of the window for a while."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QMainWindow,
    QTabBar,
    QToolButton,
    QWidget,
)

from ...style.icons import icon
from .docks import Docks, is_in_front

#: More than any window is high: Qt gives what there is.
_ALL = 100_000
#: The largest height of a widget that has no limit.
_WIDGET_SIZE_MAX = 16_777_215
#: Of Qt's button that lets a dock float, beside which the one of this module stands.
_FLOAT_BUTTON = "qt_dockwidget_floatbutton"


class LargePage(QObject):
    """Lets a page take the place of the text and the plots, beside the panels at the left.

    A button in its title bar, a double click on that, or the action of the menu begin and end it;
    so does Escape, unless it cancels a call. The layout before comes back, with the page that is in
    front then; only that layout is saved.
    """

    def __init__(
        self, window: QMainWindow, docks: Docks, action: QAction, cancel: QAction, version: int
    ) -> None:
        """Create it; ``version`` is that of the saved layout."""
        super().__init__(window)
        self._window, self._docks, self._version = window, docks, version
        self._action, self._cancel = action, cancel
        self._before: QByteArray | None = None
        self._hidden: list[QDockWidget] = []
        self._sizes: dict[QDockWidget, QSize] = {}
        self._buttons = {dock: self._make_button(dock) for dock in docks.pages()}
        for dock in self._buttons:
            dock.installEventFilter(self)
            dock.visibilityChanged.connect(self._on_visibility_changed)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.activated.connect(self.leave)
        self._escape.activatedAmbiguously.connect(self.leave)
        cancel.changed.connect(self._take_escape)
        self._show_state()

    def state(self) -> QByteArray:
        """Return the layout of the window to save: that without a large page."""
        before = self._before
        return self._window.saveState(self._version) if before is None else before

    @Slot()
    def toggle(self) -> None:
        """Enlarge the page with the keyboard, else the one in front; or go back."""
        focused = QApplication.focusWidget()
        pages = [dock for dock in self._buttons if is_in_front(dock)]
        with_focus = [dock for dock in pages if focused and dock.isAncestorOf(focused)]
        page = next(iter([*with_focus, *pages]), None)
        if self._before is None and page is not None:
            self.enlarge(page)
        else:
            self.leave()

    def enlarge(self, page: QDockWidget) -> None:
        """Let a page fill the middle of the window."""
        if self._before is not None or page.isFloating():
            return
        window = self._window
        self._before = window.saveState(self._version)
        in_front = [dock for dock in self._docks.by_name.values() if is_in_front(dock)]
        self._sizes = {dock: dock.size() for dock in in_front}
        left, area = Qt.DockWidgetArea.LeftDockWidgetArea, window.dockWidgetArea(page)
        kept = {page, *window.tabifiedDockWidgets(page)}
        self._hidden = []
        for dock in self._docks.by_name.values():
            stays = dock in kept or (area != left and window.dockWidgetArea(dock) == left)
            if not stays and not dock.isFloating() and not dock.isHidden():
                self._hidden.append(dock)
                dock.hide()
        # not hidden: else the panels at the left take a part of its width
        window.centralWidget().setMaximumHeight(0)
        window.resizeDocks([page], [_ALL], Qt.Orientation.Vertical)
        self._show_state()

    @Slot()
    def leave(self) -> None:
        """Bring the layout before back; pages that were opened or closed since stay so."""
        if self._before is not None:
            self._before = None
            # Qt's restoreState would leave the old tab bars in sight
            self._window.centralWidget().setMaximumHeight(_WIDGET_SIZE_MAX)
            for dock in self._hidden:
                dock.show()
            for dock in self._sizes:
                if dock in self._hidden:
                    dock.raise_()
            docks, sizes = list(self._sizes), list(self._sizes.values())
            heights = [
                size.height() + self._tabs_height(dock) for dock, size in self._sizes.items()
            ]
            self._window.resizeDocks(docks, heights, Qt.Orientation.Vertical)
            widths = [size.width() for size in sizes]
            self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        self._show_state()

    def _tabs_height(self, dock: QDockWidget) -> int:
        """Return the height of the tabs above a dock, which Qt counts as a part of it."""
        if not self._window.tabifiedDockWidgets(dock):
            return 0
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return max((bar.height() for bar in bars if bar.isVisible()), default=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QDockWidget):
            if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
                is_on_title = event.position().y() < watched.widget().y()
                if is_on_title and not watched.isFloating():
                    self._on_clicked(watched)
                    return True
            elif event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._place(watched)
            elif event.type() == QEvent.Type.PaletteChange:
                self._show_state()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ buttons

    def _make_button(self, dock: QDockWidget) -> QToolButton:
        button = QToolButton(dock)
        button.setObjectName("enlarge_button")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as those beside it: there is a key
        button.clicked.connect(lambda: self._on_clicked(dock))
        return button

    def _on_clicked(self, dock: QDockWidget) -> None:
        if self._before is None:
            self.enlarge(dock)
        else:
            self.leave()

    def _place(self, dock: QDockWidget) -> None:
        """Put the button to the left of Qt's own in the title bar."""
        beside, button = dock.findChild(QAbstractButton, _FLOAT_BUTTON), self._buttons[dock]
        button.setVisible(beside is not None and not dock.isFloating())
        if isinstance(beside, QWidget):
            size = beside.height()
            button.setGeometry(beside.x() - size - 2, beside.y(), size, size)

    def _show_state(self) -> None:
        is_large = self._before is not None
        self._action.setChecked(is_large)
        text = self.tr("Back to the former size") if is_large else self.tr("Fill the middle")
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made = icon("reduce" if is_large else "enlarge", self._window.palette())
        for button in self._buttons.values():
            button.setIcon(made)
            button.setToolTip(f"{text} ({keys})")
            button.setAccessibleName(text)
        self._take_escape()

    @Slot()
    def _take_escape(self) -> None:
        self._escape.setEnabled(self._before is not None and not self._cancel.isEnabled())

    @Slot()
    def _on_visibility_changed(self) -> None:
        if self._before is not None and all(
            page.isHidden() or page.isFloating() for page in self._buttons
        ):
            self.leave()
