from __future__ import annotations

from tests.core.examples import MS, make_record
from xla_playground.core.call.record import (
    Cache,
    EndedBy,
    Record,
    Sequence,
    Status,
    Token,
    TokenRole,
)
from xla_playground.core.messages import store


def test_json_round_trip() -> None:
    for cache in Cache:
        record = make_record(cache=cache, prompts=("مرحبا 🦊",))
        assert Record.model_validate_json(record.model_dump_json()) == record


def test_phases() -> None:
    first = make_record(cache=Cache.MISS)
    assert first.total_ns == 2220 * MS
    assert first.phases_ns() == {
        "trace": 700 * MS,
        "compile": 1500 * MS,
        "load": None,
        "store": None,
        "run": 20 * MS,
    }
    steady = make_record()
    assert steady.total_ns == 20 * MS


def test_nanoseconds_beyond_32_bits() -> None:
    record = make_record(run_ns=5_000_000_000_123)
    assert Record.model_validate_json(record.model_dump_json()).run_ns == 5_000_000_000_123


def test_new_tokens_count_the_end_but_no_padding() -> None:
    assert make_record().new_tokens == (2,)


def test_a_cancelled_call_needs_nothing_but_its_request() -> None:
    record = Record(request=make_record().request, status=Status.CANCELLED)
    assert record.total_ns == 0
    assert record.new_tokens == ()
    assert Record.model_validate_json(record.model_dump_json()) == record


def test_a_record_of_version_0_1_0_keeps_its_notice() -> None:
    written = make_record().model_dump(mode="json")
    del written["notices"]
    old = Record.model_validate(written | {"notice": "It was not stored."})
    assert [notice.text for notice in old.notices] == ["It was not stored."]
    assert Record.model_validate(written | {"notice": None}).notices == ()


def test_texts_of_a_record_come_from_its_messages() -> None:
    record = Record(
        request=make_record().request, error_message=store.CALL_GONE(call=3), reason="of 0.1.0"
    )
    assert record.error == "Call 3 is not in the history any more."
    assert (record.reason, record.reason_message) == ("of 0.1.0", None)
    assert Record.model_validate_json(record.model_dump_json()) == record


def test_a_sequence_of_version_0_1_0_says_how_it_ended() -> None:
    written = make_record().model_dump(mode="json")
    new = {"id": 5, "text": "x", "role": "new"}
    end = {"id": 1, "text": "<end>", "role": "end"}
    ends: dict[EndedBy | None, list[dict[str, object]]] = {
        EndedBy.END: [new, end],
        EndedBy.LIMIT: [new, new],
        None: [],
    }
    written["sequences"] = [
        {"prompt_index": 0, "text": "x", "tokens": tokens} for tokens in ends.values()
    ]
    assert Record.model_validate(written).ended_by == tuple(ends)


def test_how_a_sequence_ended_is_kept() -> None:
    token = Token(id=1, text="<end>", role=TokenRole.END)
    cut = Sequence(prompt_index=0, text="", tokens=(token,), ended_by=EndedBy.LIMIT)
    assert Sequence.model_validate_json(cut.model_dump_json()).ended_by is EndedBy.LIMIT
