"""Numbers below one million in digits and in words, and which of them are kept out."""

from __future__ import annotations

import hashlib

LIMIT = 1_000_000

SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

# One number in so many is kept out, by its count of digits: about 2,000 in all. Below one hundred
# there is nothing to infer: each word must have been seen.
HELD_OUT_ONE_IN = {3: 10, 4: 40, 5: 200, 6: 700}
# One number of five or six digits in so many is trained on; of the shorter ones, all.
TRAINED_ONE_IN = 8


def in_words(number: int) -> str:
    """The number's American name: `one thousand two hundred seven`, `forty-two`.

    Args:
        number: at least 0, below `LIMIT`.
    """
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    left, right = divmod(number, size)
    return f"{in_words(left)} {name}" + (f" {in_words(right)}" if right else "")


def in_other_words(number: int) -> str:
    """The number as people also write it: `two hundred and forty two`."""
    words = in_words(number).replace("hundred ", "hundred and ").replace("-", " ")
    return words.replace("hundred and thousand", "hundred thousand")


def lot(number: int) -> int:
    """A number drawn by the number itself, so that every run keeps out and trains on the same."""
    return int.from_bytes(hashlib.sha256(str(number).encode()).digest()[:4], "big")


def is_held_out(number: int) -> bool:
    """Whether training must not see this number, in digits or in words."""
    one_in = HELD_OUT_ONE_IN.get(len(str(number)))
    return one_in is not None and lot(number) % one_in == 0


def is_trained(number: int) -> bool:
    """Whether training sees this number."""
    is_chosen = number < 10_000 or lot(number) // 1000 % TRAINED_ONE_IN == 0
    return is_chosen and not is_held_out(number)
