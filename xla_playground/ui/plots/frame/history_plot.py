"""What the plots over calls have in common: a clock, a view, a mouse, a theme, an export."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ....core.call.record import Record
from ....core.call.specialization import SpecializationKey
from ....core.history.call_summary import CallSummary
from ....core.history.export import calls_as_csv
from ....core.window.plot_settings import Scale
from ...state.call_log import CallLog
from ...state.notices import Notices
from ...state.pacing.redraw_clock import RedrawClock
from ...style.theme import is_dark
from ...widgets.empty_hint import EmptyHint
from ...widgets.export_button import ExportButton
from ..shared.colors import DataColors, data_colors
from ..shared.pyqtgraph_ import pg
from ..shared.shown_calls import ShownCalls, ViewMode
from .axes import CallAxis, DurationAxis
from .plot_export import scene_as_image, scene_as_png, scene_as_svg
from .plot_header import PlotHeader
from .plot_menu import PlotMenu
from .plot_mouse import PlotMouse
from .view_switch import ViewSwitch

#: Left and right of the header, and right of the buttons, together.
_HEADER_MARGINS = 34
#: A plot of fewer lines of text has axes without names, or a header of one line only.
_LINES_WITH_NAMES, _LINES_WITH_TWO_ROWS = 20, 10
#: The longest text of a tick, and what pyqtgraph puts around it, in pixels.
_LONGEST_TICK, _TICK_ROOM = "2,000 s", 12
#: The limits of a log axis, and the least that the mouse zooms to, in decades.
_LOG_LIMITS = {"yMin": 0.0, "yMax": 15.0, "minYRange": 0.02}
_LINEAR_LIMITS = {"yMin": -1e15, "yMax": 1e15, "minYRange": 1.0}


PictureT = TypeVar("PictureT")


class HistoryPlot(QWidget):
    """A plot of durations over call numbers; base of the two plots.

    It polls on its own clock: whatever happens in the log only marks it dirty. Both plots show the
    same calls: the latest ones, until the mouse zooms or drags a plot, and again once Follow is
    pressed or a plot is double-clicked; Fit shows all. A linear axis begins at 0, so the mouse
    zooms durations on a log axis only.

    A subclass makes its items once, and implements the methods below
    that raise ``NotImplementedError``.

    *Attributes:*
        plot: the pyqtgraph ``PlotItem``.
        menu: the menu of the right button.
    """

    def __init__(
        self,
        log: CallLog,
        notices: Notices,
        shown: ShownCalls,
        name: str,
        parent: QWidget | None,
    ) -> None:
        """Create the plot ``name``: ``phases`` or ``latency``."""
        super().__init__(parent)
        self.setObjectName(f"{name}_plot")
        self._log, self._notices, self._shown, self._name = log, notices, shown, name
        self._clock = RedrawClock(self)
        self._is_y_free = False
        self._is_empty: bool | None = None
        self._axis_width = 0

        self._graphics = pg.GraphicsLayoutWidget(parent=self)
        self._graphics.setObjectName(f"{name}_plot_graphics")
        self._graphics.ci.layout.setContentsMargins(4, 0, 8, 4)
        self._graphics.ci.layout.setSpacing(0)
        # else Qt widens the scene to what a text once needed, and does not set it back
        self._graphics.ci.setMinimumSize(0, 0)
        self._header = PlotHeader(self._graphics.ci)
        self._durations = DurationAxis()
        axes = {"left": self._durations, "bottom": CallAxis()}
        self.plot: Any = pg.PlotItem(axisItems=axes, enableMenu=False)
        # pyqtgraph's own menu is never shown, and without a parent nothing would delete it
        unused = self.plot.ctrlMenu
        unused.setParent(self, unused.windowFlags())
        self._graphics.addItem(self.plot, row=PlotHeader.ROWS, col=0)
        self.plot.hideButtons()
        self._view: Any = self.plot.getViewBox()
        self._view.setDefaultPadding(0)
        self._view.disableAutoRange()
        self._view.setLimits(minXRange=5)
        self._view.sigResized.connect(self._clock.mark_dirty)  # more pixels hold more calls
        self._between_axes = QWidget(self._graphics)
        self._between_axes.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint = EmptyHint("", self._between_axes)  # a subclass says what
        self._view.sigResized.connect(self._place_hint)

        self._switch = ViewSwitch(shown, name, self)
        self._export = ExportButton(
            name,
            {
                "png": lambda: self._picture(scene_as_png),
                "svg": lambda: self._picture(scene_as_svg),
                "csv": lambda: calls_as_csv(self._exported()),
            },
            self,
        )
        self.menu = PlotMenu(shown, name, self._export.menu().actions(), self)
        self._mouse = PlotMouse(
            self._graphics, self._view, log, self.menu, self._call_at, self._tooltip
        )

        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, 2, 6, 0)
        self._buttons.setSpacing(2)
        self._buttons.addWidget(self._switch)
        self._buttons.addWidget(self._export)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._graphics, 0, 0)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        self._layout.addLayout(self._buttons, 0, 0, corner)
        self.setMinimumSize(240, 72)

        log.records_added.connect(self._on_records_added)
        log.history_cleared.connect(self._on_history_cleared)
        log.history_changed.connect(self._on_history_changed)
        log.call_selected.connect(self._on_call_selected)
        log.key_hovered.connect(self._on_key_hovered)
        shown.moved.connect(self._on_moved)
        shown.changed.connect(self._on_settings_changed)
        self._clock.redraw_due.connect(self._on_redraw_due)
        self._view.sigRangeChangedManually.connect(self._on_range_changed_manually)
        self._mouse.double_clicked.connect(self._on_double_clicked)
        self.menu.copy_asked.connect(self._on_copy_asked)
        self._export.notice.connect(notices.add)
        self._apply_scale()

    # ------------------------------------------------------------------ for subclasses

    def _redraw(self) -> None:
        raise NotImplementedError

    def _call_at(self, at: QPointF) -> int | None:
        """Return the number of the call drawn at a point of the view."""
        raise NotImplementedError

    def _tooltip(self, summary: CallSummary) -> str:
        raise NotImplementedError

    def _draw_highlight(self) -> None:
        """Highlight the calls of ``log.hovered_key``."""
        raise NotImplementedError

    def _apply_colors(self, colors: DataColors, text: QColor) -> None:
        raise NotImplementedError

    def _write_header(self) -> None:
        raise NotImplementedError

    def _clear(self) -> None:
        """Forget every call."""
        raise NotImplementedError

    def _read_anew(self) -> None:
        """Forget what was read of calls: some are gone, came back, or have other numbers."""
        raise NotImplementedError

    def _exported(self) -> list[CallSummary]:
        """Return the calls for the CSV file."""
        raise NotImplementedError

    def _as_picture(self) -> AbstractContextManager[None]:
        """Return a context in which the scene has all that its picture needs."""
        return nullcontext()

    @property
    def _scale(self) -> Scale:
        return self._shown.scale_of(self._name)

    def _show_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Bring calls into view, and durations unless the mouse chose them."""
        if self._is_y_free:
            self._view.setXRange(*x, padding=0)
        else:
            self._view.setRange(xRange=x, yRange=y, padding=0)

    @Slot(object)
    def _place_hint(self, _view: object) -> None:
        rect = self._graphics.mapFromScene(self._view.sceneBoundingRect()).boundingRect()
        self._between_axes.setGeometry(rect)

    def _show_hint(self, is_empty: bool) -> None:
        """Show the hint of an empty plot, without a grid that would strike it through."""
        if is_empty != self._is_empty:
            self._is_empty = is_empty
            self._hint.setVisible(is_empty)
            self.plot.showGrid(x=False, y=not is_empty, alpha=0.25)

    def _header_room(self, *, is_below: bool = False) -> int:
        """Return the pixels for a header beside the buttons, or below them if it may go there."""
        buttons = self._buttons.sizeHint().width()
        if is_below and self._has_two_rows():
            buttons = 0
        return self.width() - buttons - _HEADER_MARGINS

    def _has_two_rows(self) -> bool:
        return self.height() > _LINES_WITH_TWO_ROWS * self.fontMetrics().height()

    def _set_header(self, html: str, plain: str) -> None:
        """Show a header; ``plain`` is its text without markup, which says how wide it is."""
        is_wide = self.fontMetrics().horizontalAdvance(plain) > self._header_room()
        self._header.set_text(html, is_below=is_wide and self._has_two_rows())

    def _is_high(self) -> bool:
        return self.height() > _LINES_WITH_NAMES * self.fontMetrics().height()

    # ------------------------------------------------------------------ the clock

    @Slot(object)
    def _on_records_added(self, _records: tuple[Record, ...]) -> None:
        self._clock.mark_dirty()

    @Slot()
    def _on_history_cleared(self) -> None:
        self._mouse.forget()
        self._clear()
        self._clock.mark_dirty()

    @Slot()
    def _on_history_changed(self) -> None:
        self._mouse.forget()
        self._read_anew()
        self._clock.mark_dirty()

    @Slot(object)
    def _on_call_selected(self, _record: Record) -> None:
        self._clock.mark_dirty()

    @Slot(object)
    def _on_key_hovered(self, _key: SpecializationKey | None) -> None:
        self._draw_highlight()

    @Slot()
    def _on_moved(self) -> None:
        if self._shown.mode is ViewMode.FREE:
            self._view.setXRange(*self._shown.x_range(), padding=0)
        else:
            self._is_y_free = False
        self._clock.mark_dirty()

    @Slot()
    def _on_settings_changed(self) -> None:
        self._apply_scale()
        self._write_header()
        self._clock.mark_dirty()

    @Slot()
    def _on_redraw_due(self) -> None:
        self._redraw()
        self._make_room()  # a redraw may have named an axis

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._apply_font()
        self._apply_theme()
        self._clock.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.set_active(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._write_header()

    # ------------------------------------------------------------------ the mouse

    @Slot(object)
    def _on_range_changed_manually(self, axes: list[bool]) -> None:
        self._is_y_free = self._is_y_free or axes[1]
        self._shown.set_range(*self._view.viewRange()[0])

    @Slot()
    def _on_double_clicked(self) -> None:
        self._shown.set_mode(ViewMode.FOLLOW)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # a click of the right button opens the menu when the button is released: it drags as well
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu.popup(self.mapToGlobal(self.rect().center()))
        event.accept()

    # ------------------------------------------------------------------ the picture

    def _picture(self, encode: Callable[[Any], PictureT]) -> PictureT:
        with self._as_picture():
            return encode(self._graphics.scene())

    @Slot()
    def _on_copy_asked(self) -> None:
        QGuiApplication.clipboard().setImage(self._picture(scene_as_image))
        self._notices.add(self.tr("The picture is on the clipboard."))

    # ------------------------------------------------------------------ axes, font and theme

    def _apply_scale(self) -> None:
        is_log = self._scale is Scale.LOG
        self._is_y_free = False
        self._durations.set_durations(self._scale)
        self._view.setMouseEnabled(x=True, y=is_log)
        self._view.setLimits(**(_LOG_LIMITS if is_log else _LINEAR_LIMITS))
        name = self.tr("time (log scale)") if is_log else self.tr("time (linear)")
        self.plot.setLabel("left", name)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._apply_theme()
        elif event.type() == QEvent.Type.FontChange and self.isVisible():
            self._apply_font()
            self._apply_theme()  # which writes every text again

    def _apply_font(self) -> None:
        font = self.font()
        self._header.set_font(font)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setTickFont(font)
            axis.label.setFont(font)
        self._make_room()
        self.plot.getAxis("bottom").setHeight()  # what the texts need
        self._clock.mark_dirty()

    def _make_room(self) -> None:
        """Hide the names of the axes if the plot is low, else show them.

        The time axes of both plots have one width, so that their calls stand above each other.
        """
        has_names = self._is_high()
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            if axis.label.isVisible() != (has_names and bool(axis.labelText)):
                axis.showLabel(not axis.label.isVisible())
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(_LONGEST_TICK) + _TICK_ROOM
        width += metrics.height() if has_names else 0
        if width != self._axis_width:
            self._axis_width = width
            self._durations.setWidth(width)

    def _apply_theme(self) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        line = QColor(text)
        line.setAlpha(110)
        self._graphics.setBackground(palette.color(QPalette.ColorRole.Base))
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(line))
            axis.setTextPen(pg.mkPen(text))
        self._header.set_color(text)
        self._apply_colors(data_colors(is_dark=is_dark(palette)), text)
        self._write_header()
        self._clock.mark_dirty()
