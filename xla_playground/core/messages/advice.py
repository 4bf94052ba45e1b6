"""Messages that forecast a call and advise on padding, capacity and prompts."""

from __future__ import annotations

from .message import Template

# ------------------------------------------------------------------ the forecast

ABOUT = Template("about", ", about {duration}")
BECAUSE = Template("because", ", because {reason}")
CACHED = Template("cached", "cached{about}")
EAGER = Template("eager", "eager, nothing to compile{about}")
STORED = Template("stored", "stored{about}")
NEW = Template("new", "new{because}")
NEW_ABOUT = Template("new_about", "new: about {duration}{because}")

# ------------------------------------------------------------------ counts

COMPILES = Template("compiles", "{count:,} compiles", one="{count:,} compile")
PADDING_TOKENS = Template(
    "padding_tokens", "{count:,} padding tokens", one="{count:,} padding token"
)
CALLS = Template("calls", "{count:,} calls", one="{count:,} call")
NEW_TOKENS = Template("new_tokens", "{count:,} new tokens", one="{count:,} new token")
AS_MEASURED = Template("as_measured", "as measured here")
BY_ROUGH_FIGURES = Template("by_rough_figures", "by rough figures")

# ------------------------------------------------------------------ padding

NO_PROMPTS_TO_ADVISE = Template(
    "no_prompts_to_advise", "There are no prompts to advise on: give some."
)
PROMPT_ABOVE_LIMIT = Template(
    "prompt_above_limit",
    "A prompt has {tokens:,} tokens, more than the {limit:,} that the model takes here: shorten "
    "it.",
)
PADS_TOO_FAR = Template("pads_too_far", "pads to {tokens:,} tokens, and the model takes {limit:,}")
PAD_AND_NO_FEWER = Template(
    "pad_and_no_fewer",
    "Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; no policy needs "
    "fewer compiles for less padding.",
)
PAD_OR_WITHOUT_BUCKETS = Template(
    "pad_or_without_buckets",
    "Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; without buckets "
    "it would be {more_compiles} and about {more_duration}.",
)

# ------------------------------------------------------------------ capacity

DEFAULT_CAPACITY = Template("default_capacity", "The default capacity of {capacity:,} serves")
CHOOSE_CAPACITY = Template("choose_capacity", "Choose a capacity of {capacity:,}: it serves")
ONE_SPECIALIZATION = Template("one_specialization", "one specialization")
SPECIALIZATIONS = Template(
    "specializations",
    "{count} specializations, one for each number of prompts in a call",
)
CAPACITY = Template(
    "capacity",
    "{choice} all of these prompts with {new_tokens} in {specializations}; {calls}, about "
    "{duration} {basis}.{more_compiles}{larger}",
)
WITH_DEFAULT_CAPACITY = Template(
    "with_default_capacity", " With {capacity:,} it would be {compiles}."
)
NO_LARGER_CAPACITY = Template("no_larger_capacity", " The model takes no more.")
LARGER_CAPACITY = Template(
    "larger_capacity",
    " {capacity:,} would hold {size} more, which is read at each new token: {duration}.",
)
