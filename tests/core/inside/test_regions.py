"""Regions that a view folds."""

from __future__ import annotations

from tests.core.inside.texts import text_of
from xla_playground.core.inside.regions import Region, folded, regions_of

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


def test_folding() -> None:
    regions = regions_of(text_of("loop"))
    text = folded(text_of("loop"), regions[1:3])
    assert "%fused_computation (param_0.2: f32[1,8], param_1.3: s32[]" in text
    assert "{ … 6 lines … }" in text
    assert "{ … 10 lines … }" in text
    assert "%tanh.3" not in text
    assert "%compare.34" in text
    assert folded(text_of("loop"), ()) == text_of("loop").rstrip("\n")
