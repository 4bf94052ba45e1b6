"""The two sides of a comparison: the guide's code, and our engine; each in a fresh process."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any, Protocol, Self

from ..core.errors import EngineFailure, RequestError
from ..core.generate_arguments import generate_arguments
from ..core.model_info import ModelInfo, ModelInput
from ..core.padding import Padding
from ..core.record import Cache, Record, Token, TokenRole
from ..core.request import Recipe, Request
from ..library.inspection import usable_model
from ..worker.client import EngineClient

#: The guide's ``pad_to_multiple_of=8``.
GUIDE_PADDING = Padding(multiple_of=8)

Tokens = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class StepResult:
    """What one side made of one step.

    Attributes:
        seconds: what the user waits for, importing and loading left out.
        run_s: the compiled function alone, its tokens copied to the host.
        token_ids: the sequences, the padding before a prompt left out: the sides may pad to
            different lengths.
    """

    seconds: float
    run_s: float
    token_ids: Tokens


class Side(Protocol):
    """One side, started, and used as a context manager.

    Attributes:
        traces: how many specializations were traced so far.
    """

    traces: int

    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...
    def run(self, step: Request) -> StepResult:
        """One step.

        Raises:
            PlaygroundError: it could not be run.
        """
        ...


class Guide:
    """The guide's own code; see ``Side``.

    It is timed around ``xla_generate`` alone: tokenizing and decoding are not counted.
    """

    def __init__(self, model: ModelInfo) -> None:
        """Start it and load ``model``.

        Raises:
            EngineFailure: the guide's code cannot load it.
        """
        auto_class = f"TFAutoModelFor{'CausalLM' if model.is_decoder_only else 'Seq2SeqLM'}"
        self._has_prompt = model.is_decoder_only
        self.traces = 0
        self._stderr = tempfile.TemporaryFile(  # noqa: SIM115 - closed with the process
            "w+", encoding="utf-8", errors="replace"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.guide", model.path, auto_class],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            text=True,
        )
        try:
            self._answer()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._stderr.close()

    def run(self, step: Request) -> StepResult:
        """See ``Side.run``."""
        asked = {"prompts": step.prompts, "arguments": generate_arguments(step.options)}
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # it has ended, and the answer says how
        answer = self._answer()
        self.traces = answer["traces"]
        seconds = answer["seconds"]
        return StepResult(seconds, seconds, self._unpadded(answer["token_ids"], answer["padding"]))

    def _unpadded(self, token_ids: list[list[int]], padding: list[int]) -> Tokens:
        if not self._has_prompt:
            return tuple(map(tuple, token_ids))
        per_prompt = len(token_ids) // len(padding)
        return tuple(tuple(ids[padding[n // per_prompt] :]) for n, ids in enumerate(token_ids))

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        code = self._process.wait()
        self._stderr.seek(0)
        last = (self._stderr.read().strip().splitlines() or ["it said nothing"])[-1]
        raise EngineFailure(f"The guide's code ended with code {code}: {last}")


class Ours:
    """Our engine in its worker process; see ``Side``. The whole call is counted."""

    def __init__(self, model: ModelInfo) -> None:
        """Start it and load ``model``.

        Raises:
            PlaygroundError: it cannot be started, or the model cannot be loaded.
        """
        self.traces = 0
        self.caches: list[Cache] = []
        self._engine = EngineClient()
        try:
            self._engine.start(lambda status: None)
            self._engine.load(model.path)
        except BaseException:
            self._engine.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._engine.close()

    def run(self, step: Request) -> StepResult:
        """See ``Side.run``; the step's own arm and recipe."""
        record = self._engine.generate(step.again())
        self.caches.append(record.cache)
        self.traces += record.cache is Cache.MISS
        return StepResult((record.wall_ns or 0) / 1e9, (record.run_ns or 0) / 1e9, _tokens(record))


def _tokens(record: Record) -> Tokens:
    def is_before(token: Token) -> bool:
        return is_prompt and token.role is TokenRole.PADDING

    is_prompt = any(t.role is TokenRole.PROMPT for s in record.sequences for t in s.tokens)
    return tuple(
        tuple(token.id for token in dropwhile(is_before, sequence.tokens))
        for sequence in record.sequences
    )


def text_model(model: str) -> ModelInfo:
    """The model that ``model`` names, with a path that stays right wherever our cache is.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
        RequestError: it hears speech, which no bench measures.
    """
    info = usable_model(model)
    if info.takes is not ModelInput.TEXT:
        raise RequestError(
            "model", f"{info.name} hears speech: give bench a model that reads text."
        )
    return info


def fast_request(
    model: ModelInfo,
    prompts: Sequence[str],
    options: dict[str, object],
    padding: Padding = GUIDE_PADDING,
) -> Request:
    """A request by the fast recipe, padded as the guide pads where ``padding`` is left out.

    Raises:
        RequestError: naming the field and what to do.
    """
    values = {"model": model.path, "prompts": tuple(prompts), "options": options}
    return Request.parse(values | {"padding": padding, "recipe": Recipe.FAST})
