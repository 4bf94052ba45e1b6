"""The environment of a worker, and flags that keep it from starting."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from xla_playground.core.call.record import TokenRole
from xla_playground.core.call.request import Request
from xla_playground.core.engine.engine import EngineStatus, Phase
from xla_playground.core.errors import EnvironmentFault, WorkerDied
from xla_playground.worker.client import EngineClient
from xla_playground.worker.environment import worker_environment
from xla_playground.worker.flags import check_flags

SCRIPT = str(Path(__file__).with_name("scripted_worker.py"))


@pytest.fixture
def picky() -> Iterator[EngineClient]:
    """A worker that does not start with the flag ``--misspelt``."""
    client = EngineClient(command=[sys.executable, SCRIPT, "picky"])
    yield client
    client.close()


def test_the_users_variables_are_kept_unless_the_engine_needs_others() -> None:
    environ = {"PATH": "/bin", "USE_TF": "0", "PYTHONOPTIMIZE": "2", "PYTHONPATH": "/mine"}
    made = worker_environment(environ, ())
    assert made["PATH"] == "/bin"
    assert made["USE_TF"] == "1"
    assert "PYTHONOPTIMIZE" not in made
    assert made["PYTHONPATH"].endswith(f"{os.pathsep}/mine")
    assert made["TF_FORCE_GPU_ALLOW_GROWTH"] == "true"
    assert "LD_LIBRARY_PATH" not in made
    kept = worker_environment({"TF_FORCE_GPU_ALLOW_GROWTH": "false"}, ())
    assert kept["TF_FORCE_GPU_ALLOW_GROWTH"] == "false"


@pytest.mark.skipif(sys.platform != "linux", reason="the linker of Linux")
def test_libraries_beside_tensorflow_are_found(tmp_path: Path) -> None:
    module = pytest.importorskip("_json")
    if not hasattr(module, "__file__"):
        pytest.skip("a Python whose modules are no libraries")
    folder = tmp_path / "site" / "nvidia" / "cusolver" / "lib"
    folder.mkdir(parents=True)
    library = "libcusolver_of_a_test.so.11"
    shutil.copy(module.__file__, folder / library)  # any library does
    made = worker_environment({"LD_LIBRARY_PATH": "/mine"}, ("", str(tmp_path / "site")))
    assert made["LD_LIBRARY_PATH"] == f"/mine:{folder}"
    for environ, code in ((os.environ, 1), (os.environ | made, 0)):
        done = subprocess.run(
            [sys.executable, "-c", f"import ctypes; ctypes.CDLL({library!r})"],
            env=dict(environ),
            stderr=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == code


def test_a_flag_that_ends_the_worker_is_named(
    picky: EngineClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XLA_FLAGS", "--known=1 --misspelt=2")
    statuses: list[EngineStatus] = []
    with pytest.raises(EnvironmentFault, match=r"flags in XLA_FLAGS \(--misspelt=2\): correct"):
        picky.start(statuses.append)
    assert Phase.STOPPED not in [status.phase for status in statuses]  # it would start again
    monkeypatch.setenv("XLA_FLAGS", "--known=1")
    picky.start(statuses.append)
    assert picky.generate(Request(model="m", prompts=("a",))).call == 1


def test_flags_of_both_variables(picky: EngineClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XLA_FLAGS", "--misspelt=1")
    monkeypatch.setenv("TF_XLA_FLAGS", "--misspelt=2")
    with pytest.raises(EnvironmentFault, match=r"XLA_FLAGS \(.*=1\) and TF_XLA_FLAGS \(.*=2\)"):
        picky.start(lambda status: None)


def test_a_death_that_flags_do_not_cause_is_not_blamed_on_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XLA_FLAGS", "--known=1")
    client = EngineClient(command=[sys.executable, SCRIPT, "die-at-start"])
    statuses: list[EngineStatus] = []
    try:
        with pytest.raises(WorkerDied, match="note that XLA_FLAGS=--known=1 is set"):
            client.start(statuses.append)
        assert statuses[-1].phase is Phase.STOPPED
    finally:
        client.close()


def test_a_bug_in_the_start_is_a_sentence() -> None:
    client = EngineClient(command=[sys.executable, SCRIPT, "raise-at-start"])
    try:
        with pytest.raises(Exception, match="ZeroDivisionError: a bug at the start"):
            client.start(lambda status: None)
    finally:
        client.close()


def test_without_flags_nothing_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XLA_FLAGS", raising=False)
    monkeypatch.delenv("TF_XLA_FLAGS", raising=False)
    monkeypatch.setattr("xla_playground.worker.client.EngineClient.start", None)
    check_flags()


# ------------------------------------------------------------------ the real worker


def generate() -> tuple[list[int], int | None]:
    """Return the tokens and the compile time of a call in a real worker."""
    client = EngineClient()
    try:
        client.start(lambda status: None)
        request = Request.parse(
            {
                "model": "playground-gpt2",
                "prompts": ("hi",),
                "options": {"max_new_tokens": 4},
                "recipe": "fast",
            }
        )
        record = client.generate(request)
        assert not record.notices
        tokens = [t.id for t in record.sequences[0].tokens if t.role is not TokenRole.PADDING]
        return tokens, record.compile_ns
    finally:
        client.close()


#: "hi" and what greedy search says to it.
TOKENS = [72, 73, 2, 271, 405, 12]
#: Set for other programs, or by mistake; none may change a call.
HARMLESS = {
    "USE_TF": "0",
    "USE_TORCH": "1",
    "USE_FLAX": "1",
    "FORCE_TF_AVAILABLE": "1",
    "TF_USE_LEGACY_KERAS": "0",
    "TF2_BEHAVIOR": "0",
    "KERAS_BACKEND": "banana",
    "TRANSFORMERS_OFFLINE": "0",
    "TRANSFORMERS_VERBOSITY": "banana",
    "HF_HUB_OFFLINE": "0",
    "HF_HUB_ETAG_TIMEOUT": "banana",
    "HF_HOME": "/proc/none",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_CPP_VMODULE": "banana",
    "TF_CPP_MAX_VLOG_LEVEL": "1",
    "TF_CPP_VLOG_FILENAME": "/dev/null",
    "TF_DETERMINISTIC_OPS": "1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_FORCE_GPU_ALLOW_GROWTH": "banana",
    "TF_NUM_INTRAOP_THREADS": "banana",
    "TF_XLA_FLAGS": "--tf_xla_auto_jit=2",
    "CUDA_VISIBLE_DEVICES": "-1",
    "OMP_NUM_THREADS": "1",
    "PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION": "banana",
    "PYTHONOPTIMIZE": "2",
    "PYTHONWARNINGS": "error",
    "PYTHONSAFEPATH": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONINSPECT": "1",
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "ascii",
    "LC_ALL": "C",
    "LANG": "xx_YY.banana",
    "TMPDIR": "/nonexistent",
    "XDG_CACHE_HOME": "relative/cache",
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a directory in use cannot be deleted")
def test_all_of_it_at_once_in_a_deleted_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in HARMLESS.items():
        monkeypatch.setenv(name, value)
    keras = tmp_path / ".keras" / "keras.json"
    keras.parent.mkdir()
    keras.write_text('{"floatx": "float16"}')
    monkeypatch.setenv("HOME", str(tmp_path))
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    tokens, compile_ns = generate()
    assert tokens == TOKENS
    assert compile_ns


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", HARMLESS)
def test_each_of_it_alone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, HARMLESS[name])
    tokens, compile_ns = generate()
    assert tokens == TOKENS
    assert compile_ns


@pytest.mark.slow
def test_a_misspelt_flag_in_process_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XLA_FLAGS", "--xla_dump_to= --xla_cpu_misspelt=1")
    with pytest.raises(EnvironmentFault, match=r"XLA_FLAGS \(--xla_cpu_misspelt=1\)"):
        check_flags()


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TF_XLA_FLAGS", "--tf_xla_misspelt=1"),
        ("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=banana"),
        ("XLA_FLAGS", "/nonexistent/flags"),
    ],
)
def test_other_flags_that_end_tensorflow(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(EnvironmentFault, match=f"flags in {name} \\({value}\\)"):
        check_flags()


@pytest.mark.parametrize(
    ("name", "text"), [("tensorflow", "import nothing_of_that_name"), ("transformers", "x = 1")]
)
def test_a_module_that_hides_the_installed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    (tmp_path / f"{name}.py").write_text(text)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(EnvironmentFault, match="try without PYTHONPATH, which puts"):
        generate()


def test_the_folder_of_an_engine_in_this_process_is_not_handed_on() -> None:
    own = "--tf_xla_persistent_cache_directory=/dev/shm/xla-playground-0-77-abc"
    assert "TF_XLA_FLAGS" not in worker_environment({"TF_XLA_FLAGS": own})
    both = worker_environment({"TF_XLA_FLAGS": f"--tf_xla_auto_jit=2 {own}"})
    assert both["TF_XLA_FLAGS"] == "--tf_xla_auto_jit=2"
