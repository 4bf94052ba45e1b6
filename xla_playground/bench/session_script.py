"""Read session scripts: the steps that a person would try, one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..core.call.padding import Padding
from ..core.call.request import Recipe, Request
from ..core.errors import RequestError
from ..core.files.text_file import read_text_file
from ..core.model.info import ModelInfo
from ..core.paths import resource_dir
from .sides import fast_request

_WHITESPACE = " \t\r\n"


def default_script() -> Path:
    """Return the path of the session script that ships with the program."""
    return resource_dir() / "sessions" / "thirty-tweaks.json"


def read_script(path: Path, model: ModelInfo) -> list[Request]:
    """Return the steps of a session script, a JSON list of ``{"prompt"|"prompts": …, "options":
    {…}}``, which may also name the ``recipe``, by default the fast one.

    Raises:
        RequestError: naming the line and the field that is wrong.
    """
    text = read_text_file(path, "script")
    try:
        is_list = isinstance(json.loads(text), list)
    except json.JSONDecodeError as error:
        raise RequestError(
            "script", f"{path.name}, line {error.lineno}: not valid JSON ({error.msg})."
        ) from None
    except RecursionError:
        raise RequestError("script", f"{path.name} is nested too deep for a script.") from None
    steps = [_step(line, step, model) for line, step in _elements(text)] if is_list else []
    if not steps:
        raise RequestError("script", f"{path.name} is not a list of steps.")
    return steps


def _elements(text: str) -> Iterator[tuple[int, Any]]:
    """Yield line number and value of each element of a valid JSON list."""
    decoder = json.JSONDecoder()
    position = text.index("[") + 1
    while True:
        while text[position] in _WHITESPACE + ",":
            position += 1
        if text[position] == "]":
            return
        line = text.count("\n", 0, position) + 1
        element, position = decoder.raw_decode(text, position)
        yield line, element


def _step(line: int, step: Any, model: ModelInfo) -> Request:
    if not isinstance(step, dict):
        raise RequestError("script", f"Line {line} is not a step: it must be an object.")
    for field in step:
        if field not in ("prompt", "prompts", "options", "recipe"):
            raise RequestError(
                "script",
                f'Line {line}, {field}: a step has "prompt" or "prompts", "options" and "recipe".',
            )
    if "prompt" in step and "prompts" in step:
        raise RequestError("script", f"Line {line}, prompts: give prompt or prompts, not both.")
    prompts = step.get("prompts", [step.get("prompt", "")])
    field = "prompts" if "prompts" in step else "prompt"
    if not isinstance(prompts, list) or not all(isinstance(prompt, str) for prompt in prompts):
        raise RequestError("script", f"Line {line}, {field}: it must be text.")
    recipe = step.get("recipe", Recipe.FAST)
    try:
        return fast_request(model, prompts, step.get("options", {}), Padding(), recipe)
    except RequestError as error:
        name = field if error.field == "prompts" else error.field
        raise RequestError("script", f"Line {line}, {name}: {error}") from None
