"""The store, looked at and cleared from another thread."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xla_playground.bridge.store_keeper import StoreContents, StoreKeeper
from xla_playground.core.call.request import Arm, Precision, Recipe
from xla_playground.core.call.specialization import SpecializationKey
from xla_playground.core.errors import EnvironmentFault
from xla_playground.core.messages.message import untyped
from xla_playground.core.paths import store_dir
from xla_playground.core.store.file import Manifest
from xla_playground.core.store.store import SpecializationStore

KEY = SpecializationKey(
    model="playground-gpt2",
    arm=Arm.XLA,
    recipe=Recipe.FAST,
    precision=Precision.FLOAT32,
    batch=1,
    padded_length=8,
    options=(("strategy", "greedy"), ("capacity", 32)),
)


def put(digest: str) -> None:
    manifest = Manifest(digest=digest, key=KEY, created_at=1.7e9, first_ns=3_000_000_000)
    SpecializationStore().write(manifest, {"graph": b"x" * 1000})


def look(qtbot: QtBot, keeper: StoreKeeper) -> StoreContents:
    with qtbot.waitSignal(keeper.looked) as told:
        keeper.look()
    contents: StoreContents = told.args[0]
    return contents


def test_it_tells_entries_size_and_folder(qtbot: QtBot) -> None:
    put("a")
    put("b")
    keeper = StoreKeeper()
    contents = look(qtbot, keeper)
    assert [entry.manifest.digest for entry in contents.entries] == ["b", "a"]
    assert contents.size_bytes > 2000
    assert Path(contents.folder) == store_dir()
    keeper.stop()


def test_clearing_leaves_nothing(qtbot: QtBot) -> None:
    put("a")
    keeper = StoreKeeper()
    with qtbot.waitSignal(keeper.cleared):
        keeper.clear()
    assert look(qtbot, keeper).entries == ()
    keeper.stop()


def test_what_cannot_be_removed_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_store: SpecializationStore) -> int:
        raise EnvironmentFault(untyped("It cannot be removed: check who owns the folder."))

    monkeypatch.setattr(SpecializationStore, "clear", refuse)
    keeper = StoreKeeper()
    with qtbot.waitSignals([keeper.refused, keeper.cleared]):
        keeper.clear()
    keeper.stop()
