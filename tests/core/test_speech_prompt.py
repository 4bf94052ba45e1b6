"""What stands before a transcript, as a folder asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.errors import CheckpointError, RequestError
from xla_playground.core.speech.languages import language_code, language_name
from xla_playground.core.speech.prompt import Slot, SpeechPrompt
from xla_playground.core.speech.prompt_reader import special_ids, speech_prompt

LANGUAGES = {"<|en|>": 7, "<|de|>": 8}
TASKS = {"transcribe": 6, "translate": 5}
MANY: dict[str, Any] = {"no_timestamps_token_id": 9, "task_to_id": TASKS, "lang_to_id": LANGUAGES}
#: As old folders have it: nothing but the tokenizer names the languages.
SPECIAL = LANGUAGES | {"<|transcribe|>": 6, "<|translate|>": 5, "<|notimestamps|>": 9}
CHOICE = (Slot.LANGUAGE, Slot.TASK, 9)


def read(
    vocab_size: int = 300, special: dict[str, int] | None = None, **entries: Any
) -> SpeechPrompt:
    config = entries.pop("config", {})
    return speech_prompt("toy", entries, config, special or {}, vocab_size)


@pytest.mark.parametrize(
    ("entries", "slots"),
    [
        ({}, ()),
        ({"no_timestamps_token_id": 9}, (9,)),
        ({"no_timestamps_token_id": 9, "forced_decoder_ids": [[1, 9]]}, (9,)),
        ({"config": {"forced_decoder_ids": [[1, 20], [2, 21]]}}, (20, 21)),
        (MANY, CHOICE),
        (MANY | {"forced_decoder_ids": [[1, None], [2, 6]]}, CHOICE),
        (MANY | {"forced_decoder_ids": [[1, 8], [2, 5], [3, 9]]}, CHOICE),
        (MANY | {"forced_decoder_ids": [[1, 8], [2, 9]]}, (Slot.LANGUAGE, 9)),
        (MANY | {"forced_decoder_ids": [[1, 20], [2, 21]]}, (20, 21, 9)),
        (MANY | {"forced_decoder_ids": [[1, 20]], "language": "de"}, CHOICE),
    ],
)
def test_the_places_of_a_prompt(entries: dict[str, Any], slots: tuple[Slot | int, ...]) -> None:
    assert read(**entries).slots == slots


@pytest.mark.parametrize(
    ("entries", "language", "task"),
    [
        ({}, "", "transcribe"),
        ({"forced_decoder_ids": [[1, None], [2, 5]]}, "", "translate"),
        ({"forced_decoder_ids": [[1, 8], [2, 5]]}, "de", "translate"),
        # Transformers' PyTorch class reads no forced token once one of the two is named
        ({"forced_decoder_ids": [[1, 8], [2, 5]], "task": "transcribe"}, "", "transcribe"),
        ({"language": "GERMAN", "task": "<|translate|>"}, "de", "translate"),
    ],
)
def test_what_the_folder_names(entries: dict[str, Any], language: str, task: str) -> None:
    prompt = read(**MANY | entries)
    assert (prompt.language, prompt.task) == (language, task)


@pytest.mark.parametrize(
    ("entries", "vocab_size"),
    [
        ({"config": {"forced_decoder_ids": [[1, 8], [2, 6], [3, 9]]}}, 300),
        ({"forced_decoder_ids": [[1, None], [2, 6]]}, 300),
        ({"is_multilingual": True}, 300),
        ({"language": "de"}, 300),
        ({}, 51_865),
    ],
)
def test_an_old_folder_whose_tokenizer_names_the_languages(
    entries: dict[str, Any], vocab_size: int
) -> None:
    prompt = read(vocab_size, SPECIAL, **entries)
    assert prompt.slots == CHOICE
    assert prompt.languages == (("en", 7), ("de", 8))


def test_tokens_of_languages_make_no_multilingual_model() -> None:
    """The tokenizers of OpenAI's English models have them all."""
    assert not read(51_864, SPECIAL, is_multilingual=False).is_multilingual
    assert not read(51_864, SPECIAL).is_multilingual
    assert read(special=SPECIAL | {"<|nocaptions|>": 11}).no_speech == 11


def test_the_tokens_of_a_choice() -> None:
    assert read(**MANY).tokens("de", "translate") == (8, 5, 9)
    assert read(no_timestamps_token_id=9).tokens("", "transcribe") == (9,)


@pytest.mark.parametrize("value", [[[1, 10**9]], [[0, 5]], [[10**9, 5]], [5], 5, [[1, "a"]]])
def test_a_prompt_that_is_none(value: Any) -> None:
    with pytest.raises(CheckpointError, match="forced_decoder_ids"):
        read(forced_decoder_ids=value)


def test_how_a_language_may_be_written() -> None:
    for text in ("de", "DE", " German ", "<|de|>", "german"):
        assert read(**MANY).chosen(text, "") == ("de", "transcribe")
    assert read(**MANY).chosen("auto", "Translate") == ("", "translate")
    assert language_code("castilian", ["es"]) == "es"
    assert language_code("korean", ["en"]) is None
    assert (language_name("ko"), language_name("x-y")) == ("Korean", "X-Y")


@pytest.mark.parametrize(("language", "task"), [("fr", ""), ("", "sing"), ("<||>", "")])
def test_a_choice_that_is_none(language: str, task: str) -> None:
    with pytest.raises(RequestError) as caught:
        read(**MANY).chosen(language, task)
    assert caught.value.field == ("language" if language else "task")


def test_special_tokens_are_read_from_any_kind_of_tokenizer(tmp_path: Path) -> None:
    added = [{"content": "<|en|>", "id": 7}, {"content": "word", "id": 9}, "broken", {"id": 3}]
    files: dict[str, Any] = {
        "tokenizer.json": {"added_tokens": added, "model": {"vocab": {"<|de|>": 8}}},
        "added_tokens.json": {"<|ko|>": 10, "<|x": 11, "<|fr|>": "12"},
        "vocab.json": [],
    }
    for name, content in files.items():
        (tmp_path / name).write_text(json.dumps(content))
    assert special_ids(tmp_path) == {"<|en|>": 7, "<|de|>": 8, "<|ko|>": 10}
