"""What a recipe does not read, or computes with a known fault of upstream, by option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..messages.message import Message
from ..messages.pages import parity as messages
from ..options.table import FAST_ONLY_OPTIONS, Strategy

#: Why the documented recipe does not read an option, as clauses; see ``FAST_ONLY_OPTIONS``.
_NOT_READ: dict[str, Message] = {
    "no_repeat_ngram_size": messages.NGRAMS_NOT_TRACED(),
    "bad_words_ids": messages.BAD_WORDS_NOT_CONVERTED(),
    "stop_strings": messages.STOP_STRINGS_AT_END(),
}
#: What the documented recipe refuses of an option, as clauses.
_REFUSED: dict[str, Message] = {
    "early_stopping": messages.NEVER_NOT_TRACED(),
    "max_new_tokens": messages.ONE_TOKEN_NOT_TRACED(),
}
#: What no recipe has, by the option that it is looked for at.
_NOWHERE: dict[str, Message] = {
    "num_beams": messages.NO_DIVERSE_BEAMS(),
    "strategy": messages.NO_SCORES_UNDER_XLA(),
}


@dataclass(frozen=True)
class FormCall:
    """A call as the panel describes it.

    Attributes:
        options: values by name, as they are typed.
        is_fast: whether the fast recipe runs it.
        has_fast: whether the fast recipe could.
        is_decoder_only: whether padding stands before the text.
    """

    options: Mapping[str, Any]
    is_fast: bool
    has_fast: bool = True
    is_decoder_only: bool = True

    @property
    def strategy(self) -> Strategy:
        """Return the strategy of the call."""
        return Strategy(self.options["strategy"])


def reason_not_read(option: str, call: FormCall) -> Message | None:
    """Return why the recipe does not read an option that the strategy reads, or ``None``."""
    if call.is_fast:
        return None
    if option in FAST_ONLY_OPTIONS:
        return _with_fast(_NOT_READ.get(option, messages.NOT_READ_UPSTREAM()), call)
    if option == "seed" and call.strategy is Strategy.BEAM_SAMPLING:
        return _with_fast(messages.SEED_NOT_READ(), call)
    return None


def fault_of(option: str, call: FormCall) -> Message | None:
    """Return the fault that the recipe may compute because of an option's value, or ``None``."""
    found = None if call.is_fast else _fault_of(option, call)
    if found is None:
        return None
    remedy = messages.FAST_COMPUTES_IT_RIGHT if call.has_fast else messages.NO_FAST_FOR_IT
    return remedy(fault=found)


def hints_of(option: str, call: FormCall) -> tuple[Message, ...]:
    """Return what other values of an option would meet: what is refused, what does not exist."""
    refused = None if call.is_fast else _REFUSED.get(option)
    hints = (None if refused is None else _with_fast(refused, call), _NOWHERE.get(option))
    return tuple(hint for hint in hints if hint is not None)


def _fault_of(option: str, call: FormCall) -> Message | None:
    strategy = call.strategy
    if option == "repetition_penalty":
        is_on = call.options.get(option) != 1.0
        return messages.MAY_PENALIZE_PADDING() if is_on and call.is_decoder_only else None
    if option != "strategy":
        return None
    if strategy is Strategy.SAMPLING:
        return messages.MAY_REPEAT_WORDS()
    if strategy.has_beams and not call.options.get("ignore_eos"):
        return messages.MAY_LOSE_BEAMS()
    if strategy is Strategy.CONTRASTIVE and call.is_decoder_only:
        return messages.MAY_COMPARE_PADDING()
    return None


def _with_fast(clause: Message, call: FormCall) -> Message:
    return (messages.FAST_COMPUTES_IT if call.has_fast else messages.NO_FAST_FOR_IT)(fault=clause)
