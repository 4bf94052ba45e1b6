"""The templates of all topics, and their patterns in another language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from .message import Pattern, Template


def every_template() -> Iterator[Template]:
    """Yield each template of this package."""
    package = __name__.rpartition(".")[0]
    for info in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        values = vars(importlib.import_module(info.name)).values()
        yield from (value for value in values if isinstance(value, Template))


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
