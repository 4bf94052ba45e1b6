"""The next call as the panels have it: raw values, perhaps with a problem."""

from __future__ import annotations

from typing import Any

from ..call.padding import PADDING_RANGES, Padding, PaddingMode, PaddingSide, needed_side
from ..call.request import Arm, Precision, Recipe, Request, is_unicode, prompts_from_text
from ..errors import RequestError
from ..messages import speech as messages
from ..model.info import ModelInfo, ModelInput
from ..numbers import Typed
from ..options.table import FAST_ONLY_OPTIONS, SPEC_OF
from ..speech.prompt import FIND_LANGUAGE
from .option_notes import FormCall, reason_not_read
from .settings import REPEAT_RANGE, Settings, held_fields

_NUMBER_OF_MODE = {PaddingMode.MULTIPLE: "multiple_of", PaddingMode.FIXED: "length"}

#: Among the options of ``update``: ``max_new_tokens`` of speech, ``None`` for all that the decoder
#: holds; ``max_new_tokens`` itself is that of texts.
SPEECH_NEW_TOKENS = "speech_new_tokens"


class Draft:
    """Raw values of the panels, as they are typed.

    Values that the model cannot use are left out of the request, and come back with a model that
    can use them: the prompts of a speech model, the audio of a text model, a chat without a
    template, a precision that does not run, a language or task that it has no choice of, the fast
    recipe for a family without XLA. Blocks and options that only the fast recipe computes come back
    with that recipe.

    Attributes:
        model: name, folder or file of the model.
        info: the information on it, ``None`` until it is checked; until then its kind of input is
            that of the saved settings.
    """

    def __init__(self, settings: Settings) -> None:
        self.model = settings.model
        self.info: ModelInfo | None = None
        self._takes = settings.takes
        self._prompt_text = settings.prompt_text
        self._audio = settings.audio
        self._language, self._task = settings.language, settings.task
        lengths = settings.as_typed({SPEECH_NEW_TOKENS: settings.speech_new_tokens})
        self._speech_new_tokens: Typed | None = lengths[SPEECH_NEW_TOKENS]
        self._chat = settings.chat
        self._precision = settings.precision
        self._values: dict[str, Any] = {
            "options": settings.as_typed(settings.options.model_dump()),
            "padding": settings.as_typed(settings.padding.model_dump()),
            "arm": settings.arm,
            "recipe": settings.recipe,
            "block_tokens": settings.block_tokens,
        }
        self._repeat: Typed = settings.as_typed({"repeat": settings.repeat})["repeat"]

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
        repeat: Typed | None = None,
        **values: Any,
    ) -> None:
        """Set new values, also those of ``options``, ``padding`` and the run bar."""
        if model is not None and model != self.model:
            self.model, self.info = model, None
        self._repeat = self._repeat if repeat is None else repeat
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
        """Store the information on the draft's model, and its kind of input."""
        self.info, self._takes = info, info.takes

    @property
    def is_fast(self) -> bool:
        """Return whether the call uses the fast recipe."""
        return bool(self._fitting_recipe() == Recipe.FAST)

    @property
    def reads_padding_policy(self) -> bool:
        """Return whether the call pads its prompts: text, unless the fast recipe runs a
        decoder-only model.
        """
        is_decoder_only = self.info is not None and self.info.is_decoder_only
        return self._takes is ModelInput.TEXT and not (self.is_fast and is_decoder_only)

    @property
    def has_capacity(self) -> bool:
        """Return whether the call runs a loop of our own, in the graph or XLA arm, which has a
        capacity.
        """
        return self.is_fast and self._values["arm"] != Arm.EAGER

    @property
    def repeat(self) -> int:
        """Return how many calls one press of Run makes; ``request`` checks it."""
        return int(self._repeat)

    def request(self) -> Request:
        """Build the request from the draft, each time with a new id.

        Raises:
            RequestError: naming the field and what to do.
        """
        values = {"model": self.model, "precision": self._fitting_precision(), **self._values}
        values |= {"options": self._options_that_count(), "padding": self._padding_that_counts()}
        values["recipe"] = self._fitting_recipe()
        values["block_tokens"] = self._values["block_tokens"] if self.is_fast else None
        if self._takes is ModelInput.TEXT:
            values |= {
                "prompts": prompts_from_text(self._prompt_text),
                "chat": self._chat and self.info is not None and self.info.has_chat,
            }
        elif self._audio:
            options = {**values["options"], "max_new_tokens": self._speech_new_tokens}
            values |= {"audio": self._audio, "options": options, **self._fitting_choices()}
        else:
            raise RequestError("audio", messages.NOTHING_TO_TRANSCRIBE())
        request = Request.parse(values)
        if problem := REPEAT_RANGE.problem(self._repeat):
            raise RequestError("repeat", problem)
        return request

    def remembered_in(self, settings: Settings) -> Settings:
        """Return ``settings`` with the draft, each field by itself, valid or not."""
        options, typed_options = held_fields(settings.options, self._values["options"])
        padding, typed_padding = held_fields(settings.padding, self._values["padding"])
        own = {*self._values["options"], *self._values["padding"], "repeat", SPEECH_NEW_TOKENS}
        typed = {name: value for name, value in settings.typed.items() if name not in own}
        typed |= typed_options | typed_padding
        repeat = settings.repeat
        if REPEAT_RANGE.problem(self._repeat):
            typed["repeat"] = self._repeat
        else:
            repeat = self.repeat
        speech_new_tokens = settings.speech_new_tokens
        number = self._speech_new_tokens
        if number is None or isinstance(number, int):
            speech_new_tokens = number
        else:
            typed[SPEECH_NEW_TOKENS] = number
        return settings.model_copy(
            update={
                "model": self.model if is_unicode(self.model) else settings.model,
                "takes": self._takes,
                "prompt_text": self._prompt_text,
                "audio": self._audio if is_unicode(self._audio) else settings.audio,
                "language": self._language,
                "task": self._task,
                "speech_new_tokens": speech_new_tokens,
                "chat": self._chat,
                "precision": self._precision,
                "options": options,
                "padding": padding,
                "arm": Arm(self._values["arm"]),
                "recipe": Recipe(self._values["recipe"]),
                "block_tokens": self._values["block_tokens"],
                "repeat": repeat,
                "typed": typed,
            }
        )

    def _fitting_choices(self) -> dict[str, str]:
        """Return the language and the task, as far as the model has them."""
        prompt = self.info.speech_prompt if self.info is not None else None
        if prompt is None or not prompt.is_multilingual:
            return {}
        known = {FIND_LANGUAGE, *(code for code, _ in prompt.languages)}
        tasks = {name for name, _ in prompt.tasks}
        return {
            "language": self._language if self._language in known else "",
            "task": self._task if self._task in tasks else "",
        }

    def _options_that_count(self) -> dict[str, Any]:
        """Return the options without invalid values that the call does not read.

        Such a value is in a greyed box: a user would not see why nothing runs.
        """
        options: dict[str, Any] = self._values["options"]
        strategy = options.get("strategy")
        call = FormCall(options, is_fast=self.is_fast)
        count = {}
        for name, value in options.items():
            spec = SPEC_OF.get(name)
            is_read = spec is None or strategy is None or strategy in spec.strategies
            if name in FAST_ONLY_OPTIONS and not self.is_fast:
                continue
            if strategy is not None and reason_not_read(name, call) is not None:
                is_read = False
            if name == "stop_strings" and not is_read:
                continue
            if is_read or spec is None or not spec.problem(value):
                count[name] = value
        return count

    def _fitting_recipe(self) -> Any:
        """Return the recipe, documented for a model that our own loops cannot run."""
        is_loopless = self.info is not None and not self.info.has_xla
        return Recipe.DOCUMENTED if is_loopless else self._values["recipe"]

    def _fitting_precision(self) -> Precision:
        is_known = self.info is not None and self._precision in self.info.precisions
        return self._precision if is_known else Precision.FLOAT32

    def _padding_that_counts(self) -> dict[str, Any]:
        """Return the padding that the model takes.

        Most models have no choice of side, see ``needed_side``. An invalid number that is not read
        is left out, see ``_options_that_count``.
        """
        padding: dict[str, Any] = dict(self._values["padding"])
        if self.info is not None and needed_side(
            is_decoder_only=self.info.is_decoder_only, has_positions=self.info.positions is not None
        ):
            padding["side"] = PaddingSide.AUTO
        unread = {"multiple_of", "length"}
        if not self.has_capacity:
            unread.add("capacity")
        if self.reads_padding_policy:
            unread.discard(_NUMBER_OF_MODE.get(padding.get("mode", Padding().mode), ""))
        return {
            name: value
            for name, value in padding.items()
            if name not in unread or not PADDING_RANGES[name].problem(value)
        }
