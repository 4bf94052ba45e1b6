"""PyTorch's ``generate`` of Transformers: ``python pytorch_generate.py FOLDER eager|compiled``.

``compiled`` is a static cache and a compiled ``forward``, as in Transformers' documentation.
Source: https://huggingface.co/docs/transformers/llm_optims#static-kv-cache-and-torchcompile
"""

from __future__ import annotations

import ctypes
import json
import sys
import time


def die_with_parent() -> None:
    """Let Linux kill this process with its parent: a compile reads no end of stdin."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL


def main(folder: str, kind: str) -> None:
    """Answer the steps on stdin with one model.

    A step has ``arguments`` of ``generate`` and either ``token_ids``, rows of one length, or
    ``prompts``, texts; the answer has ``seconds`` and ``token_ids``, padding before them left out.
    """
    import transformers
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    is_encoder_decoder = transformers.AutoConfig.from_pretrained(folder).is_encoder_decoder
    auto = "AutoModelForSeq2SeqLM" if is_encoder_decoder else "AutoModelForCausalLM"
    model = getattr(transformers, auto).from_pretrained(folder, torch_dtype=torch.float32)
    model.to(device)
    if kind == "compiled":
        model.generation_config.cache_implementation = "static"
        model.forward = torch.compile(model.forward, mode="reduce-overhead", fullgraph=True)
    version = f"torch {torch.__version__}, transformers {transformers.__version__}"
    greeting = {"version": version, "device": "gpu" if device == "cuda" else "cpu"}
    sys.stdout.write(json.dumps(greeting) + "\n")
    sys.stdout.flush()

    tokenizer = None
    for line in sys.stdin:
        step = json.loads(line)
        if "prompts" in step:
            if tokenizer is None:
                side = "right" if is_encoder_decoder else "left"
                tokenizer = transformers.AutoTokenizer.from_pretrained(folder, padding_side=side)
                tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
            inputs = tokenizer(step["prompts"], padding=True, return_tensors="pt").to(device)
            input_ids, attention_mask = inputs["input_ids"], inputs["attention_mask"]
        else:
            input_ids = torch.tensor(step["token_ids"], device=device)
            attention_mask = torch.ones_like(input_ids)
        start = time.perf_counter()
        generated = model.generate(
            input_ids, attention_mask=attention_mask, pad_token_id=0, **step["arguments"]
        )
        rows = generated.tolist()
        seconds = time.perf_counter() - start
        if not is_encoder_decoder:
            before = (attention_mask == 0).sum(dim=1).tolist()
            copies = len(rows) // len(before)
            rows = [row[before[number // copies] :] for number, row in enumerate(rows)]
        sys.stdout.write(json.dumps({"seconds": seconds, "token_ids": rows}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    die_with_parent()
    main(sys.argv[1], sys.argv[2])
