"""Known faults of TensorFlow's ``generate`` in Transformers, which the documented recipe computes.

That code is frozen: Transformers 5 has no TensorFlow. Each row was found by comparison with the
maintained ``generate`` of PyTorch in Transformers 4.54.1; docs/decisions/0014 has the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..messages import request as messages
from ..messages.message import Message, Template
from ..options.table import Strategy
from .request import Recipe, Request


@dataclass(frozen=True)
class Situation:
    """A call by upstream's code.

    Attributes:
        is_padded: whether the prompt of a decoder-only model was padded.
        pads_with_end: whether its padding token ends a text.
        has_ended: whether one of its sequences has ended before the limit, or is empty.
    """

    request: Request
    is_padded: bool
    pads_with_end: bool
    has_ended: bool


def _samples(call: Situation) -> bool:
    return call.request.options.strategy is Strategy.SAMPLING


def _drops_beams(call: Situation) -> bool:
    return call.request.options.strategy.has_beams and call.has_ended


def _compares_padding(call: Situation) -> bool:
    return call.request.options.strategy is Strategy.CONTRASTIVE and call.is_padded


def _penalizes_padding(call: Situation) -> bool:
    penalizes = call.request.options.repetition_penalty != 1.0
    return penalizes and call.is_padded and call.pads_with_end


#: What is said of each fault, and whether a call meets it.
_FAULTS: tuple[tuple[Template, Callable[[Situation], bool]], ...] = (
    (messages.REPEATED_RANDOM_NUMBERS, _samples),
    (messages.DROPPED_BEAMS, _drops_beams),
    (messages.PADDING_IS_COMPARED, _compares_padding),
    (messages.PADDING_IS_PENALIZED, _penalizes_padding),
)


def faults_met(call: Situation) -> tuple[Message, ...]:
    """Return a notice for each known fault that the call meets; none under the fast recipe."""
    request = call.request
    if request.recipe is Recipe.FAST:
        return ()
    return tuple(notice() for notice, is_met in _FAULTS if is_met(call))


def may_differ(request: Request, *, has_ended: bool = True) -> bool:
    """Return whether upstream's tokens for ``request`` may differ from the fast recipe's.

    Prompts are taken to be padded, so the result is true for some requests whose tokens are equal.

    Args:
        has_ended: whether a text of the answer has ended before the limit, see ``Situation``.
    """
    documented = request.model_copy(update={"recipe": Recipe.DOCUMENTED})
    ends = has_ended and not request.options.ignore_eos
    return bool(faults_met(Situation(documented, True, True, has_ended=ends)))
