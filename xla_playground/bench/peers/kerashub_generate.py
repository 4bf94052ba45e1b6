"""KerasHub's ``generate``: ``python kerashub_generate.py FOLDER``; ``KERAS_BACKEND`` chooses the
backend.

The weights are those of the folder, which KerasHub converts itself.
Source: https://keras.io/keras_hub/api/base_classes/causal_lm/
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path


def main(folder: Path) -> None:
    """Answer the steps on stdin with one model."""
    import keras_hub
    import numpy as np

    with tempfile.TemporaryDirectory() as temporary:
        preset = _as_llama(folder, Path(temporary))
        model = keras_hub.models.CausalLM.from_preset(str(preset), preprocessor=None)
    model.compile(sampler="greedy")
    backend, device = _backend()
    greeting = {"version": f"keras-hub {keras_hub.__version__}, {backend}", "device": device}
    sys.stdout.write(json.dumps(greeting) + "\n")
    sys.stdout.flush()

    for line in sys.stdin:
        step = json.loads(line)
        prompt, new_tokens = step["token_ids"][0], step["arguments"]["max_new_tokens"]
        token_ids = np.array([prompt + [0] * new_tokens], np.int32)
        padding_mask = np.array([[1] * len(prompt) + [0] * new_tokens], np.int32)
        start = time.perf_counter()
        generated = model.generate(
            {"token_ids": token_ids, "padding_mask": padding_mask}, stop_token_ids=None
        )
        tokens = np.asarray(generated["token_ids"]).tolist()
        seconds = time.perf_counter() - start
        sys.stdout.write(json.dumps({"seconds": seconds, "token_ids": tokens}) + "\n")
        sys.stdout.flush()


def _backend() -> tuple[str, str]:
    """Return the backend with its version, and the platform that it runs on (``cpu``, ``gpu``)."""
    if os.environ["KERAS_BACKEND"] == "jax":
        import jax

        return f"jax {jax.__version__}", jax.default_backend()
    import tensorflow as tf

    has_gpu = bool(tf.config.list_physical_devices("GPU"))
    return f"tensorflow {tf.__version__}", "gpu" if has_gpu else "cpu"


def _as_llama(folder: Path, copy: Path) -> Path:
    """Return the folder, or a copy of it as a Llama if it is a Mistral that computes the same.

    Without a sliding window the two compute the same. KerasHub reads tied embeddings of a Llama,
    but of a Mistral only a separate output layer.
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    is_llama = config.get("sliding_window") is None and config.get("tie_word_embeddings")
    if config["model_type"] != "mistral" or not is_llama:
        return folder
    for path in folder.iterdir():
        (copy / path.name).symlink_to(path.resolve())
    (copy / "config.json").unlink()
    changed = config | {"model_type": "llama", "architectures": ["LlamaForCausalLM"]}
    (copy / "config.json").write_text(json.dumps(changed), encoding="utf-8")
    return copy


if __name__ == "__main__":
    main(Path(sys.argv[1]))
