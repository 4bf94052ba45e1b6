"""The models in memory: loaded once, and loaded again if their files on disk have changed."""

from __future__ import annotations

import logging
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..core.call.request import Precision
from ..core.checkpoint.catalog import model_path
from ..core.checkpoint.digest import Stamp, model_stamp
from ..core.messages import engine as messages
from ..core.messages.message import Message
from ..core.model.info import short_model_name
from .model.loading import LoadedModel
from .recipe.specializations import MADE_ROOM, MODEL_CHANGED

logger = logging.getLogger(__name__)

#: Models kept in memory at a time; a switch back and forth between two stays quick.
MAX_MODELS = 2
#: Seconds until the files are checked again: a check takes 0.1 ms, a steady call some 20 ms.
LOOK_AFTER_S = 0.1


@dataclass
class _Kept:
    """A model in memory.

    Attributes:
        source: the file or folder that the model was loaded from.
        stamp: the stamp of its files at that time, see ``model_stamp``.
        digest: the digest of its files; ``None`` if it is not computed.
        looked_at: time of the last check of its files, in seconds of the monotonic clock.
        notices: notices for the record of the next call.
    """

    loaded: LoadedModel
    source: Path
    stamp: Stamp
    digest: str | None
    looked_at: float
    notices: tuple[Message, ...] = ()


class LoadedModels:
    """The models in memory, by name and precision.

    A call checks the size, date and number of each of a model's files, at most ten times a second.
    Their digest is computed only if one of these has changed, so a copy with the same bytes is no
    change.

    ``load`` loads a model. ``digest`` returns the digest of its files, or ``None``. ``drop`` is
    called with the name and precision of an evicted model, and the reason.
    """

    def __init__(
        self,
        load: Callable[[str, Precision], LoadedModel],
        digest: Callable[[LoadedModel, str], str | None],
        drop: Callable[[str, Precision, Message], None],
        *,
        look_after_s: float = LOOK_AFTER_S,
    ) -> None:
        self._load, self._digest, self._drop = load, digest, drop
        self._look_after_s = look_after_s
        self._kept: OrderedDict[tuple[str, Precision], _Kept] = OrderedDict()

    def load(self, name: str) -> LoadedModel:
        """Return the model of the current files, in float32.

        Raises:
            CheckpointError, EnvironmentFault: as ``load_model``, also if the files are gone.
        """
        source = model_path(name)
        for (kept_name, _), kept in self._kept.items():
            if kept_name == name:
                kept.source, kept.looked_at = source, -math.inf
        return self.get(name)

    def get(self, name: str, precision: Precision = Precision.FLOAT32) -> LoadedModel:
        """Return the model of the current files, or the one in memory if they are gone.

        Raises:
            CheckpointError, RequestError, EnvironmentFault: as ``load_model``.
        """
        kept = self._kept.get((name, precision))
        if kept is None:
            kept = self._keep(name, precision)
        else:
            try:
                is_same = self._is_same(name, kept)
            except OSError:
                logger.info("the files of %s are gone", name, exc_info=True)
                is_same = True
                kept.notices = (messages.MODEL_GONE(model=short_model_name(name)),)
            if not is_same:
                logger.info("the files of %s have changed", name)
                changed = self._read(name, precision)  # the old one is kept if this fails
                self._drop_all(name)
                kept = self._kept[name, precision] = changed
                kept.notices = (messages.MODEL_CHANGED(model=short_model_name(name)),)
        self._kept.move_to_end((name, precision))
        return kept.loaded

    def __contains__(self, name: str) -> bool:
        """Return whether a model is in memory, in any precision."""
        return any(kept_name == name for kept_name, _ in self._kept)

    def take_notices(self, name: str, precision: Precision) -> tuple[Message, ...]:
        """Return what a call must say of a model in memory, once."""
        kept = self._kept[name, precision]
        notices, kept.notices = kept.notices, ()
        return notices

    def _is_same(self, name: str, kept: _Kept) -> bool:
        """Return whether a name still refers to the files that were loaded.

        Raises:
            OSError: the files cannot be checked.
        """
        now = time.monotonic()
        if now - kept.looked_at < self._look_after_s:
            return True
        stamp = _stamp(kept.source)
        if stamp == kept.stamp:
            kept.looked_at = now
            return True
        folder = Path(kept.loaded.info.path)
        if kept.digest is None or kept.source.resolve() != folder:  # another, or an import of it
            return False
        if self._digest(kept.loaded, name) != kept.digest:
            return False
        kept.stamp, kept.looked_at = stamp, now
        return True

    def _keep(self, name: str, precision: Precision) -> _Kept:
        kept = self._kept[name, precision] = self._read(name, precision)
        while len(self._kept) > MAX_MODELS:
            (oldest, oldest_precision), _ = self._kept.popitem(last=False)
            self._drop(oldest, oldest_precision, MADE_ROOM)
        return kept

    def _read(self, name: str, precision: Precision) -> _Kept:
        source = model_path(name)
        stamp = _stamp(source)  # before it is read, so that the next check sees a later change
        loaded = self._load(name, precision)
        return _Kept(loaded, source, stamp, self._digest(loaded, name), time.monotonic())

    def _drop_all(self, name: str) -> None:
        for key in [key for key in self._kept if key[0] == name]:
            del self._kept[key]
            self._drop(*key, MODEL_CHANGED)


def _stamp(source: Path) -> Stamp:
    """Return the stamp of a folder, or of the file that a model is imported from.

    Raises:
        OSError: it cannot be checked.
    """
    if source.is_dir():
        return model_stamp(source)
    status = source.stat()
    return ((source.name, status.st_size, status.st_mtime_ns, status.st_ino),)
