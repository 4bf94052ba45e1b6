"""Regions that a view folds."""

from __future__ import annotations

from tests.core.inside.texts import text_of
from xla_playground.core.inside.regions import Region, folded_at_first, lines_in_sight, regions_of

STABLEHLO = """module @main {
  func.func public @main(%arg0: tensor<f32>) -> tensor<f32> {
    %0 = "stablehlo.case"(%i) ({
      stablehlo.return %arg0 : tensor<f32>
    }, {
      stablehlo.return %1 : tensor<f32>
    }) : (tensor<i32>) -> tensor<f32>
    return %0 : tensor<f32>
  }
}"""


def test_regions_of_hlo_are_its_computations() -> None:
    text = text_of("loop")
    regions = regions_of(text)
    lines = text.splitlines()
    tables = regions[:4]
    assert [(lines[r.first], r.last - r.first) for r in tables] == [
        ("FileNames", 1),
        ("FunctionNames", 1),
        ("FileLocations", 1),
        ("StackFrames", 1),
    ]
    regions = regions[4:]
    assert [lines[r.first].split()[0] for r in regions] == [
        "%region_1.9",
        "%fused_computation",
        "%body.20",
        "%condition.30",
        "ENTRY",
    ]
    assert all(lines[region.last] == "}" and region.depth == 0 for region in regions)


def test_regions_of_stablehlo_lie_in_each_other() -> None:
    assert regions_of(STABLEHLO) == (
        Region(first=0, last=9, depth=0),
        Region(first=1, last=8, depth=1),
        Region(first=2, last=4, depth=2),
        Region(first=4, last=6, depth=2),
    )


def test_a_region_that_is_never_closed_is_none() -> None:
    assert regions_of("a {\n  b {\n  }\n") == (Region(first=1, last=2, depth=1),)
    assert regions_of("}\n") == ()


def test_what_the_program_calls_is_folded_at_first() -> None:
    text = text_of("loop")
    lines = text.splitlines()
    folded = folded_at_first(lines, regions_of(text))
    assert [lines[first].split()[0] for first in sorted(folded)] == [
        "FileNames",
        "FunctionNames",
        "FileLocations",
        "StackFrames",
        "%region_1.9",
        "%fused_computation",
        "%body.20",
        "%condition.30",
    ]
    assert folded_at_first(STABLEHLO.splitlines(), regions_of(STABLEHLO)) == frozenset()


def test_of_a_folded_region_the_first_line_is_in_sight() -> None:
    ends = {0: 9, 1: 8, 2: 4, 4: 6}
    assert lines_in_sight(10, ends, ()) == list(range(10))
    assert lines_in_sight(10, ends, {2}) == [0, 1, 2, 5, 6, 7, 8, 9]
    assert lines_in_sight(10, ends, {1, 2}) == [0, 1, 9]
    assert lines_in_sight(10, ends, {0}) == [0]
    assert lines_in_sight(0, {}, ()) == []
