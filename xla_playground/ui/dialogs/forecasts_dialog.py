"""How good the forecasts of first calls were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ...core.advice.calibration import ForecastCheck, calibration, forecast_check
from ...core.errors import PlaygroundError
from ..state.call_log import CallLog
from ..tables.forecast_columns import forecast_columns
from ..tables.rows_model import RowsModel
from ..tables.rows_view import RowsView
from ..widgets.plain_label import WrappedLabel, make_selectable

#: First calls that are shown: the record of each is read from disk.
_LATEST = 30


class ForecastsDialog(QDialog):
    """A table of the latest first calls, each with its forecast and what it took."""

    def __init__(self, log: CallLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("forecasts_dialog")
        self.setWindowTitle(self.tr("Forecasts of first calls"))
        checks = tuple(_latest_checks(log))
        summary = WrappedLabel(calibration(checks).text, self)
        summary.setObjectName("forecasts_summary")
        make_selectable(summary, by_tab=True)
        model = RowsModel(forecast_columns(), self, key=lambda row: row.call)
        view = RowsView(
            model, self.tr("First calls that were forecast before Run are listed here."), self
        )
        view.setObjectName("forecasts_view")
        view.setAccessibleName(self.tr("First calls and their forecasts"))
        model.set_rows(checks)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(summary)
        layout.addWidget(view, 1)
        layout.addWidget(buttons)
        self.resize(760, 420)


def _latest_checks(log: CallLog) -> Iterator[ForecastCheck]:
    """Return the latest first calls that were forecast, newest first."""
    firsts = (summary for summary in reversed(log.summaries) if summary.is_first)
    for summary in islice(firsts, _LATEST):
        try:
            check = forecast_check(log.record(summary.call))
        except PlaygroundError:
            continue  # it cannot be read any more
        if check is not None:
            yield check
