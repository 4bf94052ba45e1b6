"""The command line, as a user runs it: output, one sentence on stderr, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from xla_playground.cli.calls import check_model
from xla_playground.cli.program import main
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL
from xla_playground.core.errors import CheckpointError
from xla_playground.core.paths import resource_dir


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "xla_playground", *arguments],
        env=os.environ | {"PYTHONPATH": root},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


def test_more_memory_than_is_free_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    class Memory:
        available = 1000

    monkeypatch.setattr("psutil.virtual_memory", Memory)
    with pytest.raises(CheckpointError, match=r"load it all the same \(--anyway\)"):
        check_model(DEFAULT_MODEL, anyway=False)
    check_model(DEFAULT_MODEL, anyway=True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["generate"], "The prompt is empty"),
        (["generate", "--prompt", ""], "The prompt is empty"),
        (["generate", "--prompt", "a", "--do-sample", "--temperature", "0"], "choose greedy"),
        (["generate", "--prompt", "a", "--do-sample", "--temperature", "nan"], "finite"),
        (["generate", "--prompt", "a", "--do-sample", "--top-p", "1.5"], "top_p must be between"),
        (
            ["generate", "--prompt", "a", "--do-sample", "--min-p", "0.1"],
            "choose the fast recipe",
        ),
        (["generate", "--prompt", "a", "--num-return-sequences", "2"], "add --do-sample"),
        (["generate", "--prompt", "a", "--bad-words", "cat"], "choose the fast recipe"),
        (["generate", "--prompt", "a", "--bad-words-ids", "[[5"], "must be a JSON list"),
        (["generate", "--prompt", "a", "--min-new-tokens", "33"], "more than max_new_tokens 32"),
        (["generate", "--prompt", "a", "--do-sample", "--seed", "7", "-1"], "seed must be between"),
        (
            ["generate", "--prompt", "a", "--do-sample", "--seed=7", "x"],
            "unexpected extra argument",
        ),
        (["generate", "--prompt", "a", "--do-sample", "--seed", "x"], "seed must be a number"),
        (
            ["generate", "--prompt", "a", "--num-beams", "2", "--early-stopping", "maybe"],
            'must be false, true or "never"',
        ),
        (
            ["generate", "--prompt", "a", "--num-beams", "2", "--num-return-sequences", "3"],
            "more than num_beams 2",
        ),
        (["generate", "--prompt", "a", "--max-new-tokens", "1"], "at least 2"),
        (
            ["generate", "--prompt", "a", "--pad-to-multiple-of", "8", "--padding-length", "9"],
            "not both",
        ),
        (
            ["generate", "--prompt", "a", "--padding", "none", "--pad-to-multiple-of", "8"],
            "means --padding multiple",
        ),
        (["generate", "--prompt", "a", "--top-k", "1e3"], "'--top-k'"),
        (["generate", "--prompt", "a", "--repeat", "0"], "'--repeat'"),
        (["generate", "--prompt", "a", "--audio", "b.wav"], "not both"),
        (["generate", "--audio", "b.wav", "--chat"], "switch Chat off"),
        (["generate", "--prompt", "a", "--precision", "int8"], "'--precision'"),
        (["inspect", "--prompt", "a", "--arm", "eager"], "eager has no program of XLA's"),
        (["race", "--prompt", "a", "--lanes", ","], "Name at least one lane"),
        (["history", "note", "1", "a\udcff"], "not valid UTF-8"),
        (["compare", "1", "9"], "is not in the history"),
        (["nothing"], "No such command 'nothing'"),
        (["models", "check", "/no/such"], "There is no model '/no/such'"),
        (["models", "show", "nothing"], "There is no model 'nothing'"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert says in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert said.out == ""


def test_the_process_ends_with_the_code_and_the_sentence() -> None:
    done = run("generate")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("The prompt is empty")
    assert len(done.stderr.strip().splitlines()) == 1


def test_no_display_names_the_demo_and_exits_3(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = run()
    assert done.returncode == 3
    assert "xla-playground demo" in done.stderr


def test_models_are_listed_and_checked_from_any_folder(tmp_path: Path) -> None:
    listed = json.loads(run("models", "list", "--json", cwd=tmp_path).stdout)
    assert "playground-gpt2" in [model["name"] for model in listed]
    shown = json.loads(run("models", "show", "playground-gpt2", "--json", cwd=tmp_path).stdout)
    assert shown["family"] == "gpt2"
    assert shown["licence"] == "apache-2.0"
    assert shown["size_bytes"] <= 12_000_000
    checked = run("models", "check", shown["path"], cwd=tmp_path)
    assert checked.returncode == 0
    assert "5,918,720" in checked.stdout


@pytest.mark.slow
def test_the_first_call_pays_and_the_others_only_run(tmp_path: Path) -> None:
    done = run(
        *("generate", "--model", "playground-gpt2", "--prompt", "TensorFlow is"),
        *("--prompt", "XLA is a compiler", "--max-new-tokens", "32"),
        *("--recipe", "fast", "--repeat", "3", "--json"),
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    calls = [json.loads(line) for line in done.stdout.splitlines()]
    assert [call["call"] for call in calls] == [1, 2, 3]
    assert [call["cache"] for call in calls] == ["miss", "memory", "memory"]
    assert [call["reason"] is None for call in calls] == [False, True, True]
    assert [call["trace_ns"] is None for call in calls] == [False, True, True]
    assert calls[0]["token_ids"] == calls[2]["token_ids"]
    assert (
        calls[0]["padded_length"] == 4
    )  # that of the longest prompt: the fast recipe has no padding
    assert calls[0]["texts"][0].startswith("TensorFlow is")
    assert calls[0]["key"]["capacity"] >= 4 + 32


@pytest.mark.slow
def test_info_tells_versions_devices_paths_and_what_of_the_environment_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XLA_FLAGS", "--xla_dump_to=")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv("USE_TF", "0")
    told = json.loads(run("info", "--json").stdout)
    assert told["tensorflow"].startswith("2.21")
    assert told["devices"]
    assert Path(told["resources"]).is_dir()
    assert told["xla_flags"] == "--xla_dump_to="
    assert told["tf_xla_flags"] == ""
    assert "OMP_NUM_THREADS=1" in told["environment"]
    assert "USE_TF: 0 hides TensorFlow from Transformers" in told["overridden"]
    assert isinstance(told["notices"], list)


@pytest.mark.skipif(sys.platform == "win32", reason="a directory in use cannot be deleted")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["models", "list"], 0),
        (["models", "check", "a/model"], 2),
        (["generate", "--prompt", "a", "--model", "a/model"], 2),
        (["generate", "--audio", "a.wav"], 3),
    ],
)
def test_in_a_deleted_directory(tmp_path: Path, arguments: list[str], code: int) -> None:
    done = run_after(f"mkdir {tmp_path}/gone && cd {tmp_path}/gone && rmdir ../gone", *arguments)
    assert done.returncode == code, done.stderr
    assert ("The current directory was deleted" in done.stderr) is (code != 0)


@pytest.mark.skipif(sys.platform != "linux", reason="ulimit -v")
def test_a_limit_that_tensorflow_does_not_fit_into_is_named() -> None:
    done = run_after("ulimit -v 1000000", "info")
    assert done.returncode == 3
    assert "try without what is set here (note that ulimit -v (1.02 GB) is set)" in done.stderr


def run_after(shell: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program after commands of the shell."""
    root = str(Path(__file__).parent.parent)
    command = (sys.executable, "-m", "xla_playground")
    return subprocess.run(
        ["sh", "-c", f'{shell} && exec "$@"', "sh", *command, *arguments],
        env=os.environ | {"PYTHONPATH": root, "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


def test_a_model_card_is_no_markup(tmp_path: Path) -> None:
    folder = tmp_path / "[bold]"
    shutil.copytree(resource_dir() / "models" / DEFAULT_MODEL, folder)
    (folder / "README.md").write_text("---\nlicense: [/x]\n---\n")
    done = run("models", "check", "[bold]", cwd=tmp_path)
    assert done.returncode == 0
    assert "[bold]" in done.stdout
    assert "[/x]" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["models", "list"], ["models", "list", "--json"]])
def test_output_to_a_full_disk_is_one_sentence(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "xla_playground", *arguments],
            cwd=Path(__file__).parent.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr == "The output cannot be written (No space left on device).\n"


def test_a_locale_without_utf_8_reads_names_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    done = run("models", "check", "/no/süch")
    assert (done.returncode, "There is no model" in done.stderr) == (2, True)
    assert "UTF-8" not in done.stderr


def test_a_terminal_without_unicode(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("COLUMNS", "300")
    folder = tmp_path / "ünï"
    shutil.copytree(resource_dir() / "models" / DEFAULT_MODEL, folder)
    done = run("models", "check", str(folder))
    assert done.returncode == 0
    assert "?n?" in done.stdout
