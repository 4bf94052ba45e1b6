from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import MS, SessionCalls, show
from xla_playground.core.call.record import Cache
from xla_playground.ui.plots.frame.history_plot import HistoryPlot
from xla_playground.ui.plots.frame.plot_export import scene_as_png
from xla_playground.ui.plots.latency.latency_plot import LatencyPlot
from xla_playground.ui.plots.phases.phases_plot import PhasesPlot
from xla_playground.ui.widgets.export_button import ExportButton


@pytest.fixture(params=[PhasesPlot, LatencyPlot])
def plot(request: pytest.FixtureRequest, qtbot: QtBot, calls: SessionCalls) -> HistoryPlot:
    calls.add(cache=Cache.MISS, trace_ns=900 * MS, compile_ns=MS, run_ns=20 * MS)
    calls.add(run_ns=19 * MS)
    made: HistoryPlot = request.param(calls.log, calls.notices, calls.shown)
    qtbot.addWidget(made)
    show(qtbot, made)
    return made


def _export(plot: HistoryPlot, ending: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a format from the menu and ``path`` in the dialog."""
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(path)])
    button = plot.findChild(ExportButton)
    assert isinstance(button, ExportButton)
    next(a for a in button.menu().actions() if a.data() == ending).trigger()


def test_png(plot: HistoryPlot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plot.png"
    _export(plot, "png", path, monkeypatch)
    image = QImage(str(path))
    assert image.width() == pytest.approx(2 * 640, abs=4)
    assert image.height() >= 2 * plot._graphics.height()
    colors = {image.pixel(x, y) for x in range(0, 1280, 4) for y in range(0, image.height(), 4)}
    assert len(colors) > 5


def test_svg(plot: HistoryPlot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plot.svg"
    _export(plot, "svg", path, monkeypatch)
    text = path.read_text("utf-8")
    assert "<svg" in text
    assert "time (log scale)" in text
    assert text.rstrip().endswith("</svg>")
    # the legend is in the scene, or a list of which the picture has every row
    assert ("steady median" if isinstance(plot, PhasesPlot) else "greedy · 1×8+32") in text


def test_a_picture_leaves_the_plot_as_it_was(plot: HistoryPlot) -> None:
    before = plot._graphics.size()
    items = len(plot._graphics.scene().items())
    plot._picture(scene_as_png)
    assert plot._graphics.size() == before
    assert len(plot._graphics.scene().items()) == items


def test_copy_puts_the_picture_on_the_clipboard(plot: HistoryPlot) -> None:
    QGuiApplication.clipboard().clear()
    copy = plot.menu.findChild(QAction, "copy_picture")
    assert isinstance(copy, QAction)
    copy.trigger()
    assert QGuiApplication.clipboard().image().width() == pytest.approx(2 * 640, abs=4)


def test_csv(plot: HistoryPlot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "calls.csv"
    _export(plot, "csv", path, monkeypatch)
    header, *rows = path.read_text("utf-8-sig").splitlines()
    assert header.startswith("call,started_at,")
    assert len(rows) == (2 if isinstance(plot, PhasesPlot) else 1)
    assert str(19 * MS) in rows[-1]


def test_a_file_that_cannot_be_written_is_a_sentence_and_the_old_one_stays(
    qtbot: QtBot,
    calls: SessionCalls,
    plot: HistoryPlot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "plot.png"
    path.write_bytes(b"old")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with qtbot.waitSignal(calls.notices.added) as notice:
        _export(plot, "png", path, monkeypatch)
    assert notice.args is not None
    assert "No space left on device" in notice.args[0]
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["plot.png"]
