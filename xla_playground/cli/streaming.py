"""``generate --stream``: the text while it grows, and Ctrl+C between two blocks."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from ..core.call.partial_text import PartialText, TextListener, TextSoFar
from ..core.call.record import Record, Status
from ..core.call.request import Request
from ..core.engine.engine import Engine
from ..core.errors import CallCancelled, PlaygroundError

#: The character for half a character, which the next token completes.
_HALF = "\N{REPLACEMENT CHARACTER}"


def first_index(partial: PartialText) -> int:
    """Return the number, from 0, that the first sequence of a block has in the whole call."""
    return partial.sequences[0].prompt_index * len(partial.sequences)


def print_json(partial: PartialText) -> None:
    """Print each sequence so far as one line of JSON."""
    for number, text in enumerate(partial.texts, start=first_index(partial)):
        line = {"block": partial.block, "sequence": number, "text": text}
        print(json.dumps(line), flush=True)


@dataclass
class TextPrinter:
    """Prints the new text of each sequence; several sequences on one line each, with their numbers.

    A printed text that has changed, as beams do, is printed again.
    """

    _printed: dict[int, str] = field(default_factory=dict)
    _is_line_open: bool = False

    def __call__(self, partial: PartialText) -> None:
        """Print the new text of a block."""
        has_many = len(partial.sequences) > 1 or first_index(partial) > 0
        for number, text in enumerate(partial.texts, start=first_index(partial)):
            self._print(number, text.rstrip(_HALF), has_many=has_many)
        sys.stdout.flush()

    def end(self) -> None:
        """Begin a new line after the text."""
        if self._is_line_open:
            print(flush=True)
        self._is_line_open = False

    def _print(self, number: int, text: str, *, has_many: bool) -> None:
        printed = self._printed.get(number, "")
        if text == printed:
            return
        self._printed[number] = text
        is_longer = text.startswith(printed)
        if has_many or not is_longer:
            self.end()
        new = text[len(printed) :] if is_longer else text
        print(f"[{number + 1}] {new}" if has_many else new, end="")
        self._is_line_open = True


def stream(engine: Engine, request: Request, on_text: TextListener) -> Iterator[Record]:
    """Yield the record of a call whose text is printed in blocks.

    Raises:
        KeyboardInterrupt: after the record, if Ctrl+C ended the call.
        PlaygroundError: after the record of the text so far, if there is some.
    """
    text = TextSoFar(on_text)
    with _cancelled_by_interrupt(engine) as is_interrupted:
        try:
            yield engine.generate(request, text)
        except PlaygroundError as error:
            is_cancelled = isinstance(error, CallCancelled)
            status = Status.CANCELLED if is_cancelled else Status.FAILED
            if text.sequences:
                yield text.record(request, status, None if is_cancelled else error.message)
            if not is_interrupted.is_set():
                raise
        if is_interrupted.is_set():
            raise KeyboardInterrupt


@contextmanager
def _cancelled_by_interrupt(engine: Engine) -> Iterator[threading.Event]:
    """Let the first Ctrl+C cancel the running call; the event is set once one came."""
    is_interrupted = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def cancel(number: int, frame: FrameType | None) -> None:
        is_interrupted.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        # in a thread of its own: this one may hold the lock that a cancel takes
        threading.Thread(target=engine.cancel, name="Cancel", daemon=True).start()

    signal.signal(signal.SIGINT, cancel)
    try:
        yield is_interrupted
    finally:
        signal.signal(signal.SIGINT, before)
