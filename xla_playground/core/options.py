"""Generation options: one table says what each is, which strategies read it and what it may be.

The names are those of ``transformers``' ``generate``. The table drives the Generation panel, the
command line, validation and the specialization key, so an option is described once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from pydantic import ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from .errors import SENTENCE, RequestError, refuse, shown
from .frozen import Frozen
from .numbers import NumberRange

OptionValue = bool | int | float | str

#: Largest seed: TensorFlow's stateless random operations take 32-bit signed seeds.
SEED_MAX = 2**31 - 1


class Strategy(StrEnum):
    """How the next token is chosen."""

    GREEDY = "greedy"
    SAMPLING = "sampling"
    BEAM = "beam"
    BEAM_SAMPLING = "beam_sampling"
    CONTRASTIVE = "contrastive"

    @property
    def is_sampling(self) -> bool:
        """Whether tokens are drawn at random."""
        return self in (Strategy.SAMPLING, Strategy.BEAM_SAMPLING)

    @property
    def has_beams(self) -> bool:
        """Whether several beams are kept for each sequence."""
        return self in (Strategy.BEAM, Strategy.BEAM_SAMPLING)

    @classmethod
    def from_flags(cls, *, do_sample: bool, num_beams: int, penalty_alpha: float | None) -> Self:
        """The strategy that ``generate`` picks for these arguments."""
        if penalty_alpha:
            return cls("contrastive")
        if num_beams > 1:
            return cls("beam_sampling" if do_sample else "beam")
        return cls("sampling" if do_sample else "greedy")


_ALL = frozenset(Strategy)
_SAMPLED = frozenset(s for s in Strategy if s.is_sampling)
_BEAMS = frozenset(s for s in Strategy if s.has_beams)
_CONTRASTIVE = frozenset({Strategy.CONTRASTIVE})


@dataclass(frozen=True)
class OptionSpec:
    """One option: what it is called, what it may be, who reads it.

    Attributes:
        name: ``generate``'s own name.
        default: the value a new window starts with; a ``bool`` makes the option a switch.
        minimum, maximum: inclusive bounds of an accepted value.
        step: what one click of a spin box changes it by.
        strategies: the strategies that read it; for others it is ignored and greyed out.
        summary: one sentence for tooltips, the command line's help and the README.
        advice: what to do instead, appended when a value is out of bounds.
    """

    name: str
    default: int | float
    minimum: float
    maximum: float
    step: float
    strategies: frozenset[Strategy]
    summary: str
    advice: str = ""

    @property
    def is_switch(self) -> bool:
        """Whether the option is on or off."""
        return isinstance(self.default, bool)

    @property
    def is_integer(self) -> bool:
        """Whether the option takes whole numbers only."""
        return isinstance(self.default, int) and not self.is_switch

    @property
    def range(self) -> NumberRange:
        """Return which numbers are accepted; a switch takes none."""
        return NumberRange(self.name, self.minimum, self.maximum, self.is_integer, self.advice)

    def problem(self, value: object) -> str | None:
        """One sentence on why ``value`` is not accepted, or ``None``."""
        if self.is_switch:
            is_right = isinstance(value, bool)
            return None if is_right else f"{self.name} must be true or false, not {shown(value)}."
        return self.range.problem(value)


OPTION_SPECS: tuple[OptionSpec, ...] = (
    OptionSpec(
        "max_new_tokens",
        32,
        1,
        32_768,
        1,
        _ALL,
        "How many tokens to generate at the most (speech: as many as the decoder holds).",
    ),
    OptionSpec(
        "num_beams",
        2,
        2,
        64,
        1,
        _BEAMS,
        "How many candidate continuations each prompt keeps.",
        "With one beam, choose greedy or sampling.",
    ),
    OptionSpec(
        "num_return_sequences",
        1,
        1,
        64,
        1,
        _SAMPLED | _BEAMS,
        "How many continuations of each prompt to return.",
    ),
    OptionSpec(
        "temperature",
        1.0,
        0.01,
        100.0,
        0.05,
        _SAMPLED,
        "Divides the logits: below 1 the likely tokens gain, above 1 the unlikely ones.",
        "For always the most likely token choose greedy.",
    ),
    OptionSpec(
        "top_k",
        50,
        0,
        1_000_000,
        1,
        _SAMPLED | _CONTRASTIVE,
        "Keep only this many of the likeliest tokens (0: keep all; contrastive: candidates).",
    ),
    OptionSpec(
        "top_p",
        1.0,
        0.001,
        1.0,
        0.05,
        _SAMPLED,
        "Keep the likeliest tokens whose probabilities sum to this (1: keep all).",
        "For the likeliest token alone choose greedy.",
    ),
    OptionSpec(
        "min_p",
        0.0,
        0.0,
        1.0,
        0.01,
        _SAMPLED,
        "Drop tokens less likely than this times the likeliest (0: keep all; fast recipe only).",
    ),
    OptionSpec(
        "repetition_penalty",
        1.0,
        0.01,
        100.0,
        0.05,
        _ALL,
        "Above 1, tokens already in the text become less likely (1: off).",
    ),
    OptionSpec(
        "length_penalty",
        1.0,
        -100.0,
        100.0,
        0.1,
        _BEAMS,
        "Above 0 longer beams score better, below 0 shorter ones.",
    ),
    OptionSpec(
        "penalty_alpha",
        0.6,
        0.001,
        1.0,
        0.05,
        _CONTRASTIVE,
        "Contrastive search: how much a token that resembles the context is penalized.",
        "At 0 contrastive search is greedy search: choose greedy.",
    ),
    OptionSpec(
        "seed",
        0,
        0,
        SEED_MAX,
        1,
        _SAMPLED,
        "Start of the random numbers: the same seed gives the same text again. "
        "(The documented recipe's beam sampling takes none.)",
    ),
    OptionSpec(
        "ignore_eos",
        False,
        0,
        1,
        1,
        _ALL,
        "Go on after the model's end-of-text token, always to the full number of new tokens.",
    ),
)

SPEC_OF: dict[str, OptionSpec] = {spec.name: spec for spec in OPTION_SPECS}

#: Under the fast recipe: the live options, and for which strategies. The others are structural:
#: ``strategy`` chooses the loop, but for greedy search, which is sampling that leaves one token
#: to draw; ``num_beams``, contrastive ``top_k`` and, where sequences are
#: drawn one by one, ``num_return_sequences`` are sizes of its tensors. (Beam search has all its
#: beams at the end, and returning fewer of them is a slice.)
LIVE_OPTIONS: dict[str, frozenset[Strategy]] = {
    "max_new_tokens": _ALL,
    "num_return_sequences": _BEAMS,
    "temperature": _SAMPLED,
    "top_k": _SAMPLED,
    "top_p": _SAMPLED,
    "min_p": _SAMPLED,
    "repetition_penalty": _ALL,
    "length_penalty": _BEAMS,
    "penalty_alpha": _CONTRASTIVE,
    "seed": _SAMPLED,
    "ignore_eos": _ALL,
}

#: What a key of the fast recipe calls greedy search and sampling: one loop serves both, since
#: whether the likeliest token is taken or one is drawn is live.
GREEDY_OR_SAMPLING = "greedy/sampling"

#: What only the fast recipe can do: TensorFlow's ``generate`` passes a min_p over in silence.
FAST_ONLY_OPTIONS = ("min_p",)

#: Options of ``generate`` that TensorFlow or XLA ignores or refuses, and what happens with them.
UNSUPPORTED_OPTIONS: dict[str, str] = {
    "output_scores": "output_scores is ignored under XLA: only the tokens come back.",
    "no_repeat_ngram_size": "no_repeat_ngram_size is not implemented under XLA: "
    "use repetition_penalty.",
    "bad_words_ids": "bad_words_ids cannot be converted by XLA: use repetition_penalty.",
    "typical_p": "typical_p is ignored by TensorFlow's generate: use top_p or min_p.",
    "num_beam_groups": "num_beam_groups (diverse beams) is not implemented in TensorFlow.",
}


class GenerationOptions(Frozen):
    """The options of one request; always valid, see ``parse_options`` for field errors.

    Attributes:
        max_new_tokens: ``None``, of speech alone, until the model is known: all that its decoder
            holds.
    """

    strategy: Strategy = Strategy.GREEDY
    max_new_tokens: int | None = 32
    num_beams: int = 2
    num_return_sequences: int = 1
    temperature: float = 1.0
    top_k: int = 50
    top_p: float = 1.0
    min_p: float = 0.0
    repetition_penalty: float = 1.0
    length_penalty: float = 1.0
    penalty_alpha: float = 0.6
    seed: int = 0
    ignore_eos: bool = False

    @field_validator(*SPEC_OF, mode="before")
    @classmethod
    def _check_bounds(cls, value: Any, info: Any) -> Any:
        if value is None and info.field_name == "max_new_tokens":
            return None
        refuse(SPEC_OF[info.field_name].problem(value))
        return value

    @model_validator(mode="after")
    def _check_together(self) -> Self:
        if self.strategy.has_beams and self.num_return_sequences > self.num_beams:
            raise PydanticCustomError(
                SENTENCE,
                "{text}",
                {
                    "field": "num_return_sequences",
                    "text": f"num_return_sequences {self.num_return_sequences} is more than "
                    f"num_beams {self.num_beams}: beams are what is returned, so raise num_beams "
                    "or return fewer.",
                },
            )
        if self.strategy is Strategy.CONTRASTIVE and self.top_k < 2:
            raise PydanticCustomError(
                SENTENCE,
                "{text}",
                {
                    "field": "top_k",
                    "text": f"top_k {self.top_k} leaves contrastive search nothing to choose "
                    "from: use 2 or more (4 is usual).",
                },
            )
        return self

    @property
    def new_tokens(self) -> int:
        """``max_new_tokens`` once the model is known."""
        assert self.max_new_tokens is not None
        return self.max_new_tokens

    def used(self) -> dict[str, OptionValue]:
        """The options that the strategy reads, in the table's order, ``strategy`` first."""
        read = {
            s.name: getattr(self, s.name) for s in OPTION_SPECS if self.strategy in s.strategies
        }
        return {"strategy": self.strategy.value, **read}


def constant_options(options: GenerationOptions) -> dict[str, OptionValue]:
    """Return what ``options.used()`` holds less what only the fast recipe can do."""
    left_out = set(FAST_ONLY_OPTIONS)
    if options.strategy is Strategy.BEAM_SAMPLING:
        left_out.add("seed")
    return {name: value for name, value in options.used().items() if name not in left_out}


def loop_options(options: GenerationOptions) -> GenerationOptions:
    """The options that the loop of the fast recipe is traced with: greedy search is sampling."""
    if options.strategy is not Strategy.GREEDY:
        return options
    return options.model_copy(update={"strategy": Strategy.SAMPLING, "num_return_sequences": 1})


def structural_options(options: GenerationOptions) -> dict[str, OptionValue]:
    """What the loop reads less the options that are live under the fast recipe."""
    options = loop_options(options)
    live = {name for name, strategies in LIVE_OPTIONS.items() if options.strategy in strategies}
    structural = {name: value for name, value in options.used().items() if name not in live}
    if options.strategy is Strategy.SAMPLING:
        structural["strategy"] = GREEDY_OR_SAMPLING
    return structural


def parse_options(values: dict[str, Any]) -> GenerationOptions:
    """Options from untrusted values.

    Raises:
        RequestError: a value is out of bounds, of the wrong type, or names an option that
            TensorFlow or XLA would silently ignore or refuse.
    """
    for name in values:
        if name in UNSUPPORTED_OPTIONS:
            raise RequestError(name, UNSUPPORTED_OPTIONS[name])
    try:
        return GenerationOptions.model_validate(values)
    except ValidationError as error:
        raise RequestError.from_validation(error) from None
