"""Arguments of ``generate`` from pasted code as options, and why some cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..call.request import Recipe
from ..configuration.generation_entries import USES, Use, is_off
from ..errors import RequestError
from ..messages import request
from ..messages.message import Message, either
from ..messages.pages import pasted as messages
from ..options.generate_words import (
    CHOOSE_STRATEGY,
    WORDS,
    Lengths,
    read_words,
    strategy_of,
    word_problem,
)
from ..options.options import parse_options
from ..options.table import (
    FAST_ONLY_OPTIONS,
    SPEC_OF,
    UNSUPPORTED_OPTIONS,
    Kind,
    Strategy,
)
from .values import Chat, Each, Function, Loaded, Tokens, Unknown

#: What the model is given to read, and objects that a call needs no more here.
_INPUTS = frozenset(
    {
        *("inputs", "input_ids", "attention_mask", "input_features", "inputs_embeds"),
        *("token_type_ids", "position_ids", "tokenizer", "generation_config"),
    }
)
#: Mappings that hold what a tokenizer returned, as ``**inputs``.
_NAMES_INPUTS = re.compile(r"\*\*\w*(input|token|encod|batch)\w*(\.to\(.*\))?$", re.IGNORECASE)
_CODE = frozenset(
    {
        *("logits_processor", "stopping_criteria", "prefix_allowed_tokens_fn", "streamer"),
        *("assistant_model", "custom_generate", "negative_prompt_ids"),
    }
)
_RETURNED = frozenset(
    {
        *("output_logits", "output_attentions", "output_hidden_states"),
        *("return_dict_in_generate", "return_full_text", "return_timestamps"),
    }
)
#: Entries that a saved configuration has of itself.
_ABOUT_THE_FILE = frozenset({"_from_model_config", "_commit_hash", "transformers_version"})
_KINDS: dict[Kind, Message] = {
    Kind.INTEGER: messages.A_WHOLE_NUMBER(),
    Kind.NUMBER: messages.A_NUMBER(),
    Kind.SWITCH: messages.A_SWITCH(),
    Kind.SEED: messages.A_SEED(),
    Kind.WORDS: messages.A_LIST_OF_IDS(),
    Kind.TEXTS: messages.A_LIST_OF_TEXTS(),
}


@dataclass(frozen=True)
class ReadArguments:
    """Arguments as options.

    Attributes:
        options: valid together; only those that were given, and ``strategy`` if it was chosen.
        lengths: see ``Words.lengths``.
        left_out: a sentence for each argument that was not taken.
    """

    options: dict[str, Any]
    lengths: Lengths
    left_out: tuple[Message, ...]


def read_arguments(
    given: Mapping[str, Any], *, recipe: Recipe | None = None, is_whole: bool = True
) -> ReadArguments:
    """Return the options that arguments mean.

    Args:
        given: by name; values may be ``Unknown``, and a name may be ``**code``.
        recipe: that of the code, ``None`` if it does not say.
        is_whole: whether these are all arguments of a call, so that its strategy is known.
    """
    left_out: list[Message] = []
    known: dict[str, Any] = {}
    special: list[str] = []
    for name, value in given.items():
        if name in _INPUTS or _NAMES_INPUTS.match(name):
            continue
        if name.startswith("**"):
            left_out.append(messages.ENTRIES_UNKNOWN(code=name[2:]))
        elif _is_special(name, value):
            special += [] if _holds_code(value) or value is None else [name]
        elif _holds_code(value) and (name in SPEC_OF or name in WORDS):
            left_out.append(_needs_literal(name, value))
        elif problem := _refusal(name, value):
            left_out.append(problem)
        elif name in SPEC_OF or name in WORDS:
            known[name] = value
    is_chosen = is_whole or any(name in known for name in CHOOSE_STRATEGY)
    strategy = strategy_of(known) if is_chosen else None
    for name in list(known):
        if problem := _problem(name, known[name], strategy, recipe):
            left_out.append(problem)
            del known[name]
    if special:
        left_out.append(messages.SPECIAL_TOKENS(names=tuple(special)))
    options, lengths = _valid_together(known, left_out, is_chosen=is_chosen)
    return ReadArguments(options, lengths, tuple(left_out))


def _is_special(name: str, value: Any) -> bool:
    """Return whether an argument names tokens that belong to the model."""
    if name == "bad_words_ids":
        return False
    is_end = name == "eos_token_id" and value in (None, -1)
    return USES.get(name) is Use.HONOURED and not is_end


def _holds_code(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(map(_holds_code, value))
    return isinstance(value, Unknown | Tokens | Loaded | Function | Chat | Each | dict)


def _needs_literal(name: str, value: Any) -> Message:
    spec = SPEC_OF.get(name)
    kind = messages.A_SWITCH() if name == "do_sample" else messages.A_WHOLE_NUMBER()
    if spec is not None and spec.kind is Kind.CHOICE:
        kind = messages.A_CHOICE(choices=either([repr(choice) for choice in spec.choices]))
    elif spec is not None:
        kind = _KINDS[spec.kind]
    return messages.NEEDS_LITERAL(name=name, kind=kind, code=code_of(value))


def code_of(value: Any) -> str:
    """Return how a value that is no literal is written in the text."""
    if isinstance(value, Unknown):
        return value.code
    if isinstance(value, list | tuple):
        return next((code_of(one) for one in value if _holds_code(one)), repr(value))
    return type(value).__name__.lower()


def _refusal(name: str, value: Any) -> Message | None:
    """Return why an argument that is no option cannot be taken, ``None`` if that needs no word."""
    if name in SPEC_OF or name in WORDS or name in _ABOUT_THE_FILE:
        return None
    is_nothing = not _holds_code(value) and is_off(name, value)
    if name in _CODE:
        return None if value is None else messages.IS_CODE(name=name)
    if name == "forced_decoder_ids":
        return None if value is None else messages.LANGUAGE_NOT_TAKEN()
    if name not in USES and name not in _RETURNED:
        return messages.NO_SUCH_ARGUMENT(name=name)
    if is_nothing:
        return None
    if name in UNSUPPORTED_OPTIONS:
        return UNSUPPORTED_OPTIONS[name]
    if name in _RETURNED:
        return messages.ONLY_RETURNED(name=name)
    if USES[name] is Use.NONE:
        return (
            None if value is True and name == "use_cache" else messages.CHANGES_NO_TOKEN(name=name)
        )
    return messages.NOT_COMPUTED_HERE(name=name)


def _problem(
    name: str, value: Any, strategy: Strategy | None, recipe: Recipe | None
) -> Message | None:
    """Return why an option cannot be taken."""
    spec = SPEC_OF.get(name)
    is_alpha = name == "penalty_alpha" and strategy is not Strategy.CONTRASTIVE
    if spec is None or (name in CHOOSE_STRATEGY and not is_alpha):
        return word_problem(name, value)
    options = read_words({name: value}).options
    problem = word_problem(name, value)
    if name not in options:
        return None
    if not (problem or is_alpha) and spec.canonical(options[name]) == spec.default:
        return None
    if strategy is not None and strategy not in spec.strategies:
        if name == "stop_strings":
            return request.STOP_STRINGS_OF_BEAMS()
        return messages.NOT_READ(name=name, strategy=strategy.value)
    if problem is None and recipe is Recipe.DOCUMENTED:
        return FAST_ONLY_OPTIONS.get(name)
    return problem


def _valid_together(
    known: dict[str, Any], left_out: list[Message], *, is_chosen: bool
) -> tuple[dict[str, Any], Lengths]:
    """Return options that are valid together; the others are left out, each with its sentence."""
    while True:
        try:
            words = read_words(known)
            strategy = words.options["strategy"]
            parse_options({"max_new_tokens": None} | words.options)
        except RequestError as error:
            left_out.append(error.message)
            if error.field not in known:
                return {}, Lengths()
            del known[error.field]
            continue
        options = dict(words.options)
        if not is_chosen:
            del options["strategy"]
        else:
            options["strategy"] = Strategy(strategy)
        return options, words.lengths
