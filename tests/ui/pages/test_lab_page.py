"""The page of the lab: code, inputs, what came of a run, and that the text is kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTabWidget

from tests.ui.conftest import Open, Opened
from tests.ui.scripted_lab import script
from xla_playground.bridge.lab.lab_run import LabRun
from xla_playground.core.call.record import Cache
from xla_playground.core.lab.report import (
    EAGER,
    XLA,
    LabArm,
    LabCall,
    LabFit,
    LabProblem,
    LabProgress,
    LabReport,
)
from xla_playground.core.lab.templates import lab_templates
from xla_playground.core.messages import store
from xla_playground.core.messages.pages import lab as messages
from xla_playground.ui.pages.lab.code_edit import CodeEdit
from xla_playground.ui.pages.lab.code_pane import CodePane
from xla_playground.ui.pages.lab.inputs_table import InputsTable
from xla_playground.ui.plots.lab.loss_plot import LossPlot
from xla_playground.ui.plots.race.lanes_plot import LanesPlot
from xla_playground.ui.tables.rows_view import RowsView
from xla_playground.ui.widgets.spin_boxes import FloatSpinBox

CTRL = Qt.KeyboardModifier.ControlModifier
EAGER_CALL = LabCall(key=(), cache=Cache.NONE, run_ns=10_000_000)
XLA_CALL = LabCall(
    key=(),
    cache=Cache.MISS,
    reason=store.NOTHING_SPECIALIZED(),
    trace_ns=5_000_000,
    compile_ns=80_000_000,
    run_ns=1_000_000,
)
REPORT = LabReport(
    file="lab.py",
    arms=(
        LabArm(
            arm=EAGER,
            calls=(EAGER_CALL,),
            samples_ns=(2_000_000,) * 3,
            retraces=0,
            max_abs_difference=0.0,
        ),
        LabArm(
            arm=XLA,
            calls=(XLA_CALL,),
            samples_ns=(1_000_000,) * 3,
            retraces=2,
            max_abs_difference=1.5e-7,
        ),
    ),
    fits=(LabFit(method="fit", is_compiled=True, first_ns=10**9, losses=(2.0, 1.0)),),
    output="printed\n",
)
FAILED = LabReport(
    file="lab.py", problem=LabProblem(line=2, message=messages.NO_TENSOR(kind="int"))
)


Lab = Callable[[list[str]], Opened]


@pytest.fixture
def lab(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """Opens a window whose lab is a script, with the page in front."""

    def open_one(command: list[str]) -> Opened:
        one = open_window()
        one.wait_until_planned()
        monkeypatch.setattr(lab_run(one), "_command", lambda: command)
        one.find(QAction, "action_lab").trigger()
        return one

    return open_one


def cells(one: Opened, view: str) -> list[list[str]]:
    model = one.find(RowsView, view).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def lab_run(one: Opened) -> LabRun:
    return one.session.lab


def code(one: Opened) -> CodeEdit:
    return one.find(CodeEdit, "lab_code")


def test_a_run_is_shown(lab: Lab) -> None:
    one = lab(script(LabProgress(what="eager"), REPORT))
    assert code(one).toPlainText() == lab_templates()[0].text
    one.click("lab_run")
    one.qtbot.waitUntil(lambda: len(cells(one, "lab_arms")) == 2)
    assert cells(one, "lab_arms") == [
        ["eager", "10.0 ms", "2.00 ms", "–", "0", "0"],
        ["xla", "86.0 ms", "1.00 ms", "2.0 ×", "2", "1.5e-07"],
    ]
    assert cells(one, "lab_calls")[1] == [
        *("xla 1", "nothing is specialized yet in this process"),
        *("5.00 ms", "80.0 ms", "1.00 ms"),
    ]
    assert cells(one, "lab_fits") == [["fit, jit_compile=True", "1.00 s", "–", "2 → 1"]]
    assert one.text("lab_sentences") == (
        "Against eager: xla has paid for its first call after 77 calls."
    )
    plots = [p for p in one.window.findChildren(LanesPlot)]
    assert len(plots) == 1
    assert len(one.find(LossPlot, "lab_loss_plot").plot.listDataItems()) == 1
    assert one.find(QPlainTextEdit, "lab_output").toPlainText() == "printed\n"
    tabs = one.find(QTabWidget, "lab_results")
    assert [tabs.tabText(number) for number in range(tabs.count())] == [
        *("Inputs", "Arms", "Race", "Calls", "fit and predict", "Inside XLA", "Output")
    ]


def test_an_error_is_marked_at_its_line_and_the_text_is_kept(lab: Lab) -> None:
    one = lab(script(FAILED))
    text = "def function(x):\n    return 5\n"
    code(one).set_code(text)
    one.click("lab_run")
    one.qtbot.waitUntil(lambda: code(one).error_line == 2)
    assert code(one).toPlainText() == text
    QTest.keyClicks(code(one), " ")
    assert code(one).error_line is None


def test_a_syntax_error_starts_no_process(lab: Lab) -> None:
    one = lab([sys.executable, "-c", "raise SystemExit(9)"])
    code(one).set_code("x = 1\ndef function(:\n")
    one.click("lab_run")
    assert code(one).error_line == 2
    assert not lab_run(one).is_running


def test_a_run_is_cancelled_and_the_next_one_can_start(lab: Lab) -> None:
    cancelled = LabReport(file="lab.py", is_cancelled=True)
    then = (
        "line = sys.stdin.readline()\nassert 'cancel' in line\n"
        f"print({cancelled.model_dump_json()!r}, flush=True)\nsys.stdin.read()"
    )
    one = lab(script(LabProgress(what="eager"), then=then))
    run = one.find(QAbstractButton, "lab_run")
    with one.qtbot.waitSignal(lab_run(one).progress_changed):
        one.click("lab_run")
    assert not run.isEnabled()
    assert not one.action("run").isEnabled()  # a call beside it would disturb both
    one.click("lab_cancel")
    one.qtbot.waitUntil(run.isEnabled)
    assert one.action("run").isEnabled()


def test_a_run_just_after_the_idle_process_was_ended(lab: Lab) -> None:
    one = lab(script(REPORT, then="sys.stdin.read()"))
    run = lab_run(one)
    with one.qtbot.waitSignal(run.finished):
        one.click("lab_run")
    run._idle.timeout.emit()
    with one.qtbot.waitSignal(run.finished):
        one.click("lab_run")


def test_a_process_that_ends_is_a_sentence(lab: Lab) -> None:
    one = lab([sys.executable, "-c", "import sys; sys.exit('no such luck')"])
    with one.qtbot.waitSignal(lab_run(one).failed) as caught:
        one.click("lab_run")
    assert caught.args == ["The lab ended (no such luck): run it again, and look into the log."]
    assert one.find(QAbstractButton, "lab_run").isEnabled()


def test_the_last_words_of_an_earlier_process_are_not_quoted(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = lab([sys.executable, "-c", "import sys; sys.exit('no such luck')"])
    with one.qtbot.waitSignal(lab_run(one).failed):
        one.click("lab_run")
    silent = [sys.executable, "-c", "raise SystemExit(9)"]
    monkeypatch.setattr(lab_run(one), "_command", lambda: silent)
    with one.qtbot.waitSignal(lab_run(one).failed) as caught:
        one.click("lab_run")
    assert caught.args == ["The lab ended (9): run it again, and look into the log."]


def test_inputs_are_edited_in_the_table_and_written_into_the_code(lab: Lab) -> None:
    one = lab(script(REPORT))
    code(one).set_code("def function(x, n: int):\n    return x\n")
    table = one.find(InputsTable, "lab_inputs")
    one.qtbot.waitUntil(lambda: table.rowCount() == 2)
    item = table.item(0, 1)
    assert item is not None
    item.setText("(2, 5)")
    assert '"x": {"shape": (2, 5), "dtype": "float32"' in code(one).toPlainText()
    item = table.item(1, 5)
    assert item is not None
    assert item.text() == "1"
    item.setText("7")
    assert '"n": {"value": 7}' in code(one).toPlainText()
    item = table.item(0, 2)
    assert item is not None
    with one.qtbot.waitSignal(table.refused) as refused:
        item.setText("float31")
    assert "input x cannot have dtype = 'float31'" in refused.args[0]
    shown = table.item(0, 2)
    assert shown is not None
    assert shown.text() == "float32"


def test_code_is_edited_by_the_keyboard(lab: Lab) -> None:
    one = lab(script(REPORT))
    edit = code(one)
    edit.set_code("")
    edit.setFocus()
    QTest.keyClicks(edit, "def f(x):")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "return x")
    assert edit.toPlainText() == "def f(x):\n    return x"
    QTest.keyClick(edit, Qt.Key.Key_BracketRight, CTRL)
    assert edit.toPlainText() == "def f(x):\n        return x"
    QTest.keyClick(edit, Qt.Key.Key_BracketLeft, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_F, CTRL)
    search = one.find(QLineEdit, "lab_search")
    QTest.keyClicks(search, "def")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert edit.textCursor().selectedText() == "def"
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.document().isUndoAvailable()


def test_code_is_coloured_over_many_lines(lab: Lab) -> None:
    one = lab(script(REPORT))
    edit = code(one)
    edit.set_code('text = """\nif x\n"""\nif text:\n    pass\n')

    def colors(line: int) -> set[str]:
        layout = edit.document().findBlockByNumber(line).layout()
        return {each.format.foreground().color().name() for each in layout.formats()}

    assert colors(1) == colors(2)  # of the string, though it looks like a keyword
    assert colors(3)
    assert not colors(3) & colors(1)


def test_files_are_saved_and_opened(lab: Lab, tmp_path: Path) -> None:
    one = lab(script(REPORT))
    (pane,) = one.window.findChildren(CodePane)
    code(one).set_code("def f(x):\n    return 'ü'\n")
    assert one.text("lab_file") == "lab.py •"
    pane.save_to(tmp_path / "mine.py")
    assert (tmp_path / "mine.py").read_text("utf-8") == code(one).toPlainText()
    assert one.text("lab_file") == "mine.py"
    (tmp_path / "other.py").write_text("x = 1\n")
    pane.open_path(tmp_path / "other.py")
    assert (code(one).toPlainText(), pane.name) == ("x = 1\n", "other.py")
    code(one).undo()
    assert "ü" in code(one).toPlainText()
    with one.qtbot.waitSignal(pane.refused):
        pane.open_path(tmp_path / "gone.py")
    with one.qtbot.waitSignal(pane.refused):
        pane.save_to(tmp_path / "no" / "such" / "folder.py")
    assert "ü" in code(one).toPlainText()


def test_the_code_is_there_again_at_the_next_start(lab: Lab) -> None:
    one = lab(script(REPORT))
    code(one).set_code("def kept(x):\n    return x\n")
    one.window.close()
    assert code(lab(script(REPORT))).toPlainText() == "def kept(x):\n    return x\n"


def test_a_template_is_chosen(lab: Lab) -> None:
    one = lab(script(REPORT))
    one.find(QAction, "lab_template_cache_key").trigger()
    template = next(each for each in lab_templates() if each.name == "cache_key")
    assert code(one).toPlainText() == template.text
    table = one.find(InputsTable, "lab_inputs")
    one.qtbot.waitUntil(lambda: table.rowCount() == 2)


def test_a_race_keeps_the_lab_from_running_and_the_lab_a_race(lab: Lab) -> None:
    one = lab(script(LabProgress(what="eager")))
    run = one.find(QAbstractButton, "lab_run")
    race = one.find(QAbstractButton, "race_button")
    one.session.race._command = lambda: [sys.executable, "-c", "import sys; sys.stdin.read()"]
    race.click()
    assert one.session.race.is_running
    assert not run.isEnabled()
    assert run.toolTip() == "A race runs, which has the machine alone: wait for its end."
    with one.qtbot.waitSignal(one.session.race.cancelled):
        one.session.race.cancel()
    assert run.isEnabled()
    assert race.isEnabled()
    one.click("lab_run")
    assert lab_run(one).is_running
    assert not race.isEnabled()
    assert race.toolTip() == "The function lab measures: wait for its end."


def test_limits_go_with_the_order_and_come_back_at_the_next_start(
    lab: Lab, open_window: Open
) -> None:
    one = lab(script(REPORT))
    one.find(FloatSpinBox, "lab_time_limit").setValue("7.5")
    memory = one.find(FloatSpinBox, "lab_memory_limit")
    memory.setValue("much")
    assert "memory limit" in one.text("lab_text")
    one.click("lab_run")
    assert not lab_run(one).is_running
    assert "memory limit" in one.text("lab_text")
    memory.setValue("2")
    assert one.text("lab_text") == ""
    one.click("lab_run")
    order = lab_run(one).order
    assert order is not None
    assert (order.time_s, order.memory_bytes) == (7.5, 2_000_000_000)
    one.qtbot.waitUntil(lambda: not lab_run(one).is_running)
    one.window.close()
    again = open_window(settings=one.session.saver.settings)
    limits = [again.find(FloatSpinBox, f"lab_{name}_limit").value() for name in ("time", "memory")]
    assert limits == [7.5, 2.0]
