"""Convert tables to text that spreadsheets read correctly: CSV files and the clipboard."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

#: A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_file(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file: UTF-8 with a byte order mark, ``None`` as an empty cell.

    Without the mark Excel reads the file in the code page of the machine.
    """
    return codecs.BOM_UTF8 + _text(header, rows, csv.excel).encode("utf-8", "replace")


def tab_separated(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return text for the clipboard that both spreadsheets and editors accept."""
    return _text(header, rows, csv.excel_tab)


def _text(
    header: Sequence[str], rows: Iterable[Sequence[object]], dialect: type[csv.Dialect]
) -> str:
    text = io.StringIO()
    writer = csv.writer(text, dialect, lineterminator="\n")
    writer.writerow(map(_cell, header))
    writer.writerows(map(_cell, row) for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """Return ``value``; a text that would be a formula with an apostrophe before it.

    Line breaks become those that ``csv`` quotes: it writes a lone carriage return as it is.
    """
    if not isinstance(value, str):
        return value
    guard = "'" if value.startswith(_FORMULA_STARTS) else ""
    return guard + value.replace("\r\n", "\n").replace("\r", "\n")
