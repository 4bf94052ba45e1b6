"""Generation options: one table of their meanings, the strategies that read them, and their values.

The names are those of ``transformers``' ``generate``. The table drives the Generation panel, the
command line, validation and the specialization key, so an option is described once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any, Self

from ..errors import shown
from ..numbers import NumberRange
from .values import (
    SEED_MAX,
    OptionValue,
    as_bad_words,
    as_seed,
    bad_words_problem,
    choice_problem,
    seed_problem,
    texts_problem,
)

#: Longest n-gram that may be kept from repeating: each further token is one more comparison.
MAX_NGRAM = 32


class Strategy(StrEnum):
    """How the next token is chosen."""

    GREEDY = "greedy"
    SAMPLING = "sampling"
    BEAM = "beam"
    BEAM_SAMPLING = "beam_sampling"
    CONTRASTIVE = "contrastive"

    @property
    def is_sampling(self) -> bool:
        """Return whether the strategy draws tokens at random."""
        return self in (Strategy.SAMPLING, Strategy.BEAM_SAMPLING)

    @property
    def has_beams(self) -> bool:
        """Return whether the strategy keeps several beams per sequence."""
        return self in (Strategy.BEAM, Strategy.BEAM_SAMPLING)

    @classmethod
    def from_flags(cls, *, do_sample: bool, num_beams: int, penalty_alpha: float | None) -> Self:
        """Return the strategy that ``generate`` selects for these arguments."""
        if penalty_alpha:
            return cls("contrastive")
        if num_beams > 1:
            return cls("beam_sampling" if do_sample else "beam")
        return cls("sampling" if do_sample else "greedy")


_ALL = frozenset(Strategy)
_SAMPLED = frozenset(s for s in Strategy if s.is_sampling)
_BEAMS = frozenset(s for s in Strategy if s.has_beams)
_CONTRASTIVE = frozenset({Strategy.CONTRASTIVE})


class Kind(Enum):
    """What values an option takes."""

    INTEGER = auto()
    NUMBER = auto()
    SWITCH = auto()
    CHOICE = auto()
    SEED = auto()
    WORDS = auto()
    TEXTS = auto()


@dataclass(frozen=True)
class OptionSpec:
    """One option: its name, its accepted values, and the strategies that read it.

    Attributes:
        name: ``generate``'s own name.
        default: the value a new window starts with; its type says which values are accepted.
        minimum, maximum: inclusive bounds of an accepted number.
        step: what one click of a spin box changes it by.
        strategies: the strategies that read it; for others it is ignored and greyed out.
        summary: one sentence for tooltips, the command line's help and the README.
        advice: what to do instead, appended when a value is out of bounds.
        choices: the accepted values, if they are few.
        has_texts: whether an empty default stands for texts alone, not for words and token ids.
        flag: the name of one entry on the command line, where it may be given again for more; empty
            if the option has no entries.
    """

    name: str
    default: Any
    minimum: float
    maximum: float
    step: float
    strategies: frozenset[Strategy]
    summary: str
    advice: str = ""
    choices: tuple[OptionValue, ...] = ()
    has_texts: bool = False
    flag: str = ""

    @property
    def kind(self) -> Kind:
        """Return the kind of values that the option takes."""
        if self.choices:
            return Kind.CHOICE
        if self.has_texts:
            return Kind.TEXTS
        if isinstance(self.default, tuple):
            return Kind.SEED if self.default else Kind.WORDS
        kinds = {bool: Kind.SWITCH, int: Kind.INTEGER, float: Kind.NUMBER}
        return kinds[type(self.default)]

    @property
    def range(self) -> NumberRange:
        """Return which numbers are accepted, by those kinds that take numbers."""
        is_integer = self.kind in (Kind.INTEGER, Kind.SEED)
        return NumberRange(self.name, self.minimum, self.maximum, is_integer, self.advice)

    def problem(self, value: object) -> str | None:
        """Return one sentence on why ``value`` is not accepted, ``None`` if it is accepted."""
        match self.kind:
            case Kind.SWITCH:
                is_right = isinstance(value, bool)
                sentence = f"{self.name} must be true or false, not {shown(value)}."
                return None if is_right else sentence
            case Kind.CHOICE:
                return choice_problem(self.name, value, self.choices)
            case Kind.SEED:
                return seed_problem(value, self.range)
            case Kind.WORDS:
                return bad_words_problem(self.name, value)
            case Kind.TEXTS:
                return texts_problem(self.name, value)
            case _:
                return self.range.problem(value)

    def canonical(self, value: Any) -> Any:
        """Return the one form of an accepted value: ``(7, 0)`` for the seed 7."""
        match self.kind:
            case Kind.SEED:
                return as_seed(value)
            case Kind.WORDS | Kind.TEXTS:
                return as_bad_words(value)
            case _:
                return value


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
        (0, 0),
        0,
        SEED_MAX,
        1,
        _SAMPLED,
        "Start of the random numbers, one or two whole numbers: the same seed gives the same text. "
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
    OptionSpec(
        "min_new_tokens",
        0,
        0,
        32_768,
        1,
        _ALL,
        "Let no text end before it has this many new tokens (0: off; fast recipe only).",
    ),
    OptionSpec(
        "early_stopping",
        False,
        0,
        0,
        0,
        _BEAMS,
        "When beam search ends: False, once better texts are unlikely; True, once num_beams texts "
        "have ended; never, once no better text is possible.",
        choices=(False, True, "never"),
    ),
    OptionSpec(
        "typical_p",
        1.0,
        0.001,
        1.0,
        0.05,
        _SAMPLED,
        "Keep the tokens whose surprise is nearest to the expected one, until their probabilities "
        "sum to this (1: keep all; fast recipe only).",
        "For the likeliest token alone choose greedy.",
    ),
    OptionSpec(
        "no_repeat_ngram_size",
        0,
        0,
        MAX_NGRAM,
        1,
        _ALL,
        "No run of this many tokens comes twice (0: off; fast recipe only).",
        "To make repeats less likely use repetition_penalty.",
    ),
    OptionSpec(
        "bad_words_ids",
        (),
        0,
        0,
        0,
        _ALL,
        "Words that never come, each as it stands after a space (fast recipe only).",
        flag="bad_words",
    ),
    OptionSpec(
        "stop_strings",
        (),
        0,
        0,
        0,
        frozenset(s for s in Strategy if not s.has_beams),
        "End a text at the first token with which what was generated contains one of these (fast "
        "recipe only).",
        has_texts=True,
        flag="stop_string",
    ),
)

SPEC_OF: dict[str, OptionSpec] = {spec.name: spec for spec in OPTION_SPECS}

#: Under the fast recipe: the live options, and for which strategies. The others are structural:
#: ``strategy`` chooses the loop; ``num_beams``, contrastive ``top_k`` and, where sequences are
#: drawn one by one, ``num_return_sequences`` are sizes of its tensors. (Beam search has all its
#: beams at the end, and returning fewer of them is a slice.)
LIVE_OPTIONS: dict[str, frozenset[Strategy]] = {
    "max_new_tokens": _ALL,
    "min_new_tokens": _ALL,
    "num_return_sequences": _BEAMS,
    "temperature": _SAMPLED,
    "top_k": _SAMPLED,
    "top_p": _SAMPLED,
    "min_p": _SAMPLED,
    "typical_p": _SAMPLED,
    "repetition_penalty": _ALL,
    "no_repeat_ngram_size": _ALL,
    "bad_words_ids": _ALL,
    "length_penalty": _BEAMS,
    "early_stopping": _BEAMS,
    "penalty_alpha": _CONTRASTIVE,
    "seed": _SAMPLED,
    "ignore_eos": _ALL,
    "stop_strings": frozenset(s for s in Strategy if not s.has_beams),
}

#: Live options that cost time at every token, so that a loop has them only if they are not at their
#: defaults: that is structural, their values are not.
SWITCHED_OPTIONS = ("no_repeat_ngram_size", "bad_words_ids", "typical_p")

#: What only the fast recipe can do, and what is said of it under the documented one.
FAST_ONLY_OPTIONS: dict[str, str] = {
    "min_new_tokens": "min_new_tokens is passed over by TensorFlow's generate: choose the fast "
    "recipe, or set min_new_tokens to 0.",
    "min_p": "min_p is passed over by TensorFlow's generate: choose the fast recipe, or set min_p "
    "to 0 and use top_p.",
    "typical_p": "typical_p is passed over by TensorFlow's generate: choose the fast recipe, or "
    "set typical_p to 1 and use top_p.",
    "no_repeat_ngram_size": "no_repeat_ngram_size is not for the documented recipe, since no "
    "tf.function can hold upstream's code for it: choose the fast recipe, or set "
    "no_repeat_ngram_size to 0 and use repetition_penalty.",
    "bad_words_ids": "bad_words_ids is not for the documented recipe, since XLA cannot convert "
    "upstream's code for it: choose the fast recipe, or leave bad_words_ids empty.",
    "stop_strings": "stop_strings is not for the documented recipe, whose text comes only at the "
    "end: choose the fast recipe, or leave stop_strings empty.",
}

#: Options of ``generate`` that no recipe computes, and what is said of each.
UNSUPPORTED_OPTIONS: dict[str, str] = {
    "output_scores": "output_scores is ignored under XLA: only the tokens come back.",
    "num_beam_groups": "num_beam_groups (diverse beams) is not implemented in TensorFlow.",
}

#: The sentence that refuses stop strings with beams.
STOP_STRINGS_OF_BEAMS = (
    "stop_strings ends one text at a time, which beams are not: choose greedy search or sampling, "
    "or leave stop_strings empty."
)
