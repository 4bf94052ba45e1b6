"""The kinds of values that fields of a configuration have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..messages.message import Message, either
from ..messages.models import configuration as messages
from .activations import ACTIVATIONS

_LARGEST = 2**31 - 1  # TensorFlow's shapes and ids are int32
_MAX_LISTED = 1_000  # entries of a list: one for each layer


@dataclass(frozen=True)
class Kind:
    """A kind of values, as the requirement on a field.

    Attributes:
        says: what it is in words: "a whole number from 1 to 2,147,483,647".
        accepts: whether a value is one.
    """

    says: str | Message
    accepts: Callable[[Any], bool]

    def __or__(self, other: Kind) -> Kind:
        """Return the kind of values that are of either kind."""
        return Kind(
            either([self.says, other.says]),
            lambda value: self.accepts(value) or other.accepts(value),
        )


def whole(lowest: int, highest: int = _LARGEST) -> Kind:
    """Return the kind of whole numbers in a range, both ends included."""
    return Kind(
        messages.WHOLE_NUMBER(least=lowest, most=highest),
        lambda value: type(value) is int and lowest <= value <= highest,
    )


def number(above: float, below: float) -> Kind:
    """Return the kind of finite numbers between two, both ends excluded."""
    return Kind(
        messages.NUMBER_BETWEEN(above=above, below=below),
        lambda value: type(value) in (int, float) and above < value < below,
    )


def one_of(*values: Any) -> Kind:
    """Return the kind of some values; ``1`` is not ``True``, but ``1`` is ``1.0``."""
    return Kind(
        either([_as_json(value) for value in values]),
        lambda value: any(
            value == each and (type(value) is bool) == (type(each) is bool) for each in values
        ),
    )


def _as_json(value: Any) -> str:
    names: dict[Any, str] = {None: "null", True: "true", False: "false"}
    is_name = value is None or isinstance(value, bool)
    return names[value] if is_name else f'"{value}"' if isinstance(value, str) else str(value)


NULL = one_of(None)
FLAG = one_of(True, False)
SIZE = whole(1)
EPSILON = number(0, 1)
#: The base of rotary positions.
THETA = number(1, 1e12)
TOKEN = whole(0)
ACTIVATION = Kind(
    messages.ACTIVATION(names=tuple(sorted(ACTIVATIONS))),
    lambda value: isinstance(value, str) and value in ACTIVATIONS,
)
#: T5: an activation, or one that gates another product.
FEED_FORWARD = Kind(
    messages.GATED_ACTIVATION(names=tuple(sorted(ACTIVATIONS))),
    lambda value: isinstance(value, str) and value.removeprefix("gated-") in ACTIVATIONS,
)
#: LED: positions that attention sees, of each layer or of all.
WINDOW = Kind(
    messages.ATTENTION_WINDOW(),
    lambda value: (
        all(
            type(each) is int and 0 < each <= _LARGEST and each % 2 == 0
            for each in (value if isinstance(value, list) else [value])
        )
        and (not isinstance(value, list) or 0 < len(value) <= _MAX_LISTED)
    ),
)
LABELS = Kind(
    messages.LABELS_BY_NUMBER(),
    lambda value: isinstance(value, dict) and all(key.isdecimal() for key in value),
)
EMPTY = Kind(messages.EMPTY_VALUE(), lambda value: value is None or value == {} or value == [])
