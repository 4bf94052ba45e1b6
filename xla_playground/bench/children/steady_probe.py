"""Measure our call against the bare compiled function.

Run by ``python -m xla_playground.bench.children.steady_probe N``.

Takes a request as JSON on stdin and prints one JSON object: N durations of each, in turn, in ms,
the bytes of the weights that one token reads, and the bandwidth of the GPU's memory if there is
one.
"""

from __future__ import annotations

import json
import sys
import time

from ...core.call.request import Request
from ...engine import XlaEngine
from ..running.machine import gpu_bandwidth


def main(runs: int) -> None:
    """Measure the request on stdin."""
    request = Request.model_validate_json(sys.stdin.read())
    engine = XlaEngine()
    engine.start(lambda status: None)
    for _ in range(3):  # the last one has every program that it can use
        engine.generate(request)
        engine.wait()
    bare = engine.bare_call(request)
    bare_ms, call_ms = [], []
    for _ in range(runs):
        start = time.perf_counter()
        tokens = bare.run()
        bare_ms.append(1e3 * (time.perf_counter() - start))
        again = request.again()
        start = time.perf_counter()
        record = engine.generate(again)
        call_ms.append(1e3 * (time.perf_counter() - start))
    engine.close()
    import tensorflow

    ours = [[token.id for token in sequence.tokens] for sequence in record.sequences]
    figures = {
        "bare_ms": bare_ms,
        "call_ms": call_ms,
        "tokens_equal": ours == tokens[:, : len(ours[0])].tolist(),
        "weight_bytes": bare.step_bytes,
        "gpu_bytes_per_s": gpu_bandwidth(tensorflow),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
