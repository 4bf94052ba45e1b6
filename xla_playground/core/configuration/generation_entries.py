"""The entries of a model's generation configuration, and how the program treats each.

A model's publisher writes ``generation_config.json``. It names special tokens, which belong to the
model, and options of a call, which belong to the user. Options are never applied unasked: they are
offered (``model_settings``) or named in a notice.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Any

from ..errors import CheckpointError, RequestError, shown
from ..messages.message import Message
from ..messages.models import configuration as messages
from ..options.generate_words import strategy_of
from ..options.options import GenerationOptions, parse_options
from ..options.table import SPEC_OF, Kind, Strategy
from ..options.values import AnyOptionValue, value_text


class Use(StrEnum):
    """How the program treats an entry."""

    PANEL = "panel"  # an option of the Generation panel: offered
    HONOURED = "honoured"  # right for every call of the model: applied
    NOTICE = "notice"  # an option that TensorFlow does not have: named
    REFUSED = "refused"  # it changes every score, and cannot be computed
    NONE = "none"  # it changes no token


#: Every entry of ``GenerationConfig`` in Transformers 4.54.1.
USES: dict[str, Use] = (
    dict.fromkeys(
        (
            "max_length",
            "max_new_tokens",
            "min_new_tokens",
            "do_sample",
            "num_beams",
            "num_return_sequences",
            "penalty_alpha",
            "temperature",
            "top_k",
            "top_p",
            "min_p",
            "typical_p",
            "repetition_penalty",
            "no_repeat_ngram_size",
            "length_penalty",
            "early_stopping",
            "stop_strings",
        ),
        Use.PANEL,
    )
    | dict.fromkeys(
        (
            "bos_token_id",
            "eos_token_id",
            "pad_token_id",
            "decoder_start_token_id",
            "forced_bos_token_id",
            "forced_eos_token_id",
            "suppress_tokens",
            "begin_suppress_tokens",
            "bad_words_ids",  # of one token each; those of several are offered
        ),
        Use.HONOURED,
    )
    | dict.fromkeys(
        (
            "min_length",
            "max_time",
            "num_beam_groups",
            "epsilon_cutoff",
            "eta_cutoff",
            "diversity_penalty",
            "encoder_repetition_penalty",
            "encoder_no_repeat_ngram_size",
            "force_words_ids",
            "renormalize_logits",
            "constraints",
            "exponential_decay_length_penalty",
            "token_healing",
        ),
        Use.NOTICE,
    )
    | dict.fromkeys(
        ("sequence_bias", "guidance_scale", "watermarking_config", "dola_layers"), Use.REFUSED
    )
    | dict.fromkeys(
        (
            "use_cache",
            "cache_implementation",
            "cache_config",
            "return_legacy_cache",
            "prefill_chunk_size",
            "remove_invalid_values",  # of weights that are not finite, which are refused
            "low_memory",
            "output_attentions",
            "output_hidden_states",
            "output_scores",
            "output_logits",
            "return_dict_in_generate",
            # these draft tokens that the model then accepts or not
            "is_assistant",
            "num_assistant_tokens",
            "num_assistant_tokens_schedule",
            "assistant_confidence_threshold",
            "prompt_lookup_num_tokens",
            "max_matching_ngram_size",
            "assistant_early_exit",
            "assistant_lookbehind",
            "target_lookbehind",
            "compile_config",
            "disable_compile",
            "_from_model_config",
            "_commit_hash",
            "transformers_version",
        ),
        Use.NONE,
    )
)

#: Values that mean "off", of all entries; the others are in ``_OFF_AT``.
_OFF: tuple[Any, ...] = (None, False, 0, [], {})
_OFF_AT: dict[str, tuple[Any, ...]] = {
    "num_beam_groups": (1,),
    "encoder_repetition_penalty": (1,),
    "guidance_scale": (1,),
}
#: Entries that a family's configuration class adds if there is no ``generation_config.json``.
_CLASS_DEFAULTS = {"blenderbot": {"encoder_no_repeat_ngram_size": 3}}

_FILE = "generation_config.json"

Settings = tuple[tuple[str, AnyOptionValue], ...]


def generation_entries(folder: Path, config: dict[str, Any]) -> dict[str, Any]:
    """Return the generation entries of a model folder by name.

    Transformers takes those of ``config.json``, their older place, if there is no
    ``generation_config.json``.

    Raises:
        OSError: the file cannot be read.
    """
    path = folder / _FILE
    if path.is_file():
        entries: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return entries
    defaults = _CLASS_DEFAULTS.get(str(config.get("model_type")), {})
    return defaults | {name: value for name, value in config.items() if name in USES}


def check_generation_entries(name: str, entries: dict[str, Any]) -> tuple[Message, ...]:
    """Return a notice of the entries that will not be applied, if there are any.

    Raises:
        CheckpointError: one changes every score and cannot be computed.
    """
    for entry, use in USES.items():
        if use is Use.REFUSED and not is_off(entry, entries.get(entry)):
            asked = shown(entries[entry])
            problem = messages.CHANGES_EVERY_SCORE(model=name, entry=entry, value=asked)
            raise CheckpointError(problem)
    ignored: list[str | Message] = [
        f"{entry} = {shown(entries[entry])}"
        for entry, use in USES.items()
        if use is Use.NOTICE and not is_off(entry, entries.get(entry))
    ]
    ignored += [
        f"{entry} = {shown(value)}"
        for entry in SPEC_OF
        if _is_of_another_kind(entry, value := entries.get(entry))
    ]
    if entries.get("return_timestamps") is True:
        ignored.append("return_timestamps = True")
    words = _several_tokens(entries.get("bad_words_ids"))
    if SPEC_OF["bad_words_ids"].problem(words):
        ignored.append(messages.WORDS_OF_SEVERAL_TOKENS(words=shown(words)))
    stops = _texts(entries.get("stop_strings"))
    if stops and (SPEC_OF["stop_strings"].problem(stops) or strategy_of(entries).has_beams):
        ignored.append(f"stop_strings = {shown(stops)}")
    if not ignored:
        return ()
    return (messages.GENERATION_ENTRIES_IGNORED(model=name, entries=tuple(ignored)),)


def model_settings(entries: dict[str, Any], *, is_decoder_only: bool) -> Settings:
    """Return the options that a model's publisher set, as pairs, ``strategy`` first.

    Empty if they are the defaults of a new window. An option that cannot be set (a temperature of
    0) or that the strategy does not read is left out.
    """
    named = {n for n in SPEC_OF if USES.get(n) is not Use.NOTICE}
    given = {n: entries[n] for n in SPEC_OF if n in named and entries.get(n) is not None}
    given["bad_words_ids"] = _several_tokens(entries.get("bad_words_ids"))
    given["stop_strings"] = _texts(entries.get("stop_strings"))
    given = {n: value for n, value in given.items() if not SPEC_OF[n].problem(value)}
    if "max_new_tokens" not in given and not is_decoder_only:
        given |= _from_max_length(entries.get("max_length"))
    longest = given.get("max_new_tokens", SPEC_OF["max_new_tokens"].default)
    if given.get("min_new_tokens", 0) > longest:
        del given["min_new_tokens"]
    for name in ("bad_words_ids", "stop_strings"):
        if not given.get(name):
            given.pop(name, None)
    try:
        options = parse_options({**given, "strategy": strategy_of(entries)})
    except RequestError:
        return ()
    used = options.used()
    kept = {name: value for name, value in used.items() if name in given}
    defaults = GenerationOptions().model_dump()
    if options.strategy is Strategy.GREEDY and all(kept[n] == defaults[n] for n in kept):
        return ()
    return (("strategy", options.strategy.value), *kept.items())


def settings_in_words(settings: Settings) -> str:
    """Return settings as a list: ``strategy beam, num_beams 4``."""
    return ", ".join(f"{name} {value_text(value)}" for name, value in settings)


def _from_max_length(length: Any) -> dict[str, Any]:
    """Return ``max_new_tokens`` for a decoder's ``max_length``, which counts its first token.

    That of a decoder-only model counts the prompt as well, so no number means the same.
    """
    if type(length) is not int or SPEC_OF["max_new_tokens"].problem(length - 1):
        return {}
    return {"max_new_tokens": length - 1}


def is_off(entry: str, value: Any) -> bool:
    """Return whether the value of an entry means that it does nothing."""
    return value in _OFF or value in _OFF_AT.get(entry, ())


def _is_of_another_kind(entry: str, value: Any) -> bool:
    """Return whether a value is not of its option's kind; one out of bounds is of it."""
    kind = SPEC_OF[entry].kind
    if value is None or kind in (Kind.WORDS, Kind.TEXTS):
        return False
    if kind is Kind.CHOICE:
        return SPEC_OF[entry].problem(value) is not None
    return not isinstance(value, (int, float))


def _texts(stops: Any) -> Any:
    """Return ``stop_strings`` as a list: one text is one stop string, even with commas in it."""
    return [stops] if isinstance(stops, str) and stops else stops or []


def _several_tokens(words: Any) -> list[Any]:
    if not isinstance(words, list):
        return []
    return [word for word in words if isinstance(word, list) and len(word) > 1]
