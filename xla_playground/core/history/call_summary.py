"""A call without its text: a row of the table of calls and a point of the plots."""

from __future__ import annotations

from typing import NamedTuple

from ..call.record import Cache, Record, Status


class CallSummary(NamedTuple):
    """A call without its text: what a row of the table and a point of a plot need.

    Attributes:
        started_at: seconds since the epoch.
        key_id: number of the specialization key in this history, see ``History.key``.
        new_tokens: summed over the sequences.
        ended_by: ``EndedBy`` of each sequence with spaces between; ``None`` for calls of 0.1.0.
        ran_beside_build: 1 if another program was built while it ran, else 0; ``None`` for calls of
            0.1.0, which built nothing in the background.
        first_token_ns: see ``core.call.record.Record``; ``None`` for calls without blocks.
        store_ns: ``None`` for calls of 0.1.0, in which it was no phase.
        warmth: ``Warmth``; ``None`` for calls of 0.1.0.
    """

    call: int
    started_at: float
    key_id: int | None
    model: str
    arm: str
    recipe: str
    strategy: str
    status: str
    cache: str
    trace_ns: int | None
    compile_ns: int | None
    load_ns: int | None
    run_ns: int | None
    batch: int
    padded_length: int
    new_tokens: int
    ended_by: str | None = None
    ran_beside_build: int | None = None
    first_token_ns: int | None = None
    store_ns: int | None = None
    warmth: str | None = None

    @property
    def phases_ns(self) -> tuple[int | None, ...]:
        """Return the durations of the phases in ns, in the order of ``record.PHASES``."""
        return self.trace_ns, self.compile_ns, self.load_ns, self.store_ns, self.run_ns

    @property
    def total_ns(self) -> int:
        """Return the sum of the phases, in ns."""
        # written out: a table of 100,000 calls is sorted by it
        prepared = (self.trace_ns or 0) + (self.compile_ns or 0) + (self.load_ns or 0)
        return prepared + (self.store_ns or 0) + (self.run_ns or 0)

    @property
    def is_completed(self) -> bool:
        """Return whether the call ended with a text."""
        return self.status == Status.COMPLETED

    @property
    def is_first(self) -> bool:
        """Return whether the call completed after it traced and compiled its specialization, or
        loaded it from disk.
        """
        return self.is_completed and self.cache in (Cache.MISS, Cache.DISK)

    @property
    def is_steady(self) -> bool:
        """Return whether the call completed and only ran, with no other program built at the same
        time.

        Its specialization came from memory, or it was eager, which has nothing to prepare.
        """
        return self.is_completed and not self.is_first and not self.ran_beside_build


def summary_of(record: Record, call: int, key_id: int | None) -> CallSummary:
    """Return the summary of a record with the number and key that the history gave it."""
    request = record.request
    return CallSummary(
        call=call,
        started_at=record.started_at.timestamp(),
        key_id=key_id,
        model=request.model,
        arm=request.arm.value,
        recipe=request.recipe.value,
        strategy=request.options.strategy.value,
        status=record.status.value,
        cache=record.cache.value,
        trace_ns=record.trace_ns,
        compile_ns=record.compile_ns,
        load_ns=record.load_ns,
        run_ns=record.run_ns,
        batch=request.batch,
        padded_length=record.padded_length,
        new_tokens=sum(record.new_tokens),
        ended_by=" ".join(ended for ended in record.ended_by if ended),
        ran_beside_build=int(record.ran_beside_build),
        first_token_ns=record.first_token_ns,
        store_ns=record.store_ns,
        warmth=record.warmth.value,
    )
