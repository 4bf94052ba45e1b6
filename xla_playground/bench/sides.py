"""The two sides of a comparison: the guide's code, and our engine; each in a fresh process."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path
from typing import Any, Protocol, Self

from ..core.call.padding import Padding
from ..core.call.partial_text import PartialText
from ..core.call.record import Cache, EndedBy, Record, Token, TokenRole
from ..core.call.request import Recipe, Request
from ..core.checkpoint.checkpoint import read_config
from ..core.checkpoint.completeness import completeness
from ..core.engine.engine import EngineInfo
from ..core.errors import RequestError, WorkerDied
from ..core.messages import commands as messages
from ..core.messages.message import named
from ..core.model.info import ModelInfo, ModelInput
from ..core.options.generate_arguments import generate_arguments
from ..core.weights.files import read_weights
from ..core.weights.tensor_names import pytorch_name
from ..library.inspection import usable_model
from ..worker.client import EngineClient
from ..worker.environment import cuda_folders
from .running.processes import LineProcess, MeasuredProcess

#: The guide's ``pad_to_multiple_of=8``.
GUIDE_PADDING = Padding(multiple_of=8)

Tokens = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class StepResult:
    """The result of one step on one side.

    Attributes:
        seconds: time that the user waits, without import and load.
        run_s: time of the compiled function alone, the copy of its tokens to the host included.
        token_ids: the sequences without the padding before a prompt, since the sides may pad to
            different lengths.
        has_ended: whether one of the texts has ended before the limit.
        first_text_s: time until the first block of a call that streams is here.
    """

    seconds: float
    run_s: float
    token_ids: Tokens
    has_ended: bool = True
    first_text_s: float | None = None


class Runner(Protocol):
    """The interface that runs steps."""

    def run(self, step: Request) -> StepResult:
        """Run one step and return its seconds and tokens.

        Raises:
            PlaygroundError: it could not be run.
        """
        ...

    def settle(self) -> None:
        """Wait until no build runs behind the answer, see ``MeasuredProcess.settle``."""
        ...


class Side(Runner, Protocol):
    """One side, started, and used as a context manager; see ``MeasuredProcess`` for the rest.

    Attributes:
        traces: how many programs were traced so far.
    """

    traces: int

    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...


class Guide(LineProcess):
    """The guide's own code; see ``Side``.

    It is timed around ``xla_generate`` alone: tokenizing and decoding are not counted.

    Attributes:
        random_weights: names of weights that are random numbers, since the folder does not hold
            them for the guide's class of the model: its tokens have no meaning then.
    """

    def __init__(self, model: ModelInfo) -> None:
        """Start it and load ``model``.

        Raises:
            EngineFailure: the guide's code cannot load it.
        """
        auto_class = f"TFAutoModelFor{'CausalLM' if model.is_decoder_only else 'Seq2SeqLM'}"
        self._has_prompt = model.is_decoder_only
        self.traces = 0
        command = [sys.executable, "-m", f"{__package__}.children.guide", model.path, auto_class]
        super().__init__(messages.GUIDES_CODE(), command, plain_environment())
        self.random_weights = _random_weights(Path(model.path), self.greeting["missing"])

    def run(self, step: Request) -> StepResult:
        """See ``Runner.run``."""
        answer = self.ask({"prompts": step.prompts, "arguments": generate_arguments(step.options)})
        self.traces = answer["traces"]
        seconds = answer["seconds"]
        tokens = self._unpadded(answer["token_ids"], answer["padding"])
        return StepResult(seconds, seconds, tokens, answer["has_ended"])

    def _unpadded(self, token_ids: list[list[int]], padding: list[int]) -> Tokens:
        if not self._has_prompt:
            return tuple(map(tuple, token_ids))
        per_prompt = len(token_ids) // len(padding)
        return tuple(tuple(ids[padding[n // per_prompt] :]) for n, ids in enumerate(token_ids))


def _random_weights(folder: Path, missing: list[str]) -> tuple[str, ...]:
    """Return the missing weights that the class does not initialize with the right values."""
    if not missing:
        return ()
    names = completeness(read_config(folder), read_weights(folder).names)
    return tuple(n for n in map(pytorch_name, missing) if n not in names.may_be_missing)


def compared_tokens(*, are_equal: bool, random_weights: Sequence[str]) -> dict[str, Any]:
    """Return ``tokens_equal`` and ``tokens_note``, a sentence on why it is ``None``."""
    if not random_weights:
        return {"tokens_equal": are_equal, "tokens_note": None}
    note = messages.TOKENS_NOT_COMPARED(weights=named(random_weights))
    return {"tokens_equal": None, "tokens_note": note.text}


def plain_environment() -> dict[str, str]:
    """Return the user's variables, and those that both sides need to find and share a GPU."""
    made = {"TF_FORCE_GPU_ALLOW_GROWTH": "true", **os.environ, "USE_TORCH": "0"}
    if folders := cuda_folders(sys.path):
        path = [made.get("LD_LIBRARY_PATH", ""), *folders]
        made["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, path))
    return made


class Ours(MeasuredProcess):
    """Our engine in its worker process; see ``Side``. The whole call is counted."""

    def __init__(self, model: ModelInfo) -> None:
        """Start it and load ``model``.

        Raises:
            PlaygroundError: it cannot be started, or the model cannot be loaded.
        """
        self.traces = 0
        self.caches: list[Cache] = []
        self._engine = EngineClient()
        self._model = model.path
        try:
            info = self._start()
        except BaseException:
            self._engine.close()
            raise
        self.greeting = {
            "version": f"tensorflow {info.tensorflow}, transformers {info.transformers}",
            "device": "cpu" if set(info.devices) <= {"CPU"} else "gpu",
        }

    def _start(self) -> EngineInfo:
        info = self._engine.start(lambda status: None)
        self._engine.load(self._model)
        return info

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._engine.close()

    @property
    def pid(self) -> int:
        pid = self._engine.pid
        assert pid is not None
        return pid

    def run(self, step: Request) -> StepResult:
        """See ``Runner.run``; it uses the step's own arm and recipe."""
        first_text_s: float | None = None
        start = time.perf_counter()

        def take(text: PartialText) -> None:
            nonlocal first_text_s
            first_text_s = first_text_s or time.perf_counter() - start

        try:
            record = self._engine.generate(step.again(), take if step.is_streamed else None)
        except WorkerDied:  # perhaps of this step alone: others go on
            self._start()
            raise
        self.caches.append(record.cache)
        self.traces += _traces(record)
        seconds, run_s = ((ns or 0) / 1e9 for ns in (record.wall_ns, record.run_ns))
        has_ended = EndedBy.END in record.ended_by
        return StepResult(seconds, run_s, _tokens(record), has_ended, first_text_s)


def warm_up(side: Runner, step: Request) -> StepResult:
    """Return the first call of a step; once this returns, calls of it are steady.

    Two more calls follow, each when the side is idle: the fast recipe builds a program behind an
    answer, perhaps behind the second one only, and the next call uses it.
    """
    first = side.run(step)
    for _ in range(2):
        side.settle()
        side.run(step)
    side.settle()
    return first


def _traces(record: Record) -> int:
    """Return the number of traced programs, those behind the previous answer included."""
    if not record.programs:
        return int(record.cache is Cache.MISS)
    return sum(program.trace_ns is not None for program in record.programs)


def _tokens(record: Record) -> Tokens:
    def is_before(token: Token) -> bool:
        return is_prompt and token.role is TokenRole.PADDING

    is_prompt = any(t.role is TokenRole.PROMPT for s in record.sequences for t in s.tokens)
    return tuple(
        tuple(token.id for token in dropwhile(is_before, sequence.tokens))
        for sequence in record.sequences
    )


def text_model(model: str) -> ModelInfo:
    """Return the info of a text model, with a path that stays valid if the home changes.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
        RequestError: it hears speech, which no bench measures.
    """
    info = usable_model(model)
    if info.takes is not ModelInput.TEXT:
        raise RequestError("model", messages.READS_NO_TEXT(model=info.name))
    return info


def fast_request(
    model: ModelInfo,
    prompts: Sequence[str],
    options: dict[str, object],
    padding: Padding = GUIDE_PADDING,
    recipe: str = Recipe.FAST,
) -> Request:
    """Return a request, by default under the fast recipe, and padded as the guide pads.

    Raises:
        RequestError: naming the field and what to do.
    """
    values = {"model": model.path, "prompts": tuple(prompts), "options": options}
    return Request.parse(values | {"padding": padding, "recipe": recipe})
