"""The text of a speech call: its windows, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from .record import Sequence

#: Put before the text of a window that is probably no speech.
UNSURE = "[no speech?]"


def transcript(sequences: Iterable[Sequence]) -> str:
    """Return the best (first) sequence of each window, joined by single spaces."""
    texts: dict[int, str] = {}
    for sequence in sequences:
        texts.setdefault(sequence.prompt_index, sequence.text.strip())
    return " ".join(text for _, text in sorted(texts.items()) if text)
