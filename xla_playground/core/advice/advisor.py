"""Find the padding policy that costs the least time for a list of prompts.

Every padded length is a specialization that traces and compiles once; every padding token is
computed for nothing at each call. The advisor adds up the time of both for each policy. If one
specialization serves every length, no policy costs a compile: see ``capacity_advice``.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..call.padding import Padding, PaddingMode
from ..call.request import Recipe, Request
from ..call.specialization import key_for
from ..errors import RequestError
from ..history.series import Series, SeriesBook
from ..messages import request as messages
from ..messages.message import Message
from ..model.info import ModelInfo
from ..units import count_of_calls, format_duration

MULTIPLES = (8, 16, 32, 64, 128)

#: Rough figures, used until calls were measured. A further specialization of a small model took 2.5
#: to 6 s on two cores; weights are read at 20 GB/s once a new token, and a prompt's tokens are
#: computed at 50 billion operations a second, two for each weight.
_FIRST_NS = {Recipe.FAST: 4e9, Recipe.DOCUMENTED: 6e9}
BYTES_PER_NS = 20.0
_OPERATIONS_PER_NS = 50.0


@dataclass(frozen=True)
class CallCosts:
    """What calls cost, in ns.

    Attributes:
        first_ns: trace and compile of one specialization.
        run_ns: a steady call, its prompt left out.
        prompt_token_ns: one padded token of one prompt.
        is_measured: whether the figures come from measured calls.
    """

    first_ns: float
    run_ns: float
    prompt_token_ns: float
    is_measured: bool = False


@dataclass(frozen=True)
class PolicyCost:
    """What one policy costs for the whole list.

    Attributes:
        padding: the policy, as a request takes it.
        name: the policy in words.
        compiles: specializations that it needs.
        padding_tokens: padding in all the calls together.
        total_ns: estimated time of them all, first calls included.
        problem: why it cannot be used for these prompts, or ``None``.
    """

    padding: Padding
    name: Message
    compiles: int = 0
    padding_tokens: int = 0
    total_ns: float = 0.0
    problem: Message | None = None


@dataclass(frozen=True)
class Advice:
    """The policies, and the one to take.

    Attributes:
        rows: all policies that were compared, also those that cannot be used.
        best: the cheapest; if several cost the same, the one with fewer compiles, then with less
            padding.
        calls: how many calls the prompts make.
        message: what to take and why.
    """

    rows: tuple[PolicyCost, ...]
    best: PolicyCost
    calls: int
    message: Message

    @property
    def sentence(self) -> str:
        """Return the message in English."""
        return self.message.text


def advise(
    lengths: Sequence[int],
    costs: CallCosts,
    *,
    batch_size: int = 1,
    repeats: int = 1,
    limit: int | None = None,
) -> Advice:
    """Estimate the cost of every policy for prompts of these lengths, and recommend one.

    Args:
        lengths: tokens of each prompt, in the order in which they are run.
        costs: see ``default_costs`` and ``measured_costs``.
        batch_size: how many prompts go into one call; the last call may have fewer.
        repeats: how often the list is run.
        limit: longest padded prompt that the model takes, ``None`` if there is no limit.

    Raises:
        RequestError: there are no prompts, or one is longer than the model takes.
    """
    check_lengths(lengths, limit)
    longest = max(lengths)
    batches = [lengths[at : at + batch_size] for at in range(0, len(lengths), batch_size)]
    policies = tuple(
        _cost(padding, batches, costs, repeats, limit) for padding in _candidates(longest)
    )
    usable = [policy for policy in policies if policy.problem is None]
    best = min(usable, key=lambda p: (p.total_ns, p.compiles, p.padding_tokens))
    calls = repeats * len(batches)
    return Advice(policies, best, calls, _message(best, policies[0], calls, costs))


def check_lengths(lengths: Sequence[int], limit: int | None) -> None:
    """Refuse an empty list of prompts and prompts that are too long for the model; see ``advise``.

    Raises:
        RequestError: there are no prompts, or one is longer than the model takes.
    """
    if not lengths:
        raise RequestError("prompts", messages.NO_PROMPTS_TO_ADVISE())
    if limit is not None and max(lengths) > limit:
        problem = messages.PROMPT_ABOVE_LIMIT(tokens=max(lengths), limit=limit)
        raise RequestError("prompts", problem)


def _candidates(longest: int) -> tuple[Padding, ...]:
    """Return the padding policies to compare; the first, without buckets, can always be used."""
    return (
        Padding(mode=PaddingMode.LONGEST),
        *(Padding(mode=PaddingMode.MULTIPLE, multiple_of=multiple) for multiple in MULTIPLES),
        Padding(mode=PaddingMode.POWER_OF_TWO),
        Padding(mode=PaddingMode.FIXED, length=longest),
    )


def _cost(
    padding: Padding,
    batches: Sequence[Sequence[int]],
    costs: CallCosts,
    repeats: int,
    limit: int | None,
) -> PolicyCost:
    name = padding.in_words()
    padded = [padding.padded_length(batch) for batch in batches]
    if limit is not None and max(padded) > limit:
        problem = messages.PADS_TOO_FAR(tokens=max(padded), limit=limit)
        return PolicyCost(padding, name, problem=problem)
    sizes = [length * len(batch) for length, batch in zip(padded, batches, strict=True)]
    compiles = len({(len(batch), length) for batch, length in zip(batches, padded, strict=True)})
    runs_ns = len(batches) * costs.run_ns + sum(sizes) * costs.prompt_token_ns
    return PolicyCost(
        padding,
        name,
        compiles=compiles,
        padding_tokens=repeats * (sum(sizes) - sum(map(sum, batches))),
        total_ns=compiles * costs.first_ns + repeats * runs_ns,
    )


def _message(best: PolicyCost, exact: PolicyCost, calls: int, costs: CallCosts) -> Message:
    compiles = messages.COMPILES(count=best.compiles)
    padding = messages.PADDING_TOKENS(count=best.padding_tokens)
    if best.compiles == exact.compiles:
        return messages.PAD_AND_NO_FEWER(
            policy=best.name,
            compiles=compiles,
            padding=padding,
            calls=count_of_calls(calls),
            duration=format_duration(best.total_ns),
            basis=basis_of(costs),
        )
    return messages.PAD_OR_WITHOUT_BUCKETS(
        policy=best.name,
        compiles=compiles,
        padding=padding,
        calls=count_of_calls(calls),
        duration=format_duration(best.total_ns),
        basis=basis_of(costs),
        more_compiles=messages.COMPILES(count=exact.compiles),
        more_duration=format_duration(exact.total_ns),
    )


def basis_of(costs: CallCosts) -> Message:
    """Return the basis of an estimate in words: measured calls or rough figures."""
    return messages.AS_MEASURED() if costs.is_measured else messages.BY_ROUGH_FIGURES()


def default_costs(model: ModelInfo, request: Request) -> CallCosts:
    """Return estimated costs of calls like ``request``, from the model's size, without
    measurements.
    """
    tokens = request.options.new_tokens
    return CallCosts(
        first_ns=_FIRST_NS[request.recipe],
        run_ns=tokens * 4 * model.parameters / BYTES_PER_NS,
        prompt_token_ns=2 * model.parameters / _OPERATIONS_PER_NS,
    )


def measured_costs(book: SeriesBook, request: Request, default: CallCosts) -> CallCosts:
    """Return ``default`` updated with measured calls of the same model, arm, recipe and strategy.

    A first call costs the median of the measured first calls. The cost of a steady call is a
    straight line over the tokens of its padded prompts (least squares over specializations); if all
    prompts had one size, it keeps the default slope. Calls of a specialization that serves every
    length cost their median, prompts included.
    """
    like = key_for(request, 1)
    alike = [series for series in book if series.key.kind == like.kind]
    firsts = [
        first - run
        for series in alike
        for first, run in zip(series.first_ns, series.first_run_ns, strict=True)
    ]
    first_ns = statistics.median(firsts) if firsts else default.first_ns
    live = [series for series in alike if series.key.padded_length is None]
    if live:
        runs = [latency.median_ns for series in live if (latency := series.steady()) is not None]
        if not runs:
            return replace(default, first_ns=first_ns, is_measured=bool(firsts))
        return CallCosts(first_ns, statistics.median(runs), 0.0, is_measured=True)
    steady = list(_steady_points(alike))
    slope, base = default.prompt_token_ns, default.run_ns
    if len({tokens for tokens, _ in steady}) > 1:
        line = statistics.linear_regression(*zip(*steady, strict=True))
        slope, base = max(line.slope, 0.0), max(line.intercept, 0.0)
    elif steady:
        tokens = steady[0][0]
        base = max(statistics.median(run for _, run in steady) - slope * tokens, 0.0)
    return CallCosts(first_ns, base, slope, is_measured=bool(firsts or steady))


def _steady_points(alike: Iterable[Series]) -> Iterable[tuple[int, float]]:
    """Yield for each specialization the padded tokens per call and the median steady run time in
    ns.
    """
    for series in alike:
        latency = series.steady()
        if latency is not None and series.key.padded_length is not None:
            yield series.key.batch * series.key.padded_length, latency.median_ns
