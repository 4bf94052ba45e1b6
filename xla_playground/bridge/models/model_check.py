"""Reading what a model is from its files, off the GUI thread and without TensorFlow."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import partial

import psutil
from PySide6.QtCore import QObject, Signal

from ...core.checkpoint.catalog import PULLABLE, check_model, is_hub_id, model_path
from ...core.errors import PlaygroundError
from ...core.model.info import ModelInfo
from ..background import Background


@dataclass(frozen=True)
class CheckedModel:
    """What a look at a model's files came to.

    Attributes:
        info: ``None`` where there is no such model, where it is refused, and for files that the
            engine must import first: what is the case the engine says when it loads it.
        free_bytes: memory that was free at the time.
        is_absent: whether it must be downloaded first, and can be.
    """

    model: str
    info: ModelInfo | None
    free_bytes: int
    is_absent: bool


class ModelCheck(QObject):
    """Checks models one after the other.

    *Signals:*
        checked (CheckedModel): the answer to one ``check``.
    """

    checked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def check(self, model: str) -> None:
        """Read the model's info from its files; ``checked`` is emitted at the end."""
        self._background.run(partial(_checked, model), self.checked.emit)

    def stop(self) -> None:
        """Forget what waits, and wait for what runs."""
        self._background.stop()


def _checked(model: str) -> CheckedModel:
    info, is_absent = None, False
    try:
        model_path(model)
    except PlaygroundError:
        is_absent = model in PULLABLE or is_hub_id(model)
    else:
        with contextlib.suppress(PlaygroundError):
            info = check_model(model, reads_weights=False)  # the engine does, on loading
    free_bytes = psutil.virtual_memory().available
    return CheckedModel(model, info, free_bytes, is_absent)
