"""Messages: an identifier and values, with their English text.

The English text is made in one place, ``Template.__call__``, and stays with the message: files and
JSON hold it. ``Message.text`` is for people: ``read_in`` sets the patterns of another language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Any, Union

from pydantic import BaseModel, ConfigDict, Field

#: What fills a place of a template; a tuple is a list, written with commas.
Value = Union[str, int, float, bool, "Message", tuple[Union[str, "Message"], ...]]


class Message(BaseModel):
    """One thing that is said to a user, or a part of it.

    Attributes:
        id: the template's identifier, the same for every text of that kind: ``not_stored``.
        values: what fills its places, by name; empty in notices of earlier versions.
        english: the sentence in English, "text" in JSON and for the constructor.
    """

    # as ``Frozen``, which imports of this folder would lead back to
    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_inf_nan="constants", serialize_by_alias=True
    )

    id: str
    values: dict[str, Value] = {}
    english: str = Field(alias="text")

    @property
    def text(self) -> str:
        """Return the sentence in the language of ``read_in``.

        It is the English one if that language has no pattern for it, or if the message is of an
        earlier version that had other values.
        """
        pattern = _patterns.get(self.id)
        if pattern is None:
            return self.english
        try:
            return pattern.filled(self.values, str)
        except (LookupError, ValueError):
            return self.english

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash((self.id, self.english))

    def renamed(self, old: str, new: str) -> Message:
        """Return the message with the name ``new`` wherever it says ``old``."""
        values = {name: _renamed(value, old, new) for name, value in self.values.items()}
        return Message(id=self.id, values=values, text=self.english.replace(old, new))


@dataclass(frozen=True)
class Pattern:
    """A sentence in one language, with places for values.

    Attributes:
        text: its places are those of ``str.format``.
        one: the text if ``count``, a further value, is 1; empty if it is the same.
    """

    text: str
    one: str = ""

    def filled(self, values: Mapping[str, Value], read: Callable[[str | Message], str]) -> str:
        """Return the sentence with ``values``; ``read`` gives the text of each message in them.

        Raises:
            LookupError: the sentence has a place for which there is no value.
            ValueError: a value cannot be written as its place says.
        """
        pattern = self.one if self.one and values.get("count") == 1 else self.text
        return pattern.format(**{name: _written(value, read) for name, value in values.items()})


#: The patterns of the chosen language by the identifiers of their templates; none for English.
_patterns: dict[str, Pattern] = {}
_language = "en"


def read_in(patterns: Mapping[str, Pattern], language: str = "en") -> None:
    """Choose the language of ``Message.text`` for this process, and of lessons and help.

    Args:
        patterns: by the templates' identifiers; what has none is read in English.
        language: the code of the language.
    """
    global _language
    _language = language
    _patterns.clear()
    _patterns.update(patterns)


def language() -> str:
    """Return the code of the language that ``read_in`` chose."""
    return _language


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
        text = Pattern(self.text, self.one).filled(printable, _in_english)
        return Message(id=self.id, values=printable, text=text)


def untyped(text: str) -> Message:
    """Return a message of a text alone: one of an earlier version, or of the window itself."""
    return Message(id="untyped", text=_printable_text(text))


def with_texts(values: Any, **messages: str) -> Any:
    """Return the fields of a model, a missing text taken in English from the message beside it.

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
            texts[text] = " ".join(message.english for message in found) or None
    return values | texts


def read(message: Message | None, english: str | None) -> str | None:
    """Return the text of a message, or the English text if only that is there (of 0.1.0)."""
    return english if message is None else message.text


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


def _written(value: Value, read: Callable[[str | Message], str]) -> Value:
    if isinstance(value, tuple):
        return ", ".join(map(read, value))
    return read(value) if isinstance(value, Message) else value


def _in_english(part: str | Message) -> str:
    return part.english if isinstance(part, Message) else part


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
