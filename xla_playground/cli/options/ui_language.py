"""``--ui-language``: the language of messages and of the window, before or after the command."""

from __future__ import annotations

import sys

from ...core.errors import shown
from ...core.messages import commands as messages
from ...core.messages.message import either

FLAG = "--ui-language"


def split_ui_language(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Return the language that the arguments ask for, or None, and the arguments without it.

    Exits with one sentence if the program is not translated into it.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    chosen, others = None, []
    given = iter(arguments[:end])
    for argument in given:
        name, equals, value = argument.partition("=")
        if name == FLAG:
            chosen = value if equals else next(given, "")
        else:
            others.append(argument)
    if chosen is not None:
        _check(chosen)
    return chosen, others + arguments[end:]


def use_ui_language(code: str | None) -> None:
    """Write messages in a language; nothing changes for None and English."""
    if code not in (None, "en"):  # Qt is imported for a translation alone
        from ...bridge.languages.translations import read_messages_in

        read_messages_in(str(code))


def _check(code: str) -> None:
    if code == "en":
        return
    from ...bridge.languages.translations import language_names

    known = tuple(language_names())
    if code not in known:
        print(messages.NO_UI_LANGUAGE(known=either(known), given=shown(code)), file=sys.stderr)
        sys.exit(2)
