"""Words right, of what a bundled speech model transcribes, on clips it has not learned from.

    python packaging/models/words_right.py MODEL_FOLDER CLIPS [--json]

CLIPS is a folder or a `.zip` file that holds `clips.jsonl` (one JSON object a line: `file`,
`text`, and `condition`, such as `clean`) and the sound files that it names, none of them longer
than the model's window. Words right are 1 minus the word error rate: the fewest words replaced,
left out and put in that turn the transcript into the text, over the words of the text.

TensorFlow computes in float32 whatever the weights' dtype; the search is greedy, compiled by XLA.
Reads sound with soundfile.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from common.figure_command import is_ready

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    Wave = npt.NDArray[np.float32]

INDEX = "clips.jsonl"
BATCH = 16  # clips, always as many: XLA compiles once


@dataclass(frozen=True)
class Clip:
    """One sound file and what is said in it.

    Attributes:
        wave: float32 (samples,).
        sampling_rate: in hertz.
        text: the words, with spaces between.
        condition: of the recording; figures are given for each.
    """

    wave: Wave
    sampling_rate: int
    text: str
    condition: str


@dataclass(frozen=True)
class Figure:
    """What was measured."""

    words_right: float
    clips: int
    words: int
    conditions: dict[str, float]


def word_errors(text: str, transcript: str) -> int:
    """Words replaced, left out and put in, the fewest that explain the difference."""
    said, heard = text.split(), transcript.split()
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, 1):
        above, row = row, [number]
        for column, other in enumerate(heard, 1):
            replaced = above[column - 1] + (word != other)
            row.append(min(replaced, above[column] + 1, row[-1] + 1))
    return row[-1]


def words_right(texts: Sequence[str], transcripts: Sequence[str]) -> float:
    """1 minus the word error rate; negative where more is put in than was said."""
    errors = sum(map(word_errors, texts, transcripts))
    return 1 - errors / sum(len(text.split()) for text in texts)


def read_clips(path: Path) -> Iterator[Clip]:
    """The clips of a folder or a `.zip` file."""
    import soundfile

    root = zipfile.Path(path) if path.is_file() else path
    for line in (root / INDEX).read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        sound = io.BytesIO((root / entry["file"]).read_bytes())
        wave, rate = soundfile.read(sound, dtype="float32")
        yield Clip(wave, rate, entry["text"], entry.get("condition", "all"))


def transcribe(folder: Path, clips: Sequence[Clip]) -> list[str]:
    """What the model in `folder` hears in each clip.

    Raises:
        ValueError: a clip is longer than the model's window, or of another sampling rate.
    """
    import numpy as np
    import tensorflow as tf
    from transformers import (
        AutoProcessor,
        GenerationConfig,
        TFAutoModelForSpeechSeq2Seq,
        logging,
    )

    logging.set_verbosity_error()
    processor: Any = AutoProcessor.from_pretrained(folder, trust_remote_code=False)
    model = TFAutoModelForSpeechSeq2Seq.from_pretrained(folder, trust_remote_code=False)
    # TensorFlow's loader leaves this file out where the weights are PyTorch's safetensors
    model.generation_config = GenerationConfig.from_pretrained(folder)
    extractor = processor.feature_extractor
    if any(clip.sampling_rate != extractor.sampling_rate for clip in clips):
        raise ValueError(f"the model hears {extractor.sampling_rate} samples a second, no other")
    if any(len(clip.wave) > extractor.n_samples for clip in clips):
        raise ValueError(f"a clip is longer than the window of {extractor.chunk_length} seconds")
    generate = tf.function(model.generate, jit_compile=True)
    transcripts: list[str] = []
    for begin in range(0, len(clips), BATCH):
        waves = [clip.wave for clip in clips[begin : begin + BATCH]]
        waves += [np.zeros_like(waves[0])] * (BATCH - len(waves))
        heard = processor(waves, sampling_rate=extractor.sampling_rate, return_tensors="np")
        tokens = generate(tf.constant(heard.input_features, tf.float32))
        transcripts += processor.batch_decode(tokens, skip_special_tokens=True)
    return [transcript.strip() for transcript in transcripts[: len(clips)]]


def measure(folder: Path, path: Path) -> Figure:
    """The figure of the model in `folder` on the clips at `path`."""
    clips = list(read_clips(path))
    texts = [clip.text for clip in clips]
    transcripts = transcribe(folder, clips)
    conditions = {}
    for condition in sorted({clip.condition for clip in clips}):
        chosen = [i for i, clip in enumerate(clips) if clip.condition == condition]
        conditions[condition] = words_right(
            [texts[i] for i in chosen], [transcripts[i] for i in chosen]
        )
    return Figure(
        words_right=words_right(texts, transcripts),
        clips=len(clips),
        words=sum(len(text.split()) for text in texts),
        conditions=conditions,
    )


def main() -> int:
    """Read the arguments, measure, print one line."""
    parser = argparse.ArgumentParser(description="Words right of a speech model on known clips.")
    parser.add_argument("folder", type=Path, help="a Transformers folder, Whisper's architecture")
    parser.add_argument("clips", type=Path, help=f"a folder or .zip file with {INDEX} and sounds")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if not is_ready(arguments.folder, arguments.clips):
        return 2
    figure = measure(arguments.folder, arguments.clips)
    if arguments.json:
        print(json.dumps(asdict(figure)))
    else:
        parts = (f"{name} {part:.2%}" for name, part in figure.conditions.items())
        print(
            f"{figure.words_right:.2%} of words right: {', '.join(parts)} "
            f"({figure.clips:,} clips, {figure.words:,} words)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
