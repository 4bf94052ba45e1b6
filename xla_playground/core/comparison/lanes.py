"""The lanes of a race by name: our arms by each recipe, and PyTorch."""

from __future__ import annotations

from ..call.request import Arm, Recipe

#: Arm and recipe of each lane of ours.
OURS = {f"{arm.value}-{recipe.value}": (arm, recipe) for arm in Arm for recipe in Recipe}
#: Lanes that need PyTorch.
TORCH = ("torch-eager", "torch-compile")
#: Names of all lanes, in the order of the chart.
LANES = (*OURS, *TORCH)
#: The lanes that race unless others are chosen; the first is the baseline.
USUAL_LANES = ("eager-fast", "graph-fast", "xla-documented", "xla-fast")
