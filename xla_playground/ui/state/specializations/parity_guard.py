"""Which specializations write eager's tokens: checked one by one while nobody waits for a call."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ....bridge.engine_thread import EngineThread
from ....bridge.parity.parity_run import ParityRun
from ....bridge.parity.verdict_keeper import VerdictKeeper, Verdicts
from ....core.call.record import Cache, Record, Status
from ....core.call.request import Arm
from ....core.call.specialization import DECODE, SpecializationKey
from ....core.comparison.parity import (
    Outcome,
    ParityState,
    ParityVerdict,
    Stage,
    reason_against,
    reason_against_key,
    unchecked,
)
from ....core.engine.engine import EngineInfo
from ....core.files.measuring import is_measured
from ....core.paths import measuring_path
from .specialization_list import SpecializationList

#: How long no call runs before a check begins.
REST_MS = 5000
#: Most calls that wait for their check; the oldest is given up.
_MOST_WAITING = 64


class ParityGuard(QObject):
    """Queues a call of each specialization that is not checked yet, and checks it at rest.

    A check ends at once when a call begins or something else measures, and is made again later.
    None begins while a command measures in another process; one that runs already goes on.

    *Attributes:*
        is_on: whether the user wants checks.

    *Signals:*
        changed (): ``state`` or ``is_on`` may be others.
        difference_found (str): a sentence on a specialization that writes other tokens.
    """

    changed = Signal()
    difference_found = Signal(str)

    def __init__(
        self,
        run: ParityRun | None,
        thread: EngineThread,
        specializations: SpecializationList,
        parent: QObject | None = None,
        *,
        is_on: bool,
    ) -> None:
        """Create the guard; without a ``run`` nothing is ever checked."""
        super().__init__(parent)
        self.is_on = is_on
        self._run, self._specializations = run, specializations
        self._made_with: dict[str, str] | None = None  # until the engine is ready
        self._keeper = VerdictKeeper(self)
        self._verdicts: Verdicts = {}
        self._failed: set[SpecializationKey] = set()  # not tried again with each call
        self._asked: set[SpecializationKey] = set()  # whether an earlier session knows them
        self._calls: dict[SpecializationKey, Record] = {}  # until that is answered
        self._waiting: dict[SpecializationKey, Record] = {}
        self._holders: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._check_next)
        self._keeper.looked.connect(self._on_looked)
        thread.engine_ready.connect(self._on_engine_ready)
        specializations.changed.connect(self._on_specializations_changed)
        if run is not None:
            run.checked.connect(self._on_checked)

    def state(self, key: SpecializationKey) -> ParityState:
        """Return how far the check of a specialization is."""
        if (why := reason_against_key(key)) is not None:
            return ParityState(Stage.DONE, unchecked(why))
        if key in self._waiting and self.is_on:
            is_first = key == next(iter(self._waiting))
            is_checked = is_first and self._run is not None and self._run.is_running
            return ParityState(Stage.CHECKING if is_checked else Stage.WAITING)
        verdict = self._verdicts.get(key)
        return ParityState() if verdict is None else ParityState(Stage.DONE, verdict)

    def waiting(self) -> tuple[SpecializationKey, ...]:
        """Return the specializations that wait for their check; the first may be checked now."""
        return tuple(self._waiting) if self.is_on else ()

    @Slot(bool)
    def switch(self, is_on: bool) -> None:
        """Switch checks on or off."""
        self.is_on = is_on
        self._look_again()

    @Slot(bool)
    def hold_for_call(self, is_busy: bool) -> None:
        """Check nothing while calls run."""
        self.hold("call", is_busy)

    def hold(self, holder: str, is_held: bool) -> None:
        """Check nothing while something else measures: a race, a warm-up, a bench."""
        (self._holders.add if is_held else self._holders.discard)(holder)
        self._look_again()

    def stop(self) -> None:
        """End what runs: the window closes."""
        self._holders.add("end")
        self._timer.stop()
        if self._run is not None:
            self._run.stop()
        self._keeper.stop()

    # ------------------------------------------------------------------ when

    @property
    def _may_check(self) -> bool:
        return self._run is not None and self.is_on and not self._holders

    def _look_again(self) -> None:
        """Begin to wait for a rest, or end what runs."""
        self._timer.stop()
        if self._run is not None and not self._may_check:
            self._run.end()
        elif self._waiting and not self._is_checking:
            self._timer.start()
        self.changed.emit()

    @property
    def _is_checking(self) -> bool:
        return self._run is not None and self._run.is_running

    @Slot()
    def _check_next(self) -> None:
        if self._run is None or not self._may_check or self._run.is_running:
            return
        if self._waiting and is_measured(measuring_path()):
            self._timer.start()  # a bench or a race in a terminal: look again after a rest
        elif self._waiting:
            self._run.start(next(iter(self._waiting.values())))
        else:
            self._run.end()  # it gives its memory back
        self.changed.emit()

    # ------------------------------------------------------------------ what

    @Slot(object)
    def _on_engine_ready(self, info: EngineInfo) -> None:
        self._made_with = info.made_with

    @Slot(object)
    def take(self, records: tuple[Record, ...]) -> None:
        """Take up calls that ended: their specializations are checked unless they were before."""
        for record in records:
            self._take_record(record)

    def _take_record(self, record: Record) -> None:
        key = record.key
        is_made = key is not None and record.status is Status.COMPLETED
        if self._run is None or not is_made or key is None or key.arm is Arm.EAGER:
            return
        known = self._verdicts.get(key)
        is_known = known is not None and known.outcome is not Outcome.UNCHECKED
        is_given_up = key in self._failed and record.cache is Cache.MEMORY
        if is_known or is_given_up or key in self._waiting or reason_against_key(key) is not None:
            return
        if (why := reason_against(record)) is not None:
            self._verdicts[key] = unchecked(why)
            self.changed.emit()
            return
        self._calls[key] = record
        self._keeper.look((key,), self._made_with or {})

    @Slot()
    def _on_specializations_changed(self) -> None:
        keys = {info.key for info in self._specializations.infos if info.key.program == DECODE}
        if self._made_with is not None and keys - self._asked:
            self._keeper.look(keys - self._asked, self._made_with)
            self._asked |= keys

    @Slot(object, object)
    def _on_looked(self, keys: tuple[SpecializationKey, ...], known: Verdicts) -> None:
        self._verdicts |= known
        for key in keys:
            record = self._calls.pop(key, None)
            if record is not None and key not in known:
                self._waiting[key] = record
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.pop(list(self._waiting)[1])  # the first may be checked now
        if not self._timer.isActive():
            self._look_again()

    @Slot(object, object)
    def _on_checked(self, record: Record, verdict: ParityVerdict) -> None:
        key = record.key
        if key is None:
            return
        self._waiting.pop(key, None)
        self._verdicts[key] = verdict
        if verdict.outcome is Outcome.UNCHECKED:
            self._failed.add(key)
        else:
            self._keeper.keep(key, self._made_with or {}, verdict)
        if verdict.outcome is Outcome.DIFFERS:
            self.difference_found.emit(f"{key.label()}: {verdict.message.text}")
        self._check_next()
