"""Holding padding policies against a list of prompts, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from ..core.advisor import Advice, CallCosts, advise
from ..core.errors import EngineFailure, PlaygroundError
from ..core.request import prompts_from_text
from ..core.text_file import read_text_file
from ..library.prompt_lengths import prompt_lengths


@dataclass(frozen=True)
class AdviceQuestion:
    """What is asked.

    Attributes:
        model_path: folder of the model, whose tokenizer counts.
        text: the prompts, one a line.
        limit: longest padded prompt that the model takes, ``None`` where there is no limit.
    """

    model_path: str
    text: str
    costs: CallCosts
    batch_size: int = 1
    repeats: int = 1
    limit: int | None = None


@dataclass(frozen=True)
class BucketAdvice:
    """The answer, and the tokens of each prompt that it stands on."""

    advice: Advice
    lengths: tuple[int, ...]


class BucketAdvisor(QObject):
    """Answers one question after the other; only the newest is answered.

    *Signals:*
        advised (BucketAdvice): what to do.
        file_read (str): the text of a file of prompts.
        refused (str): a sentence on why nothing can be said, or the file not be read.
    """

    advised = Signal(object)
    file_read = Signal(str)
    refused = Signal(str)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._on_answered)

    def ask(self, question: AdviceQuestion) -> None:
        """Count and compare; answered by ``advised`` or ``refused``."""
        self._newest += 1
        self._pool.clear()
        self._pool.start(partial(self._answer, self._newest, question))

    def forget(self) -> None:
        """Answer no question that was asked before."""
        self._newest += 1

    def read(self, path: Path) -> None:
        """Read a file of prompts; answered by ``file_read`` or ``refused``."""
        self._pool.start(partial(self._read, path))

    @Slot()
    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self.forget()
        self._pool.clear()
        self._pool.waitForDone()

    def _read(self, path: Path) -> None:
        try:
            self.file_read.emit(read_text_file(path, "prompts"))
        except PlaygroundError as error:
            self.refused.emit(error.sentence)

    def _answer(self, number: int, question: AdviceQuestion) -> None:
        try:
            self._answered.emit(number, _advice(question))
        except PlaygroundError as error:
            self._answered.emit(number, error)
        except Exception as error:  # of the tokenizer: it must not end as a silence
            self._answered.emit(number, EngineFailure.unforeseen(error))

    @Slot(int, object)
    def _on_answered(self, number: int, answer: BucketAdvice | PlaygroundError) -> None:
        if number != self._newest:
            return
        if isinstance(answer, PlaygroundError):
            self.refused.emit(answer.sentence)
        else:
            self.advised.emit(answer)


def _advice(question: AdviceQuestion) -> BucketAdvice:
    prompts = prompts_from_text(question.text)
    lengths = prompt_lengths(Path(question.model_path), prompts)
    advice = advise(
        lengths,
        question.costs,
        batch_size=question.batch_size,
        repeats=question.repeats,
        limit=question.limit,
    )
    return BucketAdvice(advice, tuple(lengths))
