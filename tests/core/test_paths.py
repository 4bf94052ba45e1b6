from __future__ import annotations

from pathlib import Path

import pytest

from xla_playground.core import paths


def test_everything_is_below_home(isolated_home: Path) -> None:
    assert paths.settings_path() == isolated_home / "config" / "settings.json"
    assert paths.history_path() == isolated_home / "data" / "history.sqlite3"


def test_without_home_the_platform_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.config_dir().name == "xla-playground"
    assert paths.data_dir().is_absolute()


def test_resources_of_a_checkout() -> None:
    assert paths.resource_dir() == Path(__file__).resolve().parents[2] / "resources"
