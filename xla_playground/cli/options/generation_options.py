"""The options of ``generate`` as options of the command line, made of the table of them."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand

from ...core.errors import RequestError, shown
from ...core.messages import commands as messages
from ...core.options.table import OPTION_SPECS, SPEC_OF, UNSUPPORTED_OPTIONS, Kind, OptionSpec
from ...core.options.values import BadWord, OptionValue
from .flags import with_default

#: What typer reads an option as, by the kind of its values.
_TYPES: dict[Kind, Any] = {
    Kind.INTEGER: int | None,
    Kind.NUMBER: float | None,
    Kind.SWITCH: bool,
    Kind.CHOICE: str | None,
    Kind.SEED: str | None,
    Kind.WORDS: list[str] | None,
    Kind.TEXTS: list[str] | None,
}
_METAVARS = {Kind.SEED: "INTEGER [INTEGER]", Kind.WORDS: "WORD", Kind.TEXTS: "TEXT"}
#: Options that choose the strategy if they are given, so that they have no default.
_CHOOSE_STRATEGY = ("num_beams", "penalty_alpha")
#: Of options that no recipe computes: those that take no value.
_REFUSED_SWITCHES = ("output_scores",)
#: The end of the name of a parameter that takes words as token ids.
_AS_IDS = "_as_ids"

T = TypeVar("T")

_SEED = "--seed"
_WHOLE_NUMBER = re.compile(r"-?\d{1,20}")


# ------------------------------------------------------------------ the parameters


def takes_options(command: Callable[..., T]) -> Callable[..., T]:
    """Replace the parameter ``options`` of a command by one for each row of the table.

    The command is called with the options that were given, by ``generate``'s own names.
    """
    own = inspect.signature(command, eval_str=True)
    rows = tuple(_parameters())

    @wraps(command)
    def run(**given: Any) -> T:
        values = {row.name: given.pop(row.name, None) for row in rows}
        return command(**given, options=given_options(values))

    parameters = [
        parameter
        for one in own.parameters.values()
        for parameter in (rows if one.name == "options" else (one,))
    ]
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]  # typer reads it
    return run


def option_flag(name: str) -> Any:
    """Return the typer option of a row of the table: flag, range, default and help."""
    spec = SPEC_OF[name]
    return typer.Option(_flag(spec.flag or name), **_description(spec))


def given_options(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that were given; ``values`` has one for each parameter."""
    given: dict[str, Any] = {}
    for spec in OPTION_SPECS:
        value = values[spec.name]
        match spec.kind:
            case Kind.SWITCH:
                value = value or None
            case Kind.CHOICE:
                value = choice_from_text(value, spec.choices)
            case Kind.SEED:
                value = seed_from_text(value)
            case Kind.WORDS:
                value = bad_words(value, values[spec.name + _AS_IDS])
        if value is not None:
            given[spec.name] = value
    refused = {name: values[name] for name in UNSUPPORTED_OPTIONS}
    return given | {name: value for name, value in refused.items() if value not in (None, False)}


def _parameters() -> Iterator[inspect.Parameter]:
    for spec in OPTION_SPECS:
        yield _parameter(
            spec.name, _TYPES[spec.kind], _flag(spec.flag or spec.name), **_description(spec)
        )
        if spec.kind is Kind.WORDS:
            sentence = "The same as token ids: [[12, 5], [7]]."
            how = {"metavar": "JSON", "help": sentence}
            yield _parameter(spec.name + _AS_IDS, str | None, _flag(spec.name), **how)
    for name in UNSUPPORTED_OPTIONS:
        kind = bool if name in _REFUSED_SWITCHES else str | None
        yield _parameter(name, kind, _flag(name), hidden=True)


def _parameter(name: str, kind: Any, flag: str, **how: Any) -> inspect.Parameter:
    default = typer.Option(False if kind is bool else None, flag, **how)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _description(spec: OptionSpec) -> dict[str, Any]:
    """Return what ``--help`` says of a row of the table.

    Typer does not check the range: the sentences of the table say more.
    """
    how: dict[str, Any] = {"help": spec.about.text}
    if spec.kind is Kind.CHOICE:
        how["metavar"] = "|".join(map(str, spec.choices))
    elif spec.kind in _METAVARS:
        how["metavar"] = _METAVARS[spec.kind]
    if spec.kind in (Kind.INTEGER, Kind.NUMBER, Kind.SEED):
        how["help"] += f" [{spec.minimum:,.15g} to {spec.maximum:,.15g}]"
        if spec.name not in _CHOOSE_STRATEGY:
            default = spec.default[0] if spec.kind is Kind.SEED else spec.default
            how |= {"help": with_default(how["help"], f"{default:,.15g}"), "show_default": False}
    elif spec.kind in (Kind.WORDS, Kind.TEXTS):
        how["help"] += " Give it again for more."
    return how


# ------------------------------------------------------------------ the values


class WithSeedPairs(TyperCommand):
    """A command whose ``--seed`` takes one number or two: ``--seed 7``, ``--seed 7 3``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_with_pairs_joined(args)))


def _with_pairs_joined(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the arguments, both numbers of a seed as one: typer's options take a fixed count."""
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == _SEED and rest:
            yield argument
            argument = rest.pop(0)
        elif not argument.startswith(f"{_SEED}="):
            yield argument
            continue
        yield f"{argument} {rest.pop(0)}" if rest and _WHOLE_NUMBER.fullmatch(rest[0]) else argument


def seed_from_text(text: str | None) -> Any:
    """Return the whole number or numbers of a seed; other words are returned as text."""
    if text is None:
        return None
    parts = [int(part) if _WHOLE_NUMBER.fullmatch(part) else part for part in text.split()]
    return parts[0] if len(parts) == 1 else parts


def choice_from_text(text: str | None, choices: Sequence[OptionValue]) -> OptionValue | None:
    """Return the choice that a text names in either case, or the text."""
    if text is None:
        return None
    return next((c for c in choices if str(c).casefold() == text.strip().casefold()), text)


def bad_words(words: list[str] | None, ids: str | None) -> list[BadWord] | None:
    """Return the words of ``--bad-words`` and the token ids of ``--bad-words-ids``, or ``None``.

    Raises:
        RequestError: the latter is no JSON list.
    """
    if words is None and ids is None:
        return None
    try:
        listed = json.loads(ids or "[]")
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        raise RequestError("bad_words_ids", messages.NOT_A_JSON_LIST(given=shown(ids)))
    return [*(words or []), *listed]
