"""A GPU that is there and not used, on a tree of our own: there need be none."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from xla_playground.engine.platform.gpu import LIBRARIES, gpu_notices, has_nvidia_gpu


def tensorflow(*, gpus: int = 0, is_cuda: bool = True) -> Any:
    return SimpleNamespace(
        __version__="2.21.0",
        config=SimpleNamespace(list_physical_devices=lambda kind: [kind] * gpus),
        test=SimpleNamespace(is_built_with_cuda=lambda: is_cuda),
    )


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a machine with a GPU."""
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "nvidia0").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "is_there"),
    [
        ((), False),
        (("dev/nvidiactl",), False),
        (("dev/nvidia3",), True),
        (("proc/driver/nvidia/gpus/0000:01:00.0",), True),
        (("dev/dxg",), False),
        (("dev/dxg", "usr/lib/wsl/lib/libcuda.so.1"), True),
    ],
)
def test_what_shows_a_gpu(tmp_path: Path, paths: tuple[str, ...], is_there: bool) -> None:
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert has_nvidia_gpu(tmp_path) is is_there


def test_the_missing_library_is_named(root: Path) -> None:
    (notice,) = gpu_notices(tensorflow(), root=root, opens=lambda name: "cusolver" not in name)
    assert notice.id == "gpu_unused"
    assert "calls run on the CPU, because TensorFlow cannot open libcusolver.so.11" in notice.text
    assert 'pip install "tensorflow[and-cuda]==2.21.0"' in notice.text


def test_other_reasons(root: Path) -> None:
    def text(tf: Any, *openable: str) -> str:
        (notice,) = gpu_notices(tf, root=root, opens=lambda name: name in openable)
        return notice.text

    assert "built without CUDA" in text(tensorflow(is_cuda=False))
    assert "libcuda.so.1 cannot be opened" in text(tensorflow())
    assert "nvidia-smi" in text(tensorflow(), "libcuda.so.1", *LIBRARIES)


@pytest.mark.parametrize("hidden", ["", "-1"])
def test_no_notice_unless_a_gpu_is_wanted_and_unused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hidden: str
) -> None:
    assert not gpu_notices(tensorflow(gpus=1), root=root)
    assert not gpu_notices(tensorflow(), root=tmp_path / "empty")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", hidden)
    assert not gpu_notices(tensorflow(), root=root)
