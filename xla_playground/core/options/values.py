"""Values of options that are more than a number: seeds, choices and banned words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ..errors import shown
from ..messages import options as messages
from ..messages.message import Message, either
from ..numbers import NumberRange

#: A value as a specialization key holds it.
OptionValue = bool | int | float | str
#: The two numbers that a draw depends on.
Seed = tuple[int, int]
#: A word as text, or its token ids.
BadWord = str | tuple[int, ...]
BadWords = tuple[BadWord, ...]
AnyOptionValue = OptionValue | Seed | BadWords

#: Largest number of a seed: TensorFlow's stateless random operations take 32-bit signed ones.
SEED_MAX = 2**31 - 1

_MAX_WORDS = 256
_MAX_WORD_CHARACTERS = 200
MAX_WORD_TOKENS = 64
#: The least room of a program for banned words, and for the tokens of a word: fewer cost no new
#: trace.
_ROOM_FOR_WORDS, _ROOM_FOR_TOKENS = 16, 8

#: One entry of a text: token ids in brackets, a word in quotes, or a word up to the next comma.
_ENTRY = re.compile(r'\s*(?:(\[[^\]]*\]|"(?:[^"\\]|\\.)*")\s*|([^,]*))(?:,|\Z)')


def value_text(value: AnyOptionValue) -> str:
    """Return a value as text for a sentence: ``7`` for the seed ``(7, 0)``."""
    return str(scalar(value))


def scalar(value: AnyOptionValue) -> OptionValue:
    """Return a value as a specialization key holds it; those of 0.1.0 have one number as seed."""
    if not isinstance(value, tuple):
        return value
    if len(value) == 2 and isinstance(value[0], int):
        return f"{value[0]} {value[1]}" if value[1] else value[0]
    return bad_words_text(value)


# ------------------------------------------------------------------ seeds


def seed_problem(value: object, accepted: NumberRange) -> Message | None:
    """Return why ``value`` is no seed, or ``None``: one number or a pair."""
    if not isinstance(value, list | tuple):
        return accepted.problem(value)
    if len(value) != 2:
        return messages.NOT_A_SEED(name=accepted.name, given=shown(value))
    return accepted.problem(value[0]) or accepted.problem(value[1])


def as_seed(value: Any) -> Seed:
    """Return the pair that a valid seed means: ``n`` is ``(n, 0)``."""
    first, second = value if isinstance(value, list | tuple) else (value, 0)
    return int(first), int(second)


# ------------------------------------------------------------------ choices


def choice_problem(name: str, value: object, choices: Sequence[OptionValue]) -> Message | None:
    """Return why ``value`` is none of the choices, or ``None``."""
    if any(type(value) is type(choice) and value == choice for choice in choices):
        return None
    written = either([json.dumps(choice) for choice in choices])
    return messages.NOT_A_CHOICE(name=name, choices=written, given=shown(value))


# ------------------------------------------------------------------ words


def bad_words_problem(name: str, value: object) -> Message | None:
    """Return why ``value`` names no words, or ``None``.

    A list of words and of lists of token ids, or a text of both, see ``bad_words_from_text``.
    """
    if isinstance(value, str):
        words = bad_words_from_text(value)
        if words is None:
            return messages.WORDS_UNREADABLE(name=name)
        value = words
    if not isinstance(value, list | tuple):
        return messages.NOT_WORDS(name=name, given=shown(value))
    if len(value) > _MAX_WORDS:
        return messages.TOO_MANY_WORDS(name=name, count=len(value), most=_MAX_WORDS)
    return next(filter(None, (_word_problem(name, word) for word in value)), None)


def _word_problem(name: str, word: object) -> Message | None:
    if isinstance(word, str):
        return _text_problem(name, word)
    if not isinstance(word, list | tuple):
        return messages.NOT_A_WORD(name=name, given=shown(word))
    if not 0 < len(word) <= MAX_WORD_TOKENS:
        return messages.WORD_LENGTH(name=name, most=MAX_WORD_TOKENS, given=shown(word))
    wrong = [token for token in word if type(token) is not int or not 0 <= token < 2**31]
    return messages.NOT_A_TOKEN_ID(name=name, given=shown(wrong[0])) if wrong else None


def _text_problem(name: str, word: str) -> Message | None:
    if not word.strip():
        return messages.WORD_EMPTY(name=name)
    if len(word) > _MAX_WORD_CHARACTERS:
        return messages.WORD_TOO_LONG(name=name, most=_MAX_WORD_CHARACTERS)
    try:
        word.encode()
    except UnicodeEncodeError:
        return messages.WORD_NOT_UTF8(name=name, word=shown(word))
    return messages.WORD_WITH_NUL(name=name) if "\0" in word else None


def texts_problem(name: str, value: object) -> Message | None:
    """Return why ``value`` is no list of texts, or ``None``.

    A list, or a text such as ``END, "a, b"``, see ``bad_words_from_text``.
    """
    texts = bad_words_from_text(value) if isinstance(value, str) else value
    if texts is None:
        return messages.TEXTS_UNREADABLE(name=name)
    if not isinstance(texts, list | tuple) or not all(isinstance(t, str) for t in texts):
        return messages.NOT_TEXTS(name=name, given=shown(value))
    if len(texts) > _MAX_WORDS:
        return messages.TOO_MANY_TEXTS(name=name, count=len(texts), most=_MAX_WORDS)
    if not all(texts):
        return messages.TEXT_EMPTY(name=name)
    # a line break alone is a usual one, so white space is none of the problems here
    problems = (_text_problem(name, text) for text in texts if text.strip() or "\0" in text)
    return next(filter(None, problems), None)


def as_bad_words(value: Any) -> BadWords:
    """Return valid words, each once: texts and tuples of token ids."""
    words = bad_words_from_text(value) if isinstance(value, str) else value
    return tuple(dict.fromkeys(w if isinstance(w, str) else tuple(w) for w in words or ()))


def bad_words_from_text(text: str) -> BadWords | None:
    """Return the words of a text such as ``cat, "a, b", [12, 5]``; ``None`` if it cannot be read.

    Words are separated by commas; one in quotes is a JSON string, brackets hold token ids.
    """
    words: list[BadWord] = []
    place = 0
    while place < len(text):
        match = _ENTRY.match(text, place)
        if match is None:
            return None
        quoted, plain = match.groups()
        place = match.end()
        if quoted is None:
            if plain.strip().startswith(("[", '"')):
                return None
            words += [plain.strip()] if plain.strip() else []
            continue
        try:
            word = json.loads(quoted)
        except ValueError:  # also of an integer with more digits than Python reads
            return None
        words.append(tuple(word) if isinstance(word, list) else word)
    return tuple(words)


def bad_words_text(words: Iterable[Any]) -> str:
    """Return the text that ``bad_words_from_text`` reads as ``words``."""
    return ", ".join(_word_text(word) for word in words)


def _word_text(word: BadWord) -> str:
    if not isinstance(word, str):
        return json.dumps(list(word))
    is_plain = word == word.strip() and "," not in word and not word.startswith(("[", '"'))
    return word if is_plain else json.dumps(word, ensure_ascii=False)


def room_for_bad_words(words: BadWords) -> tuple[int, int]:
    """Return for how many words, and tokens of each, the program that bans ``words`` has room.

    Powers of two, so that most lists share a program. A word whose token ids are not known yet is
    taken for a short one.
    """
    longest = max((len(word) for word in words if not isinstance(word, str)), default=1)
    return _room(len(words), _ROOM_FOR_WORDS), _room(longest, _ROOM_FOR_TOKENS)


def _room(needed: int, least: int) -> int:
    return max(least, 1 << (needed - 1).bit_length())
