"""``bench peers`` with peers that answer at once; no figure of theirs decides anything."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.bench.fakes import Instant
from xla_playground.bench import contestants, peers, sides
from xla_playground.bench.contestants import SIDES
from xla_playground.bench.peers.kerashub_generate import _as_llama
from xla_playground.bench.running.prompt_of_length import prompt_of_length
from xla_playground.cli.bench import bench_app
from xla_playground.core.call.request import Request
from xla_playground.core.checkpoint.catalog import DEFAULT_MODEL, check_model
from xla_playground.core.errors import EnvironmentFault, RequestError
from xla_playground.core.model.info import ModelInfo

FIELDS = {"side", "model", "first_s", "disk_s", "ms_per_token", "memory_mb", "skipped"}
PEERS = tuple(side for side in SIDES if side not in ("fast", "documented"))
SCRIPTS = sorted(Path(peers.__file__).parent.glob("[!_]*.py"))

#: Notes when it is started, and with which cache; answers as a model that repeats 7.
FAKE_PEER = """
import json, os, sys
name = " ".join([os.environ.get("KERAS_BACKEND", "torch"), *sys.argv[2:]])
cache = os.environ.get("JAX_COMPILATION_CACHE_DIR" if "jax" in name else "TORCHINDUCTOR_CACHE_DIR")
with open(os.environ["FAKE_LOG"], "a") as log:
    log.write(json.dumps([name, cache]) + chr(10))
print(json.dumps({"version": "fake 1", "device": "cpu"}), flush=True)
for line in sys.stdin:
    step = json.loads(line)
    tokens = [step["token_ids"][0] + [7] * step["arguments"]["max_new_tokens"]]
    print(json.dumps({"seconds": 0.5, "token_ids": tokens}), flush=True)
"""


class FakeSide(Instant):
    """Our recipes: as fast as the fake peers, and the same tokens."""

    greeting = {"version": "fake 0", "device": "cpu"}  # noqa: RUF012

    def __init__(self, model: ModelInfo) -> None:
        self._folder = Path(model.path)

    def peak_memory_mb(self) -> float:
        return 100.0

    def run(self, step: Request) -> sides.StepResult:
        _, ids = prompt_of_length(self._folder, 32)
        return sides.StepResult(1.0, 0.5, ((*ids, *[7] * step.options.new_tokens),))


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Replace our recipes, and the peers' scripts, which note their starts in this file."""
    monkeypatch.setattr(contestants, "Guide", FakeSide)
    monkeypatch.setattr(contestants, "Ours", FakeSide)
    monkeypatch.setattr(contestants, "_SCRIPTS", tmp_path)
    for script in SCRIPTS:
        (tmp_path / script.name).write_text(FAKE_PEER)
    monkeypatch.setenv("FAKE_LOG", str(tmp_path / "log"))
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    return tmp_path / "log"


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Modules of the peers' names, for every interpreter that is started."""
    folder = tmp_path / "libraries"
    for name in ("torch", "transformers", "keras_hub", "jax", "tensorflow", "safetensors"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder


def printed(*arguments: str) -> tuple[dict[str, dict[str, Any]], str]:
    """Return the rows by their sides, and what stood on stderr."""
    done = CliRunner().invoke(bench_app, ["peers", "--json", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    figures = json.loads(done.stdout)
    assert {"load_before", "load_after", "cores", "model", "prompt_tokens"} <= set(figures)
    for row in figures["rows"]:
        assert set(row) >= FIELDS
    return {row["side"]: row for row in figures["rows"]}, done.stderr


@pytest.mark.usefixtures("libraries")
def test_every_side_has_its_figures() -> None:
    rows, told = printed("--runs", "2", "--max-new-tokens", "10", "--peer-python", sys.executable)
    assert tuple(rows) == SIDES
    assert told == ""
    for side, row in rows.items():
        assert row["skipped"] is None
        assert row["first_s"] == (0.5 if side in PEERS else 1.0)
        assert row["ms_per_token"] == 50.0
        assert row["ms_per_token_spread"] == [50.0, 50.0]
        assert row["tokens_equal"] is True
        assert row["device"] == "cpu"
        has_disk = side in ("fast", "pytorch-compiled", "kerashub-jax")
        assert (row["disk_s"] is not None) is has_disk
        assert row["memory_mb"] > 1


@pytest.mark.usefixtures("libraries")
def test_sides_alternate_and_only_a_second_process_finds_the_cache(log: Path) -> None:
    printed("--runs", "2", "--peer-python", sys.executable)
    starts = [json.loads(line) for line in log.read_text().splitlines()]
    forwards = ["torch eager", "torch compiled", "torch compiled", "jax", "jax", "tensorflow"]
    assert [name for name, _ in starts] == forwards + forwards[::-1]
    for name in ("jax", "torch compiled"):
        first, again, third, last = (cache for started, cache in starts if started == name)
        assert first == again != third == last


def test_peers_that_are_absent_are_a_sentence_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contestants, "_LOOK", "print('[[], []]')")
    rows, told = printed("--runs", "1")
    assert rows["fast"]["skipped"] is rows["documented"]["skipped"] is None
    for side in PEERS:
        assert rows[side]["skipped"] in told
        assert rows[side]["first_s"] is rows[side]["tokens_equal"] is None
    assert "xla-playground[torch]" in rows["pytorch-eager"]["skipped"]
    assert "--peer-python PATH" in rows["kerashub-jax"]["skipped"]
    assert len(told.splitlines()) == len(PEERS)


def test_an_interpreter_without_the_libraries_is_a_sentence(tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    rows, _ = printed("--runs", "1", "--torch-python", none, "--peer-python", sys.executable)
    assert f"{none} is not a Python that runs" in rows["pytorch-eager"]["skipped"]
    assert f"{sys.executable} lacks keras_hub and jax" in rows["kerashub-jax"]["skipped"]


@pytest.mark.usefixtures("libraries")
def test_a_peer_that_fails_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "kerashub_generate.py").write_text("raise ValueError('no such model')")
    rows, told = printed("--runs", "2", "--peer-python", sys.executable, "--side", "kerashub-jax")
    assert set(rows) == {"kerashub-jax"}
    assert "KerasHub on JAX ended with code 1: ValueError: no such model" in told


@pytest.mark.usefixtures("libraries")
def test_other_tokens_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    class OtherTokens(FakeSide):
        def run(self, step: Request) -> sides.StepResult:
            return sides.StepResult(1.0, 0.5, ((7,),))

    monkeypatch.setattr(contestants, "Guide", OtherTokens)
    rows, _ = printed("--runs", "1", "--side", "fast", "--side", "documented")
    assert [row["tokens_equal"] for row in rows.values()] == [True, False]


def test_a_side_against_itself() -> None:
    arguments = ["peers", "--self", "--runs", "2", "--json"]
    done = CliRunner().invoke(bench_app, arguments, catch_exceptions=False)
    figures = json.loads(done.stdout)
    assert (figures["side"], figures["ratio"], figures["is_even"]) == ("fast", 1.0, True)
    with pytest.raises(EnvironmentFault, match="--peer-python PATH"):
        CliRunner().invoke(
            bench_app, [*arguments, "--side", "kerashub-jax"], catch_exceptions=False
        )


def test_a_table_for_people() -> None:
    arguments = ["peers", "--runs", "1", "--side", "fast"]
    done = CliRunner().invoke(bench_app, arguments, catch_exceptions=False)
    assert "ms/token" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--side", "jax"], "There is no side jax"),
        (["--model", "playground-t5"], "has an encoder"),
    ],
)
def test_what_cannot_be_measured_is_refused(arguments: list[str], says: str) -> None:
    with pytest.raises(RequestError, match=says):
        CliRunner().invoke(bench_app, ["peers", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("model", [DEFAULT_MODEL, "playground-opt"])
def test_a_prompt_has_the_tokens_that_were_asked_for(model: str) -> None:
    prompt, ids = prompt_of_length(Path(check_model(model).path), 32)
    assert len(ids) == 32
    assert prompt.startswith("A compiler")


def test_a_prompt_that_cannot_be_made_is_refused() -> None:
    with pytest.raises(RequestError, match="makes no 4000 tokens"):
        prompt_of_length(Path(check_model(DEFAULT_MODEL).path), 4000)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_needs_nothing_of_this_package(script: Path) -> None:
    imports = [node for node in ast.walk(ast.parse(script.read_text()))]
    relative = [node for node in imports if isinstance(node, ast.ImportFrom) and node.level]
    assert not relative
    assert "import xla_playground" not in script.read_text()


@pytest.mark.parametrize(
    ("values", "is_llama"),
    [
        ({"sliding_window": None, "tie_word_embeddings": True}, True),
        ({"sliding_window": 4096, "tie_word_embeddings": True}, False),
        ({"sliding_window": None, "tie_word_embeddings": False}, False),
    ],
)
def test_a_mistral_without_a_window_is_a_llama(
    tmp_path: Path, values: dict[str, Any], is_llama: bool
) -> None:
    folder, copy = tmp_path / "folder", tmp_path / "copy"
    folder.mkdir()
    copy.mkdir()
    (folder / "config.json").write_text(json.dumps({"model_type": "mistral", **values}))
    (folder / "model.safetensors").write_text("weights")
    preset = _as_llama(folder, copy)
    config = json.loads((preset / "config.json").read_text())
    assert config["model_type"] == ("llama" if is_llama else "mistral")
    assert (preset / "model.safetensors").read_text() == "weights"
    assert json.loads((folder / "config.json").read_text())["model_type"] == "mistral"
