"""Messages of the page of published claims."""

from __future__ import annotations

from ..message import Template

CLAIMS_NOT_SAVED = Template(
    "claims_not_saved", "The measured claims cannot be saved ({why}): free some space."
)
EXPERIMENT_FAILED = Template("experiment_failed", "Not measured. {why}")
