"""Find out whether TensorFlow uses the machine's GPU, and if not, why."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path

from ...core.messages import engine as messages
from ...core.messages.message import Message
from ..protocols.tensorflow import TensorFlow

#: Libraries that TensorFlow 2.21 opens for a GPU; if one of them is missing, it uses no GPU.
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
    """Return whether the machine has an NVIDIA GPU and its kernel driver, also under WSL."""
    if any((root / "dev").glob("nvidia[0-9]*")):
        return True
    if any((root / "proc/driver/nvidia/gpus").glob("*")):
        return True
    return (root / "dev/dxg").exists() and (root / "usr/lib/wsl/lib" / _DRIVER).exists()


def gpu_notices(
    tf: TensorFlow, *, root: Path = Path("/"), opens: Callable[[str], bool] | None = None
) -> tuple[Message, ...]:
    """Return the notice ``gpu_unused`` if TensorFlow does not use the GPU that is there.

    A GPU that ``CUDA_VISIBLE_DEVICES`` hides is unused on purpose: no notice.

    Args:
        opens: whether the dynamic linker finds a library.
    """
    is_hidden = os.environ.get("CUDA_VISIBLE_DEVICES", "0").strip() in ("", "-1")
    if is_hidden or not has_nvidia_gpu(root) or uses_gpu(tf):
        return ()
    opens = opens or _opens
    packages = f'pip install "tensorflow[and-cuda]=={tf.__version__}"'
    if not tf.test.is_built_with_cuda():
        why = messages.BUILT_WITHOUT_CUDA(command=packages)
    elif not opens(_DRIVER):
        why = messages.NO_DRIVER(library=_DRIVER)
    elif missing := tuple(name for name in LIBRARIES if not opens(name)):
        why = messages.NO_LIBRARIES(libraries=missing, command=packages)
    else:
        why = messages.NO_GPU_FOUND()
    return (messages.GPU_UNUSED(why=why),)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
