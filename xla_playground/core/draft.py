"""The next call as the panels say it: raw, perhaps with a problem."""

from __future__ import annotations

from typing import Any

from .errors import RequestError
from .model_info import ModelInfo, ModelInput
from .options import FAST_ONLY_OPTIONS, SPEC_OF
from .request import Arm, Precision, Recipe, Request, prompts_from_text
from .settings import Settings
from .speech_prompt import FIND_LANGUAGE

#: Among the options of ``update``: ``max_new_tokens`` of speech, ``None`` for all that the decoder
#: holds; ``max_new_tokens`` itself is that of texts.
SPEECH_NEW_TOKENS = "speech_new_tokens"


class Draft:
    """Raw values of the panels, as they are typed.

    What the model cannot do with them is left out of the request and comes back with a model that
    can: the prompts of a speech model, the audio of a text model, a chat without a template, a
    precision that does not run, a language or task that it has no choice of. So do options that
    only the fast recipe can do, with that recipe.

    Attributes:
        model: name, folder or file of the model.
        info: what is known of it, ``None`` until it is checked; until then it is taken for what
            it was when the settings were saved.
        repeat: how many calls one press of Run makes.
    """

    def __init__(self, settings: Settings) -> None:
        self.model = settings.model
        self.info: ModelInfo | None = None
        self.repeat = settings.repeat
        self._takes = settings.takes
        self._prompt_text = settings.prompt_text
        self._audio = settings.audio
        self._language, self._task = settings.language, settings.task
        self._speech_new_tokens = settings.speech_new_tokens
        self._chat = settings.chat
        self._precision = settings.precision
        self._values: dict[str, Any] = {
            "options": settings.options.model_dump(),
            "padding": settings.padding.model_dump(),
            "arm": settings.arm,
            "recipe": settings.recipe,
        }

    def update(
        self,
        *,
        model: str | None = None,
        prompt_text: str | None = None,
        audio: str | None = None,
        language: str | None = None,
        task: str | None = None,
        chat: bool | None = None,
        precision: Precision | None = None,
        repeat: int | None = None,
        **values: Any,
    ) -> None:
        """Take up new values, also of ``options``, ``padding``, ``arm`` and ``recipe``."""
        if model is not None and model != self.model:
            self.model, self.info = model, None
        self.repeat = self.repeat if repeat is None else repeat
        self._prompt_text = self._prompt_text if prompt_text is None else prompt_text
        self._audio = self._audio if audio is None else audio
        self._language = self._language if language is None else language
        self._task = self._task if task is None else task
        self._chat = self._chat if chat is None else chat
        self._precision = self._precision if precision is None else precision
        if SPEECH_NEW_TOKENS in values.get("options", {}):
            options = dict(values["options"])
            self._speech_new_tokens = options.pop(SPEECH_NEW_TOKENS)
            values["options"] = options
        self._values |= values

    def take_info(self, info: ModelInfo) -> None:
        """Take up what is known of the model now."""
        self.info, self._takes = info, info.takes

    @property
    def is_fast(self) -> bool:
        """Whether the call is to be made by the fast recipe; eager calls have none."""
        return bool(self._values["recipe"] == Recipe.FAST and self._values["arm"] != Arm.EAGER)

    def request(self) -> Request:
        """The request that the draft means, new at each time.

        Raises:
            RequestError: naming the field and what to do.
        """
        values = {"model": self.model, "precision": self._fitting_precision(), **self._values}
        if not self.is_fast:
            off = {name: SPEC_OF[name].default for name in FAST_ONLY_OPTIONS}
            values["options"] = {**values["options"], **off}
        if self._takes is ModelInput.TEXT:
            values |= {
                "prompts": prompts_from_text(self._prompt_text),
                "chat": self._chat and self.info is not None and self.info.has_chat,
            }
        elif self._audio:
            options = {**values["options"], "max_new_tokens": self._speech_new_tokens}
            values |= {"audio": self._audio, "options": options, **self._fitting_choices()}
        else:
            raise RequestError(
                "audio",
                "There is nothing to transcribe yet: open, drop or record some speech, or choose "
                "an example.",
            )
        return Request.parse(values)

    def remembered_in(self, settings: Settings, request: Request) -> Settings:
        """``settings`` with the draft, whose ``request`` proved to be valid."""
        options = request.options
        if request.audio:  # the number of texts stays
            kept = {"max_new_tokens": settings.options.max_new_tokens}
            options = options.model_copy(update=kept)
        return settings.model_copy(
            update={
                "model": request.model,
                "takes": self._takes,
                "prompt_text": self._prompt_text,
                "audio": self._audio,
                "language": self._language,
                "task": self._task,
                "speech_new_tokens": (
                    request.options.max_new_tokens if request.audio else settings.speech_new_tokens
                ),
                "chat": self._chat,
                "precision": self._precision,
                "options": options,
                "padding": request.padding,
                "arm": request.arm,
                "recipe": request.recipe,
                "repeat": self.repeat,
            }
        )

    def _fitting_choices(self) -> dict[str, str]:
        """The language and the task, as far as the model has them."""
        prompt = self.info.speech_prompt if self.info is not None else None
        if prompt is None or not prompt.is_multilingual:
            return {}
        known = {FIND_LANGUAGE, *(code for code, _ in prompt.languages)}
        tasks = {name for name, _ in prompt.tasks}
        return {
            "language": self._language if self._language in known else "",
            "task": self._task if self._task in tasks else "",
        }

    def _fitting_precision(self) -> Precision:
        is_known = self.info is not None and self._precision in self.info.precisions
        return self._precision if is_known else Precision.FLOAT32
