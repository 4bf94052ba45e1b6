"""Whether TensorFlow uses a GPU of this machine, and why it does not."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path

from ...core.notice import Notice
from ..protocols.tensorflow import TensorFlow

#: What TensorFlow 2.21 opens for a GPU; without any one of them it uses none.
LIBRARIES = (
    "libcudart.so.12",
    "libcublas.so.12",
    "libcublasLt.so.12",
    "libcufft.so.11",
    "libcusolver.so.11",
    "libcusparse.so.12",
    "libcudnn.so.9",
    "libnccl.so.2",
)
_DRIVER = "libcuda.so.1"


def uses_gpu(tf: TensorFlow) -> bool:
    """Return whether TensorFlow computes on a GPU."""
    return bool(tf.config.list_physical_devices("GPU"))


def has_nvidia_gpu(root: Path = Path("/")) -> bool:
    """Return whether an NVIDIA GPU and its kernel driver are there, also under WSL."""
    if any((root / "dev").glob("nvidia[0-9]*")):
        return True
    if any((root / "proc/driver/nvidia/gpus").glob("*")):
        return True
    return (root / "dev/dxg").exists() and (root / "usr/lib/wsl/lib" / _DRIVER).exists()


def gpu_notices(
    tf: TensorFlow, *, root: Path = Path("/"), opens: Callable[[str], bool] | None = None
) -> tuple[Notice, ...]:
    """Return the notice ``gpu_unused`` if TensorFlow does not use the GPU that is there.

    A GPU that ``CUDA_VISIBLE_DEVICES`` hides is left alone on purpose.

    Args:
        opens: whether the dynamic linker finds a library.
    """
    is_hidden = os.environ.get("CUDA_VISIBLE_DEVICES", "0").strip() in ("", "-1")
    if is_hidden or not has_nvidia_gpu(root) or uses_gpu(tf):
        return ()
    opens = opens or _opens
    packages = f'pip install "tensorflow[and-cuda]=={tf.__version__}"'
    if not tf.test.is_built_with_cuda():
        why = f"TensorFlow is built without CUDA: run {packages}"
    elif not opens(_DRIVER):
        why = f"{_DRIVER} cannot be opened: install the NVIDIA driver again"
    elif missing := [name for name in LIBRARIES if not opens(name)]:
        why = (
            f"TensorFlow cannot open {', '.join(missing)}: run {packages}, or name the folder of "
            "these libraries in LD_LIBRARY_PATH before the start"
        )
    else:
        why = "TensorFlow does not find it though its libraries open: see what nvidia-smi prints"
    text = f"There is an NVIDIA GPU, but calls run on the CPU, because {why}."
    return (Notice(id="gpu_unused", text=text),)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
