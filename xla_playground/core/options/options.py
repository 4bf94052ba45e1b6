"""The options of one request, as values and as keys of specializations."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import ValidationError, field_validator, model_validator

from ..errors import RequestError, refuse
from ..frozen import Frozen
from ..messages import options as messages
from ..messages.message import Message
from .table import (
    FAST_ONLY_OPTIONS,
    LIVE_OPTIONS,
    OPTION_SPECS,
    SPEC_OF,
    SWITCHED_OPTIONS,
    UNSUPPORTED_OPTIONS,
    Strategy,
)
from .values import (
    AnyOptionValue,
    BadWords,
    OptionValue,
    Seed,
    room_for_bad_words,
    scalar,
)

_DEFAULTS = {spec.name: spec.default for spec in OPTION_SPECS}


class GenerationOptions(Frozen):
    """The options of one request; always valid, see ``parse_options`` for field errors.

    Attributes:
        max_new_tokens: ``None``, of speech alone, until the model is known: all that its decoder
            holds.
        bad_words_ids: words, as texts until the model is known, and token ids of others.
        seed: one number ``n`` is accepted and means ``(n, 0)``.
    """

    strategy: Strategy = Strategy.GREEDY
    max_new_tokens: int | None = _DEFAULTS["max_new_tokens"]
    num_beams: int = _DEFAULTS["num_beams"]
    num_return_sequences: int = _DEFAULTS["num_return_sequences"]
    temperature: float = _DEFAULTS["temperature"]
    top_k: int = _DEFAULTS["top_k"]
    top_p: float = _DEFAULTS["top_p"]
    min_p: float = _DEFAULTS["min_p"]
    repetition_penalty: float = _DEFAULTS["repetition_penalty"]
    length_penalty: float = _DEFAULTS["length_penalty"]
    penalty_alpha: float = _DEFAULTS["penalty_alpha"]
    seed: Seed = _DEFAULTS["seed"]
    ignore_eos: bool = _DEFAULTS["ignore_eos"]
    min_new_tokens: int = _DEFAULTS["min_new_tokens"]
    early_stopping: bool | Literal["never"] = _DEFAULTS["early_stopping"]
    typical_p: float = _DEFAULTS["typical_p"]
    no_repeat_ngram_size: int = _DEFAULTS["no_repeat_ngram_size"]
    bad_words_ids: BadWords = _DEFAULTS["bad_words_ids"]
    stop_strings: tuple[str, ...] = _DEFAULTS["stop_strings"]

    @field_validator(*SPEC_OF, mode="before")
    @classmethod
    def _check_bounds(cls, value: Any, info: Any) -> Any:
        if value is None and info.field_name == "max_new_tokens":
            return None
        refuse(SPEC_OF[info.field_name].problem(value))
        return SPEC_OF[info.field_name].canonical(value)

    @model_validator(mode="after")
    def _check_together(self) -> Self:
        if self.strategy.has_beams and self.num_return_sequences > self.num_beams:
            problem = messages.MORE_SEQUENCES_THAN_BEAMS(
                sequences=self.num_return_sequences, beams=self.num_beams
            )
            refuse(problem, "num_return_sequences")
        if self.strategy is Strategy.CONTRASTIVE and self.top_k < 2:
            refuse(messages.NOTHING_TO_CONTRAST(top_k=self.top_k), "top_k")
        refuse(self.length_problem(), "min_new_tokens")
        return self

    def length_problem(self) -> Message | None:
        """Return why ``min_new_tokens`` cannot be reached, ``None`` if it can."""
        if self.max_new_tokens is None or self.min_new_tokens <= self.max_new_tokens:
            return None
        return messages.MIN_ABOVE_MAX_NEW_TOKENS(
            least=self.min_new_tokens, most=self.max_new_tokens
        )

    @property
    def new_tokens(self) -> int:
        """Return ``max_new_tokens``, which is a number once the model is known."""
        assert self.max_new_tokens is not None
        return self.max_new_tokens

    def used(self) -> dict[str, AnyOptionValue]:
        """Return the options that the strategy reads, in the table's order, ``strategy`` first."""
        read = {
            s.name: getattr(self, s.name) for s in OPTION_SPECS if self.strategy in s.strategies
        }
        return {"strategy": self.strategy.value, **read}


def every_option(options: GenerationOptions) -> dict[str, OptionValue]:
    """Return ``options.used()`` as scalars, without options that are switched off and
    stop strings.
    """
    off = {name for name in SWITCHED_OPTIONS if name not in switched_on(options)}
    off |= {"stop_strings"}  # the host searches for them, so no operation differs
    return {name: scalar(value) for name, value in options.used().items() if name not in off}


def constant_options(options: GenerationOptions) -> dict[str, OptionValue]:
    """Return ``options.used()`` as scalars without the options that only the fast recipe computes.

    ``early_stopping`` is left out if it is off, since keys of version 0.1.0 do not have it.
    """
    left_out = set(FAST_ONLY_OPTIONS)
    if options.strategy is Strategy.BEAM_SAMPLING:
        left_out.add("seed")
    if not options.early_stopping:
        left_out.add("early_stopping")
    return {name: scalar(value) for name, value in options.used().items() if name not in left_out}


def switched_on(options: GenerationOptions) -> tuple[str, ...]:
    """Return the names of those ``SWITCHED_OPTIONS`` that the loop of ``options`` has."""
    used = options.used()
    return tuple(
        name for name in SWITCHED_OPTIONS if name in used and used[name] != SPEC_OF[name].default
    )


def structural_options(options: GenerationOptions) -> dict[str, OptionValue]:
    """Return the used options without those that are live under the fast recipe.

    An option that is switched on has the value ``on``; bad words have the room for them.
    """
    live = {name for name, strategies in LIVE_OPTIONS.items() if options.strategy in strategies}
    structural = {name: scalar(value) for name, value in options.used().items() if name not in live}
    structural |= dict.fromkeys(switched_on(options), "on")
    if "bad_words_ids" in structural:
        structural["bad_words_ids"] = "{}×{}".format(*room_for_bad_words(options.bad_words_ids))
    return structural


def parse_options(values: dict[str, Any]) -> GenerationOptions:
    """Validate untrusted values and return the options.

    Raises:
        RequestError: a value is out of bounds, of the wrong type, or names an option that
            no recipe computes.
    """
    for name in values:
        if name in UNSUPPORTED_OPTIONS:
            raise RequestError(name, UNSUPPORTED_OPTIONS[name])
    try:
        return GenerationOptions.model_validate(values)
    except ValidationError as error:
        raise RequestError.from_validation(error) from None
