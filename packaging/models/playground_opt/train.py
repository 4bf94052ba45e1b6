"""Train the bundled model `playground-opt`.

    python packaging/models/playground_opt/train.py --corpus DIR --out DIR [--seconds N]

Everything but the architecture is as in `playground_gpt2/train.py`: the corpus, the passages kept
out (their file stands there), the recipe, the clock, what it needs.
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
    name="playground-opt",
    shape=Shape(tokens=3072, width=224, layers=5, heads=7, activation="relu"),
    separator=SEPARATOR,
    seconds=265.0,
    write=write,
)

if __name__ == "__main__":
    command(MODEL)
