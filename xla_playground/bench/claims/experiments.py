"""The experiments of the claims, with the bundled models; all figures are in ms."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

from ...core.call.padding import Padding, PaddingMode
from ...core.call.request import Recipe
from ...core.claims.claim import Experiment
from ...core.errors import EngineFailure
from ...core.messages import engine as messages
from ...core.model.info import ModelInfo
from ...core.model.sample_prompts import GUIDE_PROMPTS
from ..racing.race import race
from ..running.fresh_home import fresh_home
from ..sides import GUIDE_PADDING, Guide, Ours, fast_request, text_model

GPT2, T5 = "playground-gpt2", "playground-t5"
#: With GPT-2's default length of 20 the guide's 8 padded tokens leave 12 new ones.
_GUIDE_NEW_TOKENS = 12
_TABLE_NEW_TOKENS = 16
_RACE_CALLS = 3
_BEAMS: dict[str, object] = {"strategy": "beam", "num_beams": 2}
_GREEDY: dict[str, object] = {"strategy": "greedy", "max_new_tokens": _GUIDE_NEW_TOKENS}
#: Model, options and prompt of each row of the public table.
_RACES: dict[Experiment, tuple[str, dict[str, object], str]] = {
    Experiment.GREEDY_T5: (T5, {"strategy": "greedy"}, "spell: 1207"),
    Experiment.GREEDY_GPT2: (GPT2, {"strategy": "greedy"}, "TensorFlow is"),
    Experiment.BEAM_GPT2: (GPT2, {"strategy": "beam", "num_beams": 4}, "TensorFlow is"),
    Experiment.SAMPLING_GPT2: (GPT2, {"strategy": "sampling"}, "TensorFlow is"),
}
_TIMEOUT_S = 300


@dataclass(frozen=True)
class Outcome:
    """What an experiment measured.

    Attributes:
        model: the model that ran; empty if none did.
        ms: durations by name.
        why_not: why a duration is missing, by name.
    """

    model: str
    ms: dict[str, float]
    why_not: dict[str, str] = field(default_factory=dict)


def run_experiment(experiment: Experiment, torch_python: str | None) -> Outcome:
    """Run an experiment from an empty store.

    Raises:
        PlaygroundError: a side did not come through.
    """
    match experiment:
        case Experiment.GUIDE:
            return _guide(text_model(GPT2))
        case Experiment.LENGTHS:
            return _lengths(text_model(GPT2))
        case Experiment.FORWARD_PASS:
            info = text_model(GPT2)
            return Outcome(info.name, _printed(experiment, info.path))
        case Experiment.CACHE_KEY:
            return Outcome("", _printed(experiment))
        case _:
            return _race(experiment, torch_python)


def _guide(info: ModelInfo) -> Outcome:
    """Run the guide's three prompts by the guide's own code."""
    options = _BEAMS | {"max_new_tokens": _GUIDE_NEW_TOKENS}
    with Guide(info) as guide:
        ms = [
            1e3 * guide.run(fast_request(info, [prompt], options)).seconds
            for prompt in GUIDE_PROMPTS
        ]
    return Outcome(info.name, dict(zip(("first", "second", "third"), ms, strict=True)))


def _lengths(info: ModelInfo) -> Outcome:
    """Run the post's five calls by the documented recipe, which is its code."""
    short, longer = GUIDE_PROMPTS[:2]
    unpadded = Padding(mode=PaddingMode.NONE)
    calls = {
        "unpadded": (short, _GREEDY, unpadded),
        "unpadded_longer": (longer, _GREEDY, unpadded),
        "padded": (short, _GREEDY, GUIDE_PADDING),
        "padded_longer": (longer, _GREEDY, GUIDE_PADDING),
        "new_option": (short, _GREEDY | _BEAMS, GUIDE_PADDING),
    }
    ms = {}
    with fresh_home(), Ours(info) as ours:
        for name, (prompt, options, padding) in calls.items():
            request = fast_request(info, [prompt], options, padding, Recipe.DOCUMENTED)
            ms[name] = 1e3 * ours.run(request).seconds
    return Outcome(info.name, ms)


def _race(experiment: Experiment, torch_python: str | None) -> Outcome:
    """Race the lanes of a row of the table: eager, XLA by the guide's code, and PyTorch."""
    model, options, prompt = _RACES[experiment]
    info = text_model(model)
    options = options | {"max_new_tokens": _TABLE_NEW_TOKENS}
    lanes = {"eager-documented": "eager", "xla-documented": "xla", "torch-eager": "torch"}
    request = fast_request(info, [prompt], options, recipe=Recipe.DOCUMENTED)
    figures: dict[str, Any] = race(
        request, info, list(lanes), _RACE_CALLS, torch_python=torch_python
    )
    rows = {lanes[row["lane"]]: row for row in figures["rows"]}
    return Outcome(
        info.name,
        {name: row["p50_ms"] for name, row in rows.items() if row["p50_ms"] is not None},
        {name: row["error"] for name, row in rows.items() if row["error"]},
    )


def _printed(experiment: Experiment, *arguments: str) -> dict[str, float]:
    """Return what the script of small functions prints for an experiment."""
    module = f"{__package__}.small_functions"
    command = [sys.executable, "-m", module, experiment.value, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=False)
    try:
        figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError) as error:
        lines = done.stderr.strip().splitlines()
        why = lines[-1] if lines else f"exit code {done.returncode}"
        raise EngineFailure(messages.UNFORESEEN(kind=experiment.value, why=why)) from error
    return figures
