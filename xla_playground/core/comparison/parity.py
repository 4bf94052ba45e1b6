"""Whether a specialization writes eager's tokens: the same call is made eagerly, and compared.

Choices of greedy and contrastive search depend on nothing that comes after them, so the first
tokens of a long text are those of a short one. Beam search chooses among whole texts, whose first
tokens depend on the length asked for: it is compared whole, up to ``MOST_BEAM_TOKENS``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from ..call.probabilities import ScoredSequence
from ..call.record import Record, Sequence, Status, Token, TokenRole
from ..call.request import Arm, Precision, Request
from ..call.specialization import DECODE, SpecializationKey
from ..engine.engine import Engine
from ..errors import CallCancelled, PlaygroundError, WorkerDied, shown
from ..frozen import Frozen
from ..messages.message import Message
from ..messages.pages import parity as messages
from ..options.table import Strategy
from .race import first_difference

#: New tokens of each text that are compared.
COMPARED_TOKENS = 16
#: Most new tokens of beams, and most windows of a recording, that eager is asked for.
MOST_BEAM_TOKENS = 64
MOST_WINDOWS = 8
#: Logarithms of two probabilities that differ by no more are a near tie. A scoring pass is held to
#: 1e-4 of eager's softmax; half precision rounds logits of size 10 to 0.008 and 0.06.
NEAR_TIES = {Precision.FLOAT32: 1e-4, Precision.FLOAT16: 1e-2, Precision.BFLOAT16: 1e-1}

_CHOSEN = (TokenRole.NEW, TokenRole.END)


class Outcome(StrEnum):
    """What a check found; ``unchecked`` if there was nothing to compare."""

    EQUAL = "equal"
    NEAR_TIE = "near_tie"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"


class Choice(Frozen):
    """What one side has at the first place that differs.

    Attributes:
        id: the token; ``None`` if the text has ended before.
        score: its probability after the options of the call; of beams the score of its whole text,
            the sum of the logarithms of its probabilities over its length to the power of
            ``length_penalty``. ``None`` if it is not known.
    """

    id: int | None
    text: str
    score: float | None = None


class ParityVerdict(Frozen):
    """Whether the tokens of a specialization are eager's.

    Attributes:
        tokens: most new tokens of a text that were compared.
        row, position: the first text and its first new token that differ, from 0; ``None`` unless
            one differs.
        compiled, eager: what both sides have there.
        message: the same in one sentence.
    """

    outcome: Outcome
    tokens: int = 0
    row: int | None = None
    position: int | None = None
    compiled: Choice | None = None
    eager: Choice | None = None
    message: Message


class Stage(StrEnum):
    """How far the check of a specialization is; ``unknown`` until one of its calls is queued."""

    UNKNOWN = "unknown"
    WAITING = "waiting"
    CHECKING = "checking"
    DONE = "done"


@dataclass(frozen=True)
class ParityState:
    """What is known of a specialization: its verdict if its check is done."""

    stage: Stage = Stage.UNKNOWN
    verdict: ParityVerdict | None = None


def unchecked(why: Message) -> ParityVerdict:
    """Return the verdict on what was not compared, for a reason that is a clause."""
    return ParityVerdict(outcome=Outcome.UNCHECKED, message=messages.PARITY_UNCHECKED(why=why))


def failed(error: PlaygroundError) -> ParityVerdict:
    """Return the verdict if eager could not make the call."""
    message = messages.PARITY_FAILED(why=error.message)
    return ParityVerdict(outcome=Outcome.UNCHECKED, message=message)


def reason_against_key(key: SpecializationKey) -> Message | None:
    """Return why calls of a specialization are not compared with eager; ``None`` if they may be."""
    if key.arm is Arm.EAGER:
        return messages.PARITY_IS_EAGER()
    strategy = str(dict(key.options).get("strategy", ""))
    if key.program != DECODE:
        return None
    if strategy not in set(Strategy):  # the loops of 0.1.0 had one program for several
        return messages.PARITY_OF_EARLIER()
    if Strategy(strategy).is_sampling:
        return messages.PARITY_IS_DRAWN()
    return None


def reason_against(record: Record) -> Message | None:
    """Return why a call is not compared with eager, ``None`` if it can be."""
    options = record.request.options
    if record.status is not Status.COMPLETED or record.key is None:
        return messages.PARITY_NOT_COMPLETED()
    if (why := reason_against_key(record.key)) is not None:
        return why
    if not sum(record.new_tokens):
        return messages.PARITY_NO_TOKENS()
    if options.strategy.has_beams and options.new_tokens > MOST_BEAM_TOKENS:
        tokens = options.new_tokens
        return messages.PARITY_BEAMS_TOO_LONG(tokens=tokens, most=MOST_BEAM_TOKENS)
    windows = len({sequence.prompt_index for sequence in record.sequences})
    if record.request.audio and windows > MOST_WINDOWS:
        return messages.PARITY_TOO_MANY_WINDOWS(windows=windows, most=MOST_WINDOWS)
    return None


def eager_request(request: Request) -> Request:
    """Return the eager call whose first tokens are to be those of ``request``.

    It has one token more than are compared, since some models force the last one.
    """
    options = request.options
    if not options.strategy.has_beams:
        limit = min(options.new_tokens, COMPARED_TOKENS + 1)
        least = min(options.min_new_tokens, limit)
        options = options.model_copy(update={"max_new_tokens": limit, "min_new_tokens": least})
    changed = {"arm": Arm.EAGER, "options": options, "block_tokens": None}
    return request.again().model_copy(update=changed)


def check_parity(engine: Engine, record: Record) -> ParityVerdict:
    """Make the call of ``record`` eagerly and return whether its tokens are the same.

    The engine scores the texts if they differ. What it refuses is a verdict, too.

    Raises:
        CallCancelled, WorkerDied: as ``Engine.generate``.
    """
    if (why := reason_against(record)) is not None:
        return unchecked(why)
    try:
        eager = engine.generate(eager_request(record.request))
        if eager.status is not Status.COMPLETED:
            return unchecked(messages.PARITY_NOT_COMPLETED())
        return _compared(engine, record, eager)
    except (CallCancelled, WorkerDied):
        raise
    except PlaygroundError as error:
        return failed(error)


def _compared(engine: Engine, record: Record, eager: Record) -> ParityVerdict:
    request = record.request
    compared = request.options.new_tokens
    if not request.options.strategy.has_beams:
        compared = min(compared, COMPARED_TOKENS)
    rows = [[_chosen(text)[:compared] for text in side.sequences] for side in (record, eager)]
    ids = [[[token.id for token in row] for row in side] for side in rows]
    difference = first_difference(*ids)
    if difference is None:
        count = max(map(len, ids[0]))
        message = messages.PARITY_EQUAL(count=count)
        return ParityVerdict(outcome=Outcome.EQUAL, tokens=count, message=message)
    row, position = difference.row, difference.position
    texts = [side.sequences[row] for side in (record, eager) if row < len(side.sequences)]
    scores, why = _scores(engine, record, texts, position)
    compiled, other = (
        _choice(side[row] if row < len(side) else (), position, score)
        for side, score in zip(rows, scores, strict=True)
    )
    length = max(len(_chosen(text)) for text in texts)
    is_tie = _is_near_tie(request, compiled, other, length)
    said = messages.PARITY_NEAR_TIE if is_tie else messages.PARITY_DIFFERS
    return ParityVerdict(
        outcome=Outcome.NEAR_TIE if is_tie else Outcome.DIFFERS,
        tokens=compared,
        row=row,
        position=position,
        compiled=compiled,
        eager=other,
        message=said(
            place=_place(row, position, len(rows[0])),
            scores=_in_words(request.options.strategy, compiled, other, why),
        ),
    )


def _chosen(sequence: Sequence) -> tuple[Token, ...]:
    return tuple(token for token in sequence.tokens if token.role in _CHOSEN)


def _choice(row: tuple[Token, ...], position: int, score: float | None) -> Choice:
    if position >= len(row):
        return Choice(id=None, text="", score=score)
    token = row[position]
    return Choice(id=token.id, text=token.text, score=score)


# ------------------------------------------------------------------ scores


def _scores(
    engine: Engine, record: Record, texts: list[Sequence], position: int
) -> tuple[list[float | None], Message | None]:
    """Return the scores of what both sides have at a place, and why one is missing.

    One scoring pass gives both, so that no arm is favoured.
    """
    options = record.request.options
    if len(texts) < 2:
        return [None, None], messages.PARITY_END_OF_TEXT()
    if not options.strategy.has_beams:
        texts = [_as_far_as(text, position) for text in texts]
    try:
        scored = engine.probabilities(record.model_copy(update={"sequences": tuple(texts)}))
    except (CallCancelled, WorkerDied):
        raise
    except PlaygroundError as error:
        return [None, None], error.message
    if options.strategy.has_beams:
        scores = [_score_of_text(text, options.length_penalty) for text in scored]
    else:
        scores = [_probability_at(text, position) for text in scored]
    return scores, messages.PARITY_NO_NUMBERS() if None in scores else None


def _as_far_as(sequence: Sequence, position: int) -> Sequence:
    """Return a sequence without what follows its new token at ``position``."""
    places = [n for n, token in enumerate(sequence.tokens) if token.role in _CHOSEN]
    end = places[position] + 1 if position < len(places) else len(sequence.tokens)
    return sequence.model_copy(update={"tokens": sequence.tokens[:end]})


def _probabilities(scored: ScoredSequence) -> list[float | None]:
    """Return the probabilities of the new tokens after the options of the call."""
    return [
        None if token.processed is None else token.processed.probability
        for token in scored.tokens
        if token.role in _CHOSEN
    ]


def _probability_at(scored: ScoredSequence, position: int) -> float | None:
    found = _probabilities(scored)
    return found[position] if position < len(found) else None


def _score_of_text(scored: ScoredSequence, length_penalty: float) -> float | None:
    found = _probabilities(scored)
    known = [math.log(probability) for probability in found if probability]
    if not known or len(known) < len(found):
        return None
    return math.fsum(known) / math.pow(len(known), length_penalty)


def _is_near_tie(request: Request, one: Choice, other: Choice, length: int) -> bool:
    """Return whether rounding may have decided between two choices.

    Args:
        length: new tokens of the longer text.
    """
    tie, options = NEAR_TIES[request.precision], request.options
    if options.strategy is Strategy.CONTRASTIVE or one.score is None or other.score is None:
        return False
    if options.strategy.has_beams:
        room = tie * math.pow(length, 1 - options.length_penalty)
        return abs(one.score - other.score) <= room
    if not one.score or not other.score:
        return False
    return abs(math.log(one.score) - math.log(other.score)) <= tie


# ------------------------------------------------------------------ words


def _place(row: int, position: int, rows: int) -> Message:
    if rows == 1:
        return messages.PARITY_PLACE(token=position + 1)
    return messages.PARITY_PLACE_OF_TEXT(token=position + 1, text=row + 1)


def _in_words(strategy: Strategy, one: Choice, other: Choice, why: Message | None) -> Message:
    compiled, eager = _named(one), _named(other)
    if why is not None or one.score is None or other.score is None:
        reason = why or messages.PARITY_NO_NUMBERS()
        return messages.PARITY_NO_SCORES(compiled=compiled, eager=eager, why=reason)
    said = messages.PARITY_TEXT_SCORES if strategy.has_beams else messages.PARITY_PROBABILITIES
    scores = said(
        compiled=compiled,
        compiled_score=f"{one.score:.6g}",
        eager=eager,
        eager_score=f"{other.score:.6g}",
    )
    if strategy is not Strategy.CONTRASTIVE:
        return scores
    return messages.PARITY_CONTRASTIVE(probabilities=scores)


def _named(choice: Choice) -> str | Message:
    return messages.PARITY_END_OF_TEXT() if choice.id is None else shown(choice.text)
