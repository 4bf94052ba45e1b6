"""Read pasted text as changes of the next call, and say what could not be taken."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..call.padding import Padding, PaddingMode
from ..call.request import MAX_PROMPTS, Arm, Precision, Recipe, prompts_problem
from ..checkpoint.catalog import known_models
from ..errors import RequestError
from ..messages.message import Message, either
from ..messages.pages import pasted as messages
from ..options.generate_words import WORDS, Lengths
from ..options.options import GenerationOptions
from ..options.table import SPEC_OF
from .arguments import code_of, read_arguments
from .reader import Reader
from .source import FIELD, check_length, json_object, keyword_arguments, script
from .values import Chat, Each, Function, GenerateCall, Tokens, Unknown, flattened, holds

#: What half precision is called in other libraries.
_PRECISIONS = {precision.value: precision for precision in Precision}
_QUANTIZED = ("load_in_8bit", "load_in_4bit", "quantization_config")
#: Options that stay as they are if a call does not name them.
_STAY = ("max_new_tokens", "ignore_eos")


@dataclass(frozen=True)
class Pasted:
    """What pasted text means for the next call.

    Attributes:
        options: values by name; of a whole call also the defaults of options that it does not name.
        lengths: lengths whose number of new tokens depends on the input.
        prompts: the texts, ``None`` if they stay; the other attributes are alike.
        left_out: a sentence for each thing that was not taken.
    """

    options: dict[str, Any] = field(default_factory=dict)
    lengths: Lengths = field(default_factory=Lengths)
    model: str | None = None
    prompts: tuple[str, ...] | None = None
    chat: bool | None = None
    audio: str | None = None
    padding: dict[str, Any] = field(default_factory=dict)
    arm: Arm | None = None
    recipe: Recipe | None = None
    precision: Precision | None = None
    left_out: tuple[Message, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing can be taken."""
        taken = (self.options, self.model, self.prompts, self.audio, self.padding, self.arm)
        return not any(taken) and self.lengths == Lengths() and self.precision is None

    @property
    def prompt_text(self) -> str | None:
        """Return the prompts, one a line, ``None`` if they stay or have line breaks."""
        has_text = self.prompts is not None and self.prompt_problem is None
        return "\n".join(self.prompts or ()) if has_text else None

    @property
    def prompt_problem(self) -> Message | None:
        """Return why the prompts cannot be lines, ``None`` if they can."""
        has_break = any("\n" in prompt or not prompt.strip() for prompt in self.prompts or ())
        return messages.PROMPT_HAS_BREAK() if has_break else None


def read_pasted(text: str) -> Pasted:
    """Return what a script, a call, keyword arguments or a JSON text means.

    Raises:
        RequestError: it is none of these, or has nothing that can be taken.
    """
    check_length(text)
    entries = json_object(text)
    if entries is not None:
        read = read_arguments(entries)
        options = _whole(read.options) if read.options else {}
        found = Pasted(options=options, lengths=read.lengths, left_out=read.left_out)
    else:
        try:
            found = _of_code(text)
        except RecursionError:
            raise RequestError(FIELD, messages.CODE_TOO_DEEP()) from None
    if found.is_empty:
        raise RequestError(FIELD, found.left_out[0] if found.left_out else _nothing())
    return found


def _nothing() -> Message:
    return messages.NOTHING_TO_TAKE()


def _of_code(text: str) -> Pasted:
    reader = Reader()
    keywords = keyword_arguments(text)
    if keywords is None or _is_assignment_of_a_call(keywords):
        reader.follow(script(text).body)
        return _of_script(reader)
    reader.value(keywords)
    return _of_fragment(reader.calls[-1].named)


def _of_fragment(named: dict[str, Any]) -> Pasted:
    """Return keyword arguments alone, which change nothing that they do not name."""
    read = read_arguments(named, is_whole=False)
    return Pasted(options=read.options, lengths=read.lengths, left_out=read.left_out)


def _is_assignment_of_a_call(keywords: ast.Call) -> bool:
    """Return whether what could be keyword arguments is one statement: ``ids = generate(…)``."""
    return len(keywords.keywords) == 1 and isinstance(keywords.keywords[0].value, ast.Call)


def _of_script(reader: Reader) -> Pasted:
    if not (reader.calls or reader.configs or reader.models or reader.tokens):
        return _of_fragment({n: value for n, value in reader.names.items() if _is_option(n)})
    left_out: list[Message] = []
    call = _call_of(reader, left_out)
    function = call.function if call is not None else Function()
    arm, recipe = function.arm, function.recipe
    if call is not None and recipe is None and reader.has_tensorflow:
        arm, recipe = Arm.EAGER, Recipe.DOCUMENTED
    options: dict[str, Any] = {}
    lengths = Lengths()
    if call is not None:
        read = read_arguments(_entries(reader, call, left_out), recipe=recipe)
        left_out += read.left_out
        options, lengths = _whole(read.options), read.lengths
        is_open = lengths.longest is None and "max_new_tokens" not in options
        if is_open and reader.calls:
            left_out.append(messages.NO_LENGTH())
    tokens = _tokens_of(reader, call)
    prompts, chat = _prompts(tokens, left_out)
    padding = _padding(reader, tokens, left_out)
    capacity = function.capacity
    if isinstance(capacity, list | tuple) and capacity:
        padding |= _checked({"capacity": capacity[0]}, left_out)
    audio = reader.audio if isinstance(reader.audio, str) else None
    return Pasted(
        options=options,
        lengths=lengths,
        model=_model(reader, left_out),
        prompts=prompts,
        chat=chat,
        audio=audio,
        padding=padding,
        arm=arm,
        recipe=recipe,
        precision=_precision(reader, left_out),
        left_out=tuple(dict.fromkeys(left_out)),
    )


def _whole(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a whole call: what it does not name is at its default."""
    defaults = GenerationOptions().model_dump()
    rest = {name: value for name, value in defaults.items() if name not in _STAY}
    return {**rest, "ignore_eos": False, **options}


# ------------------------------------------------------------------ the call


def _call_of(reader: Reader, left_out: list[Message]) -> GenerateCall | None:
    """Return the last call that generates, else one with the last ``GenerationConfig``."""
    if reader.calls:
        if len(reader.calls) > 1:
            left_out.append(messages.CALLS_LEFT_OUT(count=len(reader.calls) - 1))
        return reader.calls[-1]
    if reader.configs:
        return GenerateCall(Function(), (), dict(reader.configs[-1]))
    return None


def _is_option(name: str) -> bool:
    return name in SPEC_OF or name in WORDS


def _entries(reader: Reader, call: GenerateCall, left_out: list[Message]) -> dict[str, Any]:
    config = call.named.get("generation_config")
    entries = dict(reader.model_config)
    if isinstance(config, dict):
        entries |= config
    elif isinstance(config, Unknown):
        left_out.append(messages.ENTRIES_UNKNOWN(code=config.code))
    entries |= call.named
    forced = entries.get("forced_decoder_ids")
    longest = entries.get("max_new_tokens")
    if reader.audio is not None and isinstance(forced, list) and type(longest) is int:
        entries["max_new_tokens"] = longest - len(forced)  # which generate counts as new
    return entries


# ------------------------------------------------------------------ the input


def _tokens_of(reader: Reader, call: GenerateCall | None) -> Tokens | None:
    """Return what the call is given, else what was tokenized last."""
    given = [] if call is None else [*call.positional, *call.named.values()]
    found = next((value for value in given if isinstance(value, Tokens)), None)
    if found is not None:
        return found
    return reader.tokens[-1] if reader.tokens else None


def _prompts(
    tokens: Tokens | None, left_out: list[Message]
) -> tuple[tuple[str, ...] | None, bool | None]:
    """Return the prompts, and whether they are messages of a chat."""
    if tokens is None:
        return None, None
    is_chat = holds(tokens.prompts, Chat)
    found = list(flattened(tokens.prompts))
    if is_chat:
        found = _user_messages(found[: MAX_PROMPTS + 1], left_out)
    unknown = next((value for value in found if not isinstance(value, str)), None)
    if unknown is not None or not found:
        left_out.append(messages.PROMPTS_UNKNOWN(code=code_of(unknown)))
        return None, None
    if problem := prompts_problem(tuple(found)):
        left_out.append(messages.PROMPTS_NOT_TAKEN(problem=problem))
        return None, None
    if len(found) > 1 and holds(tokens.prompts, Each, is_loop=True):
        left_out.append(messages.LOOP_IS_BATCH(count=len(found)))
    return tuple(found), is_chat


def _user_messages(found: list[Any], left_out: list[Message]) -> list[Any]:
    """Return what the user says in messages of a chat."""
    texts: list[Any] = []
    for message in found:
        if not isinstance(message, dict):
            texts.append(message)
        elif message.get("role") == "user":
            texts += flattened(message.get("content"))
        elif messages.MESSAGES_NOT_TAKEN() not in left_out:
            left_out.append(messages.MESSAGES_NOT_TAKEN())
    return texts


def _padding(reader: Reader, tokens: Tokens | None, left_out: list[Message]) -> dict[str, Any]:
    padding: dict[str, Any] = {}
    side = reader.padding_side
    if tokens is not None:
        given = tokens.arguments
        side = given.get("padding_side", side)
        if given.get("truncation"):
            left_out.append(messages.NO_TRUNCATION())
        padding = _policy(given, left_out)
    if isinstance(side, Unknown):
        left_out.append(messages.PADDING_UNKNOWN(name="padding_side", code=side.code))
    elif side is not None:
        padding |= _checked({"side": side}, left_out)
    return padding


def _policy(given: dict[str, Any], left_out: list[Message]) -> dict[str, Any]:
    """Return the padding that the arguments of a tokenizer mean."""
    mode, multiple, length = (
        given.get(name) for name in ("padding", "pad_to_multiple_of", "max_length")
    )
    for name, value in (("padding", mode), ("pad_to_multiple_of", multiple)):
        if isinstance(value, Unknown):
            left_out.append(messages.PADDING_UNKNOWN(name=name, code=value.code))
            return {}
    if mode in (None, False, "do_not_pad"):
        return {"mode": PaddingMode.NONE}
    if mode == "max_length" and not isinstance(length, Unknown) and length is not None:
        is_plain = type(multiple) is not int or type(length) is not int or multiple < 1
        rounded = length if is_plain else -(-length // multiple) * multiple
        return _checked({"mode": PaddingMode.FIXED, "length": rounded}, left_out)
    if mode == "max_length":
        code = code_of(length) if length is not None else "None"
        left_out.append(messages.PADDING_UNKNOWN(name="max_length", code=code))
        return {}
    if multiple is not None:
        return _checked({"mode": PaddingMode.MULTIPLE, "multiple_of": multiple}, left_out)
    return {"mode": PaddingMode.LONGEST}


def _checked(padding: dict[str, Any], left_out: list[Message]) -> dict[str, Any]:
    """Return values of a padding policy, none if they are not valid."""
    try:
        checked = Padding.parse(padding).model_dump()
    except RequestError as error:
        left_out.append(messages.PADDING_NOT_TAKEN(problem=error.message))
        return {}
    return {name: checked[name] for name in padding}


# ------------------------------------------------------------------ the model


def _model(reader: Reader, left_out: list[Message]) -> str | None:
    found = [loaded for loaded in reader.models if loaded.is_model] or reader.models
    if not found:
        return None
    name = found[-1].name
    if not isinstance(name, str):
        if name is not None:
            left_out.append(messages.MODEL_UNKNOWN(code=code_of(name)))
        return None
    return next((entry.name for entry in known_models() if _is_same(entry.path, name)), name)


def _is_same(folder: str, name: str) -> bool:
    return bool(folder) and Path(folder) == Path(name)


def _precision(reader: Reader, left_out: list[Message]) -> Precision | None:
    for loaded in reader.models:
        left_out += [messages.NOT_QUANTIZED(name=n) for n in _QUANTIZED if loaded.has(n)]
    given = reader.precision
    if given in (None, "auto"):
        return None
    name = given.code if isinstance(given, Unknown) else str(given)
    precision = _PRECISIONS.get(name.rpartition(".")[2])
    if precision is None:
        known = either([repr(value) for value in _PRECISIONS])
        left_out.append(messages.PRECISION_NOT_TAKEN(given=name, known=known))
    return precision
