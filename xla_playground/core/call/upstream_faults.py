"""Known faults of TensorFlow's ``generate`` in Transformers, which the documented recipe computes.

That code is frozen: Transformers 5 has no TensorFlow. Each row was found by comparison with the
maintained ``generate`` of PyTorch in Transformers 4.54.1; docs/decisions/0014 has the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..notice import Notice
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


@dataclass(frozen=True)
class _Fault:
    id: str
    is_met: Callable[[Situation], bool]
    text: str


def _samples(call: Situation) -> bool:
    return call.request.options.strategy is Strategy.SAMPLING


def _drops_beams(call: Situation) -> bool:
    return call.request.options.strategy.has_beams and call.has_ended


def _compares_padding(call: Situation) -> bool:
    return call.request.options.strategy is Strategy.CONTRASTIVE and call.is_padded


def _penalizes_padding(call: Situation) -> bool:
    penalizes = call.request.options.repetition_penalty != 1.0
    return penalizes and call.is_padded and call.pads_with_end


_FAULTS = (
    _Fault(
        "repeated_random_numbers",
        _samples,
        "The documented recipe draws every token with the same random numbers, so words may repeat",
    ),
    _Fault(
        "dropped_beams",
        _drops_beams,
        "The documented recipe drops the running beams once one has ended, so better texts can be "
        "lost or empty",
    ),
    _Fault(
        "padding_is_compared",
        _compares_padding,
        "The documented recipe compares tokens with the padding too, so padding changes the text",
    ),
    _Fault(
        "padding_is_penalized",
        _penalizes_padding,
        "The documented recipe counts padding as an end token that was seen, so repetition_penalty "
        "moves the end of the text",
    ),
)


def faults_met(call: Situation) -> tuple[Notice, ...]:
    """Return a notice for each known fault that the call meets; none under the fast recipe."""
    request = call.request
    if request.recipe is Recipe.FAST:
        return ()
    return tuple(
        Notice(id=fault.id, text=f"{fault.text}: the fast recipe computes this right.")
        for fault in _FAULTS
        if fault.is_met(call)
    )


def may_differ(request: Request, *, has_ended: bool = True) -> bool:
    """Return whether upstream's tokens for ``request`` may differ from the fast recipe's.

    Prompts are taken to be padded, so the result is true for some requests whose tokens are equal.

    Args:
        has_ended: whether a text of the answer has ended before the limit, see ``Situation``.
    """
    documented = request.model_copy(update={"recipe": Recipe.DOCUMENTED})
    ends = has_ended and not request.options.ignore_eos
    return bool(faults_met(Situation(documented, True, True, has_ended=ends)))
