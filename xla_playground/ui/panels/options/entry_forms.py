"""How entries of several words are written."""

from __future__ import annotations

from ....core.options.table import Kind, OptionSpec
from ...text.translate import tr


def how_to_write(spec: OptionSpec) -> str:
    """Return how an entry of several words is written, an empty string for other entries."""
    match spec.kind:
        case Kind.WORDS:
            return tr("Separate words by commas; put token ids in brackets: [12, 5].")
        case Kind.TEXTS:
            return tr(
                "Separate texts by commas, with quotes if a space or comma counts.",
            )
        case _:
            return ""
