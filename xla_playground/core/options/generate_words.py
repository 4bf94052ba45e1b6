"""Read arguments of ``generate`` as options: its vocabulary is wider than the table's.

The strategy follows from ``do_sample``, ``num_beams`` and ``penalty_alpha``; one beam means no beam
search; ``None`` means the default; lengths may count the tokens before the first new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import RequestError, shown
from ..messages import options as messages
from ..messages.message import Message
from ..messages.pages import pasted
from ..numbers import NumberRange
from .generate_arguments import NO_EOS_ID
from .table import SPEC_OF, Strategy

#: What ``None`` means for an option, if it is not the table's default.
_NONE_MEANS = {"top_k": 0}
#: Lengths that count the tokens before the first new one as well.
_COUNTED = ("max_length", "min_length")
#: Arguments that are no options of the table and have a meaning as options.
WORDS = ("strategy", "do_sample", "eos_token_id", *_COUNTED)
#: Arguments that choose the strategy.
CHOOSE_STRATEGY = ("strategy", "do_sample", "num_beams", "penalty_alpha")


@dataclass(frozen=True)
class Lengths:
    """Lengths that count the tokens before the first new one: those of ``generate``'s input.

    Attributes:
        longest: ``max_length``.
        least: ``min_length``.
    """

    longest: int | None = None
    least: int | None = None

    @property
    def is_named(self) -> bool:
        """Return whether there is one."""
        return self.longest is not None or self.least is not None

    def new_tokens(self, beginning: int) -> dict[str, int]:
        """Return the numbers of new tokens after ``beginning`` tokens, padding included.

        Raises:
            RequestError: no token is left.
        """
        found = {}
        if self.longest is not None:
            if self.longest <= beginning:
                problem = pasted.NO_TOKEN_AFTER(longest=self.longest, count=beginning)
                raise RequestError("max_length", problem)
            found["max_new_tokens"] = self.longest - beginning
        if self.least is not None:
            found["min_new_tokens"] = max(self.least - beginning, 0)
        return found


@dataclass(frozen=True)
class Words:
    """Arguments of ``generate`` as they were understood.

    Attributes:
        options: values for ``parse_options``, ``strategy`` included.
        lengths: lengths whose number of new tokens depends on the input.
        rest: arguments that are no options.
    """

    options: dict[str, Any]
    lengths: Lengths = field(default_factory=Lengths)
    rest: dict[str, Any] = field(default_factory=dict)


def strategy_of(entries: Mapping[str, Any]) -> Strategy:
    """Return the strategy that PyTorch's ``generate`` picks (``get_generation_mode``)."""
    beams, alpha, top_k = (entries.get(n) for n in ("num_beams", "penalty_alpha", "top_k"))
    draws = entries.get("do_sample") is True
    is_contrastive = not draws and beams in (None, 1) and type(alpha) in (int, float)
    is_contrastive &= type(top_k) is not int or top_k > 1
    return Strategy.from_flags(
        do_sample=draws,
        num_beams=beams if type(beams) is int else 1,
        penalty_alpha=alpha if is_contrastive else None,
    )


def word_problem(name: str, value: Any) -> Message | None:
    """Return why ``generate`` cannot be given this value here, ``None`` if it can.

    Arguments that are no options have no problem.
    """
    if value is None or name == "strategy":
        return None
    if name == "do_sample" and not isinstance(value, bool):
        return messages.NOT_A_SWITCH(name=name, given=shown(value))
    if name in _COUNTED:
        return NumberRange(name, 0, SPEC_OF["max_new_tokens"].maximum * 2).problem(value)
    if name not in SPEC_OF or _is_switched_off(name, value):
        return None
    return SPEC_OF[name].problem(_texts(name, value))


def read_words(given: Mapping[str, Any]) -> Words:
    """Return what arguments of ``generate`` mean.

    Raises:
        RequestError: a value cannot be used, or contradicts the strategy.
    """
    for name in ("do_sample", *_COUNTED):
        if problem := word_problem(name, given.get(name)):
            raise RequestError(name, problem)
    strategy = given.get("strategy", strategy_of(given))
    options: dict[str, Any] = {"strategy": strategy}
    rest: dict[str, Any] = {}
    for name, value in given.items():
        if name == "eos_token_id" and value in (None, NO_EOS_ID):
            options["ignore_eos"] = True
        elif name in SPEC_OF:
            options |= _option(name, value, strategy)
        elif name not in WORDS or name == "eos_token_id":
            rest[name] = value
    if "do_sample" in given and "strategy" in given:
        _check_draws(options["strategy"], given["do_sample"])
    longest, least = (given.get(name) for name in _COUNTED)
    lengths = Lengths(
        None if given.get("max_new_tokens") is not None else longest,
        None if given.get("min_new_tokens") is not None or not least else least,
    )
    return Words(options, lengths, rest)


def _option(name: str, value: Any, strategy: Any) -> dict[str, Any]:
    """Return an option as the table has it; empty if its value means the default.

    A strategy that was named refuses the value that switches it off.
    """
    if value is None:
        return {name: _NONE_MEANS[name]} if name in _NONE_MEANS else {}
    is_read = any(strategy == one for one in SPEC_OF[name].strategies)
    if _is_switched_off(name, value) and not is_read:
        return {}
    return {name: _texts(name, value)}


def _is_switched_off(name: str, value: Any) -> bool:
    """Return whether an option that chooses the strategy has a value that does not choose it."""
    is_number = type(value) in (int, float)
    return is_number and (name, value) in (("num_beams", 1), ("penalty_alpha", 0))


def _texts(name: str, value: Any) -> Any:
    """Return ``stop_strings`` as a list: one text is one stop string, even with commas in it."""
    return [value] if name == "stop_strings" and isinstance(value, str) else value


def _check_draws(strategy: Any, draws: bool | None) -> None:
    is_known = isinstance(strategy, str) and strategy in list(Strategy)
    if is_known and draws is not None and Strategy(strategy).is_sampling is not draws:
        problem = pasted.CONTRADICTS_STRATEGY(strategy=str(strategy), given=str(draws))
        raise RequestError("do_sample", problem)
