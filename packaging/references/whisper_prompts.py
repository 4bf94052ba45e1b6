"""Write what PyTorch's Whisper answers to languages and tasks, as test data.

    python packaging/references/whisper_prompts.py tests/data/whisper_prompts.json

in an environment with PyTorch and Transformers 4.54.1. The model and the sounds are those of
``tests/tiny_speech.py``: weights are drawn by name, so nothing has to be shipped.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import torch
from transformers import GenerationConfig, WhisperConfig, WhisperForConditionalGeneration

from tests.tiny_speech import CONFIGURATION, GENERATION, SECONDS, sound, weight_of
from xla_playground.core.speech.log_mel import log_mel

NEW_TOKENS = 8
CHOICES: tuple[dict[str, str], ...] = (
    {},
    {"language": "german"},
    {"language": "<|ko|>", "task": "translate"},
    {"task": "translate"},
)


def main(path: Path) -> None:
    """Compute every answer and write them as JSON."""
    model = WhisperForConditionalGeneration(WhisperConfig(**CONFIGURATION)).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.copy_(torch.from_numpy(weight_of(name, tuple(parameter.shape))))
    languages = {token: code.strip("<|>") for code, token in GENERATION["lang_to_id"].items()}
    answers = []
    for seed in range(6):
        mel = log_mel(sound(seed), window_s=SECONDS)
        features = torch.from_numpy(mel[None])
        model.generation_config = GenerationConfig(**GENERATION)
        found = int(model.detect_language(features, num_segment_frames=100))
        for choice in CHOICES:
            # PyTorch leaves the task of a found language out, OpenAI's Whisper transcribes
            asked: dict[str, Any] = {"task": "transcribe", **choice}
            model.generation_config = GenerationConfig(**GENERATION)
            ids = model.generate(features, max_new_tokens=NEW_TOKENS, **asked)[0].tolist()
            answers.append({"seed": seed, "found": languages[found], "choice": choice, "ids": ids})
    path.write_text(json.dumps({"new_tokens": NEW_TOKENS, "answers": answers}) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
