"""The 🤗 XLA guide's code and nothing of ours, in a process of its own: what we compare with.

``python -m xla_playground.bench.guide FOLDER``, steps as JSON on stdin, answers as JSON on stdout:
each step is ``{"prompts": […], "arguments": {…}}``, each answer has ``seconds``, ``token_ids`` and
``traces`` so far. Source: https://huggingface.co/docs/transformers/tf_xla
"""

from __future__ import annotations

import json
import os
import sys
import time


def main(folder: str) -> None:
    """Run the steps on stdin with one ``xla_generate``, as the guide does."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import transformers  # first: it must come before anything touches tf.keras
    import tensorflow as tf

    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, padding_side="left")
    model = transformers.TFAutoModelForCausalLM.from_pretrained(folder)
    xla_generate = tf.function(model.generate, jit_compile=True)

    answers = []
    for step in json.load(sys.stdin):
        arguments = step["arguments"]
        if "seed" in arguments:
            arguments["seed"] = tuple(arguments["seed"])
        tokenized_input = tokenizer(
            step["prompts"], pad_to_multiple_of=8, padding=True, return_tensors="tf"
        )
        start = time.perf_counter()
        generated_tokens = xla_generate(**tokenized_input, **arguments).numpy()
        seconds = time.perf_counter() - start
        answers.append(
            {
                "seconds": seconds,
                "token_ids": generated_tokens.tolist(),
                "traces": xla_generate.experimental_get_tracing_count(),
            }
        )
    sys.stdout.write(json.dumps(answers) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
