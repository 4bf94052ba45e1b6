"""Specialization keys: everything that forces TensorFlow to trace and XLA to compile again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .frozen import Frozen
from .model_info import short_model_name
from .option_values import OptionValue, scalar
from .options import SPEC_OF, constant_options, structural_options
from .request import Arm, Precision, Recipe, Request

#: Entries of a key's options that its shape tells.
_IN_SHAPE = ("max_new_tokens", "capacity")


class SpecializationKey(Frozen):
    """What one traced-and-compiled function serves.

    Attributes:
        model: the model's name or folder.
        batch: number of prompts.
        padded_length: tokens of each padded prompt; for speech, frames of a window.
        options: every option that the function holds as a constant, as (name, value) pairs in the
            order of the options table. Under the documented recipe that is every option the
            strategy reads: each is a Python constant, so each change retraces. Under the fast
            recipe it is the structural options, and ``capacity`` where the number of new tokens
            is live.
    """

    model: str
    arm: Arm
    recipe: Recipe
    precision: Precision
    batch: int
    padded_length: int
    options: tuple[tuple[str, OptionValue], ...]

    def as_dict(self) -> dict[str, OptionValue]:
        """The key as one flat mapping, for JSON and for comparing."""
        return {
            "model": self.model,
            "arm": self.arm.value,
            "recipe": self.recipe.value,
            "precision": self.precision.value,
            "batch": self.batch,
            "padded_length": self.padded_length,
            **dict(self.options),
        }

    def shape(self) -> str:
        """Prompts × padded length + new tokens: ``2×8+32``, ``2×8+≤32`` where they are live."""
        constants = dict(self.options)
        new_tokens = constants.get("max_new_tokens") or f"≤{constants.get('capacity')}"
        return f"{self.batch}×{self.padded_length}+{new_tokens}"

    def label(self) -> str:
        """A short name for tooltips and the status: ``playground-gpt2 · xla · beam 4 · 2×8+32``.

        Options at their defaults are left out, so two keys can share a label.
        """
        named = dict(self.options)
        strategy = str(named.pop("strategy"))
        if "num_beams" in named:
            strategy += f" {named.pop('num_beams')}"
        changed = [
            f"{name} {value}"
            for name, value in named.items()
            if name not in _IN_SHAPE and value != scalar(SPEC_OF[name].default)
        ]
        how = self.arm.value + (" fast" if self.recipe is Recipe.FAST else "")
        model = short_model_name(self.model)
        return " · ".join([model, how, strategy, self.shape(), *changed])


def capacity_for(request: Request, padded_length: int, positions: int | None) -> int:
    """How many new tokens the loop of ``request`` has room for.

    Under the fast recipe that is ``max_new_tokens`` rounded up to the bucket, as far as the model's
    ``positions`` go (``None``: no limit), where the number of new tokens is live; else exactly
    ``max_new_tokens``.
    """
    wanted = request.options.new_tokens
    if "max_new_tokens" in _constants(request):
        return wanted
    bucket = request.padding.new_token_bucket
    rounded = -(-wanted // bucket) * bucket
    if positions is not None:
        rounded = min(rounded, positions - padded_length)
    return max(rounded, wanted, 2)


def _constants(request: Request) -> dict[str, OptionValue]:
    if request.recipe is Recipe.FAST and request.arm is not Arm.EAGER:
        return structural_options(request.options)
    return constant_options(request.options)


def key_for(request: Request, padded_length: int, capacity: int | None = None) -> SpecializationKey:
    """The key of ``request`` once its prompts are padded to ``padded_length`` tokens.

    ``capacity`` is the loop's room for new tokens, see ``capacity_for``.
    """
    constants = _constants(request)
    if "max_new_tokens" not in constants:
        constants["capacity"] = capacity or request.options.new_tokens
    return SpecializationKey(
        model=request.model,
        arm=request.arm,
        recipe=request.recipe,
        precision=request.precision,
        batch=request.batch,
        padded_length=padded_length,
        options=tuple(constants.items()),
    )


@dataclass(frozen=True)
class Difference:
    """One entry in which two keys differ; ``None`` where a key has no such entry."""

    name: str
    old: OptionValue | None
    new: OptionValue | None

    def __str__(self) -> str:
        if self.old is None:
            return f"{self.name} {self.new}"
        if self.new is None:
            return f"no {self.name}"
        return f"{self.name} {self.old} → {self.new}"


def key_difference(new: SpecializationKey, old: SpecializationKey) -> tuple[Difference, ...]:
    """What must change to get from ``old`` to ``new``; empty where they are equal.

    When the strategy differs, the options that only one of the two strategies reads follow from
    it and are left out.
    """
    before, after = old.as_dict(), new.as_dict()
    names = [*after, *(name for name in before if name not in after)]
    differences = [
        Difference(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    ]
    if before["strategy"] != after["strategy"]:
        differences = [d for d in differences if d.old is not None and d.new is not None]
    return tuple(differences)


def closest_key(
    key: SpecializationKey, others: Iterable[SpecializationKey]
) -> SpecializationKey | None:
    """The key with the fewest differences from ``key``; of equals the last, or ``None``."""
    best: SpecializationKey | None = None
    fewest = 0
    for other in others:
        count = len(key_difference(key, other))
        if best is None or count <= fewest:
            best, fewest = other, count
    return best


def miss_reason(key: SpecializationKey, closest: SpecializationKey | None) -> str:
    """Why ``key`` is not in memory, told by the closest key that is."""
    if closest is None:
        return "nothing is specialized yet in this worker"
    return ", ".join(map(str, key_difference(key, closest)))
