"""Messages of measures with words in them: ranges and counts."""

from __future__ import annotations

from .message import Template

RANGE = Template("range", "{low} to {high} {unit}")
ONE_DURATION = Template("one_duration", "{value} {unit}")
CALLS = Template("calls", "{count:,} calls", one="1 call")
SPECIALIZATIONS = Template("specializations", "{count:,} specializations", one="1 specialization")
