"""Measure a first call and steady ones while some rewrites are off.

Run by ``python -m xla_playground.bench.children.rewrite_probe N [NAME …]``, with the names of those
that are off. Takes a request as JSON on stdin and prints one JSON object: ``first_s`` without the
load of the model, ``steady_s`` of N calls, and ``token_ids``.
"""

from __future__ import annotations

import json
import sys

from ...core.call.request import Request
from ...engine import XlaEngine


def main(calls: int, without: tuple[str, ...]) -> None:
    """Measure the request on stdin."""
    request = Request.model_validate_json(sys.stdin.read())
    engine = XlaEngine(without_rewrites=without)
    engine.start(lambda status: None)
    engine.load(request.model)
    first = engine.generate(request)
    for _ in range(2):  # the last one has every program that it can use
        engine.wait()
        engine.generate(request.again())
    engine.wait()
    records = [engine.generate(request.again()) for _ in range(calls)]
    engine.close()
    figures = {
        "first_s": (first.wall_ns or 0) / 1e9,
        "steady_s": [(record.run_ns or 0) / 1e9 for record in records],
        "token_ids": [[token.id for token in sequence.tokens] for sequence in first.sequences],
    }
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), tuple(sys.argv[2:]))
