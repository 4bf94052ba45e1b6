"""``xla-playground bench session``: what a person waits for in thirty tweaks, both ways."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..core.errors import RequestError
from ..core.paths import resource_dir
from ..core.request import Request
from .sides import guide_request, run_guide, run_ours


def default_script() -> Path:
    """The session that ships with the program."""
    return resource_dir() / "sessions" / "thirty-tweaks.json"


def read_script(path: Path, model: str) -> list[Request]:
    """The steps of a session script, a JSON list of ``{"prompt"|"prompts": …, "options": {…}}``.

    Raises:
        RequestError: naming the step and the field that is wrong.
    """
    try:
        script = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise RequestError("script", f"{path} cannot be read ({error.strerror}).") from None
    except ValueError as error:
        raise RequestError("script", f"{path.name} is not valid JSON: {error}.") from None
    if not isinstance(script, list) or not script:
        raise RequestError("script", f"{path.name} is not a list of steps.")
    return [_step(number, step, model) for number, step in enumerate(script, start=1)]


def _step(number: int, step: Any, model: str) -> Request:
    if not isinstance(step, dict) or not step.keys() <= {"prompt", "prompts", "options"}:
        raise RequestError(
            "script", f'Step {number} must be an object with "prompt" or "prompts" and "options".'
        )
    prompts = step.get("prompts", [step.get("prompt", "")])
    try:
        return guide_request(model, prompts, step.get("options", {}))
    except (RequestError, TypeError) as error:
        field = getattr(error, "field", "prompts")
        raise RequestError("script", f"Step {number}, {field}: {error}") from None


def measure_session(model: str, script: Path) -> dict[str, Any]:
    """Seconds waited over a script by both sides, each in one fresh process.

    Raises:
        PlaygroundError: the script is wrong, or a side did not come through.
    """
    load = os.getloadavg()[0]
    steps = read_script(script, model)
    guide, ours = run_guide(steps), run_ours(steps)
    unequal = [
        number
        for number, (theirs, own) in enumerate(
            zip(guide.token_ids, ours.token_ids, strict=True), start=1
        )
        if theirs != own
    ]
    return {
        "model": model,
        "steps": len(steps),
        "documented_wait_s": sum(guide.seconds),
        "fast_wait_s": sum(ours.seconds),
        "ratio": sum(guide.seconds) / sum(ours.seconds),
        "documented_traces": guide.traces,
        "fast_traces": ours.traces,
        "tokens_equal": not unequal,
        "unequal_steps": unequal,
        "load_before": load,
    }
