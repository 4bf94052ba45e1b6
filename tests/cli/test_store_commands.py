"""``store``: the limits that were set in the window hold on the command line as well."""

from __future__ import annotations

import json

from typer.testing import CliRunner, Result

from xla_playground.cli.program import app
from xla_playground.core.errors import RequestError
from xla_playground.core.paths import settings_path
from xla_playground.core.settings import Settings, save_settings


def store(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["store", *arguments])


def limit_store(megabytes: int) -> None:
    save_settings(Settings(store_limit_mb=megabytes), settings_path())


def test_the_limit_of_the_window_is_the_limit() -> None:
    assert json.loads(store("show", "--json").stdout)["limit_bytes"] == 2_000_000_000
    limit_store(7000)
    told = json.loads(store("show", "--json").stdout)
    assert told["limit_bytes"] == 7_000_000_000
    assert told["entries"] == []


def test_where_nothing_is_stored_nothing_is_prepared() -> None:
    limit_store(0)
    refused = store("warm", "--length", "16").exception
    assert isinstance(refused, RequestError)
    assert "raise it in the Specializations tab" in str(refused)


def test_settings_that_cannot_be_read_are_said_and_the_defaults_taken() -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text("{")
    done = store("show", "--json")
    assert json.loads(done.stdout)["limit_bytes"] == 2_000_000_000
    assert "set aside" in done.stderr
