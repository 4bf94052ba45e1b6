"""The menu of the right button over a plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ....core.history.latency import ROLLING_CALLS
from ....core.window.plot_settings import Scale
from ..shared.shown_calls import ShownCalls, ViewMode


class PlotMenu(QMenu):
    """What can be done with a plot: which calls it shows, how, and where its picture goes.

    *Signals:*
        copy_asked (): the picture is to be put on the clipboard.
    """

    copy_asked = Signal()

    def __init__(
        self, shown: ShownCalls, plot: str, exports: Sequence[QAction], parent: QWidget
    ) -> None:
        """Create the menu of ``plot``; ``exports`` are the actions that save it."""
        super().__init__(parent)
        self.setObjectName(f"{plot}_menu")
        self._shown, self._plot = shown, plot
        self._add("view_all", self.tr("View all calls")).triggered.connect(self._on_view_all)
        self._add("view_latest", self.tr("View the latest calls")).triggered.connect(
            self._on_view_latest
        )
        self.addSeparator()
        self._scales = self._add_choice(
            {Scale.LOG: self.tr("Log axis"), Scale.LINEAR: self.tr("Linear axis")}
        )
        self._scales.triggered.connect(self._on_scale_chosen)
        self._times = self._add("print_times", self.tr("Print times where there is room"))
        self._times.setCheckable(True)
        self._times.setVisible(plot == "phases")
        self._times.toggled.connect(self._on_times_toggled)
        self.addSeparator()
        latest = self.tr("Steady state of the last {0} calls").format(ROLLING_CALLS)
        self._spans = self._add_choice({True: latest, False: self.tr("Steady state of all calls")})
        self._spans.triggered.connect(self._on_span_chosen)
        self.addSeparator()
        self._add("copy_picture", self.tr("Copy picture")).triggered.connect(self.copy_asked)
        self.addActions(list(exports))
        shown.changed.connect(self._show_state)
        self._show_state()

    def _add(self, name: str, text: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        self.addAction(action)
        return action

    def _add_choice(self, choices: Mapping[Scale, str] | Mapping[bool, str]) -> QActionGroup:
        group = QActionGroup(self)
        for value, text in choices.items():
            action = self._add(f"choose_{value}".lower(), text)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        return group

    @Slot()
    def _show_state(self) -> None:
        settings = self._shown.settings
        chosen = {self._scales: self._shown.scale_of(self._plot), self._spans: settings.is_rolling}
        for group, value in chosen.items():
            for action in group.actions():
                action.setChecked(action.data() == value)
        self._times.setChecked(settings.has_times)

    @Slot()
    def _on_view_all(self) -> None:
        self._shown.set_mode(ViewMode.FIT)

    @Slot()
    def _on_view_latest(self) -> None:
        self._shown.set_mode(ViewMode.FOLLOW)

    @Slot(QAction)
    def _on_scale_chosen(self, action: QAction) -> None:
        self._shown.set_scale(self._plot, Scale(action.data()))

    @Slot(QAction)
    def _on_span_chosen(self, action: QAction) -> None:
        self._shown.change(is_rolling=bool(action.data()))

    @Slot(bool)
    def _on_times_toggled(self, is_on: bool) -> None:
        self._shown.change(has_times=is_on)
