"""An engine without TensorFlow: fast, scriptable, and as strict as the real one."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field

from tests.core.inside.texts import text_of
from xla_playground.core.call.breakdown import Part, PhasePart, completed
from xla_playground.core.call.partial_text import PartialText, TextListener
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.probabilities import Score, ScoredSequence, ScoredToken
from xla_playground.core.call.record import (
    Cache,
    EndedBy,
    Record,
    Sequence,
    Status,
    Token,
    TokenRole,
)
from xla_playground.core.call.request import Arm, Recipe, Request
from xla_playground.core.call.settled_request import settled
from xla_playground.core.call.specialization import (
    SpecializationKey,
    capacity_for,
    closest_key,
    is_length_live,
    key_for,
    miss_reason,
)
from xla_playground.core.engine.call_end import CallEnd
from xla_playground.core.engine.engine import EngineInfo, EngineStatus, Phase, StatusListener
from xla_playground.core.engine.specialization_info import SpecializationInfo
from xla_playground.core.errors import (
    CallCancelled,
    CheckpointError,
    EngineFailure,
    PlaygroundError,
    RequestError,
    WorkerDied,
)
from xla_playground.core.inside.inspection import Buffer, Inspection, inspection_of
from xla_playground.core.inside.profiling.events import Event, OperationKind, Recorded
from xla_playground.core.inside.profiling.profile import Profile, profile_of
from xla_playground.core.messages import engine as engine_messages
from xla_playground.core.messages.message import untyped
from xla_playground.core.model.info import ModelInfo, ModelInput
from xla_playground.core.speech.prompt import Slot, SpeechPrompt

MILLISECOND = 1_000_000

GPT2 = ModelInfo(
    name="playground-gpt2",
    path="/models/playground-gpt2",
    family="gpt2",
    family_label="GPT-2",
    parameters=5_851_136,
    size_bytes=11_702_272,
    vocab_size=4096,
    positions=512,
    hidden_size=256,
    layers=6,
    stored_dtype="F16",
    licence="apache-2.0",
    is_decoder_only=True,
    has_xla=True,
    precisions=("float32", "float16", "bfloat16"),
)
T5 = GPT2.model_copy(
    update={
        "name": "toy-t5",
        "family": "t5",
        "family_label": "T5",
        "positions": None,
        "is_decoder_only": False,
    }
)
BART = T5.model_copy(
    update={
        "name": "toy-bart",
        "family": "bart",
        "family_label": "BART",
        "positions": 512,
        "settings": (("strategy", "beam"), ("num_beams", 4), ("length_penalty", 2.0)),
    }
)
CHAT = GPT2.model_copy(
    update={
        "name": "toy-chat",
        "family": "llama",
        "family_label": "Llama",
        "has_chat": True,
        "precisions": ("float32", "bfloat16"),
        "memory_bytes": 540_000_000,
    }
)
WHISPER = T5.model_copy(
    update={
        "name": "toy-whisper",
        "family": "whisper",
        "family_label": "Whisper",
        "takes": ModelInput.SPEECH,
        "window_s": 2.0,
        "sampling_rate": 16_000,
        "mel_bins": 80,
        "positions": 448,
    }
)
POLYGLOT = WHISPER.model_copy(
    update={
        "name": "toy-polyglot",
        "speech_prompt": SpeechPrompt(
            slots=(Slot.LANGUAGE, Slot.TASK, 9),
            languages=(("en", 3), ("de", 4), ("ko", 5)),
            tasks=(("transcribe", 6), ("translate", 7)),
        ),
    }
)
#: What every profile is made of; names are those of the text ``loop``.
RECORDED = Recorded(
    plane="/host:CPU",
    events=(
        Event("main", "", "tf.constant", 0, 100_000, 100_000),
        Event("main", "a_inference_run_12", "while.38", 200_000, 1_800_000, 1_800_000),
        Event("main", "a_inference_run_12", "dot.27", 300_000, 10_000, 600_000),
        Event("main", "a_inference_run_12", "dot.27", 1_000_000, 10_000, 600_000),
        Event("pool", "a_inference_run_12", "fusion", 1_700_000, 300_000, 300_000),
    ),
    kinds={
        ("a_inference_run_12", "while.38"): OperationKind("while"),
        ("a_inference_run_12", "dot.27"): OperationKind("dot", source="layer/MatMul"),
        ("a_inference_run_12", "fusion"): OperationKind("fusion", ("add", "tanh")),
    },
)
#: Windows of every recording, whatever its length: nothing is read here.
FAKE_WINDOWS = 2
INFO = EngineInfo(
    pid=4242,
    python="3.11.7",
    tensorflow="2.21.0",
    transformers="4.54.1",
    devices=("CPU:0",),
    memory_bytes=512_000_000,
)
_TEXT = "a fast compiler for linear algebra that fuses the operations of a whole graph"
_WORDS = tuple(_TEXT.split(" "))


@dataclass
class FakeEngine:
    """Answers from a script.

    Attributes:
        models: what ``load`` knows; any other name raises ``CheckpointError``.
        errors: raised by the next calls of ``generate``, one each.
        refuses_to_start: makes ``start`` raise.
        pace: seconds that a phase of one second lasts; 0 is at once.
        hold: while it is set, ``generate`` waits in its first phase.
        hold_after: the block after which a streamed call waits for its cancel, or ``None``.
        stored: what is on disk; calls of the fast recipe put theirs there.
        requests: what ``generate`` was asked for.
        profiled: what ``profile`` was asked for.
        info: what ``start`` returns.
    """

    models: dict[str, ModelInfo] = field(
        default_factory=lambda: {m.name: m for m in (GPT2, T5, BART, CHAT, WHISPER, POLYGLOT)}
    )
    errors: deque[PlaygroundError] = field(default_factory=deque)
    refuses_to_start: bool = False
    pace: float = 0.0
    hold: threading.Event = field(default_factory=threading.Event)
    hold_after: int | None = None
    stored: set[SpecializationKey] = field(default_factory=set)
    requests: list[Request] = field(default_factory=list)
    profiled: list[Request] = field(default_factory=list)
    info: EngineInfo = INFO
    starts: int = 0
    is_closed: bool = False

    def __post_init__(self) -> None:
        self._cancelled = threading.Event()
        self._keys: dict[SpecializationKey, None] = {}
        self._listener: StatusListener = lambda status: None

    # ------------------------------------------------------------------ the protocol

    def start(self, on_status: StatusListener) -> EngineInfo:
        self._listener = on_status
        self.starts += 1
        self._keys.clear()
        self._cancelled.clear()
        self._phase(Phase.STARTING, 2.0)
        if self.refuses_to_start:
            raise EngineFailure(untyped("The worker could not be started."))
        self._say(Phase.READY)
        return self.info

    def load(self, model: str) -> ModelInfo:
        self._phase(Phase.LOADING, 0.3, model)
        self._say(Phase.READY)
        if model not in self.models:
            raise CheckpointError(untyped(f"There is no model {model!r}: give a folder."))
        return self.models[model]

    def plan(self, request: Request) -> Plan:
        counts = tuple(len(prompt.split()) for prompt in request.prompts)
        info = self.models.get(request.model)
        if info is None:
            raise CheckpointError(untyped(f"There is no model {request.model!r}: give a folder."))
        if bool(request.audio) is not (info.takes is ModelInput.SPEECH):
            field = "audio" if request.audio else "prompts"
            raise RequestError(
                field, untyped(f"{info.name} takes {info.takes}: choose another model.")
            )
        if request.chat and not info.has_chat:
            raise RequestError(
                "chat", untyped(f"{info.name} has no chat template: switch Chat off.")
            )
        if info.takes is ModelInput.SPEECH:
            counts, padded = (), round(100 * (info.window_s or 30))
        else:
            request.padding.side_for(
                is_decoder_only=info.is_decoder_only, has_positions=info.positions is not None
            )
            is_live = request.recipe is Recipe.FAST and info.is_decoder_only
            padded = max(counts) if is_live else request.padding.padded_length(counts)
        new_tokens = settled(request, info).options.new_tokens
        if info.is_decoder_only and info.positions and padded + new_tokens > info.positions:
            sentence = (
                f"{padded} prompt tokens and {new_tokens} new ones are more than the model's "
                f"{info.positions} positions: use at most {info.positions - padded}."
            )
            raise RequestError("max_new_tokens", untyped(sentence))
        beginning = padded if info.is_decoder_only else 1
        capacity = capacity_for(settled(request, info), beginning, info.positions)
        is_live = is_length_live(request, is_decoder_only=info.is_decoder_only)
        key = key_for(settled(request, info), None if is_live else padded, capacity)
        closest = closest_key(key, self._keys)
        cache = Cache.DISK if key in self.stored else Cache.MISS
        cache = Cache.MEMORY if key in self._keys else cache
        if request.arm is Arm.EAGER:
            cache = Cache.NONE
        return Plan(
            request_id=request.id,
            key=key,
            prompt_tokens=counts,
            padded_length=padded,
            cache=cache,
            reason_message=(
                None if cache in (Cache.MEMORY, Cache.NONE) else miss_reason(key, closest)
            ),
            closest=closest,
        )

    def call(self, request: Request, on_text: TextListener | None = None) -> CallEnd:
        record = self.generate(request, on_text)
        return CallEnd(
            record=record, specializations=self.specializations(), plan=self.plan(request)
        )

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        self.requests.append(request)
        self._cancelled.clear()
        plan = self.plan(request)
        request = settled(request, self.models[request.model])
        trace_ns = compile_ns = load_ns = None
        if plan.cache is Cache.DISK:
            load_ns = self._phase(Phase.LOADING, 0.6, plan.key.label())
        if plan.cache is Cache.MISS:
            trace_ns = self._phase(Phase.TRACING, 1.2, plan.key.label())
            if request.arm is Arm.XLA:
                compile_ns = self._phase(Phase.COMPILING, 1.8, plan.key.label())
        seconds = 0.9 if request.arm is Arm.EAGER else 0.019 + len(self.requests) % 5 * 0.001
        run_ns = self._phase(Phase.RUNNING, seconds, plan.key.label())
        whole = tuple(
            sequence_of(prompt, index, plan.padded_length, request.options.new_tokens)
            for index, prompt in enumerate(request.prompts or ("",) * FAKE_WINDOWS)
            for _ in range(self._returned(request))
        )
        sequences, token_ns = self._stream(request, whole, on_text)
        self._say(Phase.READY)
        if self.errors:
            raise self.errors.popleft()
        if request.arm is not Arm.EAGER:
            self._keys[plan.key] = None
        if request.recipe is Recipe.FAST and request.arm is not Arm.EAGER:
            self.stored.add(plan.key)
        return Record(
            call=len(self.requests),
            request=request,
            cache=plan.cache,
            reason_message=plan.reason_message,
            key=plan.key,
            trace_ns=trace_ns,
            compile_ns=compile_ns,
            load_ns=load_ns,
            run_ns=run_ns,
            wall_ns=(trace_ns or 0) + (compile_ns or 0) + (load_ns or 0) + run_ns + MILLISECOND,
            prompt_tokens=plan.prompt_tokens,
            padded_length=plan.padded_length,
            status=Status.COMPLETED if sequences == whole else Status.CANCELLED,
            sequences=sequences,
            first_token_ns=token_ns[0][1] if token_ns else None,
            token_ns=token_ns,
            memory_bytes=640_000_000 + 120_000_000 * len(self._keys),
            first_call_parts=_parts(trace_ns, compile_ns),
        )

    def _stream(
        self, request: Request, whole: tuple[Sequence, ...], on_text: TextListener | None
    ) -> tuple[tuple[Sequence, ...], tuple[tuple[int, int], ...]]:
        """Hand out the sequences in blocks; return them, cut if the call was cancelled."""
        token_ns: list[tuple[int, int]] = []
        sequences, total = whole, request.options.new_tokens
        for number, start in enumerate(range(0, total, request.block_tokens or total), start=1):
            if not request.is_streamed:
                break
            count = min(start + (request.block_tokens or total), total)
            sequences = tuple(first_part(sequence, count) for sequence in whole)
            token_ns.append((count, count * MILLISECOND))
            if on_text is not None:
                on_text(
                    PartialText(
                        request_id=request.id,
                        block=number,
                        sequences=sequences,
                        new_tokens=count,
                    )
                )
            while number == self.hold_after and not self._cancelled.wait(0.002):
                pass
            if self._cancelled.is_set() and count < total:
                return tuple(s.if_cancelled for s in sequences), tuple(token_ns)
        return whole, tuple(token_ns)

    def specializations(self) -> tuple[SpecializationInfo, ...]:
        in_memory = [
            SpecializationInfo(
                key=key,
                where=Cache.MEMORY,
                memory_bytes=120_000_000,
                disk_bytes=12_000_000 if key in self.stored else None,
            )
            for key in self._keys
        ]
        on_disk = [
            SpecializationInfo(key=key, where=Cache.DISK, disk_bytes=12_000_000)
            for key in sorted(self.stored - set(self._keys), key=lambda key: key.label())
        ]
        return (*in_memory, *on_disk)

    def probabilities(self, record: Record) -> tuple[ScoredSequence, ...]:
        return tuple(scored(sequence) for sequence in record.sequences)

    def inspect(self, key: SpecializationKey) -> Inspection:
        if key not in self._keys:
            raise RequestError("key", untyped(f"{key.label()} is not in memory: run its call."))
        self._look(Phase.COMPILING, key)
        return inspection_of(
            tuple(key.as_dict().items()),
            label=key.label(),
            device="CPU",
            optimized=text_of("loop"),
            stablehlo="module {\n}\n",
            buffers=(Buffer(kind="temporary", size_bytes=4096),),
            weight_bytes=11_702_272,
        )

    def profile(self, request: Request) -> Profile:
        key = self.plan(request).key
        if key not in self._keys:
            raise RequestError("key", untyped(f"{key.label()} is not in memory: run its call."))
        self.profiled.append(request)
        self._look(Phase.RUNNING, key)
        return profile_of(
            RECORDED,
            tuple(key.as_dict().items()),
            label=key.label(),
            device="CPU",
            programs={"a_inference_run_12": "decode"},
            run_ns=2_000_000,
            new_tokens=request.options.new_tokens,
        )

    def _look(self, phase: Phase, key: SpecializationKey) -> None:
        self._cancelled.clear()
        self._phase(phase, 0.5, key.label())
        self._say(Phase.READY)

    def cancel(self) -> None:
        self._cancelled.set()

    def close(self) -> None:
        self.is_closed = True
        self._listener = lambda status: None
        self._cancelled.set()
        self.hold.clear()

    # ------------------------------------------------------------------ the script

    def die(self, detail: str = "killed") -> None:
        """End as a killed worker does."""
        self._listener(EngineStatus(phase=Phase.STOPPED, detail=detail))

    def fail_next(self, sentence: str) -> None:
        """Let the next call fail."""
        self.errors.append(WorkerDied(untyped(sentence)))

    def _returned(self, request: Request) -> int:
        options = request.options
        is_read = "num_return_sequences" in options.used()
        return options.num_return_sequences if is_read else 1

    def _say(self, phase: Phase, detail: str = "") -> None:
        self._listener(EngineStatus(phase=phase, detail=detail, memory_bytes=512_000_000))

    def _phase(self, phase: Phase, seconds: float, detail: str = "") -> int:
        self._say(phase, detail)
        end = time.monotonic() + seconds * self.pace
        is_call = phase in (Phase.TRACING, Phase.COMPILING, Phase.RUNNING)
        while time.monotonic() < end or (is_call and self.hold.is_set()):
            if is_call and self._cancelled.wait(0.002):
                break
            time.sleep(0.001)
        if is_call and self._cancelled.is_set():
            raise CallCancelled(engine_messages.CANCELLED())
        return round(seconds * 1000) * MILLISECOND


@dataclass
class WrongEngine(FakeEngine):
    """Writes another fifth token, in the arms that are wrong."""

    wrong_arms: tuple[Arm, ...] = tuple(Arm)

    def generate(self, request: Request, on_text: TextListener | None = None) -> Record:
        record = super().generate(request, on_text)
        if request.arm not in self.wrong_arms:
            return record
        return record.model_copy(update={"sequences": tuple(map(_wrong, record.sequences))})


def _wrong(sequence: Sequence) -> Sequence:
    tokens = list(sequence.tokens)
    place = len(tokens) - sequence.new_tokens + 4
    tokens[place] = tokens[place].model_copy(update={"id": 4000, "text": " wrong"})
    return sequence.model_copy(update={"tokens": tuple(tokens)})


def sequence_of(prompt: str, index: int, padded: int, new_tokens: int) -> Sequence:
    """A sequence as the engine returns it: padding, prompt, what was generated, the end."""
    words = prompt.split()
    new = [f" {_WORDS[i % len(_WORDS)]}" for i in range(max(0, new_tokens - 1))]
    roles = [(TokenRole.PADDING, "<|endoftext|>")] * (padded - len(words) if words else 0)
    roles += [(TokenRole.PROMPT, word if i == 0 else f" {word}") for i, word in enumerate(words)]
    roles += [(TokenRole.NEW, word) for word in new]
    roles.append((TokenRole.END, "<|endoftext|>"))
    return Sequence(
        prompt_index=index,
        text=prompt + "".join(new),
        tokens=tuple(
            Token(id=number % 4096, text=text, role=role)
            for number, (role, text) in enumerate(roles)
        ),
    )


def scored(sequence: Sequence) -> ScoredSequence:
    """A sequence of which every token was as likely as the next one."""
    score = Score(probability=0.5, rank=1, alternatives=())
    tokens = [
        ScoredToken(id=token.id, text=token.text, role=token.role, raw=score)
        for token in sequence.tokens
        if token.role is not TokenRole.PADDING
    ]
    return ScoredSequence(prompt_index=sequence.prompt_index, tokens=tuple(tokens))


def first_part(sequence: Sequence, new_tokens: int) -> Sequence:
    """A sequence as far as it is after this many of its new tokens."""
    before = len(sequence.tokens) - sequence.new_tokens
    tokens = sequence.tokens[: before + new_tokens]
    text = "".join(t.text for t in tokens if t.role in (TokenRole.PROMPT, TokenRole.NEW))
    ended = EndedBy.END if tokens == sequence.tokens else None
    return sequence.model_copy(update={"tokens": tokens, "text": text, "ended_by": ended})


def _parts(trace_ns: int | None, compile_ns: int | None) -> tuple[PhasePart, ...]:
    """Return half of a trace as attention, and a compile as conversion and code."""
    measured = [PhasePart(phase="trace", part=Part.ATTENTION, ns=(trace_ns or 0) // 2)]
    third = (compile_ns or 0) // 3
    for part in (Part.CONVERSION, Part.PASSES, Part.CODE):
        is_estimate = part is Part.CONVERSION
        measured.append(PhasePart(phase="compile", part=part, ns=third, is_estimate=is_estimate))
    return completed(measured, {"trace": trace_ns, "compile": compile_ns})
