"""``python -m xla_playground.library.pull.process NAME``: pull a model and report progress on
stdout.

Each line is a message of ``core.engine.pull``. It may be killed at any time: the next pull uses its
downloads, and a model's folder is complete or missing.
"""

from __future__ import annotations

import errno
import logging
import os
import signal
import sys

from ...core.engine.pull import PullDone, PullError, PullMessage
from ...core.errors import EngineFailure, EnvironmentFault, PlaygroundError
from ...core.messages.models import library as messages

logger = logging.getLogger(__name__)


def main() -> None:
    """Pull the model that the first argument names."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # end at once: there is nothing to clean up
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    # a user starts a pull; the plain protocol can resume, Xet cannot
    os.environ.pop("HF_HUB_OFFLINE", None)
    os.environ.pop("TRANSFORMERS_OFFLINE", None)
    os.environ["HF_HUB_DISABLE_XET"] = "1"
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    try:
        last = _last_message(sys.argv[1])
        _say(last)
    except BrokenPipeError:  # the reader is gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)
    sys.exit(last.exit_code if isinstance(last, PullError) else 0)


def _last_message(model: str) -> PullDone | PullError:
    from .pulling import pull  # after the environment is set: the hub's client reads it once

    try:
        return PullDone(model=model, path=str(pull(model, _say)))
    except PlaygroundError as error:
        return PullError.of(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        problem = messages.MODEL_NOT_KEPT(why=error.strerror or str(error))
        if error.errno == errno.ENOSPC:
            problem = messages.DISK_FULL()
        return PullError.of(EnvironmentFault(problem))
    except Exception as error:
        logger.exception("pulling %s", model)
        return PullError.of(EngineFailure.unforeseen(error))


def _say(message: PullMessage) -> None:
    sys.stdout.write(message.model_dump_json() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
