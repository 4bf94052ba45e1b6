"""Train the bundled model `playground-gpt2`.

    python packaging/models/playground_gpt2/train.py --corpus DIR --out DIR [--seconds N]

Reads every `*.jsonl.xz` file of the corpus (one JSON object a line: `kind`, `text`), keeps about
2,000 passages out and writes them beside this script, trains a byte-level BPE and a GPT-2 on the
others, and writes the folder that the application bundles, all but its model card.

The clock sets the schedule: training stops after `--seconds` whatever the machine, so two runs
never give the same weights. The defaults are those of the bundled weights, made on one NVIDIA
H200. Needs a CUDA GPU of compute capability 8.0 or newer, PyTorch 2.11, tokenizers and
safetensors. The project itself needs no PyTorch.
"""

from __future__ import annotations

import sys
from pathlib import Path

# what the bundled models share stands one folder up
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from decoder.network import Shape
from decoder.training import Model, command
from export import SEPARATOR, write

MODEL = Model(
    name="playground-gpt2",
    shape=Shape(tokens=4096, width=256, layers=6, heads=8, activation="gelu_tanh"),
    separator=SEPARATOR,
    seconds=265.0,
    write=write,
)

if __name__ == "__main__":
    command(MODEL, Path(__file__).with_name("held-out.jsonl.xz"))
