"""Messages of the probabilities of tokens: why a score is missing."""

from __future__ import annotations

from ..message import Template

NOTHING_BEFORE = Template("nothing_before", "nothing stands before it")
NO_NUMBERS = Template("no_numbers", "the model's scores are no numbers here")
NOTHING_LEFT = Template("nothing_left", "the options of the call leave no token here")
