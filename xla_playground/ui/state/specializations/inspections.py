"""What XLA made of specializations, and what a call of them does: asked of the engine."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from ....bridge.engine_commands import InspectCommand, LookCommand, ProfileCommand, Refusal
from ....bridge.engine_thread import EngineThread
from ....core.call.request import Request
from ....core.call.specialization import SpecializationKey
from ....core.engine.engine import EngineStatus, Phase
from ....core.inside.inspection import Inspection
from ....core.inside.profiling.profile import Profile

KeptT = TypeVar("KeptT")

#: Inspections and profiles that are kept; one has about 2 MB of text.
_KEPT = 8


class Inspections(QObject):
    """Asks the engine to look into specializations, and keeps the latest answers.

    *Attributes:*
        shown: the specialization that is looked at, and the one that it is compared with.

    *Signals:*
        found (SpecializationKey): ``of`` has its inspection.
        refused (SpecializationKey, str): a sentence on why there is none.
        profiled (SpecializationKey): ``profile_of`` has its profile.
        profile_refused (SpecializationKey, str): a sentence on why there is none.
        asked_changed (): the engine was asked, or answered.
    """

    found = Signal(object)
    refused = Signal(object, str)
    profiled = Signal(object)
    profile_refused = Signal(object, str)
    asked_changed = Signal()

    def __init__(self, thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[SpecializationKey | None, SpecializationKey | None] = (None, None)
        self._thread = thread
        self._inspections: OrderedDict[SpecializationKey, Inspection] = OrderedDict()
        self._profiles: OrderedDict[SpecializationKey, Profile] = OrderedDict()
        self._asked: dict[LookCommand, float] = {}
        thread.inspected.connect(self._on_inspected)
        thread.profiled.connect(self._on_profiled)
        thread.look_refused.connect(self._on_refused)
        thread.status_changed.connect(self._on_status)

    def of(self, key: SpecializationKey) -> Inspection | None:
        """Return the inspection of a specialization, ``None`` before it was found."""
        return self._inspections.get(key)

    def profile_of(self, key: SpecializationKey) -> Profile | None:
        """Return the latest profile of a specialization, ``None`` before it was profiled."""
        return self._profiles.get(key)

    def is_known(self, key: SpecializationKey) -> bool:
        """Return whether the engine has looked into a specialization, or is asked to."""
        return self.of(key) is not None or self.asked_s(key) is not None

    def show(self, key: SpecializationKey, other: SpecializationKey | None = None) -> None:
        """Remember what is looked at, for a window in another language."""
        self.shown = key, other

    def ask(self, key: SpecializationKey) -> None:
        """Ask for an inspection; answered by ``found`` or ``refused``."""
        if key in self._inspections:
            self.found.emit(key)
        else:
            self._ask(InspectCommand(key))

    def profile(self, key: SpecializationKey, request: Request) -> None:
        """Profile one more call of a specialization; answered by ``profiled`` or a refusal."""
        self._ask(ProfileCommand(key, request))

    def cancel(self, *keys: SpecializationKey | None) -> None:
        """Give up what was asked for these specializations."""
        for command in list(self._asked):
            if command.key in keys:
                self._thread.cancel_look(command)

    def asked_s(self, *keys: SpecializationKey | None) -> float | None:
        """Return for how long the engine has been asked for these; ``None`` if it is not."""
        begun = [start for command, start in self._asked.items() if command.key in keys]
        return time.monotonic() - min(begun) if begun else None

    def _ask(self, command: LookCommand) -> None:
        if command not in self._asked:
            self._asked[command] = time.monotonic()
            self._thread.look(command)
            self.asked_changed.emit()

    # ------------------------------------------------------------------ answers

    @Slot(object, object)
    def _on_inspected(self, key: SpecializationKey, inspection: Inspection) -> None:
        self._forget(InspectCommand(key))
        _keep(self._inspections, key, inspection)
        self.found.emit(key)

    @Slot(object, object)
    def _on_profiled(self, key: SpecializationKey, profile: Profile) -> None:
        asked = [c for c in self._asked if isinstance(c, ProfileCommand) and c.key == key]
        self._forget(*asked[:1])
        _keep(self._profiles, key, profile)
        self.profiled.emit(key)

    @Slot(object)
    def _on_refused(self, refusal: Refusal[LookCommand]) -> None:
        self._refuse(refusal.subject, refusal.error.sentence)

    def _refuse(self, command: LookCommand, sentence: str) -> None:
        self._forget(command)
        if isinstance(command, ProfileCommand):
            self.profile_refused.emit(command.key, sentence)
        else:
            self.refused.emit(command.key, sentence)

    def _forget(self, *commands: LookCommand) -> None:
        for command in commands:
            self._asked.pop(command, None)
        self.asked_changed.emit()

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        """Refuse what was asked of an engine that ended: it does not answer."""
        if status.phase in (Phase.STARTING, Phase.STOPPED):
            for command in list(self._asked):
                sentence = self.tr("The worker ended before this was done: ask again.")
                self._refuse(command, sentence)


def _keep(kept: OrderedDict[SpecializationKey, KeptT], key: SpecializationKey, new: KeptT) -> None:
    kept[key] = new
    kept.move_to_end(key)
    while len(kept) > _KEPT:
        kept.popitem(last=False)
