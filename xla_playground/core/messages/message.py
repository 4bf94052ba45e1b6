"""Messages: an identifier and values, with their English text.

The text is made in one place, ``Template.__call__``. A translation has other texts for the same
identifiers and values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Any, Union

from pydantic import BaseModel, ConfigDict

#: What fills a place of a template; a tuple is a list, written with commas.
Value = Union[str, int, float, bool, "Message", tuple[Union[str, "Message"], ...]]


class Message(BaseModel):
    """One thing that is said to a user, or a part of it.

    Attributes:
        id: the template's identifier, the same for every text of that kind: ``not_stored``.
        values: what fills its places, by name; empty in notices of earlier versions.
        text: the sentence in English, which is read if the identifier is not known.
    """

    # as ``Frozen``, which imports of this folder would lead back to
    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")

    id: str
    values: dict[str, Value] = {}
    text: str

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash((self.id, self.text))

    def renamed(self, old: str, new: str) -> Message:
        """Return the message with the name ``new`` wherever it says ``old``."""
        values = {name: _renamed(value, old, new) for name, value in self.values.items()}
        return Message(id=self.id, values=values, text=self.text.replace(old, new))


@dataclass(frozen=True)
class Template:
    """The text of a message, with places for its values. Call it with them to make the message.

    Attributes:
        id: the name of the template's constant in lower case.
        text: in English; its places are those of ``str.format``.
        one: the text if ``count``, a further value, is 1; empty if it is the same.
    """

    id: str
    text: str
    one: str = ""

    @cached_property
    def places(self) -> frozenset[str]:
        """Return the names of the values that the template takes."""
        parsed = Formatter().parse(self.text)
        counted = {"count"} if self.one else set[str]()
        return frozenset(name for _, name, _, _ in parsed if name is not None) | counted

    def __call__(self, **values: Value) -> Message:
        """Return the message with these values.

        Raises:
            TypeError: the template has other places.
        """
        if values.keys() != self.places:
            raise TypeError(f"{self.id} takes {sorted(self.places)}, not {sorted(values)}")
        printable = {name: _printable(value) for name, value in values.items()}
        text = self.one if self.one and values["count"] == 1 else self.text
        written = {name: _written(value) for name, value in printable.items()}
        return Message(id=self.id, values=printable, text=text.format(**written))


def untyped(text: str) -> Message:
    """Return a message of a text alone: one of an earlier version, or of the window itself."""
    return Message(id="untyped", text=_printable_text(text))


def with_texts(values: Any, **messages: str) -> Any:
    """Return the fields of a model, a text that is missing taken from the message beside it.

    Args:
        values: what a validator gets before the fields are checked.
        messages: by the name of a text, that of its message or messages.
    """
    if not isinstance(values, dict):
        return values
    texts = {}
    for text, name in messages.items():
        given = values.get(name)
        found = given if isinstance(given, tuple) else (given,)
        if text not in values and all(isinstance(message, Message) for message in found):
            texts[text] = " ".join(map(str, found)) or None
    return values | texts


# ------------------------------------------------------------------ lists

AND_MORE = Template("and_more", "{names} and {count:,} more")
EITHER = Template("either", "{others} or {last}")
BOTH = Template("both", "{others} and {last}")


def named(names: Sequence[str], most: int = 1) -> Value:
    """Return the first names of many, and how many more there are: ``a, b and 7 more``."""
    first = tuple(names[:most])
    return AND_MORE(names=first, count=len(names) - most) if len(names) > most else first


def either(items: Sequence[str | Message]) -> str | Message:
    """Return alternatives: ``a, b or c``."""
    *others, last = items
    return EITHER(others=tuple(others), last=last) if others else last


def both(items: Sequence[str | Message]) -> str | Message:
    """Return things that go together: ``a, b and c``."""
    *others, last = items
    return BOTH(others=tuple(others), last=last) if others else last


# ------------------------------------------------------------------ values


def _written(value: Value) -> Value:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def _printable(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(_printable_text(v) if isinstance(v, str) else v for v in value)
    return _printable_text(value) if isinstance(value, str) else value


def _printable_text(text: str) -> str:
    """Escape unprintable characters, which file names may hold, so that a sentence stays
    one line.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _renamed(value: Value, old: str, new: str) -> Value:
    match value:
        case Message():
            return value.renamed(old, new)
        case str():
            return value.replace(old, new)
        case tuple():
            return tuple(
                v.renamed(old, new) if isinstance(v, Message) else v.replace(old, new)
                for v in value
            )
        case _:
            return value
