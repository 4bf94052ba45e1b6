"""What a started engine says of itself."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping

from ..core.engine.engine import EngineInfo
from .memory import resident_bytes
from .platform.executable_folder import user_flags
from .platform.gpu import gpu_notices
from .protocols.models import Transformers
from .protocols.tensorflow import TensorFlow
from .rewrites.notices import rewrite_notices
from .store.fingerprint import device_names


def engine_info(
    tf: TensorFlow, transformers: Transformers, made_with: Mapping[str, str]
) -> EngineInfo:
    """Return versions, devices, flags and notices of this process.

    Args:
        made_with: see ``store.fingerprint.surroundings``.
    """
    return EngineInfo(
        pid=os.getpid(),
        python=platform.python_version(),
        tensorflow=tf.__version__,
        transformers=transformers.__version__,
        devices=device_names(tf),
        xla_flags=os.environ.get("XLA_FLAGS", ""),
        tf_xla_flags=user_flags(),
        notices=(*gpu_notices(tf), *rewrite_notices()),
        memory_bytes=resident_bytes(),
        made_with=dict(made_with),
    )
