"""Our call against the bare compiled function: ``python -m xla_playground.bench.steady_probe N``.

Takes a request as JSON on stdin and prints one JSON object: N durations of each, in turn, in ms,
and what one token reads of the weights.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from ..core.request import Request
from ..core.specialization import capacity_for
from ..engine import XlaEngine
from ..engine.call_inputs import inputs_of
from ..engine.environment import import_tensorflow
from ..engine.loading import LoadedModel, load_model
from ..engine.recipes import loop_call, trace_fast


def main(runs: int) -> None:
    """Measure the request on stdin."""
    request = Request.model_validate_json(sys.stdin.read())
    tf, _ = import_tensorflow()
    loaded = load_model(request.model)
    arrays = inputs_of(loaded, request)
    positions = loaded.info.positions if loaded.info.is_decoder_only else None
    capacity = capacity_for(request, arrays.padded_length, positions)
    inputs = tf.nest.map_structure(tf.constant, arrays.arrays(0))
    loop = loop_call(tf, loaded, request, inputs, capacity)
    live = tf.nest.map_structure(tf.constant, loop.live(request.options))
    function, _ = trace_fast(tf, loaded, request, inputs, loop)
    engine = XlaEngine()
    engine.start(lambda status: None)
    engine.generate(request)
    tokens = function(inputs, live).numpy()  # compiled
    bare_ms, call_ms = [], []
    for _ in range(runs):
        start = time.perf_counter()
        tokens = function(inputs, live).numpy()
        bare_ms.append(1e3 * (time.perf_counter() - start))
        again = request.again()
        start = time.perf_counter()
        record = engine.generate(again)
        call_ms.append(1e3 * (time.perf_counter() - start))
    engine.close()
    ours = [[token.id for token in sequence.tokens] for sequence in record.sequences]
    figures = {
        "bare_ms": bare_ms,
        "call_ms": call_ms,
        "tokens_equal": ours == tokens[:, : len(ours[0])].tolist(),
        "weight_bytes": _weight_bytes(loaded),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def _weight_bytes(loaded: LoadedModel) -> int:
    """What of the weights a token needs: all, but no encoder, and no table that is only looked up.

    A table of embeddings is read whole where it is the output layer, too.
    """
    model = loaded.model
    part = model if loaded.info.is_decoder_only else model.get_decoder()
    weights = {weight.name: weight for weight in part.weights}
    if not model.config.tie_word_embeddings:
        for weight in _embeddings(model).weights:
            weights.pop(weight.name, None)
        weights |= {weight.name: weight for weight in model.get_output_embeddings().weights}
    return sum(int(weight.shape.num_elements()) * weight.dtype.size for weight in weights.values())


def _embeddings(model: Any) -> Any:
    """The layer that looks tokens up; ``TFMistralForCausalLM`` has no method that tells it."""
    main = getattr(model, "model", None)
    return getattr(main, "embed_tokens", None) or model.get_input_embeddings()


if __name__ == "__main__":
    main(int(sys.argv[1]))
