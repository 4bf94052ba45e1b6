"""What the commands that print a model's figure have in common."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_ready(*paths: Path) -> bool:
    """Whether everything is there to be measured, said on stderr where not; sets TensorFlow up.

    To be called before anything imports TensorFlow: it reads its environment once.
    """
    for path in paths:
        if not path.exists():
            print(f"{path} does not exist.", file=sys.stderr)
            return False
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TF_USE_LEGACY_KERAS"] = "1"
    return True
