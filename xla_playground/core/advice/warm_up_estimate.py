"""Propose specializations to warm up around the current call, and estimate their cost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..call.padding import Padding, PaddingMode
from ..call.request import Arm, Recipe, Request
from ..call.specialization import SpecializationKey, capacity_for, is_length_live, key_for
from ..history.series import SeriesBook
from ..model.info import ModelInfo
from ..options.options import GenerationOptions, structural_options
from ..options.table import Strategy
from ..options.values import OptionValue
from .advisor import default_costs, measured_costs
from .warm_up import WarmUpPlan, following_capacities

#: A worker of its own imports TensorFlow and loads the model first: 4 to 5 s on two cores.
_START_NS = 5e9
_BATCHES = (1, 2, 4, 8)
_SHORTER, _LONGER = 1, 3
_CAPACITIES = 4
_STRATEGIES = (
    GenerationOptions(strategy=Strategy.GREEDY),
    GenerationOptions(strategy=Strategy.SAMPLING),
    GenerationOptions(strategy=Strategy.BEAM, num_beams=2),
    GenerationOptions(strategy=Strategy.BEAM, num_beams=4),
    GenerationOptions(strategy=Strategy.CONTRASTIVE, top_k=4),
)


def offered_batches(current: int) -> tuple[int, ...]:
    """Return the numbers of prompts to offer, ascending, with ``current`` among them."""
    return tuple(sorted({*_BATCHES, current}))


def offered_lengths(padding: Padding, current: int, limit: int | None) -> tuple[int, ...]:
    """Return the padded lengths around ``current`` that ``padding`` makes, ascending, ``current``
    included.

    ``limit`` is the longest that the model takes, ``None`` if there is no limit.
    """
    match padding.mode:
        case PaddingMode.MULTIPLE:
            step = padding.multiple_of
            lengths = [current + step * n for n in range(-_SHORTER, _LONGER + 1)]
        case PaddingMode.POWER_OF_TWO:
            lengths = [current // 2, *(current << n for n in range(_LONGER + 1))]
        case PaddingMode.FIXED:
            lengths = [padding.length]
        case _:
            lengths = [current]
    fitting = {n for n in lengths if n >= 1 and (limit is None or n <= limit)}
    return tuple(sorted(fitting | {current}))


def offered_capacities(request: Request, beginning: int, positions: int | None) -> tuple[int, ...]:
    """Return capacities of the fast recipe, ascending, from the one that ``request`` needs.

    Args:
        request: its recipe and arm may be any.
        beginning: tokens of its longest prompt.
        positions: most tokens that the model takes, ``None`` if there is no limit.
    """
    fast = request.model_copy(update={"recipe": Recipe.FAST, "arm": Arm.XLA})
    current = capacity_for(fast, beginning, positions)
    assert current is not None  # every loop has one
    return following_capacities(current, positions, _CAPACITIES)


def offered_options(current: GenerationOptions) -> tuple[GenerationOptions, ...]:
    """Return sets of options that differ in structure, ``current`` first; live ones are its own."""
    number = {"max_new_tokens": current.max_new_tokens}
    every = (current, *(options.model_copy(update=number) for options in _STRATEGIES))
    by_structure: dict[tuple[tuple[str, OptionValue], ...], GenerationOptions] = {}
    for options in every:
        by_structure.setdefault(tuple(structural_options(options).items()), options)
    return tuple(by_structure.values())


@dataclass(frozen=True)
class WarmUpEstimate:
    """The size and the cost of a plan.

    Attributes:
        specializations: how many different ones the plan names.
        stored: how many of them are on disk already.
        expected_ns: time to prepare the others, the start of a worker included.
    """

    specializations: int
    stored: int
    expected_ns: float


def estimate(
    plan: WarmUpPlan,
    model: ModelInfo,
    book: SeriesBook,
    stored: Collection[SpecializationKey],
) -> WarmUpEstimate:
    """Count the specializations of ``plan`` and add up their first calls.

    These calls include the chunk and encode programs. A first call is taken to cost as much as
    earlier ones of the same strategy, or a rough figure if there are none.

    Raises:
        ValidationError: a shape or an option is not possible.
    """
    costs: dict[SpecializationKey, float] = {}
    for request in plan.requests():
        key = _key(request, model)
        if key not in costs:
            costs[key] = measured_costs(book, request, default_costs(model, request)).first_ns
    missing = [ns for key, ns in costs.items() if key not in stored]
    expected = sum(missing) + _START_NS if missing else 0.0
    return WarmUpEstimate(len(costs), len(costs) - len(missing), expected)


def _key(request: Request, model: ModelInfo) -> SpecializationKey:
    """Return the key of a request of a plan, whose prompt fits."""
    is_live = is_length_live(request, is_decoder_only=model.is_decoder_only)
    capacity = capacity_for(request, 1, model.positions)
    return key_for(request, None if is_live else request.padding.length, capacity)
