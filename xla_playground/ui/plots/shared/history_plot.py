"""The base of the plots over calls: clock, view, mouse, theme and export."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolTip, QWidget

from ....core.call.record import Record
from ....core.history.call_summary import CallSummary
from ....core.history.export import calls_as_csv
from ...state.call_log import CallLog
from ...state.notices import Notices
from ...style.theme import is_dark
from ...widgets.empty_hint import EmptyHint
from ...widgets.export_button import ExportButton
from .axes import CallAxis, DurationAxis
from .colors import DataColors, data_colors
from .elastic_label import ElasticLabel
from .plot_export import scene_as_png, scene_as_svg
from .pyqtgraph_ import pg
from .redraw_clock import RedrawClock
from .view_switch import ViewMode, ViewSwitch

#: Room above and below the legend in the row above the plot; the buttons are placed over this row.
_HEADER_PADDING = 14
#: Left and right of the legend, and right of the buttons, together.
_LEGEND_MARGINS = 34
#: Margin of an empty plot's sentence, which is between its axes.
_HINT_MARGIN = 60
#: Least height, in lines of text, of a plot whose axes have names.
_LINES_WITH_NAMES = 14
#: Least number of calls that an axis has room for, so that a first bar does not fill the plot.
LEAST_CALLS = 12


class HistoryPlot(QWidget):
    """A plot of durations on a log axis over call numbers; base of the two plots.

    It polls on its own clock: whatever happens in the log only marks it dirty. It follows the
    latest calls until the mouse zooms or drags it, and again once Follow is pressed; Fit shows all.
    Hovering a call tells its record, a click selects it in the log.

    A subclass makes its items once, and implements ``_redraw``, ``_call_at``, ``_tooltip``,
    ``_apply_colors`` and ``_exported``.

    *Attributes:*
        plot: the pyqtgraph ``PlotItem``.
        scene: the exported part: the plot with its legend.
    """

    def __init__(self, log: CallLog, notices: Notices, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._log = log
        self._clock = RedrawClock(self)
        self._hovered_call: int | None = None

        self._graphics = pg.GraphicsLayoutWidget(parent=self)
        self._graphics.setObjectName(f"{name}_graphics")
        self._graphics.ci.layout.setContentsMargins(4, 0, 8, 4)
        self._graphics.ci.layout.setSpacing(0)
        self.scene: Any = self._graphics.scene()
        # otherwise Qt widens the scene to the widest text so far, and never narrows it
        self._graphics.ci.setMinimumSize(0, 0)
        self._header = ElasticLabel(" ", justify="left")
        self._graphics.addItem(self._header, row=0, col=0)
        axes = {"left": DurationAxis(), "bottom": CallAxis()}
        self.plot: Any = pg.PlotItem(axisItems=axes, enableMenu=False)
        # pyqtgraph's own menu is never shown, and without a parent nothing would delete it
        menu = self.plot.ctrlMenu
        menu.setParent(self, menu.windowFlags())
        self._graphics.addItem(self.plot, row=1, col=0)
        self.plot.hideButtons()
        self.plot.showGrid(x=False, y=True, alpha=0.25)
        self.plot.setLabel("left", self.tr("time (log scale)"))
        self._view: Any = self.plot.getViewBox()
        self._view.setDefaultPadding(0)
        self._view.disableAutoRange()
        self._view.setLimits(yMin=0, yMax=15, minXRange=5, minYRange=0.02)
        self._hint = EmptyHint("", self._graphics)  # a subclass sets the text
        self._hint.setMargin(_HINT_MARGIN)

        self._switch = ViewSwitch(self)
        self._export = ExportButton(
            name.removesuffix("_plot"),
            {
                "png": lambda: scene_as_png(self.scene),
                "svg": lambda: scene_as_svg(self.scene),
                "csv": lambda: calls_as_csv(self._exported()),
            },
            self,
        )

        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 2, 6, 0)
        buttons.addWidget(self._switch)
        buttons.addWidget(self._export)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._graphics, 0, 0)
        layout.addLayout(buttons, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.setMinimumSize(240, 72)

        log.record_added.connect(self._on_record_added)
        log.history_cleared.connect(self._on_history_cleared)
        log.history_renumbered.connect(self._on_history_renumbered)
        log.call_selected.connect(self._on_call_selected)
        self._clock.redraw_due.connect(self._on_redraw_due)
        self._view.sigRangeChangedManually.connect(self._on_range_changed_manually)
        self.scene.sigMouseMoved.connect(self._on_mouse_moved)
        self.scene.sigMouseClicked.connect(self._on_mouse_clicked)
        self._switch.mode_changed.connect(self._clock.mark_dirty)
        self._export.notice.connect(notices.add)

    # ------------------------------------------------------------------ for subclasses

    def _redraw(self) -> None:
        raise NotImplementedError

    def _call_at(self, at: QPointF) -> int | None:
        """Return the number of the call drawn at a point of the view (call number, log10 of ns)."""
        raise NotImplementedError

    def _tooltip(self, call: int) -> str:
        raise NotImplementedError

    def _apply_colors(self, colors: DataColors, text: QColor) -> None:
        raise NotImplementedError

    def _renumber(self) -> None:
        """Drop the numbers of calls, since they have changed."""
        raise NotImplementedError

    def _exported(self) -> list[CallSummary]:
        """Return the calls for the CSV file."""
        raise NotImplementedError

    def _x_range(self, first: int, last: int, followed: int) -> tuple[float, float]:
        """Return the range of call numbers to draw; the plot's data spans ``first`` to ``last``."""
        match self._switch.mode:
            case ViewMode.FREE:
                low, high = self._view.viewRange()[0]
                return float(low), float(high)
            case ViewMode.FOLLOW:
                first = max(first, last - followed + 1)
            case ViewMode.FIT:
                pass
        margin = 0.5 + 0.02 * (last - first)
        return first - margin, max(last, first + LEAST_CALLS - 1) + margin

    def _show_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show a range of calls, unless the mouse has chosen another one."""
        if self._switch.mode is not ViewMode.FREE:
            self._view.setRange(xRange=x, yRange=y, padding=0)

    def _buttons_width(self) -> int:
        return self._switch.sizeHint().width() + self._export.sizeHint().width() + _LEGEND_MARGINS

    # ------------------------------------------------------------------ the clock

    @Slot(object, object)
    def _on_record_added(self, _summary: CallSummary, _record: Record) -> None:
        self._clock.mark_dirty()

    @Slot()
    def _on_history_cleared(self) -> None:
        self._hovered_call = None
        self._switch.set_mode(ViewMode.FOLLOW)

    @Slot()
    def _on_history_renumbered(self) -> None:
        self._hovered_call = None
        self._renumber()
        self._clock.mark_dirty()

    @Slot(object)
    def _on_call_selected(self, _record: Record) -> None:
        self._clock.mark_dirty()

    @Slot()
    def _on_redraw_due(self) -> None:
        self._hint.setVisible(not self._log.summaries)
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
        self._clock.mark_dirty()  # more pixels hold more bars

    # ------------------------------------------------------------------ the mouse

    @Slot(object)
    def _on_range_changed_manually(self, _axes: object) -> None:
        self._switch.set_mode(ViewMode.FREE)

    @Slot(object)
    def _on_mouse_moved(self, at: QPointF) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        call = self._call_under(at)
        if call == self._hovered_call:
            return
        self._hovered_call = call
        shape = Qt.CursorShape.ArrowCursor if call is None else Qt.CursorShape.PointingHandCursor
        self._graphics.viewport().setCursor(shape)
        if call is None:
            QToolTip.hideText()
        else:
            corner = self._graphics.mapToGlobal(self._graphics.mapFromScene(at))
            QToolTip.showText(corner, self._tooltip(call), self._graphics)

    @Slot(object)
    def _on_mouse_clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        call = self._call_under(event.scenePos())
        if call is not None:
            self._log.select(call)

    def _call_under(self, at: QPointF) -> int | None:
        if not self._view.sceneBoundingRect().contains(at):
            return None
        return self._call_at(self._view.mapSceneToView(at))

    # ------------------------------------------------------------------ font and theme

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._apply_theme()
        elif event.type() == QEvent.Type.FontChange and self.isVisible():
            self._apply_font()
            self._apply_theme()  # this writes every text again

    def _apply_font(self) -> None:
        font = self.font()
        height = self.fontMetrics().height() + _HEADER_PADDING
        self._graphics.ci.layout.setRowFixedHeight(0, height)
        self._header.item.setFont(font)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setTickFont(font)
            axis.label.setFont(font)
        self._make_room()
        self.plot.getAxis("left").setWidth()  # the width that the texts need
        self.plot.getAxis("bottom").setHeight()
        self._clock.mark_dirty()

    def _make_room(self) -> None:
        """Hide the names of the axes if the plot is low, else show them."""
        has_names = self.height() > _LINES_WITH_NAMES * self.fontMetrics().height()
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            if axis.label.isVisible() != (has_names and bool(axis.labelText)):
                axis.showLabel(not axis.label.isVisible())

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
        self._apply_colors(data_colors(is_dark=is_dark(palette)), text)
        self._clock.mark_dirty()
