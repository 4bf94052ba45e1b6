"""The prompt of a Whisper model: the tokens that its decoder is given before the transcript.

They name the language and the task and switch timestamps off.
Source: Radford et al. 2022, https://arxiv.org/abs/2212.04356, figure 1.
"""

from __future__ import annotations

from enum import StrEnum

from ..errors import RequestError, shown
from ..frozen import Frozen
from ..messages import speech as messages
from ..messages.message import either, named
from .languages import bare_token, language_code

TRANSCRIBE, TRANSLATE = "transcribe", "translate"
TASKS = (TRANSCRIBE, TRANSLATE)
#: The value of a request that has the language detected, even if the folder names one.
FIND_LANGUAGE = "auto"
_MOST_NAMED = 12


class Slot(StrEnum):
    """A place of the prompt whose token a request chooses."""

    LANGUAGE = "language"
    TASK = "task"


class SpeechPrompt(Frozen):
    """The decoder tokens between the start token and the transcript.

    Attributes:
        slots: the prompt in order: token ids, and the places that a request chooses.
        languages: code and token id of each language, ids ascending; empty if there is no choice.
        tasks: name and token id of each task; empty if there is no choice.
        language: code that the folder names; empty if the language is detected.
        task: the default task.
        no_speech: id of the token that stands for a window without speech, if there is one.
    """

    slots: tuple[Slot | int, ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    tasks: tuple[tuple[str, int], ...] = ()
    language: str = ""
    task: str = TRANSCRIBE
    no_speech: int | None = None

    @property
    def is_multilingual(self) -> bool:
        """Return whether a request chooses the language or has it detected."""
        return Slot.LANGUAGE in self.slots

    def tokens(self, language: str, task: str) -> tuple[int, ...]:
        """Return the token ids of the prompt, its start token left out.

        ``language`` and ``task`` are read only if there is a place for them.
        """
        chosen = {
            Slot.LANGUAGE: dict(self.languages).get(language),
            Slot.TASK: dict(self.tasks).get(task),
        }
        ids = [chosen[slot] if isinstance(slot, Slot) else slot for slot in self.slots]
        assert None not in ids, (language, task)
        return tuple(token for token in ids if token is not None)

    def chosen(self, language: str, task: str) -> tuple[str, str]:
        """Return the code and the task that a request means; an empty code means that it is
        detected.

        Raises:
            RequestError: the model has no such language or task.
        """
        return self._chosen_language(language), self._chosen_task(task)

    def _chosen_language(self, language: str) -> str:
        if not self.is_multilingual:
            if language_code(language or "en", ("en",)) is None and language != FIND_LANGUAGE:
                raise RequestError("language", messages.NOT_MULTILINGUAL(what="language"))
            return ""
        if not language:
            return self.language
        if bare_token(language).lower() == FIND_LANGUAGE:
            return ""
        codes = [code for code, _ in self.languages]
        code = language_code(language, codes)
        if code is None:
            problem = messages.NO_SUCH_LANGUAGE(
                language=shown(language), codes=named(codes, _MOST_NAMED), auto=FIND_LANGUAGE
            )
            raise RequestError("language", problem)
        return code

    def _chosen_task(self, task: str) -> str:
        name = bare_token(task).lower() or self.task
        if name not in TASKS:
            problem = messages.NO_SUCH_TASK(task=shown(task), tasks=either(TASKS))
            raise RequestError("task", problem)
        if name not in dict(self.tasks) and name != self.task:
            raise RequestError("task", messages.NOT_MULTILINGUAL(what="task"))
        return name
