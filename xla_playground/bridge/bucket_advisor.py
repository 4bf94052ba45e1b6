"""Holding padding policies or capacities against a list of prompts, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ..core.advice.advisor import Advice, CallCosts, advise
from ..core.advice.capacity_advice import CapacityAdvice, advise_capacity
from ..core.call.request import Request, prompts_from_text
from ..core.call.specialization import is_length_live
from ..core.errors import PlaygroundError
from ..core.files.text_file import read_text_file
from ..core.model.info import ModelInfo
from ..library.prompt_lengths import prompt_lengths
from .background import Background


@dataclass(frozen=True)
class AdviceQuestion:
    """The model, the request and the prompts to advise on.

    Attributes:
        model: whose tokenizer counts.
        request: calls like it are advised on; its prompts are not read.
        text: the prompts, one a line.
    """

    model: ModelInfo
    request: Request
    text: str
    costs: CallCosts
    batch_size: int = 1
    repeats: int = 1


@dataclass(frozen=True)
class BucketAdvice:
    """The advice, and the token count of each prompt that it is based on.

    It is about capacities if one specialization serves every length, else about policies.
    """

    advice: Advice | CapacityAdvice
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = Background(self, newest_only=True)
        self._files = Background(self)

    def ask(self, question: AdviceQuestion) -> None:
        """Count and compare; answered by ``advised`` or ``refused``."""
        self._questions.run(partial(_advice, question), self.advised.emit, self._on_error)

    def forget(self) -> None:
        """Answer no question that was asked before."""
        self._questions.forget()

    def read(self, path: Path) -> None:
        """Read a file of prompts; answered by ``file_read`` or ``refused``."""
        job = partial(read_text_file, path, "prompts")
        self._files.run(job, self.file_read.emit, self._on_error)

    @Slot()
    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self._questions.stop()
        self._files.stop()

    def _on_error(self, error: PlaygroundError) -> None:
        self.refused.emit(error.sentence)


def _advice(question: AdviceQuestion) -> BucketAdvice:
    model, request = question.model, question.request
    lengths = prompt_lengths(Path(model.path), prompts_from_text(question.text))
    calls = {"batch_size": question.batch_size, "repeats": question.repeats}
    advice: Advice | CapacityAdvice
    if is_length_live(request, is_decoder_only=model.is_decoder_only):
        advice = advise_capacity(lengths, question.costs, model, request, **calls)
    else:
        limit = model.longest_prompt(request.options.new_tokens)
        advice = advise(lengths, question.costs, limit=limit, **calls)
    return BucketAdvice(advice, tuple(lengths))
