"""A small table where room is short."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from xla_playground.ui.tables.rows_model import Column, RowsModel
from xla_playground.ui.tables.rows_view import RowsView

COLUMNS = (
    Column[str]("What it is", str),
    *(Column[str](f"A column that may go: {n}", str, yields=n) for n in (1, 2, 3)),
)


def hidden(view: RowsView) -> list[bool]:
    return [view.isColumnHidden(number) for number in range(len(COLUMNS))]


@pytest.mark.parametrize("rows", [[], ["a row"]])
def test_what_matters_least_is_hidden_and_stays_so(qtbot: QtBot, rows: list[str]) -> None:
    model = RowsModel(COLUMNS)
    view = RowsView(model, "Nothing here")
    qtbot.addWidget(view)
    view.resize(2000, 200)
    view.show()
    model.set_rows(rows)
    assert hidden(view) == [False, False, False, False]
    for width in (420, 425, 430):  # once more while they are hidden
        view.resize(width, 200)
        assert hidden(view) == [False, False, True, True]
        qtbot.waitUntil(lambda: not view.horizontalScrollBar().isVisible())
    view.resize(2000, 200)
    assert hidden(view) == [False, False, False, False]
