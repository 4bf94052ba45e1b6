"""How entries of several words are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ....core.options.table import Kind, OptionSpec


def how_to_write(spec: OptionSpec) -> str:
    """Return how an entry of several words is written, an empty string for other entries."""
    match spec.kind:
        case Kind.WORDS:
            text = "Separate words by commas; put token ids in brackets: [12, 5]."
            return QCoreApplication.translate("GenerationPanel", text)
        case Kind.TEXTS:
            text = "Separate texts by commas, with quotes if a space or comma counts."
            return QCoreApplication.translate("GenerationPanel", text)
        case _:
            return ""
