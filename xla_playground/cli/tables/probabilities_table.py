"""The table that ``generate --probabilities`` prints."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from ...core.call.probabilities import Score, ScoredSequence


def print_probabilities(sequences: tuple[ScoredSequence, ...]) -> None:
    """Print a table of the tokens of all sequences: by the model alone, and after the options."""
    table = Table("Sequence", "Token", "Probability", "Rank", "After the options", "Likeliest")
    for number, sequence in enumerate(sequences, start=1):
        for token in sequence.tokens:
            raw = token.raw
            table.add_row(
                str(number),
                repr(token.text),
                _probability(raw),
                str(raw.rank) if raw else "–",
                _probability(token.processed),
                token.reason.text if token.reason else _likeliest(raw),
            )
    Console().print(table, markup=False)


def _probability(score: Score | None) -> str:
    return "–" if score is None else f"{score.probability:.4f}"


def _likeliest(score: Score | None) -> str:
    named = score.alternatives if score else ()
    return ", ".join(f"{other.text!r} {other.probability:.2f}" for other in named)
