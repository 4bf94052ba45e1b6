"""Write what PyTorch answers on tiny models whose output layer is tied, and is not.

    PYTHONPATH=. python packaging/references/output_layers.py

Needs PyTorch beside the locked Transformers. Writes ``tests/data/output_layers.json``.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import transformers
import numpy as np
import torch

from tests.pytorch_models import write_model
from tests.tiny_models import CONFIGURATIONS, VOCABULARY
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.model.info import ModelInput

TARGET = Path("tests/data/output_layers.json")
IDS = [40, 41, 42, 50, 60]
PROMPT = "the quick brown"
NEW_TOKENS = 6


def main() -> None:
    """Write the references of every family, tied and untied."""
    TARGET.parent.mkdir(exist_ok=True)
    text = ",\n".join(json.dumps(reference(family)) for family in FAMILIES)
    TARGET.write_text(f"[\n{text}\n]\n")


def reference(family: str) -> dict[str, Any]:
    """One family: its configuration, the shapes of its weights, and what PyTorch computes."""
    config: dict[str, Any] = {
        "model_type": family,
        "vocab_size": VOCABULARY,
        "bos_token_id": 0,
        "eos_token_id": 1,
        "pad_token_id": 0,
        **CONFIGURATIONS[family],
    }
    name = FAMILIES[family].model_class.removeprefix("TF")
    model_class = getattr(transformers, "LlamaForCausalLM" if family == "llama" else name)
    state = model_class(transformers.AutoConfig.for_model(**config)).state_dict()
    buffers = (".attn.bias", ".attn.masked_bias", "position_ids")
    shapes = {n: list(value.shape) for n, value in state.items() if not n.endswith(buffers)}
    answers = {
        word: answer(model_class, config | {"tie_word_embeddings": is_tied}, shapes)
        for word, is_tied in (("tied", True), ("untied", False))
    }
    return {"family": family, "config": config, "shapes": shapes, **answers}


def answer(model_class: Any, config: dict[str, Any], shapes: dict[str, list[int]]) -> Any:
    """The last position's first scores and the greedy tokens of one folder."""
    family = config["model_type"]
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_model(Path(temporary) / family, config, shapes)
        model, loading = model_class.from_pretrained(
            folder, output_loading_info=True, attn_implementation="eager"
        )
        assert not set(loading["missing_keys"]) & shapes.keys(), (family, loading)
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        with torch.no_grad():
            scores = model.eval()(**inputs(family, model.config)).logits[0, -1]
            tokens = generated(model, tokenizer) if is_generated(family) else None
    return {"logits": [round(float(score), 4) for score in scores[:12]], "tokens": tokens}


def inputs(family: str, config: Any) -> dict[str, Any]:
    """The inputs of one forward pass."""
    ids = torch.tensor([IDS])
    if FAMILIES[family].takes is ModelInput.SPEECH:
        generator = np.random.default_rng(0)
        features = generator.normal(0, 1, (1, config.num_mel_bins, 100)).astype(np.float32)
        return {"input_features": torch.tensor(features), "decoder_input_ids": ids}
    if FAMILIES[family].is_decoder_only:
        return {"input_ids": ids}
    return {"input_ids": ids, "decoder_input_ids": ids[:, :3]}


def is_generated(family: str) -> bool:
    """Whether tokens are compared: not of speech, nor of families whose generation is eager's."""
    return FAMILIES[family].has_xla and FAMILIES[family].takes is ModelInput.TEXT


def generated(model: Any, tokenizer: Any) -> list[int]:
    """The greedy continuation of the prompt, the prompt itself left out."""
    prompt = tokenizer(PROMPT, return_tensors="pt")
    # the model's own, whose other entries would be taken over: Blenderbot's
    # encoder_no_repeat_ngram_size, say
    model.generation_config = transformers.GenerationConfig(
        max_new_tokens=NEW_TOKENS,
        do_sample=False,
        eos_token_id=None,
        pad_token_id=0,
        decoder_start_token_id=0,
    )
    ids = model.generate(
        input_ids=prompt["input_ids"],
        attention_mask=prompt["attention_mask"],
    )
    start = 1 if model.config.is_encoder_decoder else prompt["input_ids"].shape[1]
    new: list[int] = ids[0, start:].tolist()
    return new


if __name__ == "__main__":
    main()
