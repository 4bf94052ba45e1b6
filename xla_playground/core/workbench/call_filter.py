"""Which calls of the history are looked for, and how that is written: ``model=gpt2``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any

from ..call.record import PHASES, Cache, Status
from ..call.request import Arm, Recipe
from ..errors import RequestError, shown
from ..messages import workbench as messages
from ..messages.message import either
from ..options.table import Strategy

_NUMBER = re.compile(r"\d{1,15}")
#: Shorter names are words too often to be mistyped ones.
_LEAST_LETTERS = 5
_CALLS = re.compile(r"(\d{1,15})(?:-(\d{1,15}))?")


@dataclass(frozen=True)
class CallFilter:
    """Conditions on calls: of the values of one field any, of the fields all must hold.

    Attributes:
        calls: first and last number of ranges of calls.
        models: parts of a model's name, in any case.
        keys: numbers of specialization keys in the history.
        causes: what made a call new, exactly: names of entries with ", " between, or a reason.
        reasons: parts of such a cause, in any case.
        phases: phases that happened in a call.
        since: seconds since the epoch, of the first moment.
        until: of the first moment that is too late.
        texts: what prompts, answers, errors or notes contain, in any case; all of them.
        tags: tags of a call.
    """

    calls: tuple[tuple[int, int], ...] = ()
    models: tuple[str, ...] = ()
    arms: tuple[str, ...] = ()
    recipes: tuple[str, ...] = ()
    strategies: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    caches: tuple[str, ...] = ()
    keys: tuple[int, ...] = ()
    causes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    since: float | None = None
    until: float | None = None
    texts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def parse_filter(entries: Iterable[str]) -> CallFilter:
    """Return the filter that entries such as ``arm=xla`` mean; one without a name is a text.

    Raises:
        RequestError: an entry has no such value, or its name is nearly that of a filter.
    """
    values: dict[str, Any] = {}
    for entry in entries:
        name, sign, value = entry.partition("=")
        if not sign or name not in FILTERS:
            meant = next((one for one in FILTERS if sign and _is_mistyped(name, one)), None)
            if meant is not None:
                problem = messages.FILTER_MISTYPED(given=shown(name), close=meant)
                raise RequestError("filter", problem)
            name, value = "text", entry
        field, read = FILTERS[name]
        try:
            value.encode()
        except UnicodeEncodeError:
            raise RequestError("filter", messages.FILTER_NOT_UTF8(given=shown(value))) from None
        if not value:
            raise RequestError("filter", messages.FILTER_WITHOUT_VALUE(name=name))
        found = read(value)
        values[field] = found if field in ("since", "until") else (*values.get(field, ()), found)
    return CallFilter(**values)


def entries_of_filter(wanted: CallFilter) -> list[str]:
    """Return the entries that mean a filter, the opposite of ``parse_filter``."""
    entries = []
    for name, (field, _) in FILTERS.items():
        value = getattr(wanted, field)
        if field == "calls":
            values = [str(one) if one == last else f"{one}-{last}" for one, last in value]
        elif field in ("since", "until"):
            values = [] if value is None else [datetime.fromtimestamp(value).isoformat()]
        else:
            values = list(value)
        entries += [f"{name}={one}" for one in values]
    return entries


def _is_mistyped(name: str, meant: str) -> bool:
    """Return whether a name differs from ``meant`` by case, or by one letter that was left out,
    added, replaced, or swapped with the next one.
    """
    name = name.lower()
    if name == meant:
        return True
    if min(len(name), len(meant)) < _LEAST_LETTERS:
        return False
    same = (mine == theirs for mine, theirs in zip(name, meant, strict=False))
    begin = sum(takewhile(bool, same))
    left, right = name[begin:], meant[begin:]
    is_swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return is_swapped or left[1:] == right or left == right[1:] or left[1:] == right[1:]


def _calls(text: str) -> tuple[int, int]:
    match = _CALLS.fullmatch(text)
    if match is None:
        raise RequestError("filter", messages.FILTER_NO_CALL(given=shown(text)[1:-1]))
    first, last = match.groups()
    return int(first), int(last or first)


def _key(text: str) -> int:
    if _NUMBER.fullmatch(text) is None:
        raise RequestError("filter", messages.FILTER_NO_NUMBER(given=shown(text)))
    return int(text)


def _one_of(name: str, choices: Iterable[str]) -> Callable[[str], str]:
    known = [str(choice) for choice in choices]

    def read(text: str) -> str:
        if text not in known:
            problem = messages.FILTER_NOT_ONE_OF(name=name, known=either(known), given=shown(text))
            raise RequestError("filter", problem)
        return text

    return read


def _kind(name: str, kind: type[StrEnum]) -> Callable[[str], str]:
    return _one_of(name, (member.value for member in kind))


def _since(text: str) -> float:
    return _moment(text).timestamp()


def _until(text: str) -> float:
    moment = _moment(text)
    try:  # a day is meant as a whole
        return (moment + timedelta(days=1) if _is_day(text) else moment).timestamp()
    except OverflowError:
        return moment.timestamp()


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        moment.timestamp()
    except (ValueError, OverflowError, OSError):
        raise RequestError(
            "filter",
            messages.FILTER_NO_DATE(given=shown(text)),
        ) from None
    return moment


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


#: What an entry is called, the field that it is of, and how its value is read.
FILTERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "call": ("calls", _calls),
    "model": ("models", str),
    "arm": ("arms", _kind("arm", Arm)),
    "recipe": ("recipes", _kind("recipe", Recipe)),
    "strategy": ("strategies", _kind("strategy", Strategy)),
    "status": ("statuses", _kind("status", Status)),
    "cache": ("caches", _kind("cache", Cache)),
    "reason": ("reasons", str),
    "cause": ("causes", str),
    "specialization": ("keys", _key),
    "phase": ("phases", _one_of("phase", PHASES)),
    "since": ("since", _since),
    "until": ("until", _until),
    "text": ("texts", str),
    "tag": ("tags", str),
}
