"""What a stored specialization depends on besides its key and its model."""

from __future__ import annotations

import hashlib
import os
import platform
from pathlib import Path
from typing import Any

from .. import __version__
from .staging import user_flags
from .while_tracing import threads

#: Modules whose code decides what is traced: a change of theirs makes other functions.
_TRACING_MODULES = (
    "recipes.py",
    *(f"loops/{path.name}" for path in sorted((Path(__file__).parent / "loops").glob("*.py"))),
    "layer_reuse.py",
    "lean_generation.py",
    "mended_models.py",
    "portable_function.py",
    "slow_conversions.py",
    "while_tracing.py",
)

#: Variables, flags apart, by which TensorFlow computes in another way.
_COMPUTING = ("TF_DETERMINISTIC_OPS", "TF_ENABLE_ONEDNN_OPTS", "NVIDIA_TF32_OVERRIDE")


def device_names(tf: Any) -> tuple[str, ...]:
    """The devices that TensorFlow sees, as people know them."""
    names = []
    for device in tf.config.list_physical_devices():
        details = tf.config.experimental.get_device_details(device)
        names.append(details.get("device_name", device.device_type))
    return tuple(names)


def surroundings(tf: Any, transformers: Any) -> dict[str, str]:
    """Versions, devices, processor and flags by name: executables of others are of no use here."""
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
        "xla_flags": os.environ.get("XLA_FLAGS", ""),
        "tf_xla_flags": user_flags(),
        "environment": str([os.environ.get(name) for name in _COMPUTING]),
    }


def _processor() -> str:
    """The processor's model and features; XLA compiles for exactly these."""
    try:
        first = Path("/proc/cpuinfo").read_text("utf-8", errors="replace").split("\n\n")[0]
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    told = ("vendor_id", "cpu family", "model", "model name", "flags", "Features", "CPU part")
    lines = [line for line in first.splitlines() if line.split("\t")[0].strip() in told]
    return f"{platform.machine()} {lines}"


def _code_digest() -> str:
    """Of the tracing modules' source; empty where it is not shipped, and the version must do."""
    digest = hashlib.sha256()
    for name in _TRACING_MODULES:
        try:
            digest.update((Path(__file__).parent / name).read_bytes())
        except OSError:
            return ""
    return digest.hexdigest()
