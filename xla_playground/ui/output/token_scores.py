"""The scores of the tokens that a view shows: their colours and their sentences."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ...core.call.probabilities import Score, ScoredSequence, ScoredToken, scores_by_place
from ...core.call.record import Sequence, TokenRole
from .tokens.token_colors import DARK, LIGHT, ChipColors, shaded


class TokenScores(QObject):
    """Shades the chips of a view by probability, while there are scores to show.

    *Attributes:*
        sequences: the scores of all sequences, ``None`` if none are shown.

    *Signals:*
        changed (): other scores are shown, or none.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sequences: tuple[ScoredSequence, ...] | None = None
        self._is_processed = False
        self._by_place: list[dict[int, ScoredToken]] = []

    def show(
        self,
        sequences: tuple[Sequence, ...] = (),
        scored: tuple[ScoredSequence, ...] | None = None,
        *,
        is_processed: bool = False,
    ) -> None:
        """Show the scores of a record's sequences, none if they are ``None``.

        ``is_processed``: those after the options of the call, not those of the model alone.
        """
        if scored is self.sequences and is_processed == self._is_processed:
            return
        self.sequences, self._is_processed = scored, is_processed
        pairs = zip(sequences, scored or (), strict=False)
        self._by_place = [scores_by_place(sequence, scores) for sequence, scores in pairs]
        self.changed.emit()

    def chip_colors(self, number: int, is_dark: bool, place: int, role: TokenRole) -> ChipColors:
        """Return the colours of the token at a place of a sequence."""
        colors = (DARK if is_dark else LIGHT)[role]
        if self.sequences is None or role is TokenRole.PADDING:
            return colors
        score = self._score(self._token(number, place))
        return shaded(colors, score.probability if score else None, is_dark=is_dark)

    def sentence(self, number: int, place: int) -> str:
        """Return how likely a token was and what could have stood there; empty without scores."""
        token = self._token(number, place)
        if token is None:
            return ""
        score = self._score(token)
        if score is None:
            return str(token.reason or self.tr("The prompt was not chosen."))
        others = ", ".join(
            f"{other.text!r} {_percent(other.probability)}" for other in score.alternatives
        )
        sentence = self.tr("probability {0} · rank {1:,}").format(
            _percent(score.probability), score.rank
        )
        likeliest = self.tr("likeliest: {0}").format(others)
        return f"{sentence}\n{likeliest}" if others else sentence

    def _token(self, number: int, place: int) -> ScoredToken | None:
        return self._by_place[number].get(place) if number < len(self._by_place) else None

    def _score(self, token: ScoredToken | None) -> Score | None:
        if token is None:
            return None
        return token.processed if self._is_processed else token.raw


def _percent(probability: float) -> str:
    return f"{100 * probability:.3g} %"
