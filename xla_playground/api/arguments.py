"""Convert arguments of Transformers' ``generate`` to options of our own loops."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from ..core.configuration.generation_entries import USES, Use, is_off
from ..core.errors import InvalidArgument, shown
from ..core.messages import commands as messages
from ..core.messages import request
from ..core.messages.message import Message
from ..core.model.info import ModelInfo
from ..core.options.generate_arguments import NO_EOS_ID
from ..core.options.generate_words import strategy_of
from ..core.options.options import GenerationOptions, parse_options
from ..core.options.table import OPTION_SPECS, SPEC_OF, UNSUPPORTED_OPTIONS, Strategy
from ..engine.loops.selection.rules import Rules

#: Arguments of a call that are no entries of a generation configuration.
_OF_A_CALL = ("seed", "stop_strings", "tokenizer", "generation_config", "decoder_input_ids")
#: Entries that change what ``generate`` returns.
_RETURNED = (
    "output_scores",
    "output_logits",
    "output_attentions",
    "output_hidden_states",
    "return_dict_in_generate",
)
#: Arguments that hold Python code.
_PYTHON = (
    "logits_processor",
    "stopping_criteria",
    "prefix_allowed_tokens_fn",
    "streamer",
    "assistant_model",
    "custom_generate",
)
#: The default of ``max_length`` in a generation configuration.
_DEFAULT_MAX_LENGTH = 20
#: Names of strategies for ``warm_up``, as ``generate``'s arguments.
NAMED: dict[str, dict[str, Any]] = {
    Strategy.GREEDY: {"do_sample": False, "num_beams": 1, "penalty_alpha": None},
    Strategy.SAMPLING: {"do_sample": True, "num_beams": 1},
    Strategy.BEAM: {"do_sample": False, "num_beams": 2},
    Strategy.BEAM_SAMPLING: {"do_sample": True, "num_beams": 2},
    Strategy.CONTRASTIVE: {
        "do_sample": False,
        "num_beams": 1,
        "penalty_alpha": 0.6,
        "top_k": 4,
    },
}


@dataclass(frozen=True)
class Arguments:
    """The arguments of a call, checked.

    Attributes:
        rules: its special tokens.
        start_id: the token that the decoder of an encoder-decoder model begins with.
        tokenizer: decodes token ids for ``stop_strings``.
    """

    options: GenerationOptions
    rules: Rules
    start_id: int | None
    tokenizer: Any = None


def entries_of(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Return the entries of the generation configuration that a call means.

    The call's own entries win over those of the model, or of ``generation_config`` if the call has
    one.

    Raises:
        ValueError: one is not computed here.
    """
    for name, value in given.items():
        if name in _PYTHON and value is not None:
            raise InvalidArgument(messages.PYTHON_ARGUMENT(name=name))
        if name not in USES and name not in (*_OF_A_CALL, *_PYTHON):
            raise InvalidArgument(messages.UNKNOWN_ARGUMENT(name=name))
    base = given.get("generation_config") or model.generation_config
    entries = {name: getattr(base, name, None) for name in USES}
    entries |= {name: _plain(given[name]) for name in given if name in USES}
    for name in ("seed", "stop_strings"):
        entries[name] = _plain(given.get(name, getattr(base, name, None)))
    if isinstance(entries["stop_strings"], str):  # one text, even with commas in it
        entries["stop_strings"] = [entries["stop_strings"]]
    for name, use in USES.items():
        is_computed = use not in (Use.NOTICE, Use.REFUSED) or name in ("min_length", "stop_strings")
        if name in _RETURNED and entries[name]:
            refusal = UNSUPPORTED_OPTIONS.get(name) or messages.TOKEN_IDS_ONLY(name=name)
            raise InvalidArgument(refusal)
        if not is_computed and not is_off(name, entries[name]):
            raise InvalidArgument(_refusal(name, is_given=name in given))
    return entries


def rules_of(entries: dict[str, Any]) -> Rules:
    """Return the special tokens that the entries name."""
    return Rules.of(SimpleNamespace(**entries))


def read_arguments(
    info: ModelInfo, entries: dict[str, Any], given: dict[str, Any], base: Rules, length: int
) -> Arguments:
    """Return the checked arguments of a call.

    Args:
        entries: see ``entries_of``.
        given: the arguments of the call.
        base: rules of the model's own generation configuration.
        length: tokens of an output before the first new one, padding included.

    Raises:
        ValueError: a value is out of bounds, or contradicts another.
    """
    values = {name: entries[name] for name in SPEC_OF if entries.get(name) is not None}
    strategy = strategy_of(entries)
    is_read = {spec.name for spec in OPTION_SPECS if strategy in spec.strategies}
    copies = values.get("num_return_sequences", 1)
    if copies != 1 and "num_return_sequences" not in is_read:
        raise InvalidArgument(messages.TEXTS_MUST_DIFFER(copies=shown(copies)))
    if values.get("stop_strings") and strategy.has_beams:
        raise InvalidArgument(request.STOP_STRINGS_OF_BEAMS())
    new_tokens = _new_tokens(info, entries, given, length)
    least = entries.get("min_new_tokens")
    if least is None:
        least = max((entries.get("min_length") or 0) - length, 0)
    has_no_end = "eos_token_id" in given and entries["eos_token_id"] in (None, NO_EOS_ID)
    values |= {"max_new_tokens": new_tokens, "min_new_tokens": least, "ignore_eos": has_no_end}
    if strategy.is_sampling and "top_k" in values:  # as upstream, never more than all
        values["top_k"] = min(values["top_k"], info.vocab_size)
    options = parse_options(
        {"strategy": strategy, **{name: values[name] for name in values if name in is_read}}
    )
    tokenizer = given.get("tokenizer")
    if options.stop_strings and tokenizer is None:
        raise InvalidArgument(messages.TOKENIZER_NEEDED())
    rules = base if has_no_end else rules_of(entries)
    return Arguments(options, rules, _start(entries), tokenizer)


def _new_tokens(
    info: ModelInfo, entries: dict[str, Any], given: dict[str, Any], length: int
) -> Any:
    """Return ``max_new_tokens`` as PyTorch's ``generate`` derives it."""
    if entries.get("max_new_tokens") is not None:
        return entries["max_new_tokens"]
    longest = entries.get("max_length")
    is_default = given.get("max_length") is None and longest in (None, _DEFAULT_MAX_LENGTH)
    if not is_default:
        assert longest is not None
        new_tokens = longest - length
    elif info.is_decoder_only and info.positions is not None:
        new_tokens = min(_DEFAULT_MAX_LENGTH, info.positions - length)
    else:
        new_tokens = _DEFAULT_MAX_LENGTH
    if new_tokens < 1:
        problem = messages.NO_NEW_TOKEN_LEFT(longest=shown(longest), length=length)
        raise InvalidArgument(problem)
    return new_tokens


def _start(entries: dict[str, Any]) -> int | None:
    start = entries.get("decoder_start_token_id")
    return entries.get("bos_token_id") if start is None else start


def _plain(value: Any) -> Any:
    """Return a NumPy or TensorFlow value as Python's own."""
    if hasattr(value, "numpy"):
        value = value.numpy()
    return value.tolist() if isinstance(value, np.generic | np.ndarray) else value


def _refusal(name: str, *, is_given: bool) -> Message:
    if name in UNSUPPORTED_OPTIONS:
        return UNSUPPORTED_OPTIONS[name]
    if is_given:
        return messages.NOT_COMPUTED(name=name)
    return messages.ENTRY_NOT_COMPUTED(name=name)
