"""Turn exceptions of TensorFlow into one sentence."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

from ..core.errors import EngineFailure, PlaygroundError
from .platform.environment import noted

logger = logging.getLogger(__name__)


@contextlib.contextmanager
def as_engine_failure(what: str) -> Iterator[None]:
    """Turn exceptions of TensorFlow into one sentence; the traceback goes to the log.

    Args:
        what: the name of the action, as the sentence begins with it.
    """
    try:
        yield
    except PlaygroundError:
        raise
    except MemoryError:
        raise EngineFailure(
            f"{what} does not fit into memory: use fewer prompts, beams or new tokens."
        ) from None
    except Exception as error:  # TensorFlow and Transformers raise dozens of types here
        logger.error("%s failed", what, exc_info=True)
        first_line = (str(error).strip().splitlines() or [""])[0]
        raise EngineFailure(
            f"{what} failed: {type(error).__name__}: {first_line[:300]}{noted()}"
        ) from error
