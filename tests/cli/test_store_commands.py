"""``store``: the limits that were set in the window hold on the command line as well."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from xla_playground.cli.program import app
from xla_playground.core.call.request import Request
from xla_playground.core.errors import RequestError
from xla_playground.core.paths import settings_path, store_dir
from xla_playground.core.store.parts import UNKNOWN
from xla_playground.core.window.settings import Settings, save_settings

#: Two entries as 0.1.0 wrote them, without the graphs and executables behind their manifests.
OLD_STORE = Path(__file__).parents[1] / "data" / "store-0.1.0"


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


def test_entries_of_version_0_1_0_are_listed_and_removed() -> None:
    shutil.copytree(OLD_STORE, store_dir())
    told = json.loads(store("show", "--json").stdout)
    assert {entry["label"] for entry in told["entries"]} == {
        "playground-gpt2 · xla fast · greedy/sampling · 1×32+≤16",
        "playground-gpt2 · xla fast · beam 2 · 2×32+≤16",
    }
    assert all(entry["first_ns"] > 1_000_000_000 for entry in told["entries"])
    assert "2 in " in store("show").stdout
    cleared = json.loads(store("clear", "--json").stdout)
    assert cleared == {"removed": 2, "freed_bytes": told["size_bytes"]}
    assert json.loads(store("show", "--json").stdout)["entries"] == []


def test_where_nothing_is_stored_nothing_is_prepared() -> None:
    limit_store(0)
    refused = store("warm", "--capacity", "256").exception
    assert isinstance(refused, RequestError)
    assert "raise it in the Specializations tab" in str(refused)


def test_settings_that_cannot_be_read_are_said_and_the_defaults_taken() -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text("{")
    done = store("show", "--json")
    assert json.loads(done.stdout)["limit_bytes"] == 2_000_000_000
    assert "set aside" in done.stderr


class _Recorded:
    """Takes the place of a warm-up, which would start a worker."""

    requests: tuple[Request, ...] = ()

    def __init__(self, **_: Any) -> None:
        pass

    def start(self, requests: tuple[Request, ...], _progress: Any, on_done: Any) -> None:
        _Recorded.requests = requests
        on_done(None)

    def wait(self) -> None:
        pass


@pytest.fixture
def warmed(monkeypatch: pytest.MonkeyPatch) -> type[_Recorded]:
    monkeypatch.setattr("xla_playground.worker.warm_up.WarmUp", _Recorded)
    return _Recorded


def test_a_decoder_only_model_is_warmed_by_capacities(warmed: type[_Recorded]) -> None:
    done = store("warm", "--capacity", "256", "--capacity", "512", "--batch", "2")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [r.padding.capacity for r in warmed.requests] == [256, 512]
    done = store("warm", "--length", "64", "--max-new-tokens", "48")
    assert "--length is not read" in done.stderr
    assert "--max-new-tokens is not read any more" in done.stderr
    assert [r.padding.capacity for r in warmed.requests] == [256]


def test_an_encoder_decoder_model_is_warmed_by_source_buckets(warmed: type[_Recorded]) -> None:
    done = store("warm", "--model", "playground-t5", "--length", "32", "--length", "64")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [r.padding.length for r in warmed.requests] == [32, 64]
    assert {r.padding.capacity for r in warmed.requests} == {256}


def test_speech_has_nothing_to_warm(warmed: type[_Recorded]) -> None:
    refused = store("warm", "--model", "playground-whisper").exception
    assert isinstance(refused, RequestError)
    assert "its first call prepares it" in str(refused)


@pytest.mark.slow
def test_why_names_what_differs() -> None:
    shutil.copytree(OLD_STORE, store_dir())
    store_dir().chmod(0o700)
    entries = json.loads(store("show", "--why", "--json").stdout)["entries"]
    assert [entry["why_not"] for entry in entries] == [UNKNOWN.text] * 2
    assert all("why_not" not in e for e in json.loads(store("show", "--json").stdout)["entries"])
    table = " ".join(store("show", "--why").stdout.split())
    assert "Of use here" in table
    assert "no: it was stored by another" in table
