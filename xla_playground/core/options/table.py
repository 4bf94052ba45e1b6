"""Generation options: one table of their meanings, the strategies that read them, and their values.

The names are those of ``transformers``' ``generate``. The table drives the Generation panel, the
command line, validation and the specialization key, so an option is described once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any, Self

from ..errors import shown
from ..messages import options as messages
from ..messages.message import Message
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
        step: the change by one click of a spin box.
        strategies: the strategies that read it; for others it is ignored and greyed out.
        about: one sentence for tooltips, the command line's help and the README.
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
    about: Message
    advice: str | Message = ""
    choices: tuple[OptionValue, ...] = ()
    has_texts: bool = False
    flag: str = ""

    @property
    def summary(self) -> str:
        """Return ``about`` in English."""
        return self.about.text

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

    def problem(self, value: object) -> Message | None:
        """Return why ``value`` is not accepted, ``None`` if it is accepted."""
        match self.kind:
            case Kind.SWITCH if isinstance(value, bool):
                return None
            case Kind.SWITCH:
                return messages.NOT_A_SWITCH(name=self.name, given=shown(value))
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
        messages.ABOUT_MAX_NEW_TOKENS(),
    ),
    OptionSpec(
        "num_beams",
        2,
        2,
        64,
        1,
        _BEAMS,
        messages.ABOUT_NUM_BEAMS(),
        messages.GREEDY_FOR_ONE_BEAM(),
    ),
    OptionSpec(
        "num_return_sequences",
        1,
        1,
        64,
        1,
        _SAMPLED | _BEAMS,
        messages.ABOUT_NUM_RETURN_SEQUENCES(),
    ),
    OptionSpec(
        "temperature",
        1.0,
        0.01,
        100.0,
        0.05,
        _SAMPLED,
        messages.ABOUT_TEMPERATURE(),
        messages.GREEDY_FOR_COLD(),
    ),
    OptionSpec(
        "top_k",
        50,
        0,
        1_000_000,
        1,
        _SAMPLED | _CONTRASTIVE,
        messages.ABOUT_TOP_K(),
    ),
    OptionSpec(
        "top_p",
        1.0,
        0.001,
        1.0,
        0.05,
        _SAMPLED,
        messages.ABOUT_TOP_P(),
        messages.GREEDY_FOR_LIKELIEST(),
    ),
    OptionSpec(
        "min_p",
        0.0,
        0.0,
        1.0,
        0.01,
        _SAMPLED,
        messages.ABOUT_MIN_P(),
    ),
    OptionSpec(
        "repetition_penalty",
        1.0,
        0.01,
        100.0,
        0.05,
        _ALL,
        messages.ABOUT_REPETITION_PENALTY(),
    ),
    OptionSpec(
        "length_penalty",
        1.0,
        -100.0,
        100.0,
        0.1,
        _BEAMS,
        messages.ABOUT_LENGTH_PENALTY(),
    ),
    OptionSpec(
        "penalty_alpha",
        0.6,
        0.001,
        1.0,
        0.05,
        _CONTRASTIVE,
        messages.ABOUT_PENALTY_ALPHA(),
        messages.GREEDY_FOR_NO_PENALTY(),
    ),
    OptionSpec(
        "seed",
        (0, 0),
        0,
        SEED_MAX,
        1,
        _SAMPLED,
        messages.ABOUT_SEED(),
    ),
    OptionSpec(
        "ignore_eos",
        False,
        0,
        1,
        1,
        _ALL,
        messages.ABOUT_IGNORE_EOS(),
    ),
    OptionSpec(
        "min_new_tokens",
        0,
        0,
        32_768,
        1,
        _ALL,
        messages.ABOUT_MIN_NEW_TOKENS(),
    ),
    OptionSpec(
        "early_stopping",
        False,
        0,
        0,
        0,
        _BEAMS,
        messages.ABOUT_EARLY_STOPPING(),
        choices=(False, True, "never"),
    ),
    OptionSpec(
        "typical_p",
        1.0,
        0.001,
        1.0,
        0.05,
        _SAMPLED,
        messages.ABOUT_TYPICAL_P(),
        messages.GREEDY_FOR_LIKELIEST(),
    ),
    OptionSpec(
        "no_repeat_ngram_size",
        0,
        0,
        MAX_NGRAM,
        1,
        _ALL,
        messages.ABOUT_NO_REPEAT_NGRAM_SIZE(),
        messages.PENALTY_FOR_REPEATS(),
    ),
    OptionSpec(
        "bad_words_ids",
        (),
        0,
        0,
        0,
        _ALL,
        messages.ABOUT_BAD_WORDS_IDS(),
        flag="bad_words",
    ),
    OptionSpec(
        "stop_strings",
        (),
        0,
        0,
        0,
        frozenset(s for s in Strategy if not s.has_beams),
        messages.ABOUT_STOP_STRINGS(),
        has_texts=True,
        flag="stop_string",
    ),
)

SPEC_OF: dict[str, OptionSpec] = {spec.name: spec for spec in OPTION_SPECS}

#: Under the fast recipe: the live options, and for which strategies. The others are structural:
#: ``strategy`` chooses the loop; ``num_beams``, contrastive ``top_k`` and ``num_return_sequences``
#: of sampling are sizes of its tensors. (Beam search has all its beams at the end, and returning
#: fewer of them is a slice.)
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
#: defaults. Whether a loop has them is structural; their values are live.
SWITCHED_OPTIONS = ("no_repeat_ngram_size", "bad_words_ids", "typical_p")

#: What only the fast recipe can do, and what is said of it under the documented one.
FAST_ONLY_OPTIONS: dict[str, Message] = {
    "min_new_tokens": messages.PASSED_OVER(name="min_new_tokens", neutral=0),
    "min_p": messages.PASSED_OVER_USE_TOP_P(name="min_p", neutral=0),
    "typical_p": messages.PASSED_OVER_USE_TOP_P(name="typical_p", neutral=1),
    "no_repeat_ngram_size": messages.NGRAMS_NOT_DOCUMENTED(),
    "bad_words_ids": messages.BAD_WORDS_NOT_DOCUMENTED(),
    "stop_strings": messages.STOP_STRINGS_NOT_DOCUMENTED(),
}

#: Options of ``generate`` that no recipe computes, and what is said of each.
UNSUPPORTED_OPTIONS: dict[str, Message] = {
    "output_scores": messages.SCORES_IGNORED(),
    "num_beam_groups": messages.NO_BEAM_GROUPS(),
}
