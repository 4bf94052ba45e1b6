"""Messages about what first calls consist of, and why that is not known."""

from __future__ import annotations

from ..message import Template

ESTIMATED = Template("estimated", "Estimate: derived from other durations, not measured itself.")
NO_PARTS_OF_PHASE = Template(
    "no_parts_of_phase",
    "Nothing was measured within the {phase} of these calls: TensorFlow reported no parts, or an "
    "earlier version recorded them.",
)
