"""Train the bundled model `playground-whisper`.

    python packaging/models/playground_whisper/train.py --out DIR [--seconds N] [--espeak DIR]

Synthesizes speech with eSpeak NG on every core, trains a Whisper of 3.7 million parameters on it,
and writes the folder that the application bundles, all but its model card. `held_out.py` beside
this script writes the clips on which `packaging/models/words_right.py` computes the card's figure.

The clock sets the schedule: training stops after `--seconds` whatever the machine, so two runs
never give the same weights. The defaults are those of the bundled weights, made on one NVIDIA
GPU of compute capability 9.0. Needs eSpeak NG 1.51 (`apt-get install espeak-ng`, or a copy in a
folder: see `espeak.Synthesizer`), PyTorch 2.11, tokenizers and safetensors. The project itself
needs no PyTorch.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

# what the bundled models share stands one folder up
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from common.training import Recipe, train
from export import write
from features import SAMPLING_RATE, LogMel
from hearing import Library, add_noise, level
from lessons import Lessons
from network import Network, Shape
from speech import HELD_OUT, TRAINING, Speech, synthesize
from vocabulary import END, START, build_tokenizer
from words_right import words_right

if TYPE_CHECKING:
    from tokenizers import Tokenizer

HELD_OUT_CLIPS = 2000  # of speakers and speeds kept out of training, for the run's own figures
MOST_TOKENS = 16  # of a transcript: the longest phrase has ten words
CLIPS_A_TIME = 250  # of those that are transcribed


@torch.no_grad()
def test(
    network: Network, tokenizer: Tokenizer, speech: Speech, device: torch.device
) -> dict[str, float]:
    """Words right on `speech`, without noise and with noise 10 to 20 dB below the voice.

    Computed in bfloat16; `packaging/models/words_right.py` computes the figure of the card.
    """
    library, features = Library(speech, device), LogMel().to(device)
    start, end = tokenizer.token_to_id(START), tokenizer.token_to_id(END)
    network.eval()
    figures = {}
    for condition in ("clean", "noisy"):
        rows: list[list[int]] = []
        for index in torch.arange(len(library), device=device).split(CLIPS_A_TIME):
            clips = library.place(index)
            if condition == "noisy":
                clips = add_noise(clips, 10.0, 20.0)
            spectrograms = features(level(clips.waves))
            with torch.autocast(device.type, torch.bfloat16):
                rows += network.transcribe(spectrograms, start, end, MOST_TOKENS).tolist()
        # what follows the first end is the end again, and special tokens are left out
        figures[condition] = round(words_right(speech.texts, tokenizer.decode_batch(rows)), 5)
    return figures


def run(
    out: Path, recipe: Recipe, clips: int, batch: int, espeak: Path | None, device: torch.device
) -> dict[str, Any]:
    """Nothing to model folder; returns the figures of the run."""
    began = time.perf_counter()

    def say(what: str) -> None:
        print(f"{time.perf_counter() - began:.0f} s: {what}", flush=True)

    torch.manual_seed(0)
    speech = synthesize(TRAINING, clips, 0, espeak)
    held_out = synthesize(HELD_OUT, min(HELD_OUT_CLIPS, clips), 1, espeak)
    hours = int(speech.lengths.sum()) / SAMPLING_RATE / 3600
    say(f"{len(speech.texts):,} clips, {hours:.1f} hours of speech")
    tokenizer = build_tokenizer()
    lessons = Lessons(speech, tokenizer, batch, device)
    network = Network(Shape(vocab_size=tokenizer.get_vocab_size())).to(device)
    parameters = sum(tensor.numel() for tensor in network.checkpoint().values())
    say(f"{parameters:,} parameters")
    figures = train(network, network.matrices(), lessons, recipe, device)
    write(network, tokenizer, out)
    say("written")
    figures |= {"clips": len(speech.texts), "hours": round(hours, 1), "parameters": parameters}
    figures["held_out"] = test(network, tokenizer, held_out, device)
    seen = len(held_out.texts)
    some = Speech(speech.samples, speech.lengths[:seen], speech.texts[:seen])
    figures["trained_on"] = test(network, tokenizer, some, device)
    say("done")
    return figures


def main() -> None:
    """Read the arguments, run, print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description="Train the bundled model playground-whisper.")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--seconds", type=float, default=360.0, help="time spent training")
    parser.add_argument("--clips", type=int, default=120_000, help="clips to synthesize")
    parser.add_argument("--batch", type=int, default=512, help="clips a step")
    parser.add_argument("--espeak", type=Path, help="folder of a carried eSpeak NG")
    parser.add_argument("--device", default="cuda", help="PyTorch's name of the device")
    arguments = parser.parse_args()
    figures = run(
        arguments.out,
        Recipe(
            arguments.seconds, matrix_rate=6e-3, other_rate=2e-3, matrix_decay=0.1, warm_up=0.03
        ),
        arguments.clips,
        arguments.batch,
        arguments.espeak,
        torch.device(arguments.device),
    )
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
