"""Language and task: found, named or chosen, and what PyTorch's Whisper answers to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_speech import LANGUAGES, NO_TIMESTAMPS, TASKS, make_tiny_speech_model, write_sound
from tests.tiny_speech import sound as tiny_sound
from xla_playground.core.call.record import Cache, Record, TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.errors import CheckpointError, RequestError
from xla_playground.core.store.store import SpecializationStore
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model

REFERENCE = json.loads(
    (Path(__file__).parents[1] / "data" / "whisper_prompts.json").read_text("utf-8")
)
ARMS = [
    pytest.param({"arm": "eager"}, marks=pytest.mark.exhaustive),
    pytest.param({"arm": "graph"}, marks=pytest.mark.exhaustive),
    pytest.param({"arm": "graph", "recipe": "fast"}, marks=pytest.mark.exhaustive),
    pytest.param({"arm": "xla"}, marks=pytest.mark.exhaustive),
    pytest.param({"arm": "xla", "recipe": "fast"}, marks=pytest.mark.slow),
]
Hear = Callable[..., Record]


@pytest.fixture(scope="module")
def folder(engine: XlaEngine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny multilingual Whisper."""
    return make_tiny_speech_model(tmp_path_factory.mktemp("speech") / "polyglot")


@pytest.fixture
def hear(engine: XlaEngine, folder: Path, tmp_path: Path) -> Hear:
    """Transcribe sound number ``seed``."""

    def call(seed: int, **values: Any) -> Record:
        clip = write_sound(tmp_path / f"{seed}.wav", tiny_sound(seed))
        defaults = {
            "model": str(folder),
            "audio": str(clip),
            "options": {"max_new_tokens": REFERENCE["new_tokens"]},
        }
        return engine.generate(Request.parse(defaults | values))

    return call


def new_ids(record: Record) -> list[int]:
    new = (TokenRole.NEW, TokenRole.END)
    return [token.id for token in record.sequences[0].tokens if token.role in new]


def prompt_ids(record: Record) -> list[int]:
    tokens = record.sequences[0].tokens
    return [token.id for token in tokens if token.role is TokenRole.PROMPT]


@pytest.mark.parametrize("how", ARMS)
def test_the_answers_of_pytorch(hear: Hear, how: dict[str, str]) -> None:
    caches = set()
    for answer in REFERENCE["answers"]:
        record = hear(answer["seed"], **how, **answer["choice"])
        assert record.spoken is not None
        assert new_ids(record) == answer["ids"], answer
        if "language" not in answer["choice"]:
            assert (record.spoken.language, record.spoken.is_found) == (answer["found"], True)
        caches.add(record.cache)
    # language and task are live: one specialization serves all
    assert caches <= ({Cache.NONE} if how["arm"] == "eager" else {Cache.MISS, Cache.MEMORY})


@pytest.mark.parametrize(
    "recipe", [pytest.param("documented", marks=pytest.mark.exhaustive), "fast"]
)
def test_another_language_does_not_retrace(hear: Hear, recipe: str) -> None:
    hear(0, arm="graph", recipe=recipe, language="en")
    again = hear(0, arm="graph", recipe=recipe, language="Korean", task="translate")
    assert again.cache is Cache.MEMORY
    assert prompt_ids(again) == [LANGUAGES["<|ko|>"], TASKS["translate"], NO_TIMESTAMPS]


@pytest.mark.parametrize(
    "options",
    [
        {"strategy": "sampling", "temperature": 100.0},
        {"strategy": "beam", "num_beams": 3},
        {"repetition_penalty": 5.0},
    ],
)
def test_no_strategy_touches_the_prompt(hear: Hear, options: dict[str, Any]) -> None:
    found = hear(3, arm="eager")
    record = hear(3, arm="eager", options={"max_new_tokens": 4, **options})
    assert prompt_ids(record) == prompt_ids(found)
    assert prompt_ids(found)[0] == LANGUAGES["<|ko|>"]
    assert record.new_tokens <= (4,)


def test_the_language_is_found_once_for_a_recording(
    engine: XlaEngine, folder: Path, tmp_path: Path
) -> None:
    import numpy as np

    clip = write_sound(tmp_path / "long.wav", np.concatenate([tiny_sound(3), tiny_sound(0)]))
    values = {"model": str(folder), "audio": str(clip), "arm": "eager"}
    record = engine.generate(Request.parse(values | {"options": {"max_new_tokens": 2}}))
    assert len(record.sequences) >= 2
    prompts = {tuple(t.id for t in s.tokens[1:4]) for s in record.sequences}
    assert prompts == {(LANGUAGES["<|ko|>"], TASKS["transcribe"], NO_TIMESTAMPS)}


def test_without_a_number_the_decoder_is_filled(hear: Hear) -> None:
    record = hear(0, arm="eager", options={})
    assert record.request.options.max_new_tokens == 64 - 3
    assert record.new_tokens[0] == 61 or record.ended_by == ("end",)
    with pytest.raises(RequestError, match="at most 61"):
        hear(0, arm="eager", options={"max_new_tokens": 62})


@pytest.mark.exhaustive
@pytest.mark.parametrize("how", [{"recipe": "documented"}, {"recipe": "fast"}])
def test_the_decoder_is_filled_alike_in_every_arm(hear: Hear, how: dict[str, str]) -> None:
    whole = hear(1, arm="eager", options={"ignore_eos": True})
    assert whole.new_tokens == (61,)
    assert whole.ended_by == ("limit",)
    assert new_ids(hear(1, arm="graph", options={"ignore_eos": True}, **how)) == new_ids(whole)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"language": "klingon"}, "knows no language 'klingon'"),
        ({"language": "fr"}, "of en, de, ko, or auto"),
        ({"task": "sing"}, "no task 'sing': choose transcribe or translate"),
    ],
)
def test_an_unknown_choice_is_refused(hear: Hear, values: dict[str, str], says: str) -> None:
    with pytest.raises(RequestError, match=says) as caught:
        hear(0, **values)
    assert caught.value.field == next(iter(values))


@pytest.mark.parametrize(
    ("entries", "language", "task"),
    [
        ({"language": "german"}, "de", "transcribe"),
        ({"language": "<|ko|>", "task": "translate"}, "ko", "translate"),
        ({"task": "translate"}, "en", "translate"),
        ({"forced_decoder_ids": [[1, 281], [2, 290], [3, 299]]}, "de", "translate"),
        ({"forced_decoder_ids": None}, "en", "transcribe"),
    ],
)
def test_what_the_folder_names_is_kept(
    engine: XlaEngine, tmp_path: Path, entries: dict[str, Any], language: str, task: str
) -> None:
    model = make_tiny_speech_model(tmp_path / "named", **entries)
    clip = write_sound(tmp_path / "clip.wav", tiny_sound(0))
    values = {"model": str(model), "audio": str(clip), "arm": "eager"}
    record = engine.generate(Request.parse(values | {"options": {"max_new_tokens": 1}}))
    assert record.spoken is not None
    assert (record.spoken.language, record.spoken.task) == (language, task)
    assert prompt_ids(record) == [LANGUAGES[f"<|{language}|>"], TASKS[task], NO_TIMESTAMPS]


def test_auto_finds_a_language_that_the_folder_names_otherwise(
    engine: XlaEngine, tmp_path: Path
) -> None:
    model = make_tiny_speech_model(tmp_path / "named", language="de")
    clip = write_sound(tmp_path / "clip.wav", tiny_sound(3))
    values = {"model": str(model), "audio": str(clip), "arm": "eager", "language": "auto"}
    record = engine.generate(Request.parse(values | {"options": {"max_new_tokens": 1}}))
    assert record.spoken is not None
    assert (record.spoken.language, record.spoken.is_found) == ("ko", True)


def test_a_model_of_one_language_takes_no_choice(engine: XlaEngine, tmp_path: Path) -> None:
    one = {"is_multilingual": False, "lang_to_id": ..., "task_to_id": ...}
    model = make_tiny_speech_model(tmp_path / "one", forced_decoder_ids=None, **one)
    clip = write_sound(tmp_path / "clip.wav", tiny_sound(0))
    values: dict[str, Any] = {"model": str(model), "audio": str(clip), "arm": "eager"}
    values["options"] = {"max_new_tokens": 1}
    for field, value in (("language", "de"), ("task", "translate")):
        with pytest.raises(RequestError, match="is not multilingual") as caught:
            engine.plan(Request.parse(values | {field: value}))
        assert caught.value.field == field
    record = engine.generate(Request.parse(values | {"language": "English", "task": "transcribe"}))
    assert record.spoken is None
    assert prompt_ids(record) == [NO_TIMESTAMPS]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ({"language": "klingon"}, "language = 'klingon', which is no language of the model"),
        ({"language": ["de"]}, "language = \\['de'\\]"),
        ({"task": "sing"}, "task = 'sing', which is none of transcribe and translate"),
        ({"lang_to_id": {"<|en|>": 10**9}}, "lang_to_id = 1000000000"),
        ({"lang_to_id": [1]}, "lang_to_id = \\[1\\], which is no mapping"),
        ({"task_to_id": {"transcribe": "a"}}, "task_to_id = 'a'"),
        ({"no_timestamps_token_id": -1}, "no_timestamps_token_id = -1"),
        ({"forced_decoder_ids": [[1, None], [3, 5]], "task_to_id": None}, "leaves a place free"),
        ({"lang_to_id": None, "is_multilingual": None}, "leaves a place free"),
        ({"lang_to_id": None, "is_multilingual": False, "task": "translate"}, "task = 'translate'"),
    ],
)
def test_a_folder_that_cannot_be_honoured_is_refused_by_name(
    engine: XlaEngine, tmp_path: Path, entries: dict[str, Any], says: str
) -> None:
    model = make_tiny_speech_model(tmp_path / "wrong", **entries)
    with pytest.raises(CheckpointError, match=says):
        load_model(str(model))


@pytest.mark.slow
def test_a_stored_specialization_serves_every_language(
    engine: XlaEngine, folder: Path, tmp_path: Path
) -> None:
    store = SpecializationStore(tmp_path / "specializations")
    answers = [answer for answer in REFERENCE["answers"] if answer["seed"] == 1]
    caches = []
    for answer in answers:
        fresh = XlaEngine(store=store)
        fresh.start(lambda status: None)
        clip = write_sound(tmp_path / "clip.wav", tiny_sound(1))
        values = {"model": str(folder), "audio": str(clip), "arm": "graph", "recipe": "fast"}
        options = {"max_new_tokens": REFERENCE["new_tokens"]}
        record = fresh.generate(Request.parse(values | {"options": options} | answer["choice"]))
        fresh.close()
        assert new_ids(record) == answer["ids"]
        caches.append(record.cache)
    assert caches == [Cache.MISS] + [Cache.DISK] * (len(answers) - 1)
