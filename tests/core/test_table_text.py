"""CSV and tab separated text that a spreadsheet reads as it was meant."""

from __future__ import annotations

import codecs
import csv
import io

import pytest

from xla_playground.core.history.table_text import csv_file, tab_separated


def test_a_csv_file_tells_its_encoding() -> None:
    data = csv_file(("name",), [("Zürich 是 🦊",)])
    assert data.startswith(codecs.BOM_UTF8)
    assert "Zürich 是 🦊" in data.decode("utf-8-sig")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_is_no_formula(start: str) -> None:
    data = csv_file(("model", "new_tokens"), [(f"{start}1+1", -5), ("plain", 1.5)])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    shown = f"'{start}1+1".replace("\r", "\n")
    assert rows[1:] == [[shown, "-5"], ["plain", "1.5"]]
    assert shown in tab_separated(("model",), [(f"{start}1+1",)])


def test_what_separates_cells_is_quoted() -> None:
    assert tab_separated(("a", "b"), [("x\ty", "line\nbreak"), (None, 1)]) == (
        'a\tb\n"x\ty"\t"line\nbreak"\n\t1\n'
    )
