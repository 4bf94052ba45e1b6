"""The text of a call while it grows."""

from __future__ import annotations

from collections.abc import Callable

from ..frozen import Frozen
from ..messages.message import Message
from .record import Record, Sequence, Status
from .request import Request


class PartialText(Frozen):
    """The text of a call after a block of new tokens.

    Attributes:
        request_id: id of the call's request.
        block: number of the block in the call, from 1.
        sequences: every sequence of a batch, or those of the current window of speech; ``ended_by``
            is ``None`` in those that grow. For beams, the best ones so far.
        new_tokens: tokens of the call so far, those of the longest prompt.
    """

    request_id: str
    block: int
    sequences: tuple[Sequence, ...]
    new_tokens: int

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the text of each sequence."""
        return tuple(sequence.text for sequence in self.sequences)


#: The type of callbacks that get the text of a call after each block, in the thread of that call.
TextListener = Callable[[PartialText], None]


class TextSoFar:
    """A callback that keeps the text so far, for the record of a call that ends without one.

    Attributes:
        sequences: of all windows of a recording so far, or of the batch.
        new_tokens: tokens of the call so far, those of the longest prompt.
    """

    def __init__(self, on_text: TextListener | None = None) -> None:
        self._on_text = on_text
        self.sequences: tuple[Sequence, ...] = ()
        self.new_tokens = 0

    def __call__(self, partial: PartialText) -> None:
        """Keep the text after a block, and pass it on."""
        renewed = {sequence.prompt_index for sequence in partial.sequences}
        before = (s for s in self.sequences if s.prompt_index not in renewed)
        self.sequences = (*before, *partial.sequences)
        self.new_tokens = partial.new_tokens
        if self._on_text is not None:
            self._on_text(partial)

    def record(self, request: Request, status: Status, error: Message | None = None) -> Record:
        """Return the record of a call that ended without one, with its text so far."""
        sequences = tuple(sequence.if_cancelled for sequence in self.sequences)
        return Record(request=request, status=status, error_message=error, sequences=sequences)
