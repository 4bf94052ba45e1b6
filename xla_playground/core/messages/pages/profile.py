"""Messages of profiles, and of looking inside."""

from __future__ import annotations

from ..message import Template

NOTHING_RECORDED = Template(
    "nothing_recorded",
    "TensorFlow's profiler recorded no operation of XLA's in this call: look into the log, or "
    "profile it again.",
)
NOT_STEADY = Template(
    "not_steady",
    "{key} was not ready when the profiled call began, so its time is no steady call's: profile it "
    "again.",
)
LOOK_CANCELLED = Template("look_cancelled", "Cancelled: ask again to look inside.")
OUT_WITHOUT_PROFILE = Template(
    "out_without_profile", "--out takes the trace of a profile: add --profile."
)
PROFILE_ALONE = Template(
    "profile_alone", "--profile has neither --against nor --text: leave them out, or run it apart."
)
COMPILED_AGAIN = Template("compiled_again", "{key}, once more for its {what}")
