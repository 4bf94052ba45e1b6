"""Read prompts from a padded batch, and pad texts as ``generate`` does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.errors import InvalidArgument, shown
from ..core.messages import commands as messages
from ..engine.inputs.call_inputs import Arrays
from ..engine.text.stream import Block


@dataclass(frozen=True)
class Prompts:
    """A batch of prompts.

    Attributes:
        ids: as they were given, int32 of shape (prompts, length), padding included.
        rows: the token ids of each prompt, without padding.
    """

    ids: NDArray[np.int32]
    rows: list[list[int]]

    @property
    def length(self) -> int:
        """Tokens of every prompt, padding included."""
        return int(self.ids.shape[1])

    @property
    def lengths(self) -> tuple[int, ...]:
        """Tokens of each prompt."""
        return tuple(map(len, self.rows))


def read_prompts(
    input_ids: Any, attention_mask: Any, vocabulary: int, pad_id: int | None
) -> Prompts:
    """Return the prompts of a batch that is padded on either side.

    Args:
        input_ids: whole numbers of shape (prompts, tokens): an array, a tensor, or lists.
        attention_mask: of the same shape, 0 for padding; ``None``: each ``pad_id`` is padding.
        vocabulary: number of tokens of the model.
        pad_id: the padding token, ``None`` if it can be part of a prompt.

    Raises:
        ValueError: they are something else.
    """
    ids = as_ids("input_ids", input_ids, vocabulary)
    if attention_mask is not None:
        mask = _array("attention_mask", attention_mask).astype(bool)
        if mask.shape != ids.shape:
            problem = messages.MASK_DIFFERS(mask=str(mask.shape), ids=str(ids.shape))
            raise InvalidArgument(problem)
    elif pad_id is not None:
        mask = ids != pad_id
    else:
        mask = np.ones(ids.shape, bool)
    rows = [row[m].tolist() for row, m in zip(ids, mask, strict=True)]
    for number, row in enumerate(rows):
        if not row:
            raise InvalidArgument(messages.PROMPT_WITHOUT_TOKEN(number=number))
    return Prompts(ids, rows)


def as_ids(name: str, given: Any, vocabulary: int) -> NDArray[np.int32]:
    """Return token ids as int32 of shape (prompts, tokens).

    Raises:
        ValueError: they have another shape, or are no tokens.
    """
    ids = _array(name, given)
    if ids.ndim != 2 or not ids.size or not np.issubdtype(ids.dtype, np.integer):
        dtype, shape = str(ids.dtype), str(ids.shape)
        raise InvalidArgument(messages.NOT_TOKEN_IDS(name=name, dtype=dtype, shape=shape))
    for token in (int(ids.min()), int(ids.max())):
        if not 0 <= token < vocabulary:
            problem = messages.NO_TOKEN_OF_THIS_MODEL(name=name, token=token, size=vocabulary)
            raise InvalidArgument(problem)
    return ids.astype(np.int32)


def padded_source(rows: list[list[int]], length: int, pad_id: int) -> Arrays:
    """Return the inputs of an encoder: ids and mask, int32 of shape (prompts, length)."""
    ids = np.full((len(rows), length), pad_id, np.int32)
    mask = np.zeros((len(rows), length), np.int32)
    for row, prompt in enumerate(rows):
        ids[row, : len(prompt)] = prompt
        mask[row, : len(prompt)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def returned_ids(
    block: Block, head: NDArray[np.int32], pad_id: int, ends: Collection[int]
) -> NDArray[np.int32]:
    """Return the texts as ``generate`` does: trimmed to the longest, padded after their ends.

    Args:
        head: the tokens of each output before the first new one, int32 of shape (prompts, tokens).
        ends: tokens that end a text.
    """
    length = head.shape[1]
    copies = len(block.output) // len(head)
    new, known = block.output[:, length:], block.known - length
    sizes = []
    for row, count in zip(new, known, strict=True):
        found = np.flatnonzero(np.isin(row[:count], list(ends)))
        sizes.append(int(found[0]) + 1 if found.size else int(count))
    ids = np.full((len(new), max(sizes)), pad_id, np.int32)
    for row, size in enumerate(sizes):
        ids[row, :size] = new[row, :size]
    return np.concatenate([np.repeat(head, copies, axis=0), ids], axis=1)


def _array(name: str, given: Any) -> NDArray[Any]:
    try:
        return np.asarray(given)
    except Exception:  # rows of several lengths, tensors without a value
        problem = messages.NOT_AN_ARRAY(name=name, given=shown(given))
        raise InvalidArgument(problem) from None
