"""The request of a call: one press of Run."""

from __future__ import annotations

import uuid
from enum import StrEnum
from typing import Any, Self

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator

from ..errors import RequestError, refuse
from ..frozen import Frozen
from ..messages import request as messages
from ..messages.message import Message
from ..options.options import GenerationOptions
from ..options.table import FAST_ONLY_OPTIONS, SPEC_OF, Strategy
from .padding import Padding

MAX_PROMPTS = 64
MAX_TEXT_CHARACTERS = 2**20
MAX_BLOCK_TOKENS = 4096
#: New tokens after which stop strings are searched, unless a block is chosen.
_STOP_BLOCK_TOKENS = 16
MAX_PROMPT_CHARACTERS = 2**17  # Qt lays out such a line in 3 s, one of 2 million in minutes


class Arm(StrEnum):
    """How a call executes: op by op, as a ``tf.function``, or as one compiled by XLA."""

    EAGER = "eager"
    GRAPH = "graph"
    XLA = "xla"


class Recipe(StrEnum):
    """How a specialization is built.

    ``documented`` is exactly the code of the XLA guide: every option a Python constant, and the
    faults of upstream's TensorFlow ``generate``, see ``upstream_faults``. ``fast`` is a loop of our
    own that reads as many options as it can as inputs; its tokens are those of PyTorch's
    ``generate``.
    """

    DOCUMENTED = "documented"
    FAST = "fast"


class Precision(StrEnum):
    """The number format that the model is kept and computed in."""

    FLOAT32 = "float32"
    FLOAT16 = "float16"
    BFLOAT16 = "bfloat16"


class Request(Frozen):
    """One call, as asked; frozen and always valid in itself.

    What depends on the model (positions, vocabulary) is checked by ``Engine.plan``.

    Attributes:
        prompts: the texts of a batch; empty if there is ``audio``.
        audio: path of an audio file, for a speech model; empty if there are prompts.
        language: of speech, a code, a name or a token (``de``, ``german``, ``<|de|>``), ``auto`` to
            detect it; empty: the language that the model's folder names, detected if it names none.
        task: of speech, ``transcribe`` or ``translate``; empty: the task that the model's folder
            names.
        chat: whether each prompt is put into the model's chat template, as a user's message.
        block_tokens: new tokens after which the text so far is emitted, 1 to 4,096; ``None``: all
            at once. The tokens do not depend on it. Fast recipe only.
    """

    id: str = Field(default_factory=lambda: uuid.uuid4().hex)
    model: str
    prompts: tuple[str, ...] = ()
    audio: str = ""
    language: str = ""
    task: str = ""
    chat: bool = False
    options: GenerationOptions = GenerationOptions()
    padding: Padding = Padding()
    arm: Arm = Arm.XLA
    recipe: Recipe = Recipe.DOCUMENTED
    precision: Precision = Precision.FLOAT32
    block_tokens: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _leave_length_of_speech_open(cls, values: Any) -> Any:
        """Set ``max_new_tokens`` of audio to ``None``, the decoder's limit, unless a number is
        given.
        """
        if not isinstance(values, dict) or not values.get("audio"):
            return values
        options = values.get("options", {})
        if isinstance(options, GenerationOptions) and "max_new_tokens" not in (
            options.model_fields_set
        ):
            return values | {"options": options.model_copy(update={"max_new_tokens": None})}
        if isinstance(options, dict):
            return values | {"options": {"max_new_tokens": None} | options}
        return values

    @field_validator("model")
    @classmethod
    def _check_model(cls, model: str) -> str:
        if not is_unicode(model):
            refuse(messages.MODEL_NAME_NOT_UTF8(model=repr(model)))
        return model

    @field_validator("prompts", mode="before")
    @classmethod
    def _check_prompts(cls, prompts: Any) -> Any:
        if not isinstance(prompts, (list, tuple)) or not all(isinstance(p, str) for p in prompts):
            return prompts  # pydantic says what type it wants
        if prompts:
            refuse(prompts_problem(tuple(prompts)))
        return prompts

    @field_validator("audio")
    @classmethod
    def _check_audio(cls, audio: str) -> str:
        if not is_unicode(audio):
            refuse(messages.AUDIO_NAME_NOT_UTF8())
        if "\0" in audio:
            refuse(messages.AUDIO_NAME_WITH_NUL())
        return audio

    @field_validator("language", "task")
    @classmethod
    def _check_choice(cls, choice: str, info: ValidationInfo) -> str:
        if not is_unicode(choice):
            refuse(messages.CHOICE_NOT_UTF8(name=str(info.field_name)))
        return choice.strip()

    @model_validator(mode="after")
    def _check_input(self) -> Self:
        if self.audio and self.prompts:
            refuse(messages.PROMPTS_AND_AUDIO(), "audio")
        elif self.audio and self.chat:
            refuse(messages.SPEECH_WITH_CHAT(), "chat")
        elif not self.audio and not self.prompts:
            refuse(messages.NO_PROMPT(), "prompts")
        elif not self.audio and (self.language or self.task):
            refuse(messages.LANGUAGE_WITHOUT_AUDIO(), "language" if self.language else "task")
        elif not self.audio and self.options.max_new_tokens is None:
            refuse(messages.NEW_TOKENS_OPEN(), "max_new_tokens")
        return self

    @model_validator(mode="after")
    def _check_compiled_loop(self) -> Self:
        # Transformers 4.54 sizes the padding of its compiled loops as capacity - 2
        is_loop = self.options.strategy is not Strategy.CONTRASTIVE
        is_exact = self.recipe is Recipe.DOCUMENTED
        is_compiled = self.arm is not Arm.EAGER
        if is_compiled and is_loop and is_exact and self.options.max_new_tokens == 1:
            refuse(messages.ONE_TOKEN_COMPILED(), "max_new_tokens")
        return self

    @model_validator(mode="after")
    def _check_fast_only(self) -> Self:
        if self.recipe is Recipe.FAST:
            return self
        used = self.options.used()
        for name, problem in FAST_ONLY_OPTIONS.items():
            if name in used and used[name] != SPEC_OF[name].default:
                refuse(problem, name)
        return self

    @model_validator(mode="after")
    def _check_stop_strings(self) -> Self:
        if self.options.stop_strings and self.options.strategy.has_beams:
            refuse(messages.STOP_STRINGS_OF_BEAMS(), "stop_strings")
        return self

    @model_validator(mode="after")
    def _check_blocks(self) -> Self:
        block = self.block_tokens
        if block is not None and not 1 <= block <= MAX_BLOCK_TOKENS:
            problem = messages.BLOCK_OUT_OF_RANGE(most=MAX_BLOCK_TOKENS, given=block)
            refuse(problem, "block_tokens")
        if block is not None and self.recipe is Recipe.DOCUMENTED:
            refuse(messages.BLOCKS_NOT_DOCUMENTED(), "block_tokens")
        return self

    @model_validator(mode="after")
    def _check_early_stopping(self) -> Self:
        # upstream raises an integer tensor to a power that is no integer
        options = self.options
        is_never = options.strategy.has_beams and options.early_stopping == "never"
        is_traced = self.recipe is Recipe.DOCUMENTED and self.arm is not Arm.EAGER
        if is_never and is_traced and options.length_penalty > 0:
            refuse(messages.NEVER_STOPPING_NOT_DOCUMENTED(), "early_stopping")
        return self

    @property
    def block_size(self) -> int | None:
        """Return the number of new tokens in a block; ``None`` if the call does not run in blocks.

        A call with stop strings runs in blocks: between blocks the host searches for the strings.
        """
        return self.block_tokens or (_STOP_BLOCK_TOKENS if self.options.stop_strings else None)

    @property
    def is_streamed(self) -> bool:
        """Return whether the call runs in blocks, between which it can be cancelled."""
        return self.block_size is not None

    @property
    def batch(self) -> int:
        """Return the rows of the call's input: one per prompt, or one for audio, window
        by window.
        """
        return len(self.prompts) or 1

    def again(self) -> Self:
        """Return a copy of the request with a new id, for one more call."""
        return self.model_copy(update={"id": uuid.uuid4().hex})

    @classmethod
    def parse(cls, values: dict[str, Any]) -> Self:
        """Validate untrusted values and return the request.

        Raises:
            RequestError: with the field and a message.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise RequestError.from_validation(error) from None


def is_unicode(text: str) -> bool:
    """Return whether a text, the name of a file perhaps, can be saved and sent as it is."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def prompts_problem(prompts: tuple[str, ...]) -> Message | None:
    """Return why these prompts cannot be run, ``None`` if they can."""
    if not any(prompts):
        return messages.NO_PROMPT()
    if len(prompts) > MAX_PROMPTS:
        return messages.TOO_MANY_PROMPTS(count=len(prompts), most=MAX_PROMPTS)
    if len(prompts) == 1:
        return prompt_problem(prompts[0], messages.THE_PROMPT())
    problems = (
        prompt_problem(prompt, messages.PROMPT_NUMBER(number=number))
        for number, prompt in enumerate(prompts, start=1)
    )
    return next(filter(None, problems), None)


def prompt_problem(prompt: str, which: Message) -> Message | None:
    """Return why a prompt, which a message calls ``which``, cannot be run, or ``None``."""
    if not prompt:
        return messages.PROMPT_EMPTY(which=which)
    if len(prompt) > MAX_PROMPT_CHARACTERS:
        count, most = len(prompt), MAX_PROMPT_CHARACTERS
        return messages.PROMPT_TOO_LONG(which=which, count=count, most=most)
    if "\0" in prompt:
        return messages.PROMPT_WITH_NUL(which=which, place=prompt.index("\0") + 1)
    try:
        prompt.encode("utf-8")
    except UnicodeEncodeError as error:
        place = error.start + 1
        if "\udc80" <= prompt[error.start] <= "\udcff":  # how Python keeps a foreign byte
            return messages.PROMPT_NOT_UTF8(which=which, place=place)
        return messages.PROMPT_WITH_SURROGATE(which=which, place=place)
    return None


def long_text_problem(text: str) -> Message | None:
    """Return why ``text`` is too long to be edited as prompts, or ``None``.

    A list that is a little too long for a call can be edited: who pasted it shortens it.
    """
    if len(text) <= MAX_PROMPT_CHARACTERS:
        return None
    problem = prompts_problem(prompts_from_text(text))
    if problem is None and len(text) > MAX_TEXT_CHARACTERS:
        return messages.PROMPTS_TOO_LONG(count=len(text), most=MAX_TEXT_CHARACTERS)
    return problem


def prompts_from_text(text: str) -> tuple[str, ...]:
    """Return one prompt a line; blank lines are skipped unless there is nothing else."""
    lines = tuple(line for line in text.split("\n") if line.strip())
    return lines or ((text,) if text else ())
