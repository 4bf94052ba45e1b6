from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xla_playground.core.call.padding import Padding, PaddingMode
from xla_playground.core.call.request import Precision, Recipe
from xla_playground.core.model.info import ModelInput
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.core.window.plot_settings import PlotSettings, Scale
from xla_playground.core.window.race_settings import RaceSettings
from xla_playground.core.window.settings import Settings, Theme, load_settings, save_settings

CHANGED = Settings(
    theme=Theme.DARK,
    prompt_text="שלום\n🦊",
    takes=ModelInput.SPEECH,
    audio="/clips/sieben 🦊.wav",
    chat=False,
    precision=Precision.BFLOAT16,
    options=GenerationOptions(strategy=Strategy.BEAM, num_beams=7),
    padding=Padding(mode=PaddingMode.FIXED, length=99),
    repeat=5,
    plots=PlotSettings(phases_scale=Scale.LINEAR, is_rolling=False),
    race=RaceSettings(lanes=("xla-fast", "torch-eager"), runs=20),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, content: Any) -> bytes:
    path.parent.mkdir(exist_ok=True)
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(data)
    return data


def asides(path: Path) -> list[Path]:
    kinds = (".broken-", ".newer-")
    return sorted(p for p in path.parent.iterdir() if any(kind in p.name for kind in kinds))


def test_a_missing_file_means_defaults(path: Path) -> None:
    assert load_settings(path) == (Settings(has_seen_tour=False), [])


def test_round_trip(path: Path) -> None:
    save_settings(CHANGED, path)
    assert load_settings(path) == (CHANGED, [])
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not valid JSON"),
        (b'{"theme": "da', "not valid JSON"),
        (b"\xff\xfe\x00", "not text"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"repeat": ' + b"9" * 5000 + b"}", "not valid JSON"),
        ([1, 2], "not settings"),
        ("dark", "not settings"),
        ({"version": 99, "theme": "dark"}, "newer version"),
    ],
    ids=["empty", "cut", "bytes", "deep", "digits", "list", "text", "newer"],
)
def test_a_file_that_is_none_is_set_aside(path: Path, content: Any, words: str) -> None:
    data = write(path, content)
    settings, notices = load_settings(path)
    assert settings == Settings()
    (notice,) = notices
    assert words in notice.text
    (aside,) = asides(path)
    assert aside.name in notice.text
    assert (".newer-" in aside.name) == ("newer" in words)
    assert aside.read_bytes() == data
    assert load_settings(path) == (Settings(has_seen_tour=False), [])  # it is said once


BROKEN: dict[str, Any] = {
    "theme": "pink",
    "repeat": 10**9,
    "arm": None,
    "recipe": 5,
    "model": ["a"],
    "max_specializations": 0,
    "shoe_size": 43,
}


@pytest.mark.parametrize("name", BROKEN)
def test_only_a_broken_entry_is_reset(path: Path, name: str) -> None:
    data = write(path, CHANGED.model_dump(mode="json") | {name: BROKEN[name]})
    settings, (notice,) = load_settings(path)
    default = {name: getattr(Settings(), name)} if name in Settings.model_fields else {}
    assert settings == CHANGED.model_copy(update=default)
    assert name in notice.text
    (aside,) = asides(path)
    assert aside.read_bytes() == data
    assert load_settings(path) == (settings, [])


def test_half_a_character_as_typed_is_reset(path: Path) -> None:
    write(path, {"version": 1, "typed": {"seed": "\ud800"}, "shoe_size": 43, "theme": "dark"})
    settings, (notice,) = load_settings(path)
    assert settings == Settings(theme=Theme.DARK)
    assert "typed" in notice.text


@pytest.mark.parametrize("text", ["half \ud800", "x" * 2_000_000])
def test_a_text_that_no_editor_can_show_is_reset(path: Path, text: str) -> None:
    write(path, {"version": 1, "prompt_text": text, "theme": "dark"})
    settings, notices = load_settings(path)
    assert settings == Settings(theme=Theme.DARK)
    assert len(notices) == 1
    save_settings(settings, path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with names")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    settings, notices = load_settings(path)
    assert settings == Settings()
    assert "not a file" in notices[0].text


def test_only_a_broken_option_is_reset(path: Path) -> None:
    values = CHANGED.model_dump(mode="json")
    values["options"] |= {"temperature": "hot", "top_p": 7}
    write(path, values)
    settings, (notice,) = load_settings(path)
    assert settings == CHANGED
    assert "options.temperature" in notice.text
    assert "options.top_p" in notice.text


def test_options_that_contradict_each_other_are_kept_as_typed(path: Path) -> None:
    values = CHANGED.model_dump(mode="json")
    values["options"] |= {"num_return_sequences": 8}
    write(path, values)
    settings, notices = load_settings(path)
    assert notices == []
    assert settings == CHANGED.model_copy(update={"typed": {"num_return_sequences": 8}})
    assert settings.as_typed(settings.options.model_dump(mode="json")) == values["options"]


def test_what_is_typed_comes_back_as_it_was_typed(path: Path) -> None:
    typed = {"temperature": "abc", "seed": "", "num_beams": 1, "top_p": -0.5, "repeat": 10**30}
    settings = CHANGED.model_copy(update={"typed": typed})
    save_settings(settings, path)
    loaded, notices = load_settings(path)
    assert (loaded, notices) == (settings, [])
    assert [type(value) for value in loaded.typed.values()] == [str, str, int, float, int]


def test_limits_are_kept_as_typed_in_gb() -> None:
    settings = Settings().with_limits_gb({"store_limit_mb": 1.5, "memory_budget_mb": "much"})
    assert (settings.store_limit_mb, settings.memory_budget_mb) == (1500, 0)
    assert settings.limits_gb() == {"store_limit_mb": 1.5, "memory_budget_mb": "much"}
    settings = settings.with_limits_gb({"store_limit_mb": -1, "memory_budget_mb": 2})
    assert (settings.store_limit_mb, settings.memory_budget_mb) == (1500, 2000)
    assert settings.typed == {"store_limit_mb": -1}


def test_a_file_of_version_0_1_0_opens_with_nothing_lost(path: Path) -> None:
    old = Path(__file__).parents[1] / "data" / "settings-0.1.0.json"
    write(path, old.read_bytes())  # which a failure would set aside
    settings, notices = load_settings(path)
    assert notices == []
    wanted = json.loads(old.read_text("utf-8"))
    wanted |= {"typed": {}, "tables": {}, "zoom_percent": 100}
    wanted["plots"] = PlotSettings().model_dump(mode="json")
    wanted["race"] = RaceSettings().model_dump(mode="json")
    wanted |= {"language": "", "task": "", "speech_new_tokens": None, "block_tokens": 8}
    wanted |= {"call_filter": "", "seconds_of_history": False, "checks_parity": True}
    wanted |= {"ui_language": "", "lab_looks_inside": False, "has_seen_tour": True}
    wanted["lab_limits"] = {"time_s": 120.0, "memory_gb": 4.0}
    assert wanted["padding"].pop("new_token_bucket")  # the only entry without a meaning now
    wanted["padding"]["capacity"] = 256
    wanted["options"] |= {
        "seed": [2147483647, 0],
        "min_new_tokens": 0,
        "typical_p": 1.0,
        "no_repeat_ngram_size": 0,
        "bad_words_ids": [],
        "stop_strings": [],
        "early_stopping": False,
    }
    assert settings.model_dump(mode="json") == wanted


def test_the_first_start_is_with_the_fast_recipe(path: Path) -> None:
    settings, _ = load_settings(path)
    assert settings.recipe is Recipe.FAST
    write(path, {"version": 1, "recipe": "documented"})
    assert load_settings(path)[0].recipe is Recipe.DOCUMENTED


def test_an_option_that_needs_another_is_no_broken_entry(path: Path) -> None:
    write(path, {"version": 1, "options": {"min_new_tokens": 40, "max_new_tokens": 64}})
    settings, notices = load_settings(path)
    assert notices == []
    assert (settings.options.min_new_tokens, settings.options.max_new_tokens) == (40, 64)


def test_both_numbers_of_a_seed_come_back_as_they_were_typed(path: Path) -> None:
    settings = CHANGED.model_copy(update={"typed": {"seed": ("abc", 3)}})
    save_settings(settings, path)
    assert load_settings(path) == (settings, [])


def test_many_broken_entries_make_a_short_notice(path: Path) -> None:
    write(path, {f"entry {n}": n for n in range(1000)} | {"\ud800": 1})
    _, (notice,) = load_settings(path)
    assert len(notice.text) < 300


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from([*Settings.model_fields]) | st.text(st.characters())


@given(values=st.dictionaries(names, json_values | st.dictionaries(names, json_values)))
def test_any_json_gives_settings(
    values: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    write(path, values)
    settings, notices = load_settings(path)
    assert len(notices) <= 1
    for notice in notices:
        notice.text.encode("utf-8")
    save_settings(settings, path)
    assert load_settings(path) == (settings, [])


# ---------------------------------------------------------------- disks that fail


def test_a_path_that_cannot_be_read(path: Path) -> None:
    path.mkdir(parents=True)
    settings, (notice,) = load_settings(path)
    assert settings == Settings()
    assert "cannot be read" in notice.text
    save_settings(CHANGED, path)
    assert load_settings(path) == (CHANGED, [])


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "settings.json"
    settings, (notice,) = load_settings(path)
    assert settings == Settings()
    assert "could not be set aside" in notice.text
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        save_settings(CHANGED, path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder(path: Path) -> None:
    data = write(path, b"broken")
    path.parent.chmod(0o500)
    settings, (notice,) = load_settings(path)
    with pytest.raises(OSError, match="Permission denied"):
        save_settings(CHANGED, path)
    path.parent.chmod(0o700)
    assert settings == Settings()
    assert "could not be set aside" in notice.text
    assert path.read_bytes() == data


def test_broken_files_of_one_second_are_all_kept(path: Path) -> None:
    for number in range(3):
        write(path, f"broken {number}".encode())
        load_settings(path)
    assert sorted(p.read_bytes() for p in asides(path)) == [b"broken 0", b"broken 1", b"broken 2"]
