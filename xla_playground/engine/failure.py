"""Turn exceptions of TensorFlow into one sentence."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

from ..core.errors import EngineFailure, PlaygroundError
from ..core.messages import engine as messages
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
        raise EngineFailure(messages.CALL_TOO_LARGE(what=what)) from None
    except Exception as error:  # TensorFlow and Transformers raise dozens of types here
        logger.error("%s failed", what, exc_info=True)
        why = (str(error).strip().splitlines() or [""])[0][:300]
        kind = type(error).__name__
        problem = messages.CALL_FAILED(what=what, kind=kind, why=why, noted=noted())
        raise EngineFailure(problem) from error
