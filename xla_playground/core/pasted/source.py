"""Parse pasted text: a script, keyword arguments, or JSON; nothing of it is executed."""

from __future__ import annotations

import ast
import json
import re
import textwrap
from typing import Any

from ..errors import RequestError
from ..messages.pages import pasted as messages

#: Longer texts are refused: parsing takes some 0.1 s for each 100,000 characters.
MAX_CHARACTERS = 2**17
#: Where refusals stand.
FIELD = "python"

_FENCE = re.compile(r"^\s*```[\w+-]*\s*$")
_PROMPT = re.compile(r"^\s*(>>>|\.\.\.)( |$)")
_SHELL = re.compile(r"^\s*[!%]")
_CODE = re.compile(
    r"\.generate\s*\(|\b(GenerationConfig|from_pretrained|apply_chat_template|xla_generate)\s*\("
    r"|\b(max_new_tokens|max_length|num_beams|do_sample|penalty_alpha)[\"']?\s*[=:]"
)
_FAILURES = (SyntaxError, ValueError, RecursionError, MemoryError)


def looks_like_code(text: str) -> bool:
    """Return whether a text is probably a script of Transformers, not a prompt."""
    return bool(_CODE.search(text[:MAX_CHARACTERS]))


def check_length(text: str) -> None:
    """Make sure that a text can be parsed in a moment.

    Raises:
        RequestError: it is empty or too long.
    """
    if not text.strip():
        raise RequestError(FIELD, messages.NOTHING_PASTED())
    if len(text) > MAX_CHARACTERS:
        problem = messages.CODE_TOO_LONG(count=len(text), most=MAX_CHARACTERS)
        raise RequestError(FIELD, problem)


def json_object(text: str) -> dict[str, Any] | None:
    """Return the object that a JSON text is, ``None`` if it is none."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return None
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def keyword_arguments(text: str) -> ast.Call | None:
    """Return a call with the keyword arguments that a text is, ``None`` if it is none."""
    try:
        parsed = ast.parse(f"generate(\n{_cleaned(text)}\n)", mode="eval").body
    except _FAILURES:
        return None
    is_plain = isinstance(parsed, ast.Call) and isinstance(parsed.func, ast.Name)
    if not is_plain or not isinstance(parsed, ast.Call) or parsed.args or not parsed.keywords:
        return None
    return parsed


def script(text: str) -> ast.Module:
    """Return the statements of a script.

    Raises:
        RequestError: it is no Python; the sentence says in which line.
    """
    try:
        try:
            return ast.parse(text)
        except SyntaxError:
            return ast.parse(_cleaned(text))
    except SyntaxError as error:
        why, line = error.msg, error.lineno or 1
        raise RequestError(FIELD, messages.NOT_PYTHON(line=line, why=why)) from None
    except (RecursionError, MemoryError):
        raise RequestError(FIELD, messages.CODE_TOO_DEEP()) from None
    except ValueError as error:  # NUL, or half a character
        raise RequestError(FIELD, messages.NOT_PYTHON(line=1, why=str(error))) from None


def _cleaned(text: str) -> str:
    """Return code without the marks of notebooks, documentation and Markdown around it."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if any(line.lstrip().startswith(">>> ") for line in lines):
        lines = [_PROMPT.sub("", line) if _PROMPT.match(line) else "" for line in lines]
    lines = ["" if _FENCE.match(line) or _SHELL.match(line) else line for line in lines]
    return textwrap.dedent("\n".join(lines))
