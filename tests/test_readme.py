"""The README names what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from xla_playground.core.options.table import FAST_ONLY_OPTIONS, OPTION_SPECS

_README = Path(__file__).parents[1] / "README.md"


@pytest.mark.parametrize("name", [spec.name for spec in OPTION_SPECS])
def test_the_table_of_options_has_every_option(name: str) -> None:
    rows = [line for line in _README.read_text("utf-8").splitlines() if line.startswith("| `")]
    (row,) = [row for row in rows if f"`{name}`" in row.split("|")[1]]
    assert row.endswith("| refused |") is (name in FAST_ONLY_OPTIONS)
