"""The verdicts of earlier sessions, read and written off the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...core.call.specialization import SpecializationKey
from ...core.comparison.parity import ParityVerdict
from ...core.comparison.parity_file import identities_of, keep_verdict, known_verdicts
from ...core.paths import parity_path
from ..background import Background

logger = logging.getLogger(__name__)

_Keys = tuple[SpecializationKey, ...]
#: Verdicts by specialization.
Verdicts = dict[SpecializationKey, ParityVerdict]


class VerdictKeeper(QObject):
    """Looks up and keeps verdicts, one after the other.

    *Signals:*
        looked (tuple[SpecializationKey], Verdicts): an answer to ``look``: the specializations that
            were asked for, and what is known.
    """

    looked = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = parity_path()
        self._background = Background(self)

    def look(self, keys: Iterable[SpecializationKey], made_with: Mapping[str, str]) -> None:
        """Look up what is known of specializations; answered by ``looked``.

        Args:
            made_with: see ``EngineInfo.made_with``.
        """
        wanted = tuple(keys)
        job = partial(_known, self._path, wanted, dict(made_with))
        self._background.run(job, partial(self.looked.emit, wanted))

    def keep(
        self, key: SpecializationKey, made_with: Mapping[str, str], verdict: ParityVerdict
    ) -> None:
        """Keep a verdict over the end of the program."""
        self._background.run(partial(_keep, self._path, key, dict(made_with), verdict))

    def stop(self) -> None:
        """Finish what is being written: the window closes."""
        self._background.wait()
        self._background.stop()


def _known(path: Path, keys: _Keys, made_with: dict[str, str]) -> Verdicts:
    identities = identities_of(keys, made_with)
    known = known_verdicts(path, identities.values())
    return {key: known[name] for key, name in identities.items() if name in known}


def _keep(
    path: Path, key: SpecializationKey, made_with: dict[str, str], verdict: ParityVerdict
) -> None:
    for identity in identities_of((key,), made_with).values():
        try:
            keep_verdict(path, identity, verdict)
        except OSError as error:  # it is checked again in the next session
            logger.info("a verdict is not kept: %s", error)
