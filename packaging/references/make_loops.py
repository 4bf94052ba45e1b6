#!/usr/bin/env python
"""Write what PyTorch's ``generate`` answers to the searches of tests/references/loop_cases.py.

    make references

Needs PyTorch and no TensorFlow. Each prompt is run alone; tokens of the answers, prompt included
and padding after the end left out, go into tests/data/references/loops, a file for each family.
"""

from __future__ import annotations

import json
import sys
import warnings
from typing import Any

import transformers
import torch
from make_references import DATA, model_with, stored_shapes

from tests.references import cases
from tests.references.loop_cases import CASES, FAMILIES, NEW_TOKENS, PROMPTS


def main(families: list[str]) -> None:
    """Write one file for each family."""
    warnings.simplefilter("ignore")
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)
    folder = DATA / "loops"
    folder.mkdir(parents=True, exist_ok=True)
    for family in families or FAMILIES:
        config = cases.base_config(family)
        model = model_with(family, config, stored_shapes(family, config))
        answers = [[_answer(model, prompt, case) for prompt in PROMPTS] for case in CASES]
        text = json.dumps(answers, separators=(",", ":")).replace("]]],[[[", "]]],\n[[[")
        (folder / f"{family}.json").write_text(text + "\n")
        print(family, len(text))


def _answer(model: Any, prompt: tuple[int, ...], case: dict[str, Any]) -> list[list[int]]:
    inputs = torch.tensor([prompt])
    with torch.no_grad():
        output = transformers.GenerationMixin.generate(
            model,
            inputs,
            attention_mask=torch.ones_like(inputs),
            **{"max_new_tokens": NEW_TOKENS, "do_sample": False, **case},
        )
    ends = case.get("eos_token_id", model.generation_config.eos_token_id)
    ends = ends if isinstance(ends, list) else [ends]
    first = 1 if model.config.is_encoder_decoder else len(prompt)
    return [_until_end(row, first, ends) for row in output.tolist()]


def _until_end(row: list[int], first: int, ends: list[int]) -> list[int]:
    for place in range(first, len(row)):
        if row[place] in ends:
            return row[: place + 1]
    return row


if __name__ == "__main__":
    main(sys.argv[1:])
