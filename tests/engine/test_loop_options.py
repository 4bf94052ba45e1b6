"""Options that only the fast recipe computes: PyTorch's tokens through the engine, live values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from tests.references.answers import DATA, cases_of
from tests.references.folders import write_folder
from tests.references.loop_cases import CASES, NEW_TOKENS, PROMPTS
from xla_playground.core.call.record import Cache, Record
from xla_playground.core.call.request import Request
from xla_playground.core.errors import RequestError
from xla_playground.core.history.export import record_as_dict
from xla_playground.engine import XlaEngine
from xla_playground.engine.platform.compile_report import CompileReport

NEW_OPTIONS = ("min_new_tokens", "early_stopping", "no_repeat_ngram_size", "bad_words_ids")
#: The reference answers with one of these options, a shape of beam search once.
REFERENCED = [
    (case, answer)
    for case, answer in zip(CASES, json.loads((DATA / "loops/gpt2.json").read_text()), strict=True)
    if any(name in case for name in NEW_OPTIONS) and case.get("num_beams", 3) == 3
]


@pytest.fixture(autouse=True)
def _built_behind(engine: XlaEngine) -> Iterator[None]:
    """What is built behind an answer ends with the test."""
    yield
    engine.wait()


@pytest.fixture(scope="module")
def folder_with(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Path]:
    """The tiny GPT-2 of the reference answers, with other end tokens."""
    base = cases_of("gpt2")[0]
    made: dict[str, Path] = {}

    def make(ends: Any) -> Path:
        if str(ends) not in made:
            folder = tmp_path_factory.mktemp("options") / "gpt2"
            made[str(ends)] = write_folder(folder, base.config, base.shapes)
            entries = {"pad_token_id": 0, "eos_token_id": 1 if ends is None else ends}
            (folder / "generation_config.json").write_text(json.dumps(entries))
        return made[str(ends)]

    return make


@pytest.mark.slow
@pytest.mark.parametrize(("case", "answers"), REFERENCED, ids=lambda value: str(value)[:60])
def test_an_option_gives_the_tokens_of_pytorch(
    engine: XlaEngine,
    folder_with: Callable[[Any], Path],
    case: dict[str, Any],
    answers: list[list[list[int]]],
) -> None:
    options = {name: value for name, value in case.items() if name != "eos_token_id"}
    strategy = {"strategy": "beam" if "num_beams" in case else "greedy"}
    values = {
        "model": str(folder_with(case.get("eos_token_id"))),
        "prompts": [" ".join(f"t{token}" for token in prompt) for prompt in PROMPTS],
        "recipe": "fast",
    }

    def tokens(options: dict[str, Any]) -> list[list[int]]:
        options = {"max_new_tokens": NEW_TOKENS} | strategy | options
        record = engine.generate(Request.parse(values | {"options": options}))
        found: list[list[int]] = record_as_dict(record)["token_ids"]
        return found

    assert tokens(options) == [row for rows in answers for row in rows]
    if "bad_words_ids" not in case:  # those words would not come anyway
        plain = {name: value for name, value in options.items() if name not in NEW_OPTIONS}
        assert tokens(plain) != tokens(options)


@pytest.mark.slow
def test_bad_words_do_not_come(engine: XlaEngine, make_request: MakeRequest) -> None:
    def new_tokens(*words: Any) -> list[int]:
        options = {"max_new_tokens": 8, "ignore_eos": True, "bad_words_ids": words}
        record = engine.generate(make_request(recipe="fast", options=options))
        (ids,) = record_as_dict(record)["token_ids"]
        return list(ids[record.prompt_tokens[0] :])

    first, second, third = new_tokens([299])[:3]
    assert new_tokens([second, third])[:3] != [first, second, third]
    assert new_tokens([second, third])[:2] == [first, second]
    assert first not in new_tokens([first], [second, third])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("base", "changes"),
    [
        ({}, [{"min_new_tokens": 5}, {"min_new_tokens": 8}, {"seed": 9}, {"seed": (9, 4)}]),
        (
            {"typical_p": 0.5, "no_repeat_ngram_size": 2, "bad_words_ids": [[7]]},
            [{"typical_p": 0.9}, {"no_repeat_ngram_size": 3}, {"bad_words_ids": ["fox", [5, 9]]}],
        ),
    ],
    ids=["off", "on"],
)
def test_a_live_value_moves_without_a_trace(
    engine: XlaEngine,
    make_request: MakeRequest,
    base: dict[str, Any],
    changes: list[dict[str, Any]],
) -> None:
    def call(**options: Any) -> Record:
        values = {"strategy": "sampling", "top_k": 0, "temperature": 2.0, "max_new_tokens": 8}
        return engine.generate(make_request(recipe="fast", options=values | base | options))

    first = call()
    engine.wait()
    with CompileReport() as report:
        after = [call(**change) for change in changes]
        engine.wait()
    assert report.compile_ns == 0
    assert [record.cache for record in after] == [Cache.MEMORY] * len(changes)
    assert {record.key for record in after} == {first.key}
    assert first.key is not None
    kept = engine._cache.get(first.key)
    assert kept is not None
    assert kept.traces == 1


def test_a_word_and_its_token_ids_are_the_same(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    word = "fox"

    def call(*words: Any) -> Record:
        options = {"max_new_tokens": 6, "bad_words_ids": words}
        return engine.generate(make_request(recipe="fast", options=options))

    tokenizer = engine._models.get(make_request().model, make_request().precision).tokenizer
    ids = tokenizer(f" {word}", add_special_tokens=False)["input_ids"]
    by_word, by_ids = call(word), call(ids)
    assert by_word.request.options.bad_words_ids == (word,)  # what was asked stays in the record
    assert by_word.key == by_ids.key
    assert record_as_dict(by_word)["token_ids"] == record_as_dict(by_ids)["token_ids"]


@pytest.mark.parametrize(
    ("options", "field", "says"),
    [
        ({"bad_words_ids": [[5, 300]]}, "bad_words_ids", "no token of this model's 300"),
        ({"bad_words_ids": ["=" * 200]}, "bad_words_ids", "more than the 64"),
    ],
)
def test_what_the_model_cannot_ban_is_refused(
    engine: XlaEngine, make_request: MakeRequest, options: dict[str, Any], field: str, says: str
) -> None:
    with pytest.raises(RequestError, match=says) as caught:
        engine.plan(make_request(recipe="fast", options=options))
    assert caught.value.field == field
