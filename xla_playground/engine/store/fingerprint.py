"""The surroundings that a stored specialization depends on, besides its key and its model."""

from __future__ import annotations

import hashlib
import os
import platform
from pathlib import Path

from ... import __version__
from ..platform.executable_folder import user_flags
from ..protocols.models import Transformers
from ..protocols.tensorflow import TensorFlow
from ..rewrites.products_in_pieces import threads

#: Packages whose code may change a graph or a token.
_PACKAGES = ("core", "engine")

#: Flags of XLA that write files and change no code.
_DUMP_FLAGS = "--xla_dump_"

#: Variables other than flags that change how TensorFlow computes.
_COMPUTING = ("TF_DETERMINISTIC_OPS", "TF_ENABLE_ONEDNN_OPTS", "NVIDIA_TF32_OVERRIDE")


def device_names(tf: TensorFlow) -> tuple[str, ...]:
    """Return the devices that TensorFlow sees, by product name if known, else by type."""
    names = []
    for device in tf.config.list_physical_devices():
        details = tf.config.experimental.get_device_details(device)
        names.append(details.get("device_name", device.device_type))
    return tuple(names)


def device_in_use(tf: TensorFlow) -> str:
    """Return the device that programs run on: the first GPU's product name, or ``CPU``."""
    gpus = tf.config.list_physical_devices("GPU")
    return device_names(tf)[-len(gpus)] if gpus else "CPU"


def surroundings(tf: TensorFlow, transformers: Transformers) -> dict[str, str]:
    """Return versions, devices, processor and flags by name.

    Executables made under other values are unusable.
    """
    details = [
        str(sorted(tf.config.experimental.get_device_details(device).items()))
        for device in tf.config.list_physical_devices()
    ]
    return {
        "xla_playground": __version__,
        "code": _code_digest(),
        "tensorflow": tf.__version__,
        "transformers": transformers.__version__,
        "devices": "; ".join((*device_names(tf), *details)),
        "processor": _processor(),
        "threads": str(threads()),
        "xla_flags": _code_flags(os.environ.get("XLA_FLAGS", "")),
        "tf_xla_flags": user_flags(),
        "environment": str([os.environ.get(name) for name in _COMPUTING]),
    }


def _processor() -> str:
    """Return the processor's model and features; XLA compiles for exactly these."""
    try:
        first = Path("/proc/cpuinfo").read_text("utf-8", errors="replace").split("\n\n")[0]
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    told = ("vendor_id", "cpu family", "model", "model name", "flags", "Features", "CPU part")
    lines = [line for line in first.splitlines() if line.split("\t")[0].strip() in told]
    return f"{platform.machine()} {lines}"


def _code_digest() -> str:
    """Return the SHA-256 of the sources of ``_PACKAGES``, or "" if sources are not installed."""
    package = Path(__file__).resolve().parents[2]
    digest = hashlib.sha256()
    for name in _PACKAGES:
        for path in sorted((package / name).rglob("*.py")):
            try:
                digest.update(f"{path.relative_to(package)}\0".encode() + path.read_bytes())
            except OSError:
                return ""
    return digest.hexdigest()


def _code_flags(flags: str) -> str:
    """Return the flags of XLA that can change its code."""
    return " ".join(flag for flag in flags.split() if not flag.startswith(_DUMP_FLAGS))
