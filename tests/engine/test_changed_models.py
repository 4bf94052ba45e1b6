"""Models whose files change, move or go while they are in memory."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import change_json, make_tiny_model
from xla_playground.core.call.record import Cache, Record
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.digest import Stamp, model_stamp
from xla_playground.core.errors import CheckpointError
from xla_playground.core.store.store import SpecializationStore
from xla_playground.engine import XlaEngine, loaded_models

TinyModels = Callable[[str], Path]


@pytest.fixture(params=["with a store", "without"])
def own_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[XlaEngine]:
    store = SpecializationStore(tmp_path / "store") if "with a" in request.param else None
    made = XlaEngine(store=store, look_after_s=0)
    made.start(lambda _status: None)
    yield made
    made.close()


@pytest.fixture
def folder(tiny_models: TinyModels, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_models("gpt2"), tmp_path / "model")


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_model(tmp_path_factory.mktemp("other") / "gpt2", "gpt2", seed=1)


def call(engine: XlaEngine, folder: Path, arm: str = "eager", **values: Any) -> Record:
    request = {"model": str(folder), "prompts": ["the lazy dog"], "arm": arm, "recipe": "fast"}
    return engine.generate(Request.parse(request | {"options": {"max_new_tokens": 6}} | values))


def texts(record: Record) -> list[str]:
    return [sequence.text for sequence in record.sequences]


def notice_ids(record: Record) -> list[str]:
    return [notice.id for notice in record.notices]


def test_new_weights_are_loaded_and_the_old_specializations_dropped(
    own_engine: XlaEngine, folder: Path, other: Path
) -> None:
    before = call(own_engine, folder, "graph")
    assert call(own_engine, folder, "graph").cache is Cache.MEMORY
    shutil.copy(other / "model.safetensors", folder / "model.safetensors")
    after = call(own_engine, folder, "graph")
    assert texts(after) != texts(before)
    assert texts(after) == texts(call(own_engine, other))
    assert after.cache is Cache.MISS
    assert after.reason == "its model's files have changed"
    assert notice_ids(after) == ["model_changed"]
    assert notice_ids(call(own_engine, folder, "graph")) == []


def test_another_folder_under_the_same_name(
    own_engine: XlaEngine, folder: Path, other: Path, tmp_path: Path
) -> None:
    before = texts(call(own_engine, folder))
    folder.rename(tmp_path / "moved")
    shutil.copytree(other, folder)
    assert texts(call(own_engine, folder)) == texts(call(own_engine, other)) != before


def test_a_link_that_leads_elsewhere(
    own_engine: XlaEngine, folder: Path, other: Path, tmp_path: Path
) -> None:
    link = tmp_path / "current"
    link.symlink_to(folder)
    before = texts(call(own_engine, link))
    link.unlink()
    link.symlink_to(other)
    after = call(own_engine, link)
    assert texts(after) != before
    assert own_engine.load(str(link)).path == str(other.resolve())


@pytest.mark.parametrize(
    ("file", "entries"),
    [
        ("generation_config.json", {"suppress_tokens": list(range(2, 200))}),
        ("config.json", {"layer_norm_epsilon": 0.9}),
    ],
)
def test_other_settings(
    own_engine: XlaEngine, folder: Path, file: str, entries: dict[str, Any]
) -> None:
    before = call(own_engine, folder)
    change_json(folder / file, **entries)
    after = call(own_engine, folder)
    assert notice_ids(after) == ["model_changed"]
    assert texts(after) != texts(before)


def test_another_tokenizer(own_engine: XlaEngine, folder: Path) -> None:
    assert not own_engine.load(str(folder)).has_chat
    change_json(folder / "tokenizer_config.json", chat_template="{{ messages[0].content }}")
    assert own_engine.load(str(folder)).has_chat


def test_a_copy_of_the_same_bytes_is_no_change(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = XlaEngine(store=SpecializationStore(tmp_path / "store"), look_after_s=0)
    engine.start(lambda _status: None)
    call(engine, folder, "graph")
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    (tmp_path / "copy").rename(folder)
    os.utime(folder / "model.safetensors")
    record = call(engine, folder, "graph")
    assert record.cache is Cache.MEMORY
    assert notice_ids(record) == []
    engine.close()


def test_files_that_are_gone(own_engine: XlaEngine, folder: Path, tmp_path: Path) -> None:
    before = texts(call(own_engine, folder))
    away = folder.rename(tmp_path / "away")
    record = call(own_engine, folder)
    assert texts(record) == before
    assert notice_ids(record) == ["model_gone"]
    with pytest.raises(CheckpointError, match="There is no model"):
        own_engine.load(str(folder))
    away.rename(folder)
    assert notice_ids(call(own_engine, folder)) == []


def test_files_that_are_damaged_are_said_until_they_are_whole(
    own_engine: XlaEngine, folder: Path
) -> None:
    before = texts(call(own_engine, folder))
    whole = (folder / "config.json").read_text()
    (folder / "config.json").write_text("{")
    for _ in range(2):
        with pytest.raises(CheckpointError, match="not valid JSON"):
            call(own_engine, folder)
    (folder / "config.json").write_text(whole)
    assert texts(call(own_engine, folder)) == before


def test_steady_calls_look_at_the_files_now_and_then(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []

    def look(source: Path) -> Stamp:
        looks.append(source)
        return model_stamp(source)

    monkeypatch.setattr(loaded_models, "model_stamp", look)
    engine = XlaEngine(look_after_s=3600)
    engine.start(lambda _status: None)
    for _ in range(5):
        call(engine, folder)
    assert len(looks) == 1
    engine.load(str(folder))  # asked for by name: looked at whenever it was last
    assert len(looks) == 2
    engine.close()


def test_a_change_is_noticed_after_a_tenth_of_a_second(folder: Path) -> None:
    engine = XlaEngine()
    engine.start(lambda _status: None)
    call(engine, folder)
    change_json(folder / "config.json", layer_norm_epsilon=0.9)
    time.sleep(loaded_models.LOOK_AFTER_S)
    assert notice_ids(call(engine, folder)) == ["model_changed"]
    engine.close()


def test_entries_of_a_model_that_made_room_are_not_listed(
    tmp_path: Path, tiny_models: Callable[[str], Path]
) -> None:
    engine = XlaEngine(store=SpecializationStore(tmp_path / "store"))
    engine.start(lambda _status: None)
    folders = [tiny_models(family) for family in ("gpt2", "opt", "mistral")]
    for folder in folders:
        call(engine, folder, "graph")
    assert {info.key.model for info in engine.specializations()} == set(map(str, folders[1:]))
    assert len(SpecializationStore(tmp_path / "store").entries()) == len(folders)
    assert call(engine, folders[0], "graph").cache is Cache.DISK
    engine.close()
