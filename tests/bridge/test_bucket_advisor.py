"""Advice from another thread, with the tokenizer of a bundled model."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.core.examples import make_request
from tests.fakes import GPT2
from xla_playground.bridge.bucket_advisor import AdviceQuestion, BucketAdvisor
from xla_playground.core.advice.advisor import CallCosts
from xla_playground.core.advice.capacity_advice import CapacityAdvice
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, model_path

COSTS = CallCosts(first_ns=5e9, run_ns=1e7, prompt_token_ns=1e4)


def question(text: str, recipe: str = "documented", path: Path | None = None) -> AdviceQuestion:
    model = GPT2.model_copy(update={"path": str(path or model_path(DEFAULT_MODEL))})
    return AdviceQuestion(model, make_request(recipe=recipe), text, COSTS)


def test_only_the_newest_question_is_answered(qtbot: QtBot) -> None:
    advisor = BucketAdvisor()
    answers: list[object] = []
    advisor.advised.connect(answers.append)
    with qtbot.waitSignal(advisor.advised) as told:
        advisor.ask(question("A compiler is"))
        advisor.ask(question("A compiler is\n\na much longer prompt, which has more tokens"))
    advisor.stop()
    assert len(answers) == 1
    assert told.args[0].advice.calls == 2
    assert len(told.args[0].lengths) == 2


def test_a_live_length_is_answered_by_capacities(qtbot: QtBot) -> None:
    advisor = BucketAdvisor()
    with qtbot.waitSignal(advisor.advised) as told:
        advisor.ask(question("A compiler is", recipe="fast"))
    advisor.stop()
    assert isinstance(told.args[0].advice, CapacityAdvice)
    assert told.args[0].advice.best.capacity == 256


def test_what_cannot_be_advised_on_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    advisor = BucketAdvisor()
    with qtbot.waitSignal(advisor.refused) as told:
        advisor.ask(question(""))
    assert "empty" in told.args[0]
    with qtbot.waitSignal(advisor.refused) as told:
        advisor.ask(question("XLA is", path=tmp_path))
    assert "no tokenizer.json" in told.args[0]
    advisor.stop()


def test_a_file_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "prompts.txt"
    path.write_text("XLA is\nünï 是", "utf-8")
    advisor = BucketAdvisor()
    with qtbot.waitSignal(advisor.file_read) as told:
        advisor.read(path)
    assert told.args == ["XLA is\nünï 是"]
    advisor.stop()


@pytest.mark.parametrize(
    ("name", "says"), [("gone.txt", "There is no file"), ("b.txt", "is UTF-16")]
)
def test_a_file_that_is_no_text_is_a_sentence(
    qtbot: QtBot, tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\x00")
    advisor = BucketAdvisor()
    with qtbot.waitSignal(advisor.refused) as told:
        advisor.read(tmp_path / name)
    assert says in told.args[0]
    advisor.stop()
