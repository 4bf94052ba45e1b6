"""Find a prompt with a certain number of tokens, for any tokenizer."""

from __future__ import annotations

from pathlib import Path

from ...core.errors import RequestError
from ...core.messages import commands as messages
from ...library.prompt_lengths import prompt_ids

_TEXT = (
    "A compiler reads a program and writes another one that computes the same. It looks for work "
    "that is done twice, for numbers that are known before the program runs, and for steps that "
    "can be taken together, so that what is read from memory once need not be read again. That "
    "takes time before the first answer, and saves some in every answer that follows."
)


def prompt_of_length(folder: Path, tokens: int) -> tuple[str, list[int]]:
    """Return a text with this number of tokens, and their ids.

    Raises:
        CheckpointError: ``folder`` has no ``tokenizer.json``, or a damaged one.
        RequestError: no beginning of the tried text has this number of tokens.
    """
    prompts = [_TEXT[:length] for length in range(1, len(_TEXT) + 1)]
    for prompt, ids in zip(prompts, prompt_ids(folder, prompts), strict=True):
        if len(ids) == tokens and not prompt.endswith(" "):
            return prompt, ids
    problem = messages.NO_PROMPT_OF_LENGTH(model=folder.name, tokens=tokens)
    raise RequestError("model", problem)
