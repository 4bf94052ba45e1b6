"""Windows that share one settings file."""

from __future__ import annotations

import json
import os
import stat
import sys
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.core.window import settings_changes
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.core.window.settings_changes import save_changes

START = Settings()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def with_options(settings: Settings, **options: object) -> Settings:
    values = settings.options.model_dump() | options
    return settings.model_copy(update={"options": GenerationOptions.model_validate(values)})


def test_a_missing_file_is_written_whole(path: Path) -> None:
    settings = Settings(theme=Theme.DARK, typed={"seed": "abc"})
    save_changes(settings, settings, path)
    assert load_settings(path) == (settings, [])


def test_each_of_two_windows_keeps_what_was_set_in_it(path: Path) -> None:
    save_changes(START, START, path)
    first = with_options(START, temperature=0.5).model_copy(update={"theme": Theme.DARK})
    second = with_options(START, top_k=7).model_copy(update={"prompt_text": "XLA is"})
    save_changes(START, first, path)
    save_changes(START, second, path)
    both = with_options(START, temperature=0.5, top_k=7)
    assert load_settings(path)[0] == both.model_copy(
        update={"theme": Theme.DARK, "prompt_text": "XLA is"}
    )


def test_the_newest_value_of_a_field_counts(path: Path) -> None:
    save_changes(START, START, path)
    save_changes(START, with_options(START, seed=1), path)
    save_changes(START, with_options(START, seed=2), path)
    save_changes(with_options(START, seed=1), with_options(START, seed=1, top_k=3), path)
    options = load_settings(path)[0].options
    assert (options.seed, options.top_k) == ((2, 0), 3)


def test_a_number_takes_the_place_of_a_text_that_is_none(path: Path) -> None:
    nonsense = START.model_copy(update={"typed": {"seed": "abc", "repeat": "x"}})
    save_changes(START, START, path)
    save_changes(START, nonsense, path)
    assert load_settings(path)[0] == nonsense
    save_changes(START, with_options(START, seed=5), path)  # another window's
    assert load_settings(path)[0].typed == {"repeat": "x"}
    save_changes(nonsense, START, path)
    assert load_settings(path)[0].typed == {}


def test_options_of_two_windows_that_contradict_each_other_are_both_kept(path: Path) -> None:
    beam = with_options(START, strategy=Strategy.BEAM, num_beams=4)
    save_changes(beam, beam, path)
    save_changes(beam, with_options(beam, num_return_sequences=4), path)
    save_changes(beam, with_options(beam, num_beams=3), path)
    settings, notices = load_settings(path)
    assert notices == []
    shown = settings.as_typed(settings.options.model_dump())
    assert (shown["num_beams"], shown["num_return_sequences"]) == (3, 4)


def test_entries_of_a_newer_version_stay(path: Path) -> None:
    save_changes(START, START, path)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"zoom": 150, "new": {"a": 1}}))
    save_changes(START, Settings(theme=Theme.DARK), path)
    values = json.loads(path.read_text())
    assert (values["zoom"], values["new"], values["theme"]) == (150, {"a": 1}, "dark")


@pytest.mark.parametrize("content", ["", "{", "[]", '"text"'])
def test_a_file_that_broke_meanwhile_is_written_whole(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    save_changes(START, Settings(theme=Theme.DARK), path)
    assert load_settings(path) == (Settings(theme=Theme.DARK), [])


def test_half_a_character_is_no_reason_to_lose_the_rest(path: Path) -> None:
    broken = {"theme": Theme.DARK, "prompt_text": "half \ud800 שלום", "typed": {"seed": "\ud800"}}
    save_changes(START, START.model_copy(update=broken), path)
    settings, notices = load_settings(path)
    assert notices == []
    assert (settings.theme, settings.prompt_text) == (Theme.DARK, "half ? שלום")
    assert settings.typed == {"seed": "?"}
    assert "שלום" in path.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such links and permissions")
def test_a_link_is_followed_and_its_permissions_are_kept(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "playground.json"
    path.parent.mkdir()
    path.symlink_to(target)
    save_changes(START, START, path)
    target.chmod(0o600)
    save_changes(START, Settings(theme=Theme.DARK), path)
    assert path.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert load_settings(path)[0].theme is Theme.DARK
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_many_writers_lose_nothing(path: Path) -> None:
    save_changes(START, START, path)
    fields = ["max_new_tokens", "num_beams", "top_k", "seed"]

    def write(field: str) -> None:
        before = START
        for value in range(2, 12):
            after = with_options(START, **{field: value})
            save_changes(before, after, path)
            before = after

    threads = [threading.Thread(target=write, args=(field,)) for field in fields]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    written = load_settings(path)[0].options
    assert written == GenerationOptions.model_validate(dict.fromkeys(fields, 11))


def test_a_file_that_stays_locked_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_changes, "_PATIENCE_S", 0.05)
    save_changes(START, START, path)
    with (
        FileLock(path.with_name(".settings.json.lock")),
        pytest.raises(OSError, match="another window holds"),
    ):
        save_changes(START, Settings(theme=Theme.DARK), path)


def test_a_full_disk_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_changes(START, START, path)

    def fail(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        save_changes(START, Settings(theme=Theme.DARK), path)
    monkeypatch.undo()
    assert load_settings(path) == (START, [])
