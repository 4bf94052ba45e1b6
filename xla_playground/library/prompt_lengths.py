"""Tokenize prompts, and count their tokens, without TensorFlow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..core.call.request import prompts_problem
from ..core.errors import CheckpointError, RequestError


def prompt_lengths(folder: Path, prompts: Sequence[str]) -> list[int]:
    """Return the number of tokens of each prompt, see ``prompt_ids``."""
    return [len(ids) for ids in prompt_ids(folder, prompts)]


def prompt_ids(folder: Path, prompts: Sequence[str]) -> list[list[int]]:
    """Return the token ids of each prompt, special ones included, as the engine's tokenizer does.

    ``folder`` holds the ``tokenizer.json`` that the engine reads, too; any number of prompts.

    Raises:
        CheckpointError: there is no such file, or it is damaged.
        RequestError: a prompt cannot be run, or there is none.
    """
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    if not path.is_file():
        raise CheckpointError(
            f"{folder.name} has no tokenizer.json, by which prompts are counted here: save its "
            "tokenizer once with AutoTokenizer.from_pretrained(folder).save_pretrained(folder)."
        )
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the Rust library raises plain Exceptions
        raise CheckpointError(f"{folder.name}/tokenizer.json cannot be read ({error}).") from None
    for number, prompt in enumerate(prompts or ("",), start=1):
        problem = prompts_problem((prompt,))
        if problem:
            raise RequestError("prompts", problem.replace("The prompt", f"Prompt {number}", 1))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return [encoding.ids for encoding in tokenizer.encode_batch(list(prompts))]
