"""Numbers as a person types them: how a text is read, and which numbers are accepted."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from .errors import shown
from .messages import options as messages
from .messages.message import Message

#: A number, or the text of one that is not accepted, as it was typed.
Typed = int | float | str

_SPACES = r"[ \u00a0\u2009\u202f]"
#: Digits, perhaps in groups of three with spaces between them (the ISO 31-0 way); one decimal mark,
#: point or comma; perhaps an exponent.
_NUMBER = re.compile(
    rf"(?P<sign>[+-]?)(?P<whole>\d{{1,3}}(?:{_SPACES}\d{{3}})+|\d*)"
    r"(?:[.,](?P<fraction>\d*))?(?:[eE](?P<exponent>[+-]?\d+))?"
)
#: ``1,000`` and ``1.000`` are one to some readers and a thousand to others.
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def number_from_text(text: str) -> Typed:
    """Return the number that ``text`` means in every locale, or ``text`` itself if it means none.

    Point and comma are both the decimal mark, so a text with two of them is no number. Without a
    decimal mark or an exponent the number is an ``int``.
    """
    match = _NUMBER.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
    if match is None:
        return text
    whole, fraction, exponent = match["whole"], match["fraction"], match["exponent"]
    if not whole and not fraction:
        return text
    whole = re.sub(_SPACES, "", whole)
    try:
        if fraction is None and exponent is None:
            return int(match["sign"] + whole)
        return float(f"{match['sign']}{whole or 0}.{fraction or 0}e{exponent or 0}")
    except ValueError:  # an integer of more digits than Python reads
        return text


@dataclass(frozen=True)
class NumberRange:
    """The numbers that an entry accepts, and the messages that refuse other values.

    Attributes:
        name: what a message calls the entry.
        minimum, maximum: inclusive bounds.
        is_integer: whether it takes whole numbers only.
        advice: what to do instead, appended if a number is out of bounds.
    """

    name: str | Message
    minimum: float
    maximum: float
    is_integer: bool = True
    advice: str | Message = ""

    def read(self, text: str) -> Typed:
        """Return the number that ``text`` means here, or ``text`` itself.

        ``1,000`` stays a text if a thousand could be meant.
        """
        typed = number_from_text(text)
        could_be_thousands = self.is_integer or self.maximum >= 1000
        if could_be_thousands and _AMBIGUOUS.fullmatch(text.strip()):
            return text
        if self.is_integer and isinstance(typed, float) and typed.is_integer():
            return int(typed)
        return typed

    def problem(self, value: object) -> Message | None:
        """Return why ``value`` is not accepted, or ``None``."""
        if isinstance(value, str):
            return self._text_problem(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return messages.NOT_A_NUMBER(name=self.name, given=shown(value))
        if value != value or abs(value) == math.inf:  # as math.isfinite, which takes no huge int
            return messages.NOT_FINITE(name=self.name, given=str(value))
        if self.is_integer and value != int(value):
            return messages.NOT_WHOLE(name=self.name, given=f"{value:g}")
        if self.minimum <= value <= self.maximum:
            return None
        least, most = _bound(self.minimum), _bound(self.maximum)
        given = shown(value) if abs(value) > 1e15 else f"{value:,.15g}"
        if not self.advice:
            return messages.OUT_OF_RANGE(name=self.name, least=least, most=most, given=given)
        return messages.OUT_OF_RANGE_ADVICE(
            name=self.name, least=least, most=most, given=given, advice=self.advice
        )

    def _text_problem(self, text: str) -> Message:
        """Return why ``text`` is refused: empty, out of range, ambiguous or no number."""
        if not text.strip():
            return messages.NUMBER_EMPTY(name=self.name)
        number = self.read(text)
        problem = None if isinstance(number, str) else self.problem(number)
        if problem is not None:
            return problem
        if isinstance(number, str) and _AMBIGUOUS.fullmatch(text.strip()):
            return messages.NUMBER_AMBIGUOUS(name=self.name, given=shown(text))
        return messages.NOT_A_NUMBER(name=self.name, given=shown(text))


def _bound(value: float) -> float:
    """Return a bound as it is written: a whole number without a decimal point."""
    return int(value) if value == int(value) else value
