"""How much memory loading a model takes at its peak, against its weights in float32.

    python packaging/models/loading_peak.py MODEL [--json]

MODEL is what `xla-playground models show` takes. Counted is resident memory above that of a
process that imported TensorFlow and Transformers, which a worker does anyway. What is held after
loading and is not weights (the tokenizer, the model's code, TensorFlow's own start) does not grow
with the weights. Linux only: the kernel keeps the peak (VmHWM in /proc/self/status).
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from xla_playground.engine.memory import held_bytes
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.platform.environment import import_tensorflow


@dataclass(frozen=True)
class Figure:
    """What was measured, in bytes above the process before the model."""

    float32_bytes: int
    peak_bytes: int
    held_bytes: int

    @property
    def factor(self) -> float:
        """The peak in sizes of the weights in float32."""
        return self.peak_bytes / self.float32_bytes


def measure(model: str) -> Figure:
    """Load `model`, once in a process: what a first model left behind would not be counted."""
    import_tensorflow()
    before = held_bytes()
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak starts anew
    loaded = load_model(model)
    peak = _peak_bytes()
    weights = sum(weight.shape.num_elements() for weight in loaded.model.weights)
    return Figure(weights * 4, peak - before, held_bytes() - before)


def _peak_bytes() -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def main() -> int:
    """Print the figure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    figure = measure(arguments.model)
    if arguments.json:
        print(json.dumps(asdict(figure) | {"factor": figure.factor}))
        return 0
    print(f"{figure.factor:.2f} times the weights in float32 at the peak")
    other = figure.held_bytes - figure.float32_bytes
    for label, size in (
        ("weights", figure.float32_bytes),
        ("peak", figure.peak_bytes),
        ("held afterwards", figure.held_bytes),
        ("of it no weights", other),
    ):
        print(f"{label:>16} {size / 1e6:8.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
