"""The parity guard's check by the real engine: right arms, and one that is wrong on purpose."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from tests.sounds import write_wav
from tests.tiny_models import make_tiny_model
from xla_playground.core.call.request import Request
from xla_playground.core.comparison.parity import Outcome, check_parity
from xla_playground.engine import XlaEngine
from xla_playground.engine.loops import decode
from xla_playground.engine.loops.selection.processors import processed

STRATEGIES: dict[str, dict[str, Any]] = {
    "greedy": {"strategy": "greedy", "max_new_tokens": 20},
    "beam": {"strategy": "beam", "num_beams": 2, "max_new_tokens": 6},
    "contrastive": {"strategy": "contrastive", "top_k": 3, "max_new_tokens": 6},
}


@pytest.mark.parametrize(
    ("recipe", "family", "strategy", "arm"),
    [
        pytest.param(*case, marks=() if is_sample else pytest.mark.exhaustive)
        for *case, is_sample in (
            ("fast", "gpt2", "greedy", "xla", False),
            ("documented", "gpt2", "greedy", "xla", False),
            ("fast", "gpt2", "beam", "graph", False),
            ("documented", "gpt2", "beam", "graph", True),
            ("fast", "gpt2", "contrastive", "xla", True),
            ("documented", "gpt2", "contrastive", "xla", False),
            ("fast", "t5", "greedy", "graph", False),
            ("documented", "t5", "greedy", "graph", False),
            ("fast", "bart", "greedy", "xla", False),  # whose last token is forced
            ("documented", "bart", "greedy", "xla", False),
            ("fast", "t5", "beam", "xla", True),
            ("documented", "t5", "beam", "xla", False),
        )
    ],
)
def test_compiled_arms_write_eagers_tokens(
    engine: XlaEngine, make_request: MakeRequest, family: str, strategy: str, arm: str, recipe: str
) -> None:
    request = make_request(
        family,
        arm=arm,
        recipe=recipe,
        options=STRATEGIES[strategy] | {"ignore_eos": True},
        prompts=("the quick brown", "fox"),
    )
    if family != "gpt2":
        request = request.model_copy(update={"prompts": request.prompts[:1]})
    verdict = check_parity(engine, engine.generate(request))
    assert verdict.outcome is Outcome.EQUAL, verdict.message.text
    assert verdict.tokens == min(request.options.new_tokens, 16)


@pytest.mark.parametrize("position", [pytest.param(0, marks=pytest.mark.exhaustive), 5])
def test_a_wrong_program_is_found_at_its_place_with_both_probabilities(
    engine: XlaEngine,
    tf: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    position: int,
) -> None:
    """While it is traced, a program learns to choose the second likeliest token once."""
    model = make_tiny_model(tmp_path / "wrong", "gpt2")

    def wrong(logits: Any, text: Any, made: Any) -> Any:
        scores = processed(logits, text, made)
        if tf.executing_eagerly():
            return scores
        likeliest = tf.one_hot(tf.argmax(scores, -1), scores.shape[-1]) > 0
        is_place = tf.equal(text.new, position)[:, None]
        return tf.where(tf.logical_and(likeliest, is_place), -math.inf, scores)

    monkeypatch.setattr(decode, "processed", wrong)
    request = Request.parse(
        {
            "model": str(model),
            "prompts": ("the quick", "a brown fox"),
            "options": {"max_new_tokens": 9, "ignore_eos": True},
            "recipe": "fast",
        }
    )
    record = engine.generate(request)
    verdict = check_parity(engine, record)
    assert verdict.outcome is Outcome.DIFFERS, verdict.message.text
    assert (verdict.row, verdict.position) == (0, position)
    assert verdict.compiled is not None
    assert verdict.eager is not None
    new = [t for t in record.sequences[0].tokens if t.role not in ("padding", "prompt")]
    assert verdict.compiled.id == new[position].id != verdict.eager.id
    assert verdict.compiled.score is not None
    assert verdict.eager.score is not None
    assert 0 < verdict.compiled.score < verdict.eager.score < 1
    assert f"Token {position + 1} of text 1 differs" in verdict.message.text


@pytest.mark.parametrize(
    "recipe", ["fast", pytest.param("documented", marks=pytest.mark.exhaustive)]
)
def test_every_window_of_a_recording_is_compared(
    engine: XlaEngine, tiny_models: Callable[[str], Path], tmp_path: Path, recipe: str
) -> None:
    request = Request.parse(
        {
            "model": str(tiny_models("whisper")),
            "audio": str(write_wav(tmp_path / "two_windows.wav", 1.5)),
            "options": {"max_new_tokens": 20, "ignore_eos": True},
            "recipe": recipe,
        }
    )
    record = engine.generate(request)
    assert len(record.sequences) == 2
    verdict = check_parity(engine, record)
    assert (verdict.outcome, verdict.tokens) == (Outcome.EQUAL, 16), verdict.message.text
    second = record.sequences[1]
    wrong = second.tokens[-1].model_copy(update={"id": (second.tokens[-1].id + 1) % 9})
    changed = second.model_copy(update={"tokens": (*second.tokens[:-15], wrong)})
    sequences = (record.sequences[0], changed)
    verdict = check_parity(engine, record.model_copy(update={"sequences": sequences}))
    assert verdict.outcome is Outcome.DIFFERS
    assert verdict.row == 1
    assert verdict.eager is not None
    assert verdict.eager.score is not None
