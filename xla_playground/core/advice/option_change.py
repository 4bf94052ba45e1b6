"""What another value of an option would do: retrace, at what cost, or nothing of the kind."""

from __future__ import annotations

from ..call.plan import Plan
from ..call.record import Cache
from ..call.request import Arm, Recipe
from ..call.specialization import SpecializationKey
from ..history.series import SeriesBook
from ..messages import request as messages
from ..messages.message import Message
from ..options.table import LIVE_OPTIONS, SWITCHED_OPTIONS, Strategy
from ..units import duration_range, short_duration
from .first_call_cost import FirstCallCosts

#: New tokens of a call of which nothing is known.
_NEW_TOKENS = 32


def retrace_cost(plan: Plan, book: SeriesBook) -> Message:
    """Return what a new specialization near that of ``plan`` costs, to follow a sentence.

    It is the latest first call of the same model, arm, recipe, precision and batch that traced; if
    there is none, the forecast of such a call.
    """
    alike = _kind(plan.key)
    for call in reversed(book.first_calls):
        if call.cache is Cache.MISS and _kind(call.key) == alike:
            return messages.LAST_TIME(duration=short_duration(call.prepared_ns + call.run_ns))
    asked = dict(plan.key.options).get("max_new_tokens") or _NEW_TOKENS
    new_tokens = plan.key.batch * int(asked)
    estimate = FirstCallCosts(book.first_calls).estimate(
        plan.key, Cache.MISS, warmth=plan.warmth, new_tokens=new_tokens
    )
    return messages.PERHAPS(range=duration_range(estimate.low_ns, estimate.high_ns))


def change_of(option: str, key: SpecializationKey, cost: Message) -> Message:
    """Return what another value of an option would do to calls of ``key``, which read it.

    Args:
        cost: of a new specialization, see ``retrace_cost``.
    """
    if key.arm is Arm.EAGER:
        return messages.CHANGE_EAGER()
    options = dict(key.options)
    strategy = Strategy(str(options["strategy"]))
    if key.recipe is Recipe.DOCUMENTED:
        is_live = option == "seed" and option not in options
    else:
        is_live = strategy in LIVE_OPTIONS.get(option, ())
    if not is_live:
        return messages.CHANGE_STRUCTURAL(cost=cost)
    if option in SWITCHED_OPTIONS and option not in options:
        return messages.CHANGE_SWITCHES_ON(cost=cost)
    if option == "max_new_tokens" and key.capacity is not None:
        return messages.CHANGE_LIVE_WITHIN(capacity=key.capacity)
    return messages.CHANGE_LIVE()


def _kind(key: SpecializationKey) -> tuple[object, ...]:
    is_loop = key.capacity is not None  # the fast recipe of 0.1.0 had other loops
    return key.model, key.arm, key.recipe, key.precision, key.batch, is_loop
