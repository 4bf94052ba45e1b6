"""The window and the command line get the same engine, with the limits of the settings."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from xla_playground.assembly import make_engine
from xla_playground.cli.program import app
from xla_playground.core.paths import settings_path
from xla_playground.core.window.settings import Settings, save_settings
from xla_playground.engine import XlaEngine
from xla_playground.worker.__main__ import _made_engine, _parsed
from xla_playground.worker.client import EngineClient

SETTINGS = Settings(max_specializations=3, store_limit_mb=0)


def test_an_engine_in_this_process_has_the_limits() -> None:
    engine = make_engine(SETTINGS, in_process=True)
    assert isinstance(engine, XlaEngine)
    assert engine._cache._bound == 3
    assert engine._store is None


def test_a_worker_is_given_the_limits() -> None:
    engine = make_engine(SETTINGS, in_process=False)
    assert isinstance(engine, EngineClient)
    command = list(engine._command)
    assert command[command.index("--max-specializations") + 1] == "3"
    assert command[command.index("--store-limit-bytes") + 1] == "0"


def test_a_worker_makes_its_engine_with_them() -> None:
    client = make_engine(SETTINGS, in_process=False)
    assert isinstance(client, EngineClient)
    command = list(client._command)
    words = command[command.index("xla_playground.worker") + 1 :]
    engine = _made_engine(_parsed(words))
    assert engine._cache._bound == 3
    assert engine._store is None


def test_the_command_line_reads_the_limits_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, bool]] = []

    def refuse(settings: Settings, *, in_process: bool) -> None:
        asked.append((settings.max_specializations, in_process))
        raise KeyboardInterrupt

    save_settings(SETTINGS, settings_path())
    monkeypatch.setattr("xla_playground.cli.shared.make_engine", refuse)
    for arguments in ([], ["--in-process"]):
        CliRunner().invoke(app, ["generate", "--prompt", "a", *arguments])
    assert asked == [(3, False), (3, True)]
