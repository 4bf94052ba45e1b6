"""The experiment of the XLA guide with the options of a call, as a Jupyter notebook."""

from __future__ import annotations

import json
from typing import Any

from ..call.padding import Padding, PaddingMode
from ..call.record import Record
from ..call.request import Recipe
from ..errors import RequestError
from ..machine import installed_versions, versions_in_words
from ..messages import workbench as messages
from ..model.info import ModelInfo, ModelInput
from ..model.sample_prompts import GUIDE_PROMPTS
from . import python_text as text
from .script import Script, prepared, script_of, tokenized

#: More tokens than a prompt of the guide has.
_PROMPT_TOKENS = 16
_INTRODUCTION = """\
# First call against steady state

The experiment of the [XLA guide](https://huggingface.co/docs/transformers/tf_xla) with the options
of call {call} of XLA Playground, {model}: three prompts, padded to one length. The first call
pays for what comes before it runs; the others, of the same shape, only run.

Versions: {versions}."""
_DOCUMENTED = """\
## The guide's code

Every option is a Python constant: change one, and it traces again."""
_FAST = """\
## The same by `fast_generate`

One program reads prompts of every length, and most options."""
_TIMED = """\
for prompt in {prompts}:
    {tokenized}
    start = time.perf_counter()
    ids = {called}.numpy()
    seconds = time.perf_counter() - start
    print(f"{{seconds:8.3f}} s  {{tokenizer.decode(ids[0], skip_special_tokens=True)}}")
    {answers}.append(ids)"""


def notebook_of(record: Record, info: ModelInfo) -> str:
    """Return the notebook as a JSON text (nbformat 4.5), with the recipes that compute the call.

    Raises:
        RequestError: the call is one of speech, or no recipe computes it as a script.
        CheckpointError: the model's folder is damaged.
    """
    if info.takes is ModelInput.SPEECH:
        raise RequestError("as", messages.NOTEBOOK_OF_SPEECH())
    asked = _guides(record)
    scripts: list[tuple[Recipe, Script]] = []
    refusals: list[RequestError] = []
    for recipe in Recipe:
        try:
            scripts.append((recipe, script_of(asked, info, recipe)))
        except RequestError as error:
            refusals.append(error)
    if not scripts:
        raise refusals[0]
    introduction = _INTRODUCTION.format(
        call=record.call, model=info.name, versions=versions_in_words(installed_versions())
    )
    prompts = text.assignment("PROMPTS", list(GUIDE_PROMPTS))
    imports = scripts[-1][1].imports  # those of the fast recipe hold the others'
    cells = [
        _markdown(introduction),
        _code(f"import time\n\n{imports}"),
        _code(scripts[0][1].load),
        _code("\n".join([prompts, *prepared(asked.request, info)])),
    ]
    for recipe, script in scripts:
        is_fast = recipe is Recipe.FAST
        cells.append(_markdown(_FAST if is_fast else _DOCUMENTED))
        cells.append(_code(_timed(asked, info, script, recipe)))
    return json.dumps(_notebook(cells), indent=1, ensure_ascii=False) + "\n"


def _guides(record: Record) -> Record:
    """Return the call with the guide's prompts and padding."""
    padding = Padding(
        mode=PaddingMode.MULTIPLE,
        multiple_of=8,
        side=record.request.padding.side,
        capacity=record.request.padding.capacity,
    )
    request = record.request.model_copy(update={"prompts": GUIDE_PROMPTS, "padding": padding})
    lengths = (_PROMPT_TOKENS,) * len(GUIDE_PROMPTS)
    return record.model_copy(update={"request": request, "prompt_tokens": lengths})


def _timed(record: Record, info: ModelInfo, script: Script, recipe: Recipe) -> str:
    request = record.request.model_copy(update={"recipe": recipe})
    inputs = tokenized(request, record, info, "[prompt]")
    answers = f"{recipe}_ids"
    loop = _TIMED.format(
        prompts="chats" if request.chat else "PROMPTS",
        tokenized=inputs.replace("\n", "\n    "),
        called=script.arguments.replace("\n", "\n    "),
        answers=answers,
    )
    return f"{script.function}\n{answers} = []\n{loop}"


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def _code(source: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }


def _notebook(cells: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "cells": [{"id": f"cell-{number}", **cell} for number, cell in enumerate(cells)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
