"""Read session scripts: the steps that a person would try, one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...core.call.padding import Padding
from ...core.call.request import Recipe, Request
from ...core.errors import RequestError
from ...core.files.text_file import read_text_file
from ...core.messages import commands as messages
from ...core.model.info import ModelInfo
from ...core.options.generate_words import read_words
from ...core.paths import resource_dir
from ...library.prompt_lengths import tokens_before
from ..sides import fast_request

_WHITESPACE = " \t\r\n"


def default_script() -> Path:
    """Return the path of the session script that ships with the program."""
    return resource_dir() / "sessions" / "thirty-tweaks.json"


def read_script(path: Path, model: ModelInfo) -> list[Request]:
    """Return the steps of a session script, a JSON list of ``{"prompt"|"prompts": …, "options":
    {…}}``, which may also name the ``recipe``, by default the fast one.

    Options are those of the table, or arguments of ``generate``: see ``read_words``.

    Raises:
        RequestError: naming the line and the field that is wrong.
    """
    text = read_text_file(path, "script")
    try:
        is_list = isinstance(json.loads(text), list)
    except json.JSONDecodeError as error:
        problem = messages.SCRIPT_NOT_JSON(file=path.name, line=error.lineno, why=error.msg)
        raise RequestError("script", problem) from None
    except RecursionError:
        raise RequestError("script", messages.SCRIPT_TOO_DEEP(file=path.name)) from None
    steps = [_step(line, step, model) for line, step in _elements(text)] if is_list else []
    if not steps:
        raise RequestError("script", messages.SCRIPT_NO_LIST(file=path.name))
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
        raise RequestError("script", messages.STEP_NO_OBJECT(line=line))
    for field in step:
        if field not in ("prompt", "prompts", "options", "recipe"):
            raise RequestError("script", messages.STEP_FIELD(line=line, field=field))
    if "prompt" in step and "prompts" in step:
        raise RequestError("script", messages.STEP_PROMPTS(line=line))
    prompts = step.get("prompts", [step.get("prompt", "")])
    field = "prompts" if "prompts" in step else "prompt"
    if not isinstance(prompts, list) or not all(isinstance(prompt, str) for prompt in prompts):
        raise RequestError("script", messages.STEP_TEXT(line=line, field=field))
    recipe = step.get("recipe", Recipe.FAST)
    try:
        options = step.get("options", {})
        if isinstance(options, dict):
            options = _meant(options, model, prompts, recipe)
        return fast_request(model, prompts, options, Padding(), recipe)
    except RequestError as error:
        name = field if error.field == "prompts" else error.field
        problem = messages.STEP_PROBLEM(line=line, field=name, problem=error.message)
        raise RequestError("script", problem) from None


def _meant(
    given: dict[str, Any], model: ModelInfo, prompts: list[str], recipe: Any
) -> dict[str, Any]:
    """Return the options that arguments of ``generate`` mean."""
    words = read_words(given)
    options = words.rest | words.options
    if words.lengths.is_named:
        is_fast = recipe == Recipe.FAST
        beginning = tokens_before(model, prompts, Padding(), is_fast=is_fast)
        options |= words.lengths.new_tokens(beginning)
    return options
