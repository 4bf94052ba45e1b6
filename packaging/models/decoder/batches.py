"""Packing passages into batches of one length.

A user's prompt starts in the middle of nowhere, the held-out figure starts each passage at the
separator, and a long prompt may hold several passages. The segments of a batch are cut so that
the model meets all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

# Of the segments: begin at the separator before a passage, begin at its first word; the others
# begin anywhere inside it.
AT_SEPARATOR = 0.7
AT_FIRST_WORD = 0.2
# One eighth of each batch is cut into full windows, whatever stands in them: these teach the
# positions that no single passage reaches.
WINDOWS_ONE_IN = 8


class Batch(NamedTuple):
    """One line of tokens, cut into segments that do not see one another.

    Attributes:
        tokens: int64 (tokens,).
        targets: int64 (tokens,), the token after each.
        positions: int64 (tokens,), counted from the segment's first token.
        boundaries: int32, where each segment begins, then the number of tokens, repeated.
    """

    tokens: Tensor
    targets: Tensor
    positions: Tensor
    boundaries: Tensor


class Stream:
    """The training passages, each after a separator, in a new order every round."""

    def __init__(
        self,
        passages: Sequence[Sequence[int]],
        separator: int,
        *,
        batch_tokens: int,
        window: int,
        device: torch.device,
    ) -> None:
        joined = [token for passage in passages for token in (separator, *passage)]
        self._tokens = torch.tensor(joined, dtype=torch.int16).to(device)
        self._lengths = torch.tensor([len(passage) + 1 for passage in passages], device=device)
        self._batch_tokens = batch_tokens
        self._window = window

    def __iter__(self) -> Iterator[Batch]:
        """Batches without end."""
        while True:
            yield from self._round()

    def _round(self) -> Iterator[Batch]:
        """Every passage once, but for the last ones that do not fill a batch."""
        tokens, starts = self._shuffled()
        size = self._batch_tokens
        index = torch.arange(len(tokens), device=tokens.device)
        within = index % size
        windows = size // WINDOWS_ONE_IN
        first = torch.zeros_like(tokens, dtype=torch.bool)
        first[starts] = True
        first = torch.where(
            within < windows, within % self._window == 0, first | (within == windows)
        )
        positions = index - torch.where(first, index, 0).cummax(0).values
        begins = range(0, len(tokens) - size, size)
        # The mean passage has 90 tokens, so a batch comes nowhere near this many segments.
        most = size // 48
        if int(first[: len(begins) * size].view(-1, size).sum(1).max()) > most:
            raise ValueError(f"more than {most} segments in {size} tokens: passages too short")
        for begin in begins:
            cut = slice(begin, begin + size)
            boundaries = torch.nonzero_static(first[cut], size=most + 1, fill_value=size)
            yield Batch(
                tokens[cut],
                tokens[begin + 1 : begin + size + 1],
                positions[cut],
                boundaries.squeeze(1).int(),
            )

    def _shuffled(self) -> tuple[Tensor, Tensor]:
        """The tokens in a new order of passages, and where a segment begins in each passage."""
        count, device = len(self._lengths), self._lengths.device
        order = torch.randperm(count, device=device)
        lengths = self._lengths[order]
        ends = lengths.cumsum(0)
        old_starts = (self._lengths.cumsum(0) - self._lengths)[order]
        starts = ends - lengths
        source = torch.arange(len(self._tokens), device=device)
        source += (old_starts - starts).repeat_interleave(lengths)
        lot = torch.rand(count, device=device)
        anywhere = (torch.rand(count, device=device) * lengths).long()
        offset = torch.where(lot < AT_SEPARATOR + AT_FIRST_WORD, 1, anywhere)
        offset = torch.where(lot < AT_SEPARATOR, 0, offset)
        return self._tokens[source].long(), starts + offset


def whole_passages(
    passages: Sequence[Sequence[int]], separator: int, device: torch.device
) -> Batch:
    """One batch that holds each passage after a separator and asks for the closing one too."""
    joined = [token for passage in passages for token in (separator, *passage)]
    tokens = torch.tensor([*joined, separator], device=device)
    lengths = torch.tensor([0] + [len(passage) + 1 for passage in passages], device=device)
    boundaries = lengths.cumsum(0)
    index = torch.arange(len(joined), device=device)
    positions = index - boundaries[:-1].repeat_interleave(lengths[1:])
    return Batch(tokens[:-1], tokens[1:], positions, boundaries.int())
