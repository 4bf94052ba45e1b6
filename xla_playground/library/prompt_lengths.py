"""Tokenize prompts, and count their tokens, without TensorFlow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..core.call.padding import Padding
from ..core.call.request import prompt_problem
from ..core.errors import CheckpointError, RequestError
from ..core.messages import request as messages
from ..core.model.info import ModelInfo


def prompt_lengths(folder: Path, prompts: Sequence[str]) -> list[int]:
    """Return the number of tokens of each prompt, see ``prompt_ids``."""
    return [len(ids) for ids in prompt_ids(folder, prompts)]


def tokens_before(
    info: ModelInfo, prompts: Sequence[str], padding: Padding, *, is_fast: bool
) -> int:
    """Return how many tokens stand before the first new one: what ``max_length`` counts.

    Under the documented recipe padding is counted, as in ``generate``; a decoder of its own begins
    with its start token, and that of speech with its prompt.

    Raises:
        CheckpointError, RequestError: see ``prompt_ids``.
    """
    if not info.is_decoder_only:
        return 1 + (len(info.speech_prompt.slots) if info.speech_prompt else 0)
    lengths = prompt_lengths(Path(info.path), prompts)
    return max(lengths) if is_fast else padding.padded_length(lengths)


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
        raise CheckpointError(messages.NO_TOKENIZER_TO_COUNT(name=folder.name))
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the Rust library raises plain Exceptions
        problem = messages.TOKENIZER_UNREADABLE(name=folder.name, why=str(error))
        raise CheckpointError(problem) from None
    for number, prompt in enumerate(prompts or ("",), start=1):
        refusal = prompt_problem(prompt, messages.PROMPT_NUMBER(number=number))
        if refusal is not None:
            raise RequestError("prompts", refusal)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return [encoding.ids for encoding in tokenizer.encode_batch(list(prompts))]
