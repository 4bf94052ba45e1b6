"""``models`` in a process of its own: what is printed where, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.core.examples import write_model
from tests.library.stand_in_server import COMMIT, StandIn, served
from tests.library.tiny_llama import write_llama
from xla_playground.core.checkpoint.catalog import pulled_folder


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StandIn]:
    folder = write_model(tmp_path / "toy")
    with served() as stand_in:
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
        stand_in.add_hub_model("owner/toy", files)
        yield stand_in


def start(*arguments: str, hub: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "xla_playground", "models", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
        env=os.environ | {"HF_ENDPOINT": hub, "COLUMNS": "120"},
    )


def test_pull_then_list(server: StandIn) -> None:
    process = start("pull", "owner/toy", "--json", hub=server.url)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    messages = [json.loads(line) for line in output.splitlines()]
    assert {message["kind"] for message in messages} == {"progress", "done"}
    output, _ = start("list", "--json").communicate(timeout=60)
    sources = {model["name"]: model["source"] for model in json.loads(output)}
    assert sources["owner/toy"] == "hub"
    assert sources["playground-gpt2"] == "bundled"
    assert sources["smollm2-135m-instruct"] == "pullable"


def test_ctrl_c_cancels_and_says_that_it_goes_on(server: StandIn) -> None:
    server.stall_after[f"/owner/toy/resolve/{COMMIT}/model.safetensors"] = 300
    process = start("pull", "owner/toy", hub=server.url)
    assert server.stalled.wait(60)
    children = psutil.Process(process.pid).children()
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert output == ""
    assert "Cancelled: pull again, and it goes on where it was." in errors
    assert children
    assert not psutil.wait_procs(children, timeout=5)[1]


def test_what_cannot_be_pulled_is_one_sentence() -> None:
    process = start("pull", "nope")
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (2, "")
    assert errors.strip().startswith("'nope' cannot be pulled: give one of")


def test_a_gguf_file_is_checked_and_not_imported(tmp_path: Path, isolated_home: Path) -> None:
    path = write_llama(tmp_path / "toy.gguf", kind="Q4_0")
    output, errors = start("check", str(path)).communicate(timeout=60)
    assert "Llama as Mistral" in output, errors
    assert not isolated_home.exists()


def test_what_a_folder_says_in_vain_is_named_on_stderr(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy", unsloth_version="2025.1")
    for arguments in ([str(folder)], [str(folder), "--json"]):
        process = start("check", *arguments)
        output, errors = process.communicate(timeout=60)
        assert process.returncode == 0
        assert errors == (
            "toy/config.json has fields that no GPT-2 model reads; they are ignored: "
            "unsloth_version.\n"
        )
    assert json.loads(output)["notices"][0]["id"] == "ignored_fields"


def test_a_configuration_that_means_what_is_not_computed(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "toy", activation_function="__import__('os')")
    process = start("check", str(folder))
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (2, "")
    assert "activation_function = \"__import__('os')\", but it must be an activation" in errors


def test_remove_wants_a_yes_where_nobody_can_be_asked() -> None:
    folder = write_model(pulled_folder("owner/toy"))
    process = start("remove", "owner/toy")
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (2, "")
    assert errors.strip() == "Nobody can be asked: add --yes to remove owner/toy."
    assert folder.is_dir()
    output, _ = start("remove", "owner/toy", "--yes", "--json").communicate(timeout=60)
    freed = json.loads(output)
    assert freed["removed"] == "owner/toy"
    assert freed["freed_bytes"] > 0
    assert not folder.exists()
