"""Write the clips that no training hears: for the figure, and to listen to.

    python packaging/models/playground_whisper/held_out.py [--clips FILE.zip] [--samples DIR]

The first are drawn by a seed from the speakers and speeds that are kept out, half of them without
noise and half with noise 10 to 20 dB below the voice, as Ogg Opus; `words_right.py` reads them.
The second are the few of `resources/audio`, as FLAC or Ogg Opus. Noise in some of eSpeak NG's
voices has no seed, so what is written anew sounds the same but is not the same to the bit. Needs
eSpeak NG 1.51 and soundfile.
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
from espeak import Manner, Synthesizer
from speech import HELD_OUT, SAMPLING_RATE, draw_clip, resample

if TYPE_CHECKING:
    import numpy.typing as npt

    Wave = npt.NDArray[np.float32]

CONDITIONS = ("clean", "noisy")
# Of Opus, by soundfile's measure: about 27 kilobits a second.
OPUS = {"format": "OGG", "subtype": "OPUS", "compression_level": 0.92}
FLAC = {"format": "FLAC", "subtype": "PCM_16", "compression_level": 1.0}


@dataclass(frozen=True)
class Sample:
    """One file of `resources/audio`.

    Attributes:
        file: its name.
        phrases: what is said, with a second or more between phrases.
        manner: how it is said; the voice and the speed are kept out of training.
        below: of the noise under the voice, in decibels; None for no noise.
    """

    file: str
    phrases: tuple[str, ...]
    manner: Manner
    below: float | None = None


SAMPLES = (
    Sample("pi.flac", ("three one four one five nine",), Manner("en-us+Annie", 150)),
    Sample("commands.flac", ("start louder stop",), Manner("en+belinda", 150, word_gap=10)),
    Sample("floor.flac", ("up seven",), Manner("en-gb-scotland+m3", 95)),
    Sample("fast.flac", ("two zero two six eight four",), Manner("en-us+shelby", 215)),
    Sample("noise.flac", ("cancel repeat nine five",), Manner("en-us-nyc+quincy", 150), 12.0),
    Sample(
        "long.ogg",
        ("open four two", "play next", "zero eight one five", "slower", "save home exit"),
        Manner("en-gb-x-rp+Jacky", 150),
    ),
)


def noisy(wave: Wave, below: float, random: np.random.Generator) -> Wave:
    """With noise `below` decibels under the voice, white to brown by chance."""
    noise = np.fft.rfft(random.standard_normal(len(wave)))
    frequencies = np.fft.rfftfreq(len(wave), 1 / SAMPLING_RATE).clip(20)
    noise = np.fft.irfft(noise * frequencies ** random.uniform(-1.0, 0.0), len(wave))
    scale = np.sqrt(np.mean(wave**2) / np.mean(noise**2)) * 10 ** (-below / 20)
    mixed: Wave = (wave + scale * noise).astype(np.float32)
    return mixed


def level(wave: Wave, peak: float) -> Wave:
    """With its loudest sample at `peak`."""
    return wave * np.float32(peak / np.abs(wave).max())


def encode(wave: Wave, form: dict[str, Any]) -> bytes:
    """The bytes of a sound file."""
    file = io.BytesIO()
    soundfile.write(file, wave, SAMPLING_RATE, **form)
    return file.getvalue()


def write_clips(synthesizer: Synthesizer, count: int, path: Path) -> None:
    """`count` clips in one archive, with their list in `clips.jsonl`."""
    random = np.random.default_rng(2)
    lines = []
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            condition = CONDITIONS[number % 2]
            clip = draw_clip(synthesizer, random, HELD_OUT)
            quiet = np.zeros(SAMPLING_RATE // 10, np.float32)  # a file does not begin with a word
            wave = np.concatenate([quiet, clip.samples.astype(np.float32) / 32768, quiet])
            below = float(random.uniform(10, 20))
            wave = noisy(wave, below, random) if condition == "noisy" else wave
            wave = level(wave, random.uniform(0.1, 0.9))
            file = f"{number:03}.ogg"
            sound = encode(wave, OPUS)
            archive.writestr(_entry(file), sound)
            about: dict[str, Any] = {"file": file, "text": clip.text, "condition": condition}
            about |= {"voice": clip.manner.voice, "speed": clip.manner.speed}
            lines.append(json.dumps(about) + "\n")
        archive.writestr(_entry("clips.jsonl"), "".join(lines), zipfile.ZIP_DEFLATED)


def _entry(name: str) -> zipfile.ZipInfo:
    """A file of an archive, of no particular date."""
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def write_samples(synthesizer: Synthesizer, folder: Path) -> None:
    """The clips of `SAMPLES`."""
    random = np.random.default_rng(3)
    ratio = SAMPLING_RATE / synthesizer.sampling_rate
    for sample in SAMPLES:
        quiet = np.zeros(SAMPLING_RATE // 5, np.float32)
        parts = [quiet]
        for phrase in sample.phrases:
            said = resample(synthesizer.say(phrase, sample.manner), ratio)
            pause = np.zeros(round(SAMPLING_RATE * random.uniform(1.0, 1.5)), np.float32)
            parts += [said.astype(np.float32) / 32768, pause]
        wave = np.concatenate([*parts[:-1], quiet])
        if sample.below is not None:
            wave = noisy(wave, sample.below, random)
        form = FLAC if sample.file.endswith(".flac") else OPUS
        sound = encode(level(wave, 0.5), form)
        (folder / sample.file).write_bytes(sound)


def main() -> None:
    """Read the arguments, write."""
    parser = argparse.ArgumentParser(description="Write the clips kept out of training.")
    parser.add_argument(
        "--clips", type=Path, default=Path(__file__).with_name("held-out.zip"), help="archive"
    )
    parser.add_argument("--count", type=int, default=400, help="clips in the archive")
    parser.add_argument("--samples", type=Path, help="folder for the clips to listen to")
    parser.add_argument("--espeak", type=Path, help="folder of a carried eSpeak NG")
    arguments = parser.parse_args()
    synthesizer = Synthesizer(arguments.espeak)
    write_clips(synthesizer, arguments.count, arguments.clips)
    if arguments.samples is not None:
        arguments.samples.mkdir(parents=True, exist_ok=True)
        write_samples(synthesizer, arguments.samples)


if __name__ == "__main__":
    main()
