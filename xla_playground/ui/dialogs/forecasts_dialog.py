"""How good the forecasts of first calls were."""

from __future__ import annotations

from functools import partial
from itertools import islice

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ...bridge.background import Background
from ...core.advice.calibration import ForecastCheck, calibration, forecast_check
from ...core.errors import PlaygroundError
from ...core.history.loaded_calls import LoadedCalls
from ..state.call_log import CallLog
from ..state.notices import Notices
from ..tables.forecast_columns import forecast_columns
from ..tables.rows_model import RowsModel
from ..tables.rows_view import RowsView
from ..widgets.plain_label import WrappedLabel, make_selectable

#: First calls that are shown: the record of each is read from disk.
_LATEST = 30


class ForecastsDialog(QDialog):
    """A table of the latest first calls, each with its forecast and what it took."""

    def __init__(self, log: CallLog, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("forecasts_dialog")
        self.setWindowTitle(self.tr("Forecasts of first calls"))
        self._notices = notices
        self._summary = WrappedLabel(self.tr("Reading the latest first calls …"), self)
        self._summary.setObjectName("forecasts_summary")
        make_selectable(self._summary, by_tab=True)
        self._model = RowsModel(forecast_columns(), self, key=lambda row: row.call)
        view = RowsView(
            self._model, self.tr("First calls that were forecast before Run are listed here."), self
        )
        view.setObjectName("forecasts_view")
        view.setAccessibleName(self.tr("First calls and their forecasts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._summary)
        layout.addWidget(view, 1)
        layout.addWidget(buttons)
        self.resize(760, 420)
        self._background = Background(self)
        self.finished.connect(self._background.stop)
        self._background.run(partial(_latest_checks, log.own), self._show_checks, self._on_not_read)

    def _show_checks(self, checks: tuple[ForecastCheck, ...]) -> None:
        self._summary.setText(calibration(checks).text)
        self._model.set_rows(checks)

    def _on_not_read(self, error: PlaygroundError) -> None:
        self._notices.add(error.sentence)


def _latest_checks(calls: LoadedCalls) -> tuple[ForecastCheck, ...]:
    """Return the latest first calls that were forecast, newest first; not in the GUI thread."""
    firsts = (summary for summary in reversed(list(calls.summaries)) if summary.is_first)
    found = []
    for summary in islice(firsts, _LATEST):
        try:
            check = forecast_check(calls.history.record(summary.call))
        except PlaygroundError:
            continue  # it cannot be read any more
        if check is not None:
            found.append(check)
    return tuple(found)
