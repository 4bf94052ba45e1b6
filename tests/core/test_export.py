from __future__ import annotations

import csv
import io
import json

from tests.core.examples import MS, make_record
from xla_playground.core.call.record import Cache, ProgramUse, Record, Status
from xla_playground.core.history.call_summary import CallSummary
from xla_playground.core.history.export import calls_as_csv, record_as_dict
from xla_playground.core.history.history import History
from xla_playground.core.messages import store


def test_json_has_what_scripts_depend_on() -> None:
    record = make_record(cache=Cache.MISS, call=7, prompts=("TensorFlow is",))
    values = json.loads(json.dumps(record_as_dict(record), allow_nan=False))
    assert values["call"] == 7
    assert (values["model"], values["arm"], values["recipe"]) == (
        "playground-gpt2",
        "xla",
        "documented",
    )
    assert values["cache"] == "miss"
    assert values["reason"]
    assert values["key"]["padded_length"] == 8
    assert (values["trace_ns"], values["compile_ns"]) == (700 * MS, 1500 * MS)
    assert values["load_ns"] is None
    assert values["run_ns"] == 20 * MS
    assert (values["prompt_tokens"], values["padded_length"]) == ([2], 8)
    assert values["new_tokens"] == [2]
    assert values["ended_by"] == ["end"]
    assert values["texts"] == ["TensorFlow 是 🦊"]
    assert values["token_ids"] == [[17, 18, 19, 1]]  # no padding


def test_json_has_the_programs_of_a_call() -> None:
    built = ProgramUse(name="chunk", cache=Cache.MISS, trace_ns=5, compile_ns=7, in_background=True)
    used = ProgramUse(name="decode", cache=Cache.MEMORY)
    record = make_record(programs=(built, used), ran_beside_build=True)
    values = json.loads(json.dumps(record_as_dict(record)))
    assert values["ran_beside_build"] is True
    assert values["programs"] == [
        {
            "name": "chunk",
            "cache": "miss",
            "trace_ns": 5,
            "compile_ns": 7,
            "load_ns": None,
            "store_ns": None,
            "in_background": True,
        },
        {
            "name": "decode",
            "cache": "memory",
            "trace_ns": None,
            "compile_ns": None,
            "load_ns": None,
            "store_ns": None,
            "in_background": False,
        },
    ]
    plain = record_as_dict(make_record())
    assert (plain["programs"], plain["ran_beside_build"]) == ([], False)


def test_json_of_a_call_that_did_not_complete() -> None:
    record = Record(request=make_record().request, status=Status.FAILED, error="It failed.")
    values = json.loads(json.dumps(record_as_dict(record)))
    assert values["key"] is None
    assert values["run_ns"] is None
    assert (values["error"], values["error_message"]) == ("It failed.", None)


def test_json_has_messages_as_data_beside_their_texts() -> None:
    record = Record(
        request=make_record().request,
        reason_message=store.KEY_CHANGED(name="num_beams", old=2, new=4),
        error_message=store.CALL_GONE(call=3),
        notices=(store.NOT_STORED(why=store.CAPTURED_CONSTANT(size=2000)),),
    )
    values = json.loads(json.dumps(record_as_dict(record)))
    assert (values["reason"], values["reason_message"]) == (
        "num_beams 2 → 4",
        {"id": "key_changed", "values": {"name": "num_beams", "old": 2, "new": 4}},
    )
    assert values["error"] == "Call 3 is not in the history any more."
    assert values["error_message"] == {"id": "call_gone", "values": {"call": 3}}
    (notice,) = values["notices"]
    assert notice["values"]["why"]["values"] == {"size": 2000}
    assert notice["text"] == (
        "The specialization was not stored: it captured a constant of 2,000 bytes."
    )


def test_csv() -> None:
    history = History(None)
    beside = make_record(model='a "b", c', ran_beside_build=True, first_token_ns=5 * MS)
    records = (make_record(cache=Cache.MISS), beside)
    data = calls_as_csv([history.add(record)[0] for record in records])
    history.close()
    text = data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == CallSummary._fields
    assert [row["trace_ns"] for row in rows] == [str(700 * MS), ""]
    assert [row["ended_by"] for row in rows] == ["end", "end"]
    assert [row["ran_beside_build"] for row in rows] == ["0", "1"]
    assert [row["first_token_ns"] for row in rows] == ["", str(5 * MS)]
    assert rows[1]["model"] == 'a "b", c'
    assert "\r" not in text
