"""PyTorch's ``generate`` of Transformers: ``python pytorch_generate.py FOLDER eager|compiled``.

``compiled`` is a static cache and a compiled ``forward``, as in Transformers' documentation.
Source: https://huggingface.co/docs/transformers/llm_optims#static-kv-cache-and-torchcompile
"""

from __future__ import annotations

import json
import sys
import time


def main(folder: str, kind: str) -> None:
    """Answer the steps on stdin with one model."""
    import transformers
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, torch_dtype=torch.float32)
    model.to(device)
    if kind == "compiled":
        model.generation_config.cache_implementation = "static"
        model.forward = torch.compile(model.forward, mode="reduce-overhead", fullgraph=True)
    version = f"torch {torch.__version__}, transformers {transformers.__version__}"
    greeting = {"version": version, "device": "gpu" if device == "cuda" else "cpu"}
    sys.stdout.write(json.dumps(greeting) + "\n")
    sys.stdout.flush()

    for line in sys.stdin:
        step = json.loads(line)
        input_ids = torch.tensor([step["token_ids"]], device=device)
        start = time.perf_counter()
        generated = model.generate(
            input_ids,
            attention_mask=torch.ones_like(input_ids),
            max_new_tokens=step["new_tokens"],
            do_sample=False,
            eos_token_id=-1,  # a token that no text has: every call has the same length
            pad_token_id=0,
        )
        token_ids = generated.tolist()
        seconds = time.perf_counter() - start
        sys.stdout.write(json.dumps({"seconds": seconds, "token_ids": token_ids}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
