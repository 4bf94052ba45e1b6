"""Specialization keys: everything that forces TensorFlow to trace and XLA to compile again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..frozen import Frozen
from ..messages import store as messages
from ..messages.message import Message
from ..model.info import short_model_name
from ..options.options import constant_options, every_option, structural_options
from ..options.table import SPEC_OF
from ..options.values import OptionValue, scalar
from .request import Arm, Precision, Recipe, Request

#: The programs of a call of the fast recipe. One reads the prompt token by token and generates,
#: one reads many tokens of a prompt at once, one is the encoder of an encoder-decoder model.
DECODE, CHUNK, ENCODE = "decode", "chunk", "encode"
#: The program that gives each token of a text its probability; no call runs it.
SCORE = "score"

#: Entries of a key's options that are part of its shape.
_IN_SHAPE = ("max_new_tokens", "capacity")


class SpecializationKey(Frozen):
    """The calls that one traced and compiled function serves.

    Attributes:
        model: the model's name or folder.
        batch: number of prompts.
        padded_length: tokens of each padded prompt, frames of a window of speech; ``None`` if the
            length of a prompt is live.
        options: every option that the function holds as a constant, as (name, value) pairs in the
            order of the options table. Under the documented recipe that is every option the
            strategy reads: each is a Python constant, so each change retraces. Under the fast
            recipe it is the structural options and ``capacity``.
    """

    model: str
    arm: Arm
    recipe: Recipe
    precision: Precision
    batch: int
    padded_length: int | None
    options: tuple[tuple[str, OptionValue], ...]

    def as_dict(self) -> dict[str, OptionValue]:
        """Return the key as one flat dictionary, for JSON and for comparing."""
        length = {} if self.padded_length is None else {"padded_length": self.padded_length}
        return {
            "model": self.model,
            "arm": self.arm.value,
            "recipe": self.recipe.value,
            "precision": self.precision.value,
            "batch": self.batch,
            **length,
            **dict(self.options),
        }

    @property
    def capacity(self) -> int | None:
        """Return the capacity of a loop of our own, in tokens; ``None`` for other functions."""
        value = dict(self.options).get("capacity")
        return None if value is None else int(value)

    @property
    def kind(self) -> tuple[object, ...]:
        """Return what is equal for keys whose calls cost about the same per token."""
        is_loop = self.capacity is not None  # the fast recipe of 0.1.0 had other loops
        strategy = dict(self.options)["strategy"]
        return self.model, self.precision, self.arm, self.recipe, strategy, is_loop

    @property
    def program(self) -> str:
        """Return the program of the key: ``DECODE``, ``CHUNK``, ``ENCODE`` or ``SCORE``."""
        strategy = dict(self.options)["strategy"]
        return strategy if strategy in (CHUNK, ENCODE, SCORE) else DECODE

    def shape(self) -> str:
        """Return the shape as prompts × padded length + new tokens: ``2×8+32``.

        Capacities have the sign ≤: ``2×≤256`` holds prompts and new tokens, ``2×8+≤256`` what an
        encoder-decoder model writes.
        """
        limit = None if self.capacity is None else f"≤{self.capacity}"
        new_tokens = dict(self.options).get("max_new_tokens") or limit
        lengths = [str(n) for n in (self.padded_length, new_tokens) if n is not None]
        return f"{self.batch}×{'+'.join(lengths)}"

    def of_program(self, program: str) -> SpecializationKey:
        """Return the key of ``program`` for the same calls.

        It holds no option of a strategy: calls of every strategy share the program.
        """
        options: tuple[tuple[str, OptionValue], ...] = (("strategy", program),)
        if program == CHUNK:
            options += (("capacity", dict(self.options)["capacity"]),)
        return self.model_copy(update={"options": options})

    def label(self) -> str:
        """Return a short name for tooltips and the status: ``playground-gpt2 · xla · beam 4 ·
        2×8+32``.

        Options at their defaults are left out, so two keys can share a label.
        """
        named = dict(self.options)
        strategy = str(named.pop("strategy"))
        if "num_beams" in named:
            strategy += f" {named.pop('num_beams')}"
        changed = [
            f"{name} {value}"
            for name, value in named.items()
            if name not in _IN_SHAPE and not _is_default(name, value)
        ]
        how = self.arm.value + (" fast" if self.recipe is Recipe.FAST else "")
        model = short_model_name(self.model)
        return " · ".join([model, how, strategy, self.shape(), *changed])


def _is_default(option: str, value: OptionValue) -> bool:
    return option in SPEC_OF and value == scalar(SPEC_OF[option].default)


def is_length_live(request: Request, *, is_decoder_only: bool) -> bool:
    """Return whether one specialization serves prompts of every length."""
    return _is_looped(request) and is_decoder_only


def capacity_for(request: Request, beginning: int, positions: int | None) -> int | None:
    """Return the capacity of the loop of ``request``, in tokens; ``None`` if it has none.

    Under the fast recipe it is the requested capacity, past it the next power of two, as far as the
    model's positions go. A loop of the documented recipe is as long as its call.

    Args:
        beginning: tokens of the longest prompt, or those that a decoder begins with.
        positions: most tokens that the model takes, ``None`` if there is no limit.
    """
    if not _is_looped(request):
        return None
    needed = max(beginning + request.options.new_tokens, 2)
    capacity = request.padding.capacity
    if needed > capacity:
        capacity = 1 << (needed - 1).bit_length()
    return capacity if positions is None else max(min(capacity, positions), needed)


def key_for(
    request: Request, padded_length: int | None, capacity: int | None = None
) -> SpecializationKey:
    """Return the key of ``request`` for prompts padded to ``padded_length`` tokens.

    Args:
        padded_length: ``None`` if it is live, see ``is_length_live``.
        capacity: see ``capacity_for``.
    """
    if _is_looped(request):
        constants = structural_options(request.options)
        constants["capacity"] = capacity or request.padding.capacity
    elif request.recipe is Recipe.FAST:
        constants = every_option(request.options)
    else:
        constants = constant_options(request.options)
    return SpecializationKey(
        model=request.model,
        arm=request.arm,
        recipe=request.recipe,
        precision=request.precision,
        batch=request.batch,
        padded_length=padded_length,
        options=tuple(constants.items()),
    )


def _is_looped(request: Request) -> bool:
    """Return whether a loop of our own is traced for ``request``."""
    return request.recipe is Recipe.FAST and request.arm is not Arm.EAGER


@dataclass(frozen=True)
class Difference:
    """One entry in which two keys differ; its value is ``None`` for a key without the entry."""

    name: str
    old: OptionValue | None
    new: OptionValue | None

    def message(self) -> Message:
        """Return the difference in words: ``num_beams 2 → 4``."""
        if self.new is None:
            return messages.KEY_LACKS(name=self.name)
        if self.old is None:
            return messages.KEY_HAS(name=self.name, new=self.new)
        return messages.KEY_CHANGED(name=self.name, old=self.old, new=self.new)


def key_difference(new: SpecializationKey, old: SpecializationKey) -> tuple[Difference, ...]:
    """Return the differences from ``old`` to ``new``, empty if the keys are equal.

    If the strategy or the recipe differs, options that only one of the two keys has are left out,
    since they follow from that.
    """
    before, after = old.as_dict(), new.as_dict()
    differences = entry_differences(after, before)
    if any(before[name] != after[name] for name in ("strategy", "recipe")):
        differences = [d for d in differences if d.old is not None and d.new is not None]
    return tuple(differences)


def entry_differences(
    after: Mapping[str, OptionValue], before: Mapping[str, OptionValue]
) -> list[Difference]:
    """Return the differences from ``before`` to ``after``, the entries of any two keys."""
    names = [*after, *(name for name in before if name not in after)]
    return [
        Difference(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    ]


def differences_reason(differences: Sequence[Difference]) -> Message:
    """Return the reason for a cache miss: the differences from the closest key."""
    return messages.KEY_DIFFERS(differences=tuple(each.message() for each in differences))


def closest_key(
    key: SpecializationKey, others: Iterable[SpecializationKey]
) -> SpecializationKey | None:
    """Return the key with the fewest differences from ``key``, the last in a tie.

    ``None`` if none fits.

    Programs that calls of every strategy share are skipped.
    """
    best: SpecializationKey | None = None
    fewest = 0
    for other in others:
        if other.program != key.program:
            continue
        count = len(key_difference(key, other))
        if best is None or count <= fewest:
            best, fewest = other, count
    return best


def miss_reason(key: SpecializationKey, closest: SpecializationKey | None) -> Message:
    """Return the reason for a cache miss: the differences of ``key`` from the closest key in
    memory.
    """
    if closest is None:
        return messages.NOTHING_SPECIALIZED()
    return differences_reason(key_difference(key, closest))
