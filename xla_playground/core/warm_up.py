"""Warming up: preparing specializations before they are asked for, from their shapes alone."""

from __future__ import annotations

from enum import StrEnum
from itertools import product

from .frozen import Frozen
from .options import GenerationOptions
from .padding import Padding, PaddingMode
from .request import Arm, Precision, Recipe, Request

#: Stands for every prompt: it is padded to the wanted length, so what it says makes no difference.
_ANY_PROMPT = "a"


class WarmUpPlan(Frozen):
    """Which specializations to prepare: every batch with every length and every set of options.

    Attributes:
        batches: numbers of prompts.
        padded_lengths: tokens of a padded prompt.
        options: ``max_new_tokens`` is rounded up to the bucket; live options may have any value.
        capacity: see ``Padding``.
    """

    model: str
    batches: tuple[int, ...] = (1,)
    padded_lengths: tuple[int, ...] = (8,)
    options: tuple[GenerationOptions, ...] = (GenerationOptions(),)
    capacity: int = Padding().capacity
    arm: Arm = Arm.XLA
    precision: Precision = Precision.FLOAT32

    def requests(self) -> tuple[Request, ...]:
        """A request for each specialization, the cheaper shapes first.

        Raises:
            ValidationError: a shape or an option is not possible.
        """
        shapes = sorted(product(self.batches, self.padded_lengths), key=lambda s: s[0] * s[1])
        return tuple(
            request_of_shape(
                self.model,
                options,
                batch=batch,
                padding=Padding(
                    mode=PaddingMode.FIXED,
                    length=length,
                    capacity=self.capacity,
                ),
                arm=self.arm,
                precision=self.precision,
            )
            for batch, length in shapes
            for options in self.options
        )


def request_of_shape(
    model: str,
    options: GenerationOptions,
    *,
    batch: int,
    padding: Padding,
    arm: Arm = Arm.XLA,
    precision: Precision = Precision.FLOAT32,
) -> Request:
    """A request whose specialization is that of any request of its shape and structure."""
    return Request(
        model=model,
        prompts=(_ANY_PROMPT,) * batch,
        options=options,
        padding=padding,
        arm=arm,
        recipe=Recipe.FAST,
        precision=precision,
    )


class WarmUpResult(StrEnum):
    """What came of one specialization."""

    PREPARED = "prepared"
    WAS_STORED = "was_stored"
    FAILED = "failed"


class WarmUpProgress(Frozen):
    """How far a warm-up is; told before the first specialization and after each.

    Attributes:
        done, total: specializations.
        label: the last one's name, empty before there is one.
        result: what came of it.
        seconds: what it took.
        sentence: why it failed, or what was not stored.
    """

    done: int
    total: int
    label: str = ""
    result: WarmUpResult | None = None
    seconds: float = 0.0
    sentence: str | None = None
