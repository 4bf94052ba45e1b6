"""What is said: strings of digits and short runs of commands, forty words in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
COMMANDS = (
    *("yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go"),
    *("start", "pause", "play", "next", "back", "open", "exit", "louder", "softer", "save"),
    *("load", "run", "cancel", "repeat", "help", "home", "more", "less", "faster", "slower"),
)
WORDS = DIGITS + COMMANDS

# Of the phrases: digits alone, commands alone; the others are a command and then digits.
DIGITS_ALONE = 0.5
COMMANDS_ALONE = 0.35
MOST_DIGITS = 8
MOST_COMMANDS = 5


def draw_phrase(random: np.random.Generator) -> list[str]:
    """The words of one phrase.

    Each is drawn without regard to the others: a transcript can only be right by listening.
    """

    def draw(words: tuple[str, ...], most: int) -> list[str]:
        return [words[i] for i in random.integers(len(words), size=random.integers(1, most + 1))]

    lot = random.random()
    if lot < DIGITS_ALONE:
        return draw(DIGITS, MOST_DIGITS)
    if lot < DIGITS_ALONE + COMMANDS_ALONE:
        return draw(COMMANDS, MOST_COMMANDS)
    return draw(COMMANDS, 1) + draw(DIGITS, 4)
