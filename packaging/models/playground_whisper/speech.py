"""Many clips of speech at once: every core synthesizes, nobody waits for a disk."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

import numpy as np
from espeak import Manner, Synthesizer
from phrases import draw_phrase
from speakers import (
    HELD_OUT_SPEEDS,
    HELD_OUT_VARIANTS,
    TRAINING_SPEEDS,
    TRAINING_VARIANTS,
    draw_speaker,
    draw_speed,
)

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    Samples = npt.NDArray[np.int16]

SAMPLING_RATE = 16_000
LONGEST = round(4.8 * SAMPLING_RATE)  # samples of a clip; the window has 5 seconds
CLIPS_A_TASK = 250
# Of the clips: several phrases, with pauses of up to so many seconds.
PAUSING, LONGEST_PAUSE_S = 0.4, 2.0
MOST_WORDS = 10


@dataclass(frozen=True)
class Casting:
    """From what the clips of one set are drawn.

    Attributes:
        variants: of the voices.
        speeds: bands of words a minute.
        warp: by how much voices are played faster (at most; and slower) than they were spoken,
            which moves pitch and formants as a shorter or longer vocal tract does. The speed
            asked of eSpeak NG makes up for it, so the bands hold for what is heard.
    """

    variants: tuple[str, ...]
    speeds: tuple[tuple[int, int], ...]
    warp: float = 0.0


TRAINING = Casting(TRAINING_VARIANTS, TRAINING_SPEEDS, warp=0.12)
HELD_OUT = Casting(HELD_OUT_VARIANTS, HELD_OUT_SPEEDS)


@dataclass(frozen=True)
class Clip:
    """One utterance.

    Attributes:
        samples: int16, at `SAMPLING_RATE`.
        text: the words said, with spaces between.
        manner: how eSpeak NG was asked to say them.
    """

    samples: Samples
    text: str
    manner: Manner


def resample(samples: Samples, ratio: float) -> Samples:
    """The same sound in `ratio` times as many samples, by cutting its spectrum."""
    count = -(-(len(samples) + 1) // 441) * 441  # 441 samples of 22,050 Hz are 320 of 16,000 Hz
    new_count = round(count * ratio / 16) * 16
    spectrum = np.fft.rfft(samples.astype(np.float32), count)
    spectrum = spectrum[: min(count, new_count) // 2]
    sound = np.fft.irfft(spectrum, new_count) * (new_count / count)
    return np.clip(np.rint(sound), -32768, 32767).astype(np.int16)


def draw_manner(random: np.random.Generator, casting: Casting, warp: float) -> Manner:
    """A speaker, a speed and the habits of the moment."""
    accent, variant = draw_speaker(random, casting.variants)
    has_gaps = random.random() < 0.5
    return Manner(
        voice=f"{accent}+{variant}" if variant else accent,
        speed=round(draw_speed(random, casting.speeds) / warp),
        pitch=int(random.integers(20, 81)),
        pitch_range=int(random.integers(15, 86)),
        word_gap=int(random.exponential(8)) if has_gaps else 0,
    )


def draw_sentences(random: np.random.Generator) -> list[list[str]]:
    """A phrase, or two or three with pauses between them."""
    count = 1 if random.random() >= PAUSING else int(random.integers(2, 4))
    while True:
        sentences = [draw_phrase(random) for _ in range(count)]
        if sum(map(len, sentences)) <= MOST_WORDS:
            return sentences


def punctuated(random: np.random.Generator, words: list[str], commas: float) -> str:
    """A comma pauses, and ends a tune; what stands last decides how the voice falls or rises."""
    ends = [", " if random.random() < commas else " " for _ in words[1:]]
    ends.append(("", ".", "!", "?")[random.integers(4)])
    return "".join(word + end for word, end in zip(words, ends, strict=True))


def draw_clip(synthesizer: Synthesizer, random: np.random.Generator, casting: Casting) -> Clip:
    """One phrase or several, said by someone; drawn again until it fits the window."""
    while True:
        sentences = draw_sentences(random)
        commas = random.random() * (random.random() < 0.5)
        warp = 1.0 + float(random.uniform(-casting.warp, casting.warp))
        manner = draw_manner(random, casting, warp)
        pieces = []
        for words in sentences:
            if pieces:
                pause = random.uniform(0.1, LONGEST_PAUSE_S) * synthesizer.sampling_rate
                pieces.append(np.zeros(round(pause), np.int16))
            pieces.append(synthesizer.say(punctuated(random, words, commas), manner))
        samples = resample(np.concatenate(pieces), SAMPLING_RATE / synthesizer.sampling_rate / warp)
        if len(samples) <= LONGEST:
            return Clip(samples, " ".join(chain.from_iterable(sentences)), manner)


_synthesizer: Synthesizer | None = None  # one a process: the library keeps its state in globals


def _start(folder: Path | None) -> None:
    global _synthesizer
    _synthesizer = Synthesizer(folder)


def _draw(seed: int, task: int, casting: Casting) -> tuple[Samples, list[tuple[str, int]]]:
    """The samples of one task's clips, joined, and the text and length of each."""
    assert _synthesizer is not None
    random = np.random.default_rng([seed, task])
    clips = [draw_clip(_synthesizer, random, casting) for _ in range(CLIPS_A_TASK)]
    joined = np.concatenate([clip.samples for clip in clips])
    return joined, [(clip.text, len(clip.samples)) for clip in clips]


@dataclass(frozen=True)
class Speech:
    """Many clips, joined.

    Attributes:
        samples: int16, one clip after another.
        lengths: int64, samples of each clip.
        texts: the words of each clip.
    """

    samples: Samples
    lengths: npt.NDArray[np.int64]
    texts: list[str]


def synthesize(casting: Casting, count: int, seed: int, folder: Path | None = None) -> Speech:
    """`count` clips, or a few more, on every core.

    Call it before anything starts CUDA: the worker processes are forks of this one.

    Args:
        casting: who speaks and how fast.
        count: of clips.
        seed: the same clips for the same seed, but for the noise in some voices.
        folder: a carried eSpeak NG; None for the installed one.
    """
    cores = len(os.sched_getaffinity(0))
    tasks = range(-(-count // CLIPS_A_TASK))
    joined: list[Samples] = []
    lengths: list[int] = []
    texts: list[str] = []
    with ProcessPoolExecutor(
        cores, multiprocessing.get_context("fork"), initializer=_start, initargs=(folder,)
    ) as pool:
        for samples, drawn in pool.map(_draw, repeat(seed), tasks, repeat(casting)):
            joined.append(samples)
            texts += [text for text, _ in drawn]
            lengths += [length for _, length in drawn]
    return Speech(np.concatenate(joined), np.array(lengths), texts)
