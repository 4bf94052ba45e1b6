"""Examples packed into rows of one size, several a row, so that a step has one shape."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    from examples import Example
    from tokenizers import Tokenizer
    from torch import Tensor

    Ids = npt.NDArray[np.int16]
    Lengths = npt.NDArray[np.int64]

ROW = 128  # tokens a row, of inputs as of targets
OPEN_ROWS = 12  # rows that may still take an example: more fill them better and take longer
CHUNK = 50_000  # texts a call of the tokenizer: bounds the memory of its answers


class Batch(NamedTuple):
    """Rows of examples that do not see one another.

    Attributes:
        sources: int64 (rows, ROW), inputs, each with its end.
        source_segments: int64 (rows, ROW), from 1 on the example of each token; 0 is padding.
        targets: int64 (rows, ROW), each with its end.
        target_segments: int64 (rows, ROW).
    """

    sources: Tensor
    source_segments: Tensor
    targets: Tensor
    target_segments: Tensor


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> tuple[Ids, Lengths]:
    """Tokens of all texts in one line, each with its end, and how many each text has."""
    ids, lengths = [], []
    for begin in range(0, len(texts), CHUNK):
        chunk = tokenizer.encode_batch_fast(texts[begin : begin + CHUNK])
        tokens = [encoding.ids for encoding in chunk]
        lengths.append(np.fromiter(map(len, tokens), np.int64, len(tokens)))
        line = chain.from_iterable(tokens)
        ids.append(np.fromiter(line, np.int16, int(lengths[-1].sum())))
    return np.concatenate(ids), np.concatenate(lengths)


class Places(NamedTuple):
    """Where each example stands; the row is -1 if it fits none.

    Attributes:
        rows: the row.
        numbers: which example of its row it is, from 1 on.
        source_cells, target_cells: the first cell in that row.
    """

    rows: Lengths
    numbers: Lengths
    source_cells: Lengths
    target_cells: Lengths


def places(sources: Lengths, targets: Lengths) -> Places:
    """Each example in the first of the few rows that are open and have room for it."""
    found = np.full((4, len(sources)), -1)
    # row, examples in it, cells taken by inputs, cells taken by targets
    open_rows: list[list[int]] = []
    row_count = 0
    for index, (source, target) in enumerate(zip(sources.tolist(), targets.tolist(), strict=True)):
        if max(source, target) > ROW:
            continue
        for row in open_rows:
            if row[2] + source <= ROW and row[3] + target <= ROW:
                break
        else:
            row = [row_count, 0, 0, 0]
            row_count += 1
            open_rows = [*open_rows[-OPEN_ROWS + 1 :], row]
        row[1] += 1
        found[:, index] = row
        row[2] += source
        row[3] += target
    return Places(*found)


def fill(
    ids: Ids, lengths: Lengths, rows: Lengths, numbers: Lengths, cells: Lengths
) -> tuple[Tensor, Tensor]:
    """Tokens and segments, int16 (rows, ROW), of examples whose places are known."""
    is_used = rows >= 0
    begins = rows * ROW + cells - (lengths.cumsum() - lengths)
    at = (np.arange(len(ids)) + np.repeat(begins, lengths))[np.repeat(is_used, lengths)]
    tokens = np.zeros((2, int(rows.max()) + 1, ROW), np.int16)
    tokens[0].reshape(-1)[at] = ids[np.repeat(is_used, lengths)]
    tokens[1].reshape(-1)[at] = np.repeat(numbers[is_used], lengths[is_used])
    return torch.from_numpy(tokens[0]), torch.from_numpy(tokens[1])


class Pool:
    """Examples of one kind, packed once; their rows come in a new order every round."""

    def __init__(
        self, examples: Sequence[Example], tokenizer: Tokenizer, device: torch.device
    ) -> None:
        order = np.random.default_rng(0).permutation(len(examples)).tolist()
        source_ids, source_lengths = encode(tokenizer, [examples[i].input for i in order])
        target_ids, target_lengths = encode(tokenizer, [examples[i].target for i in order])
        rows, numbers, *cells = places(source_lengths, target_lengths)
        parts = [
            *fill(source_ids, source_lengths, rows, numbers, cells[0]),
            *fill(target_ids, target_lengths, rows, numbers, cells[1]),
        ]
        self._parts = [part.to(device) for part in parts]
        self.rows = len(parts[0])
        self.density = float((parts[3] > 0).float().mean())
        self._order = torch.empty(0, dtype=torch.int64, device=device)

    def take(self, count: int) -> list[Tensor]:
        """The next rows: int16 (count, ROW) each, as `Batch` has them."""
        while len(self._order) < count:
            order = torch.randperm(self.rows, device=self._order.device)
            self._order = torch.cat([self._order, order])
        chosen, self._order = self._order[:count], self._order[count:]
        return [part[chosen] for part in self._parts]


class Stream:
    """Batches without end, so many rows of each pool in each."""

    def __init__(self, shares: Sequence[tuple[Pool, int]]) -> None:
        self._shares = shares

    def __iter__(self) -> Iterator[Batch]:
        while True:
            parts = [pool.take(count) for pool, count in self._shares]
            yield Batch(*(torch.cat(part).long() for part in zip(*parts, strict=True)))
