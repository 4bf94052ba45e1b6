"""Build the program that the last answer would have used, in a thread behind that answer."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator

from ...core.call.record import ProgramUse
from ...core.call.request import Precision
from ...core.call.specialization import SpecializationKey
from ...core.errors import CallCancelled
from ...core.messages import engine as messages
from ...core.messages.message import Message
from .builder import ProgramBuilder
from .built import Draft, Wanted

logger = logging.getLogger(__name__)


class BuildBehind:
    """Builds one program at a time behind the answers of calls.

    Attributes:
        wanted: the program to build next.
    """

    def __init__(self, builder: ProgramBuilder) -> None:
        self._builder = builder
        self._thread: threading.Thread | None = None
        self._failed: set[SpecializationKey] = set()
        self._done: list[ProgramUse] = []
        self._notices: list[Message] = []
        self._is_closed = False
        self.wanted: Wanted | None = None

    @property
    def is_running(self) -> bool:
        """Whether a program is being built."""
        return self._thread is not None and self._thread.is_alive()

    def has_failed(self, key: SpecializationKey) -> bool:
        """Return whether a program could not be built."""
        return key in self._failed

    def take(self) -> tuple[tuple[ProgramUse, ...], tuple[Message, ...]]:
        """Return the programs built since the last call, and why others were not, once."""
        taken = tuple(self._done), tuple(self._notices)
        self._done, self._notices = [], []
        return taken

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what ``take`` returns for the next call of the user's, whatever runs meanwhile."""
        done, notices = self.take()
        try:
            yield
        finally:
            self._done, self._notices = [*done, *self._done], [*notices, *self._notices]

    def give_up(self, wanted: Wanted, error: Exception) -> None:
        """Record that a program cannot be built."""
        logger.warning("%s cannot be built", wanted.key.label(), exc_info=error)
        self._failed.add(wanted.key)
        self._notices.append(messages.CHUNK_FAILED(kind=type(error).__name__))

    def forget(self, model: str, precision: Precision) -> None:
        """Drop the wanted program, and let failed builds of a model be tried again."""
        failed = self._failed
        self._failed = {k for k in failed if (k.model, k.precision) != (model, precision)}
        self.wanted = None

    def start(self, *, in_script: bool = False) -> None:
        """Start to build ``wanted``, unless a build is running.

        Args:
            in_script: the model is the user's own. It is traced before this returns, so that no
                patch of a trace meets it in another thread; only loading and compiling happen
                behind the answer. The interpreter waits for them before it ends.
        """
        wanted, self.wanted = self.wanted, None
        if wanted is None or self.is_running or self._is_closed:
            return
        draft = None
        if in_script and self._builder.is_busy:
            return  # a later call asks for it again
        if in_script:
            try:
                draft = self._builder.draft(wanted)
            except Exception as error:  # the answer does not depend on it
                self.give_up(wanted, error)
                return
        self._thread = threading.Thread(
            target=self._build, args=(wanted, draft), name="BuildBehind", daemon=not in_script
        )
        self._thread.start()

    def wait(self) -> None:
        """Wait for the program that is being built."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Stop a running build at its next phase, and start no other one.

        A build that was traced first has one phase left, and ends by itself.
        """
        self._is_closed = True

    def _build(self, wanted: Wanted, draft: Draft | None) -> None:
        try:
            if draft is None:
                built = self._builder.build([wanted], lambda *_: None, self._check_closed)[0]
            else:
                built = self._builder.finish(draft)
        except CallCancelled:
            return
        except Exception as error:  # the answer does not depend on it
            self.give_up(wanted, error)
            return
        self._done.append(built.use.model_copy(update={"in_background": True}))

    def _check_closed(self) -> None:
        if self._is_closed:
            raise CallCancelled(messages.ENGINE_CLOSED())
