"""The templates of all topics, and their patterns in another language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from .message import Message, Pattern, Template


def every_template() -> Iterator[Template]:
    """Yield each template of this package."""
    package = __name__.rpartition(".")[0]
    for info in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        values = vars(importlib.import_module(info.name)).values()
        yield from (value for value in values if isinstance(value, Template))


@cache
def _fixed_messages() -> dict[str, Message]:
    return {each.text: each() for each in every_template() if not each.places}


def in_language(english: str) -> str:
    """Return an English text in the language of messages, if it is that of a template without
    values; any other text stays as it is.
    """
    message = _fixed_messages().get(english)
    return english if message is None else message.text


def patterns_in(translate: Callable[[str, str], str]) -> dict[str, Pattern]:
    """Return the pattern of each template in one language, by identifier.

    Args:
        translate: returns the translation of an English text; its second argument is the
            identifier of the template.
    """
    return {
        template.id: Pattern(
            translate(template.text, template.id),
            translate(template.one, template.id) if template.one else "",
        )
        for template in every_template()
    }
