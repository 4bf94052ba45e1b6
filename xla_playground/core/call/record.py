"""The record of one call: its text, its tokens and its durations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field, model_validator

from ..frozen import Frozen
from ..messages.message import Message, read, with_texts
from .breakdown import PhasePart
from .request import Request
from .specialization import SpecializationKey

#: The phases of a call, in the order in which they happen.
PHASES: tuple[str, ...] = ("trace", "compile", "load", "store", "run")


class Cache(StrEnum):
    """The source of the specialization; ``none`` for eager calls, which have no specialization."""

    MISS = "miss"
    MEMORY = "memory"
    DISK = "disk"
    NONE = "none"


class Warmth(StrEnum):
    """What a process has built before a call: the first one pays for imports and caches.

    ``cold``: no program of the arm and recipe; ``new_strategy``: none of the strategy, whose
    code TensorFlow has not converted yet; ``warm``: one of the strategy; ``evicted``: this very
    specialization, which comes back from disk to an XLA that still holds its executable.
    """

    COLD = "cold"
    NEW_STRATEGY = "new_strategy"
    WARM = "warm"
    EVICTED = "evicted"


class Status(StrEnum):
    """How a call ended."""

    COMPLETED = "completed"
    CANCELLED = "cancelled"
    FAILED = "failed"


class TokenRole(StrEnum):
    """The role of a token in its sequence."""

    PADDING = "padding"
    PROMPT = "prompt"
    NEW = "new"
    END = "end"


#: Above this probability a window counts as one without speech. Source: OpenAI's
#: ``whisper/transcribe.py``.
NO_SPEECH_PROBABILITY = 0.6


class EndedBy(StrEnum):
    """The reason why a sequence ended.

    ``end``: the model wrote its end token; ``limit``: there was no room for more new tokens;
    ``cancel``: the call was cancelled while the sequence grew.
    """

    END = "end"
    LIMIT = "limit"
    CANCEL = "cancel"


class Token(Frozen):
    """One token of a sequence: its id, its text, and its role."""

    id: int
    text: str
    role: TokenRole


class Sequence(Frozen):
    """One returned sequence.

    Attributes:
        prompt_index: number of the prompt that it continues, or of its window of audio, from 0.
        text: the decoded text, special tokens left out; of a chat, the answer alone.
        tokens: the padded prompt and the generated tokens, in order. Encoder-decoder models return
            the decoder's tokens only, so there it holds no prompt.
        ended_by: the reason why it ended; ``None`` if nothing was generated, or while it grows.
        no_speech_probability: for a window of speech, the probability that it holds none; ``None``
            if the model gives no probability.
    """

    prompt_index: int
    text: str
    tokens: tuple[Token, ...]
    ended_by: EndedBy | None = None
    no_speech_probability: float | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_0_1_0(cls, values: Any) -> Any:
        """Derive ``ended_by`` from the tokens of version 0.1.0, which kept only complete
        sequences.
        """
        if isinstance(values, dict) and "ended_by" not in values:
            values = values | {"ended_by": _ended_by(values.get("tokens") or ())}
        return values

    @property
    def is_speech(self) -> bool:
        """Return whether the window holds speech, by the model's probability if there is one."""
        return (self.no_speech_probability or 0.0) <= NO_SPEECH_PROBABILITY

    @property
    def if_cancelled(self) -> Sequence:
        """Return the sequence after a cancel: ``ended_by`` is ``cancel`` if the sequence was
        growing.
        """
        if self.ended_by is not None:
            return self
        return self.model_copy(update={"ended_by": EndedBy.CANCEL})

    @property
    def new_tokens(self) -> int:
        """Return the number of generated tokens, including the end token but not the padding after
        it.
        """
        return sum(token.role in (TokenRole.NEW, TokenRole.END) for token in self.tokens)


class Spoken(Frozen):
    """The language and the task that a multilingual speech model used for a recording.

    Attributes:
        language: code; empty if all of the recording is silence, and none was found.
        task: ``transcribe`` or ``translate``.
        is_found: whether the model found the language itself.
    """

    language: str
    task: str
    is_found: bool


class ForecastCost(Frozen):
    """The cost that was forecast for a call before it was made; durations in ns.

    Attributes:
        cache: where the specialization was to come from.
        low_ns: nine of ten calls take ``low_ns`` to ``high_ns``.
    """

    cache: Cache
    low_ns: int
    expected_ns: int
    high_ns: int


class ProgramUse(Frozen):
    """A program that a call ran; durations in ns, ``None`` if the phase did not happen.

    Attributes:
        name: ``decode``, ``chunk`` or ``encode``, see ``specialization``.
        cache: the source of the program.
        in_background: whether it was built behind the answer of an earlier call, so that no call
            waited for it.
    """

    name: str
    cache: Cache
    trace_ns: int | None = None
    compile_ns: int | None = None
    load_ns: int | None = None
    store_ns: int | None = None
    in_background: bool = False


def _ended_by(tokens: Iterable[Any]) -> EndedBy | None:
    roles = [t.get("role") if isinstance(t, dict) else getattr(t, "role", None) for t in tokens]
    if TokenRole.END in roles:
        return EndedBy.END
    return EndedBy.LIMIT if TokenRole.NEW in roles else None


class Record(Frozen):
    """One call that was made, with its request.

    All durations are integers in ns taken in the engine with ``time.perf_counter_ns``; one that
    did not happen is ``None``, never 0.

    Attributes:
        call: number of the call, from 1; the history renumbers it over all sessions.
        reason, reason_message: why the specialization was not in memory; ``None`` where it was, and
            for eager.
        key: ``None`` only where the call ended before its key was known.
        trace_ns: Python built the graph.
        compile_ns: XLA built the executable, by TensorFlow's own report.
        load_ns: a stored specialization was read from disk.
        store_ns: a new specialization was written to disk.
        run_ns: the executable ran, tokens copied to the host included.
        wall_ns: the whole call in the engine, tokenizing and decoding included.
        first_token_ns: from the call's begin to the first block's tokens on the host.
        token_ns: for each block of the fast recipe a pair: the new tokens so far, those of the
            longest prompt, and the ns from the call's begin until they were on the host.
        prompt_tokens: tokens of each prompt, or frames of audio in each window, padding not
            counted.
        memory_bytes: resident memory of the engine's process after the call.
        spoken: language and task of a multilingual speech model, ``None`` for others.
        error, error_message: what happened where ``status`` is ``failed``. Records of version 0.1.0
            have the texts of both, ``reason`` and ``error``, and no message.
        notices: what reports no failure: what was not stored, and why.
        programs: the programs that ran under the fast recipe, and those that were built in the
            background since the previous call; empty for other calls.
        ran_beside_build: whether another program was built at the same time, which uses a core: the
            run time is not a steady one.
        warmth: what the process had built before the call.
        forecast: ``None`` if nothing comparable had run before.
        first_call_parts: what the phases of a first call consist of; those of a phase add up to it.
            Empty for a steady call, and for records of earlier versions.
    """

    call: int = 0
    request: Request
    status: Status = Status.COMPLETED
    started_at: datetime = Field(default_factory=lambda: datetime.now(UTC))
    cache: Cache = Cache.NONE
    reason: str | None = None
    reason_message: Message | None = None
    key: SpecializationKey | None = None
    trace_ns: int | None = None
    compile_ns: int | None = None
    load_ns: int | None = None
    store_ns: int | None = None
    run_ns: int | None = None
    wall_ns: int | None = None
    first_token_ns: int | None = None
    token_ns: tuple[tuple[int, int], ...] = ()
    prompt_tokens: tuple[int, ...] = ()
    padded_length: int = 0
    sequences: tuple[Sequence, ...] = ()
    memory_bytes: int | None = None
    spoken: Spoken | None = None
    error: str | None = None
    error_message: Message | None = None
    notices: tuple[Message, ...] = ()
    programs: tuple[ProgramUse, ...] = ()
    ran_beside_build: bool = False
    warmth: Warmth = Warmth.WARM
    forecast: ForecastCost | None = None
    first_call_parts: tuple[PhasePart, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_0_1_0(cls, values: Any) -> Any:
        """Read the records of version 0.1.0, which had one ``notice`` without an id."""
        if isinstance(values, dict) and "notice" in values:
            notice = values["notice"]
            values = {name: value for name, value in values.items() if name != "notice"}
            if notice:
                values["notices"] = ({"id": "untyped", "text": notice},)
        return values

    @model_validator(mode="before")
    @classmethod
    def _with_texts(cls, values: Any) -> Any:
        return with_texts(values, reason="reason_message", error="error_message")

    @property
    def reason_text(self) -> str | None:
        """Return ``reason`` in the language in which messages are read."""
        return read(self.reason_message, self.reason)

    @property
    def error_text(self) -> str | None:
        """Return ``error`` in the language in which messages are read."""
        return read(self.error_message, self.error)

    @property
    def total_ns(self) -> int:
        """Return the sum of the phases, in ns."""
        return sum(value for value in self.phases_ns().values() if value is not None)

    @property
    def new_tokens(self) -> tuple[int, ...]:
        """Return the number of tokens generated for each sequence, see ``Sequence.new_tokens``."""
        return tuple(sequence.new_tokens for sequence in self.sequences)

    @property
    def steps(self) -> int:
        """Return how many tokens the longest sequence got: so many steps the decode loop made.

        Sequences grow side by side, but the windows of a recording one after the other.
        """
        longest: dict[int, int] = {}
        for sequence in self.sequences:
            run = sequence.prompt_index if self.request.audio else 0
            longest[run] = max(longest.get(run, 0), sequence.new_tokens)
        return sum(longest.values())

    @property
    def ended_by(self) -> tuple[EndedBy | None, ...]:
        """Return the reason why each sequence ended, see ``Sequence.ended_by``."""
        return tuple(sequence.ended_by for sequence in self.sequences)

    def phases_ns(self) -> dict[str, int | None]:
        """Return the durations of the phases by name, in ns."""
        return {
            "trace": self.trace_ns,
            "compile": self.compile_ns,
            "load": self.load_ns,
            "store": self.store_ns,
            "run": self.run_ns,
        }
