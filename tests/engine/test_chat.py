"""Chat templates come with a model and are untrusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny_models import make_tiny_model
from xla_playground.core.call.request import Request
from xla_playground.core.errors import RequestError
from xla_playground.engine import XlaEngine

TEMPLATE = (
    "{% for message in messages %}the {{ message['role'] }} {{ message['content'] }}{% endfor %}"
    "{% if add_generation_prompt %} over{% endif %}"
)


def request_for(folder: Path) -> Request:
    return Request(model=str(folder), prompts=("fox",), chat=True)


def test_a_prompt_goes_into_the_template(engine: XlaEngine, tmp_path: Path) -> None:
    folder = make_tiny_model(tmp_path / "chatty", "gpt2", chat_template=TEMPLATE)
    assert engine.load(str(folder)).has_chat
    request = Request.parse(
        {
            "model": str(folder),
            "prompts": ["fox"],
            "chat": True,
            "arm": "eager",
            "options": {"max_new_tokens": 4},
        }
    )
    sequence = engine.generate(request).sequences[0]
    heard = "".join(token.text for token in sequence.tokens if token.role == "prompt")
    assert heard == "the user fox over"
    assert not sequence.text.startswith(heard), "the text of a chat is the answer alone"


def test_a_template_that_writes_nothing_is_said(engine: XlaEngine, tmp_path: Path) -> None:
    folder = make_tiny_model(tmp_path / "mute", "gpt2", chat_template="{# nothing #}")
    with pytest.raises(RequestError, match="template writes nothing for prompt 1") as caught:
        engine.plan(request_for(folder))
    assert caught.value.field == "chat"


@pytest.mark.parametrize(
    "template",
    [
        "{% for",
        "{{ messages.nothing.at.all }}",
        "{{ raise_exception('no\nthank you') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% for i in range(10**9) %}x{% endfor %}",
        "",
        7,
    ],
)
def test_a_hostile_template_is_one_sentence(
    engine: XlaEngine, tmp_path: Path, template: str
) -> None:
    folder = make_tiny_model(tmp_path / "hostile", "gpt2", chat_template=template)
    with pytest.raises(RequestError) as caught:
        engine.plan(request_for(folder))
    assert caught.value.field in ("chat", "prompts")
    assert "\n" not in caught.value.sentence
