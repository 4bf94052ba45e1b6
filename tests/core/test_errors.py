from __future__ import annotations

from xla_playground.core.errors import CheckpointError, EngineFailure
from xla_playground.core.messages.message import untyped


def test_a_sentence_is_one_line_whatever_a_file_is_called() -> None:
    error = CheckpointError(untyped("a\nb \x1b[31m\udcff has no tokenizer: add 日本.json."))
    assert error.sentence == str(error) == r"a\nb \x1b[31m\udcff has no tokenizer: add 日本.json."


def test_what_nobody_foresaw_is_told_in_one_line() -> None:
    assert EngineFailure.unforeseen(ValueError("one\ntwo")).sentence.endswith("(ValueError: one).")
    assert EngineFailure.unforeseen(ValueError()).sentence.endswith("(ValueError: ValueError).")
