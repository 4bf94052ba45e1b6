"""The chosen model: from its name to the engine having it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ...bridge.engine_commands import Refusal
from ...bridge.engine_thread import EngineThread
from ...bridge.models.model_check import CheckedModel, ModelCheck
from ...core.engine.engine import EngineStatus, Phase
from ...core.errors import RequestError
from ...core.messages.message import Message
from ...core.messages.models import checkpoint as messages
from ...core.model.info import ModelInfo, short_model_name
from ...core.units import format_bytes
from .notices import Notices


@dataclass(frozen=True)
class MemoryQuestion:
    """A model that takes more memory than is free: load it all the same?"""

    info: ModelInfo
    free_bytes: int

    @property
    def message(self) -> Message:
        """Return the reason for the question, and the user's choices."""
        return messages.MEMORY_SHORT(
            model=short_model_name(self.info.name),
            needed=format_bytes(self.info.memory_bytes),
            free=format_bytes(self.free_bytes),
        )


class ModelChoice(QObject):
    """Checks the files of the chosen model, asks the user if memory is short, has the model loaded.

    *Attributes:*
        model: its name, folder or file.
        info: what is known of it, ``None`` while nothing is.
        is_cleared: whether the engine may have it: its files were looked at, and nobody need be
            asked, or somebody said yes.
        problem: why the engine cannot have it now, ``None`` where it can.

    *Signals:*
        chosen (): it is another, of which nothing is known yet.
        changed (ModelInfo): what is known of it, at first from its files, then by the engine.
        refused (Refusal[str]): it cannot be used.
        asked (MemoryQuestion): memory is short; nothing is loaded before ``load_anyway``.
        absent (str): this model must be downloaded first; nothing is loaded before ``begin``.
        cleared (): ``is_cleared`` became true.
    """

    chosen = Signal()
    changed = Signal(object)
    refused = Signal(object)
    asked = Signal(object)
    absent = Signal(str)
    cleared = Signal()

    def __init__(
        self,
        thread: EngineThread,
        model: str,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.info: ModelInfo | None = None
        self.is_cleared = False
        self.problem: RequestError | None = None
        self._thread, self._notices = thread, notices
        self._is_engine_ready = False
        self._check = ModelCheck(self)
        self._check.checked.connect(self._on_checked)
        thread.engine_ready.connect(self._on_engine_ready)
        thread.status_changed.connect(self._on_status)
        thread.model_loaded.connect(self._on_model_loaded)
        thread.model_refused.connect(self._on_model_refused)

    @property
    def is_ready(self) -> bool:
        """Return whether the engine runs and may have the model."""
        return self._is_engine_ready and self.is_cleared

    def choose(self, model: str) -> None:
        """Choose a model; nothing happens if it is chosen already."""
        if model != self.model:
            self.model, self.info = model, None
            self.begin()
            self.chosen.emit()

    @Slot()
    def begin(self) -> None:
        """Check the files of the model, after it was chosen or its files have changed."""
        self.is_cleared, self.problem = False, None
        self._check.check(self.model)

    @Slot()
    def load_anyway(self) -> None:
        """Load a model that takes more memory than is free."""
        if self.problem is not None:
            self._clear()

    def announce(self) -> None:
        """Emit again what is known of the model."""
        if self.info is not None:
            self.changed.emit(self.info)

    def stop(self) -> None:
        """Wait for what runs."""
        self._check.stop()

    def _clear(self) -> None:
        self.is_cleared, self.problem = True, None
        self._load()
        self.cleared.emit()

    def _load(self) -> None:
        if self.is_ready:
            self._thread.load(self.model)

    @Slot()
    def _on_engine_ready(self) -> None:
        self._is_engine_ready = True
        self._load()

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.phase in (Phase.STARTING, Phase.STOPPED):
            self._is_engine_ready = False

    @Slot(object)
    def _on_checked(self, answer: CheckedModel) -> None:
        if answer.model != self.model or self.is_cleared:
            return
        if answer.info is not None:
            self._take(answer.info)
            if answer.info.memory_bytes > answer.free_bytes:
                question = MemoryQuestion(answer.info, answer.free_bytes)
                self.problem = RequestError("model", question.message)
                self.asked.emit(question)
                return
        elif answer.is_absent:
            self.problem = RequestError("model", messages.DOWNLOAD_FIRST(model=answer.model))
            self.absent.emit(answer.model)
            return
        self._clear()

    @Slot(object)
    def _on_model_loaded(self, info: ModelInfo) -> None:
        if info.name == self.model:
            self._take(info)

    @Slot(object)
    def _on_model_refused(self, refusal: Refusal[str]) -> None:
        if refusal.subject == self.model:
            self.info = None
            self.refused.emit(refusal)

    def _take(self, info: ModelInfo) -> None:
        if info != self.info:
            self.info = info
            self.changed.emit(info)
            self._notices.add_new(info.notices)
