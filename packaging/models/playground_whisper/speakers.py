"""Who speaks and how fast, and which speakers and speeds training must not hear.

A speaker is one of eSpeak NG's variants (a timbre: formants, pitch, roughness, kind of synthesis)
in one of its English accents. Left out altogether are the variants that no one would take for a
person: heavy echo, robots, a demon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

ACCENTS = (
    *("en", "en-us", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-gb-x-gbcwmd"),
    *("en-029", "en-us-nyc"),
)

# Variants that share most of their definition (Gene and Gene2, say) stand on the same side.
HELD_OUT_VARIANTS = (
    *("m3", "m7", "f2", "f5", "Annie", "Denis", "Gene", "Gene2", "Jacky", "Mike", "announcer"),
    *("belinda", "boris", "grandma", "quincy", "sandro", "shelby", "travis", "zac"),
)
TRAINING_VARIANTS = (
    *("", "m1", "m2", "m4", "m5", "m6", "m8", "f1", "f3", "f4", "klatt", "klatt2", "klatt3"),
    *("klatt4", "klatt5", "klatt6", "croak", "whisper", "whisperf", "Alex", "Alicia", "Andrea"),
    *("Andy", "AnxiousAndy", "Diogo", "Henrique", "Hugo", "Lee", "Marco", "Mario", "Michael"),
    *("Mr serious", "Nguyen", "Storm", "Tweaky", "adam", "anika", "antonio"),
    *(
        "aunty",
        "benjamin",
        "caleb",
        "david",
        "ed",
        "edward",
        "edward2",
        "grandpa",
        "gustave",
        "iven",
        "iven2",
    ),
    *("iven3", "iven4", "john", "kaukovalta", "linda", "marcelo", "max", "michel", "miguel"),
    *("norbert", "pablo", "paul", "pedro", "rob", "robert", "steph", "steph2"),
    *("steph3", "victor"),
)

# eSpeak NG's words a minute, in bands. One of those kept out is slower than all that training
# hears, the others lie in the gaps. Half a dozen words a minute keep the bands apart.
HELD_OUT_SPEEDS = ((90, 100), (146, 158), (208, 222))
TRAINING_SPEEDS = ((106, 140), (164, 202), (228, 280))


def draw_speaker(random: np.random.Generator, variants: Sequence[str]) -> tuple[str, str]:
    """An accent and a variant."""
    accent = ACCENTS[random.integers(len(ACCENTS))]
    return accent, variants[random.integers(len(variants))]


def draw_speed(random: np.random.Generator, bands: Sequence[tuple[int, int]]) -> float:
    """Words a minute, from any band alike."""
    low, high = bands[random.integers(len(bands))]
    return float(random.uniform(low, high))
