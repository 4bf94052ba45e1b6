"""The lock of commands that measure."""

from __future__ import annotations

from pathlib import Path

import typer
from typer.testing import CliRunner

from xla_playground.cli.bench import hold_checks
from xla_playground.core.files.measuring import is_measured, measuring
from xla_playground.core.paths import measuring_path


def test_it_is_held_by_several_until_the_last_one_ends(tmp_path: Path) -> None:
    path = tmp_path / "new" / "measuring"
    assert not is_measured(path)
    with measuring(path):
        with measuring(path):
            assert is_measured(path)
        assert is_measured(path)
    assert not is_measured(path)


def test_a_folder_that_cannot_be_made_stops_no_measurement(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "measuring"
    with measuring(path):
        assert not is_measured(path)


def test_each_command_of_bench_holds_it() -> None:
    app = typer.Typer()
    app.callback()(hold_checks)
    seen: list[bool] = []
    app.command("look")(lambda: seen.append(is_measured(measuring_path())))
    assert CliRunner().invoke(app, ["look"]).exit_code == 0
    assert seen == [True]
    assert not is_measured(measuring_path())


def test_the_lock_of_a_process_that_died_counts_for_nothing_and_is_removed(tmp_path: Path) -> None:
    left = tmp_path / "1-dead.lock"
    left.write_text("")
    assert not is_measured(tmp_path)
    assert not left.exists()
    with measuring(tmp_path):
        assert is_measured(tmp_path)
    assert not list(tmp_path.iterdir())
