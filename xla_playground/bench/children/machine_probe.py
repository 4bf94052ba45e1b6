"""The limits of the device that calls run on.

Run by ``python -m xla_playground.bench.children.machine_probe``. Prints one JSON object: the
device's name, bytes and float32 operations a second.
"""

from __future__ import annotations

import json
import sys

from ...engine.platform.environment import import_tensorflow
from ...engine.store.fingerprint import device_in_use
from ..running.machine import compute_rate, gpu_bandwidth, gpu_compute_rate, memory_bandwidth


def main() -> None:
    """Measure the GPU if TensorFlow uses one, else the cores."""
    tf, _ = import_tensorflow()
    figures = {
        "device": device_in_use(tf),
        "bytes_per_s": gpu_bandwidth(tf) or memory_bandwidth(),
        "flops_per_s": gpu_compute_rate(tf) or compute_rate(),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
