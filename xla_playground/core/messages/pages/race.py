"""Messages of races, and of the benches that check them."""

from __future__ import annotations

from ..message import Template

NO_SUCH_LANE = Template("no_such_lane", "There is no lane {lane}: use {lanes}.")
LANE_NAMED_TWICE = Template("lane_named_twice", "The lane {lane} is named twice: name each once.")
LANE_READS_PROMPTS = Template("lane_reads_prompts", "PyTorch's lanes read prompts, not audio.")
LANE_TAKES_NO = Template("lane_takes_no", "PyTorch's lanes take no {name}: leave it empty.")
COPIED_SCRIPT = Template("copied_script", "The copied script")
NO_SCRIPT_OF_LANE = Template(
    "no_script_of_lane",
    "No script is compared with {lane}: copies are of the documented lanes and of xla-fast.",
)
NEVER_PAYS = Template("never_pays", "{lane} never pays for its first call.")
AHEAD_AT_ONCE = Template("ahead_at_once", "{lane} is ahead from its first call on.")
PAID_AFTER = Template("paid_after", "{lane} has paid for its first call after {count:,} calls.")
NO_LANE = Template("no_lane", "Name at least one lane; there are {lanes}.")
TOO_CLOSE = Template(
    "too_close",
    "{lane} cannot be told from {other} in its steady calls: make more runs to know what pays.",
)
REWRITE_PROBE = Template("rewrite_probe", "The probe of rewrites")
