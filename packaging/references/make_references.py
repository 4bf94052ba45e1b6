#!/usr/bin/env python
"""Write what PyTorch answers on tiny models of each family: tests/data/references.

    make references

Needs PyTorch (extra [torch]) and no TensorFlow. All numbers come from seeds: run twice, it writes
the same files. What is computed is in tests/references/cases.py.
"""

from __future__ import annotations

import json
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import transformers
import numpy as np
import torch
from safetensors import safe_open
from transformers.activations import ACT2FN
from transformers.modeling_utils import no_init_weights

from tests.references import cases
from tests.references.changes import CHANGES
from tests.references.folders import write_folder
from xla_playground.core.fields.activations import ACTIVATIONS

DATA = Path(__file__).parents[2] / "tests/data/references"


def main(families: list[str]) -> None:
    """Write one file for each family."""
    warnings.simplefilter("ignore")
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)
    for family in families or CHANGES:
        DATA.mkdir(parents=True, exist_ok=True)
        text = json.dumps(_references(family), separators=(",", ":"))
        # one line for each case, so that a change shows
        text = text.replace('},{"changes"', '},\n{"changes"').replace('"cases":[', '"cases":[\n')
        (DATA / f"{family}.json").write_text(text + "\n")
        print(family, len(text))
    if not families:
        (DATA / "activations.json").write_text(json.dumps(_activations()) + "\n")


def _activations() -> dict[str, list[float]]:
    """Return what each activation makes of ``cases.ACTIVATION_INPUTS``."""
    inputs = torch.tensor(cases.ACTIVATION_INPUTS)
    return {
        name: [round(value, 5) for value in ACT2FN[name](inputs).tolist()]
        for name in sorted(ACTIVATIONS)
    }


def _references(family: str) -> dict[str, Any]:
    base = cases.base_config(family)
    shapes = stored_shapes(family, base)
    first = _case({}, shapes, shapes, _answer(family, base, shapes))
    changed = [
        _changed(family, base | change, change, shapes, first)
        for change in cases.changes_of(family)
    ]
    return {"shapes": shapes, "cases": [first, *changed]}


def _changed(
    family: str,
    config: dict[str, Any],
    change: dict[str, Any],
    base_shapes: dict[str, Any],
    first: dict[str, Any],
) -> dict[str, Any]:
    try:
        shapes = stored_shapes(family, config)
        answer = _answer(family, config, shapes)
    except Exception as error:  # a value that PyTorch cannot compute with either
        return {"changes": change, "fails": type(error).__name__}
    case = _case(change, shapes, base_shapes, answer)
    if "shapes" not in case and answer == {name: first[name] for name in answer}:
        return {"changes": change, "same": True}
    return case


def _case(
    change: dict[str, Any], shapes: Any, base_shapes: Any, answer: dict[str, Any]
) -> dict[str, Any]:
    differing = {
        name: shapes.get(name)
        for name in sorted({*shapes, *base_shapes})
        if shapes.get(name) != base_shapes.get(name)
    }
    return {"changes": change} | ({"shapes": differing} if differing else {}) | answer


def _class(family: str) -> Any:
    if family == "flaubert":  # which AutoModelForCausalLM does not know
        return transformers.FlaubertWithLMHeadModel
    if family == "whisper":
        return transformers.AutoModelForSpeechSeq2Seq
    is_encoder_decoder = transformers.CONFIG_MAPPING[family]().is_encoder_decoder
    return (
        transformers.AutoModelForSeq2SeqLM
        if is_encoder_decoder
        else transformers.AutoModelForCausalLM
    )


def stored_shapes(family: str, config: dict[str, Any]) -> dict[str, list[int]]:
    """Return the shapes of what ``save_pretrained`` stores of a model, by name."""
    settings = transformers.CONFIG_MAPPING[family].from_dict(config)
    build = getattr(_class(family), "from_config", _class(family))
    with no_init_weights(), tempfile.TemporaryDirectory() as folder:
        model = build(settings)
        model.tie_weights()
        model.save_pretrained(folder)
        with safe_open(f"{folder}/model.safetensors", "pt") as file:
            return {name: list(file.get_slice(name).get_shape()) for name in sorted(file.keys())}


def model_with(family: str, config: dict[str, Any], shapes: dict[str, Any]) -> Any:
    """Return the model of a configuration, with the weights that its stored shapes draw."""
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder), config, {name: tuple(shape) for name, shape in shapes.items()})
        return _class(family).from_pretrained(
            folder, attn_implementation="eager", torch_dtype=torch.float32
        )


def _answer(family: str, config: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    model = model_with(family, config, shapes)
    inputs: dict[str, Any] = {"input_ids": torch.tensor([cases.PROMPT])}
    if family == "whisper":
        generator = np.random.default_rng(cases.FEATURES_SEED)
        shape = (1, model.config.num_mel_bins, 2 * model.config.max_source_positions)
        features = generator.normal(size=shape).astype(np.float32)
        inputs = {"input_features": torch.from_numpy(features)}
    else:
        inputs["attention_mask"] = torch.ones_like(inputs["input_ids"])
    out = _generate(model, inputs)
    logits = torch.stack(out.logits, dim=1)[0].double()
    tokens = out.sequences[0, -cases.NEW_TOKENS :].tolist()
    at_steps = logits[list(cases.STEPS)]
    if family == "xlnet":  # whose cache leaves out what the scores of a whole text see
        at_steps = torch.stack([_without_cache(model, tokens[:step]) for step in cases.STEPS])
    best = torch.topk(logits, 2, dim=-1).values
    scores = at_steps[:, list(cases.TOKENS)]
    return {
        "scores": [[round(score, 4) for score in step] for step in scores.tolist()],
        "tokens": tokens,
        # the smallest distance of the best token to the next
        "margin": round(float((best[:, 0] - best[:, 1]).min()), 4),
    }


def _without_cache(model: Any, tokens: list[int]) -> Any:
    """Return the logits of the token after the prompt and ``tokens``."""
    inputs = {"input_ids": torch.tensor([[*cases.PROMPT, *tokens]])}
    return _generate(model, inputs, use_cache=False, max_new_tokens=1).logits[0][0].double()


def _generate(model: Any, inputs: dict[str, Any], **options: Any) -> Any:
    settings = {"max_new_tokens": cases.NEW_TOKENS, "do_sample": False, "num_beams": 1}
    settings |= {"eos_token_id": None, "output_logits": True, "return_dict_in_generate": True}
    with torch.no_grad():
        return transformers.GenerationMixin.generate(model, **inputs, **(settings | options))


if __name__ == "__main__":
    main(sys.argv[1:])
