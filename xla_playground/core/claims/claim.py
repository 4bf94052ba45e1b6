"""Published figures, each with the experiment that repeats it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..lessons.sources import SOURCES, Source
from ..messages.message import Message, Template
from ..messages.pages import lessons as messages


class Experiment(StrEnum):
    """What is run for the claims that it has the figures of."""

    GUIDE = "guide"
    LENGTHS = "lengths"
    FORWARD_PASS = "forward-pass"
    CACHE_KEY = "cache-key"
    GREEDY_T5 = "greedy-t5"
    GREEDY_GPT2 = "greedy-gpt2"
    BEAM_GPT2 = "beam-gpt2"
    SAMPLING_GPT2 = "sampling-gpt2"


@dataclass(frozen=True)
class Claim:
    """A published ratio of two durations.

    Attributes:
        one, other: names of the two durations among the experiment's figures.
        published_ms: the two durations.
        theirs: the model that they are of.
        reason: why the ratio of another machine and model differs.
    """

    name: str
    source_key: str
    text: Message
    experiment: Experiment
    one: str
    other: str
    published_ms: tuple[float, float]
    theirs: str | Message
    reason: Template

    @property
    def source(self) -> Source:
        """Return the page with the figures."""
        return SOURCES[self.source_key]

    @property
    def ratio(self) -> float:
        """Return the published ratio."""
        return self.published_ms[0] / self.published_ms[1]

    @property
    def command(self) -> str:
        """Return the command that repeats the experiment."""
        return f"xla-playground bench claims --claim {self.name}"


def _post(
    name: str,
    text: Template,
    experiment: Experiment,
    lanes: tuple[str, str],
    published_ms: tuple[float, float],
    theirs: str | Message = "GPT-2",
    reason: Template = messages.REASON_OF_FIRST,
) -> Claim:
    return Claim(name, "post", text(), experiment, *lanes, published_ms, theirs, reason)


def _of_function(name: str, text: Template, lane: str, published_ms: float) -> Claim:
    return _post(
        name,
        text,
        Experiment.CACHE_KEY,
        (lane, "same"),
        (published_ms, 0.6),
        messages.A_FUNCTION(),
        messages.REASON_OF_FUNCTION,
    )


#: Strategy, model, source and the figures of a row: PyTorch, eager, XLA in ms.
_TABLE: tuple[tuple[Experiment, str, str, str, tuple[float, float, float]], ...] = (
    (Experiment.GREEDY_T5, "greedy", "T5-small", "table_a100", (124.91, 1642.07, 13.72)),
    (Experiment.GREEDY_GPT2, "greedy", "GPT-2", "table_t4", (607.31, 7140.23, 185.12)),
    (Experiment.BEAM_GPT2, "beam search", "GPT-2", "table_t4", (3767.43, 34813.93, 5559.42)),
    (Experiment.SAMPLING_GPT2, "sampling", "DistilGPT2", "table_t4", (617.40, 6078.81, 221.65)),
)


def _of_table() -> tuple[Claim, ...]:
    claims = []
    for experiment, strategy, model, source, (torch, eager, xla) in _TABLE:
        for lane, text, ms in (
            ("eager", messages.CLAIM_EAGER, eager),
            ("torch", messages.CLAIM_TORCH, torch),
        ):
            claims.append(
                Claim(
                    f"{experiment}-{lane}",
                    source,
                    text(strategy=strategy, model=model),
                    experiment,
                    lane,
                    "xla",
                    (ms, xla),
                    model,
                    messages.REASON_OF_EAGER,
                )
            )
    return tuple(claims)


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "guide-first",
        "guide",
        messages.CLAIM_GUIDE_FIRST(),
        Experiment.GUIDE,
        "first",
        "second",
        (30819.6, 79.0),
        "GPT-2",
        messages.REASON_OF_FIRST,
    ),
    Claim(
        "guide-other-prompt",
        "guide",
        messages.CLAIM_GUIDE_OTHER(),
        Experiment.GUIDE,
        "third",
        "second",
        (78.9, 79.0),
        "GPT-2",
        messages.REASON_OF_FIRST,
    ),
    _post(
        "forward-pass",
        messages.CLAIM_FORWARD,
        Experiment.FORWARD_PASS,
        ("eager", "steady"),
        (48.8, 1.6),
        reason=messages.REASON_OF_EAGER,
    ),
    _post(
        "forward-pass-first",
        messages.CLAIM_FORWARD_FIRST,
        Experiment.FORWARD_PASS,
        ("first", "steady"),
        (3951.0, 1.6),
    ),
    _of_function("cache-key-first", messages.CLAIM_KEY_FIRST, "first", 520.4),
    _of_function("cache-key-dtype", messages.CLAIM_KEY_DTYPE, "dtype", 27.1),
    _of_function("cache-key-shape", messages.CLAIM_KEY_SHAPE, "shape", 25.5),
    _of_function("cache-key-argument", messages.CLAIM_KEY_ARGUMENT, "argument", 24.9),
    _post(
        "unpadded",
        messages.CLAIM_UNPADDED,
        Experiment.LENGTHS,
        ("unpadded", "unpadded_longer"),
        (9565.1, 6815.0),
    ),
    _post(
        "other-length",
        messages.CLAIM_OTHER_LENGTH,
        Experiment.LENGTHS,
        ("unpadded_longer", "padded_longer"),
        (6815.0, 19.3),
    ),
    _post(
        "padded",
        messages.CLAIM_PADDED,
        Experiment.LENGTHS,
        ("padded", "padded_longer"),
        (6815.4, 19.3),
    ),
    _post(
        "new-option",
        messages.CLAIM_NEW_OPTION,
        Experiment.LENGTHS,
        ("new_option", "padded_longer"),
        (9644.2, 19.3),
    ),
    *_of_table(),
)
