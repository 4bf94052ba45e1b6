"""Session scripts: the one that ships is whole, and a bad step is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from xla_playground.bench.session import default_script, read_script
from xla_playground.core.errors import RequestError
from xla_playground.core.models import DEFAULT_MODEL


def test_the_session_that_ships_has_thirty_different_steps() -> None:
    steps = read_script(default_script(), DEFAULT_MODEL)
    assert len(steps) == 30
    assert len({(step.prompts, step.options) for step in steps}) == 30
    assert len({step.options.strategy for step in steps}) >= 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "not valid JSON"),
        ("{}", "not a list of steps"),
        ("[]", "not a list of steps"),
        ('[{"prompt": "a"}, 7]', "Step 2 must be an object"),
        ('[{"prompt": "a", "options": {"top_p": 2}}]', "Step 1, top_p: top_p must be between"),
        ('[{"prompt": "a"}, {"prompt": " "}]', "Step 2, prompts: The prompt is empty"),
        ('[{"prompts": 7}]', "Step 1, prompts"),
        ('[{"prompt": "a", "options": {"min_p": 1}}]', "Step 1, min_p"),
        ('[{"prompt": "a", "option": {}}]', "Step 1 must be an object"),
    ],
)
def test_a_bad_step_is_named(tmp_path: Path, text: str, says: str) -> None:
    script = tmp_path / "script.json"
    script.write_text(text)
    with pytest.raises(RequestError, match=says):
        read_script(script, DEFAULT_MODEL)


def test_a_missing_script_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="cannot be read"):
        read_script(tmp_path / "none.json", DEFAULT_MODEL)


def test_several_prompts_make_a_batch(tmp_path: Path) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps([{"prompts": ["a", "b"]}]))
    assert read_script(script, DEFAULT_MODEL)[0].prompts == ("a", "b")
