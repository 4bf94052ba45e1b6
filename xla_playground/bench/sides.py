"""The two sides of a comparison: the guide's code, and our engine; each in a fresh process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ..core.errors import EngineFailure
from ..core.models import model_path
from ..core.options import generate_arguments
from ..core.padding import Padding
from ..core.record import Cache
from ..core.request import Recipe, Request
from ..worker.client import EngineClient


@dataclass(frozen=True)
class SideResult:
    """What one side made of the steps.

    Attributes:
        seconds: what the user waits for at each step, importing and loading left out.
        token_ids: the sequences of each step, padding and all.
        traces: how many specializations were traced.
    """

    seconds: tuple[float, ...]
    token_ids: tuple[tuple[tuple[int, ...], ...], ...]
    traces: int


def run_guide(steps: Sequence[Request]) -> SideResult:
    """The steps through the guide's own code.

    Timed around ``xla_generate`` alone: tokenizing and decoding are not counted on this side.

    Raises:
        EngineFailure: it did not come through.
    """
    asked = [
        {"prompts": step.prompts, "arguments": generate_arguments(step.options)} for step in steps
    ]
    done = subprocess.run(
        [sys.executable, "-m", f"{__package__}.guide", str(model_path(steps[0].model))],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise EngineFailure(f"The guide's code ended with code {done.returncode}: {last}")
    answers = json.loads(done.stdout.splitlines()[-1])
    return SideResult(
        tuple(answer["seconds"] for answer in answers),
        tuple(tuple(map(tuple, answer["token_ids"])) for answer in answers),
        answers[-1]["traces"],
    )


def run_ours(steps: Sequence[Request]) -> SideResult:
    """The steps through our worker by the fast recipe, the whole call counted.

    Raises:
        PlaygroundError: a step could not be run.
    """
    engine = EngineClient()
    try:
        engine.start(lambda status: None)
        engine.load(steps[0].model)
        records = [
            engine.generate(step.model_copy(update={"recipe": Recipe.FAST})) for step in steps
        ]
    finally:
        engine.close()
    return SideResult(
        tuple((record.wall_ns or 0) / 1e9 for record in records),
        tuple(
            tuple(tuple(token.id for token in sequence.tokens) for sequence in record.sequences)
            for record in records
        ),
        sum(record.cache is Cache.MISS for record in records),
    )


def guide_request(model: str, prompts: Sequence[str], options: dict[str, object]) -> Request:
    """A request padded as the guide pads, to a multiple of 8.

    Raises:
        RequestError: naming the field and what to do.
    """
    values = {"model": model, "prompts": tuple(prompts), "options": options, "padding": Padding()}
    return Request.parse(values)
