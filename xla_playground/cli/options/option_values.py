"""Options of the command line with more than a number: seeds, choices and words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand

from ...core.errors import RequestError, shown
from ...core.messages import commands as messages
from ...core.options.values import BadWord, OptionValue

_SEED = "--seed"
_WHOLE_NUMBER = re.compile(r"-?\d{1,20}")


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


def option_flag(name: str, **how: Any) -> Any:
    """Return the typer option of one of ``generate``'s own names."""
    return typer.Option(f"--{name.replace('_', '-')}", **how)
