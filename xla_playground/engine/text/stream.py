"""Time the blocks of one call, emit them as text, and end the call after a cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.call.partial_text import PartialText, TextListener
from ...core.call.record import Sequence
from ...core.call.request import Request


@dataclass(frozen=True)
class Block:
    """The state of a call after a block of new tokens.

    Attributes:
        output: token ids, int32 of shape (sequences, length).
        known: int32 of shape (sequences,): number of ids so far, padding included.
        is_growing: bool of shape (sequences,).
        new_tokens: new tokens of the longest prompt so far.
        is_stopped: bool of shape (sequences,): whether each ended by a stop string; ``None``: none
            did.
        at_ns: time at which the tokens were on the host, by ``time.perf_counter_ns``.
    """

    output: NDArray[np.int32]
    known: NDArray[np.int32]
    is_growing: NDArray[np.bool_]
    new_tokens: int
    at_ns: int
    is_stopped: NDArray[np.bool_] | None = None


#: The type of callbacks that take a block, and return whether the run continues.
BlockListener = Callable[[Block], bool]
#: The type of callbacks that decode a block to sequences; ``ended_by`` is ``None`` in those that
#: grow.
Decoder = Callable[[Block], tuple[Sequence, ...]]


class Stream:
    """Takes the blocks of a call one by one.

    Attributes:
        token_ns: see ``core.call.record.Record``.
        last: the last block; sequences with a stop string are cut after it.
    """

    def __init__(
        self,
        request: Request,
        start_ns: int,
        is_cancelled: Callable[[], bool],
        on_text: TextListener | None,
    ) -> None:
        """Initialize the stream.

        ``start_ns`` is the start of the call, by ``time.perf_counter_ns``.
        """
        self._request = request
        self._start_ns = start_ns
        self._is_cancelled = is_cancelled
        self._on_text = on_text
        self._before = 0
        self.token_ns: list[tuple[int, int]] = []
        self.last: Block | None = None
        self._cut: Callable[[Block], Block] | None = None

    @property
    def first_token_ns(self) -> int | None:
        """See ``core.call.record.Record``."""
        return self.token_ns[0][1] if self.token_ns else None

    @property
    def is_growing(self) -> bool:
        """Return whether a sequence was still growing in the last block."""
        return self.last is not None and bool(self.last.is_growing.any())

    def begin_run(self, cut: Callable[[Block], Block] | None) -> None:
        """Begin the next window of speech: its tokens count after those of the earlier windows.

        ``cut`` cuts the sequences of a block at their stop strings.
        """
        self._cut = cut
        self._before = self.token_ns[-1][0] if self.token_ns else 0

    def take(self, decoder: Decoder, block: Block) -> bool:
        """Take a block; return whether the run continues."""
        new_tokens = self._before + block.new_tokens
        self.token_ns.append((new_tokens, block.at_ns - self._start_ns))
        self.last = block = block if self._cut is None else self._cut(block)
        if not self._request.is_streamed:
            return True
        if self._on_text is not None:
            self._on_text(
                PartialText(
                    request_id=self._request.id,
                    block=len(self.token_ns),
                    sequences=decoder(block),
                    new_tokens=new_tokens,
                )
            )
        return self.is_growing and not self._is_cancelled()
