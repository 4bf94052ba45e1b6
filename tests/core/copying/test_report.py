from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from tests.core.examples import MS, make_record
from xla_playground.core.call.record import Cache
from xla_playground.core.copying.report import session_report
from xla_playground.core.copying.svg import Bar, bars_svg
from xla_playground.core.errors import RequestError
from xla_playground.core.history.history import History
from xla_playground.core.machine import Machine
from xla_playground.core.workbench.call_filter import CallFilter, parse_filter
from xla_playground.core.workbench.workbench import Workbench

MACHINE = Machine(
    system="Linux x86_64",
    processor="A <processor> | with marks",
    cores=2,
    memory_bytes=8 * 10**9,
    load=0.25,
    versions={"python": "3.11.7", "tensorflow": "2.21.0"},
)
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def workbench() -> Iterator[Workbench]:
    history = History(None)
    history.add(make_record(cache=Cache.MISS, reason="seed 1 → 2", model="/a/<b>|c*"))
    for _ in range(3):
        history.add(make_record(run_ns=5 * MS))
    found = Workbench(history)
    found.index()
    found.note(2, "two\nlines | `code` # <script>")
    found.tag(parse_filter(["call=2"]), ["good"])
    yield found
    history.close()


def test_a_report_has_everything(workbench: Workbench) -> None:
    report = session_report(workbench, CallFilter(), MACHINE)
    assert report.startswith("# A session of XLA Playground\n\n4 calls, ")
    for part in (
        "| system | Linux x86\\_64 |",
        "0.25 of 2 cores",
        "| tensorflow | 2.21.0 |",
        "| trace | 700 ms | 1 |",
        "| seed changed | 2.20 s | 1 |",
        "5.00 ms",
        "| good |",
    ):
        assert part in report, part
    calls = report.split("## Calls")[1]
    assert len(re.findall(r"^\| \d+ \|", calls, re.MULTILINE)) == 4


def test_texts_are_no_markup(workbench: Workbench) -> None:
    report = session_report(workbench, CallFilter(), MACHINE)
    assert "<script>" not in report
    assert "two lines \\| \\`code\\` \\# &lt;script&gt;" in report
    assert "A &lt;processor&gt; \\| with marks" in report
    rows = [line for line in report.split("## Calls")[1].splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {17}


def test_plots_are_svg_that_markdown_does_not_break(workbench: Workbench) -> None:
    report = session_report(workbench, CallFilter(), MACHINE)
    plots = re.findall(r"<svg .*?</svg>", report, re.DOTALL)
    assert len(plots) == 2
    for plot in plots:
        assert "\n\n" not in plot
        ElementTree.fromstring(plot)
    phases = ElementTree.fromstring(plots[1])
    widths = [float(r.get("width", 0)) for r in phases.iter(f"{_SVG}rect")]
    assert len(widths) == 1 + 3 + 3 + 3  # the ground, the legend, one call of three phases, runs


def test_of_a_filter_with_no_call_there_is_no_report(workbench: Workbench) -> None:
    with pytest.raises(RequestError, match="nothing to report"):
        session_report(workbench, parse_filter(["arm=eager"]), MACHINE)
    report = session_report(workbench, parse_filter(["call=3"]), MACHINE)
    assert "\n\n1 call, " in report
    assert "made calls new" not in report


def test_bars_are_as_long_as_what_they_show() -> None:
    bars = [Bar("a & <b>", {"run": 100, "trace": 300}), Bar("none", {}), Bar("x" * 80, {"run": 50})]
    svg = ElementTree.fromstring(
        bars_svg("A <title>", bars, {"trace": "#111111", "run": "#222222"})
    )
    widths = [
        (rect.get("fill"), float(rect.get("width", 0)))
        for rect in svg.iter(f"{_SVG}rect")
        if rect.get("height") == "13"
    ]
    assert [fill for fill, _ in widths] == ["#111111", "#222222", "#222222"]
    assert widths[0][1] == pytest.approx(3 * widths[1][1])
    assert widths[1][1] == pytest.approx(2 * widths[2][1], abs=0.02)
    texts = [text.text for text in svg.iter(f"{_SVG}text")]
    assert "a & <b>" in texts
    assert "x" * 33 + "…" in texts


def test_a_plot_of_nothing_is_one() -> None:
    ElementTree.fromstring(bars_svg("Empty", [], {}))
