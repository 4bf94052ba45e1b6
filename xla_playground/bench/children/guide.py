"""Run the 🤗 XLA guide's code alone in a process, as the side to compare with.

``python -m xla_playground.bench.children.guide FOLDER CLASS``: one step as JSON on each line of
stdin, its answer as JSON on a line of stdout. A step is ``{"prompts": […], "arguments": {…}}``, an
answer has ``seconds``, ``token_ids``, ``padding`` (tokens before each prompt), ``has_ended``
(whether a new token is one of the model's end tokens) and ``traces`` so far; the first line out has
``version``, ``device`` and ``missing``, the weights that Transformers did not find in the folder:
the model is loaded.
Source: https://huggingface.co/docs/transformers/tf_xla
"""

from __future__ import annotations

import json
import os
import sys
import time


def main(folder: str, class_name: str) -> None:
    """Answer the steps on stdin with one ``xla_generate``, as the guide does.

    ``class_name`` is the guide's own for the kind of model, ``TFAutoModelForCausalLM`` or
    ``TFAutoModelForSeq2SeqLM``.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    import transformers  # first: it must come before anything touches tf.keras
    import numpy as np
    import tensorflow as tf

    side = {"padding_side": "left"} if class_name == "TFAutoModelForCausalLM" else {}
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **side)
    if tokenizer.pad_token is None:  # the guide: `pad_token="</s>"`, a token that is there
        tokenizer.pad_token = tokenizer.eos_token
    model_class = getattr(transformers, class_name)
    model, loading = model_class.from_pretrained(folder, output_loading_info=True)
    xla_generate = tf.function(model.generate, jit_compile=True)
    ends = model.generation_config.eos_token_id
    is_decoder_only = not model.config.is_encoder_decoder
    version = f"tensorflow {tf.__version__}, transformers {transformers.__version__}"
    device = "gpu" if tf.config.list_physical_devices("GPU") else "cpu"
    greeting = {"version": version, "device": device, "missing": sorted(loading["missing_keys"])}
    sys.stdout.write(json.dumps(greeting) + "\n")
    sys.stdout.flush()

    for line in sys.stdin:
        step = json.loads(line)
        arguments = step["arguments"]
        if "seed" in arguments:
            arguments["seed"] = tuple(arguments["seed"])
        tokenized_input = tokenizer(
            step["prompts"], pad_to_multiple_of=8, padding=True, return_tensors="tf"
        )
        start = time.perf_counter()
        generated_tokens = xla_generate(**tokenized_input, **arguments).numpy()
        seconds = time.perf_counter() - start
        given = tokenized_input["input_ids"].shape[1] if is_decoder_only else 1
        answer = {
            "seconds": seconds,
            "token_ids": generated_tokens.tolist(),
            "padding": tf.reduce_sum(1 - tokenized_input["attention_mask"], axis=1)
            .numpy()
            .tolist(),
            "has_ended": bool(np.isin(generated_tokens[:, given:], ends).any()),
            "traces": xla_generate.experimental_get_tracing_count(),
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
