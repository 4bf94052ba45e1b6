"""Find the capacity that serves a list of prompts in one specialization, and the cost of larger
ones.

Under the fast recipe a decoder-only model reads prompts of every length with one specialization, so
no padding policy costs a compile. Only the capacity is to be chosen: the room for a prompt and its
new tokens. A longer call takes the next power of two, which is another specialization.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..call.padding import Padding
from ..call.request import Request
from ..call.specialization import capacity_for
from ..messages import request as messages
from ..messages.message import Message
from ..model.info import ModelInfo
from ..options.table import Strategy
from ..units import count_of_calls, count_of_specializations, format_bytes, format_duration
from .advisor import BYTES_PER_NS, CallCosts, basis_of, check_lengths
from .warm_up import following_capacities

_BYTES_OF_NUMBER = 4
#: Larger capacities that are shown beside the one to take.
_LARGER = 2


@dataclass(frozen=True)
class CapacityCost:
    """What one capacity costs for the whole list.

    Attributes:
        padding: the policy with this capacity, as a request takes it.
        compiles: specializations that the calls need.
        cache_bytes: keys and values that the largest call holds and reads at each new token, as if
            every attention head had its own; some models have fewer.
        total_ns: estimated time of all calls, first calls included.
    """

    padding: Padding
    compiles: int
    cache_bytes: int
    total_ns: float

    @property
    def capacity(self) -> int:
        """Return the capacity: the most tokens of a prompt and its new tokens together."""
        return self.padding.capacity

    @property
    def token_ns(self) -> float:
        """Return the estimated time to read the caches at each new token, in ns."""
        return self.cache_bytes / BYTES_PER_NS


@dataclass(frozen=True)
class CapacityAdvice:
    """The capacities, and the one to take.

    Attributes:
        rows: all capacities that were compared, ascending.
        best: the smallest that serves every prompt, the default at least.
        calls: how many calls the prompts make.
        message: what to take and why.
    """

    rows: tuple[CapacityCost, ...]
    best: CapacityCost
    calls: int
    message: Message

    @property
    def sentence(self) -> str:
        """Return the message in English."""
        return self.message.text


def advise_capacity(
    lengths: Sequence[int],
    costs: CallCosts,
    model: ModelInfo,
    request: Request,
    *,
    batch_size: int = 1,
    repeats: int = 1,
) -> CapacityAdvice:
    """Estimate the cost of capacities for prompts of these lengths, and recommend one.

    Args:
        lengths: tokens of each prompt, in the order in which they are run.
        model: a decoder-only one.
        request: of the fast recipe; its options are those of each call.
        batch_size: how many prompts go into one call; the last call may have fewer.
        repeats: how often the list is run.

    Raises:
        RequestError: there are no prompts, or one is longer than the model takes.
    """
    check_lengths(lengths, model.longest_prompt(request.options.new_tokens))
    batches = [lengths[at : at + batch_size] for at in range(0, len(lengths), batch_size)]
    needed = max(lengths) + request.options.new_tokens
    rows = tuple(
        _cost(capacity, batches, costs, model, request, repeats)
        for capacity in _candidates(needed, model.positions)
    )
    best = next(row for row in rows if row.capacity >= needed)
    message = _message(rows, best, batches, request, repeats, costs)
    return CapacityAdvice(rows, best, repeats * len(batches), message)


def _candidates(needed: int, positions: int | None) -> list[int]:
    """Return the default, the smallest that is enough, and some larger ones."""
    default = following_capacities(Padding().capacity, positions, 1)[0]
    enough = default if needed <= default else 1 << (needed - 1).bit_length()
    return sorted({default, *following_capacities(enough, positions, 1 + _LARGER)})


def _cost(
    capacity: int,
    batches: Sequence[Sequence[int]],
    costs: CallCosts,
    model: ModelInfo,
    request: Request,
    repeats: int,
) -> CapacityCost:
    padding = request.padding.model_copy(update={"capacity": capacity})
    asked = request.model_copy(update={"padding": padding})
    rooms = [capacity_for(asked, max(batch), model.positions) or capacity for batch in batches]
    shapes = [(len(batch), room) for batch, room in zip(batches, rooms, strict=True)]
    # the costs of a call include what one of the default capacity reads
    more_ns = [
        _cache_bytes(model, request, batch, max(room - Padding().capacity, 0)) / BYTES_PER_NS
        for batch, room in shapes
    ]
    runs_ns = (
        len(batches) * costs.run_ns
        + sum(map(sum, batches)) * costs.prompt_token_ns
        + sum(more_ns) * request.options.new_tokens
    )
    return CapacityCost(
        padding,
        compiles=len(set(shapes)),
        cache_bytes=max(_cache_bytes(model, request, *shape) for shape in shapes),
        total_ns=len(set(shapes)) * costs.first_ns + repeats * runs_ns,
    )


def _cache_bytes(model: ModelInfo, request: Request, batch: int, room: int) -> int:
    """Return the bytes of the keys and values of a call: two vectors for each place of a layer."""
    options = request.options
    copies = 1
    if options.strategy.has_beams:
        copies = options.num_beams
    elif options.strategy is Strategy.SAMPLING:
        copies = options.num_return_sequences
    elif options.strategy is Strategy.CONTRASTIVE:
        copies = options.top_k
    return batch * copies * room * 2 * model.layers * model.hidden_size * _BYTES_OF_NUMBER


def _message(
    rows: Sequence[CapacityCost],
    best: CapacityCost,
    batches: Sequence[Sequence[int]],
    request: Request,
    repeats: int,
    costs: CallCosts,
) -> Message:
    sizes, default = len({len(batch) for batch in batches}), rows[0]
    specializations = count_of_specializations(1)
    if sizes > 1:
        specializations = messages.SPECIALIZATIONS_BY_ROWS(count=sizes)
    choice = messages.CHOOSE_CAPACITY(capacity=best.capacity)
    if best is default:
        choice = messages.DEFAULT_CAPACITY(capacity=best.capacity)
    more_compiles: str | Message = ""
    if best.compiles < default.compiles:
        compiles = messages.COMPILES(count=default.compiles)
        more_compiles = messages.WITH_DEFAULT_CAPACITY(capacity=default.capacity, compiles=compiles)
    return messages.CAPACITY(
        choice=choice,
        new_tokens=messages.NEW_TOKENS(count=request.options.new_tokens),
        specializations=specializations,
        calls=count_of_calls(repeats * len(batches)),
        duration=format_duration(best.total_ns),
        basis=basis_of(costs),
        more_compiles=more_compiles,
        larger=_larger(rows, best),
    )


def _larger(rows: Sequence[CapacityCost], best: CapacityCost) -> Message:
    """Return what the next larger capacity would cost."""
    larger = next((row for row in rows if row.capacity > best.capacity), None)
    if larger is None:
        return messages.NO_LARGER_CAPACITY()
    size = format_bytes(larger.cache_bytes - best.cache_bytes)
    duration = format_duration(larger.token_ns - best.token_ns)
    return messages.LARGER_CAPACITY(capacity=larger.capacity, size=size, duration=duration)
