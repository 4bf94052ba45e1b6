"""Profiles: what the time of a call is counted for, and the trace that Perfetto opens."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from xla_playground.core.inside.profiling import trace_file
from xla_playground.core.inside.profiling.events import (
    Event,
    OperationKind,
    Recorded,
    program_of,
)
from xla_playground.core.inside.profiling.profile import (
    Profile,
    figures_of_profile,
    profile_of,
)
from xla_playground.core.inside.profiling.trace_file import write_trace

RECORDED = Recorded(
    plane="/host:CPU",
    events=(
        Event("main", "", "tf.constant", 1_000, 500, 500),
        Event("main", "run", "while.1", 2_000, 9_000, 9_000),
        Event("main", "run", "dot.2", 3_000, 100, 2_000),
        Event("main", "run", "dot.2", 7_000, 100, 2_000),
        Event("pool", "run", "fusion", 8_000, 2_000, 2_000),
        Event("pool", "other", "fusion", 12_000, 4_000, 4_000),
    ),
    kinds={
        ("run", "while.1"): OperationKind("while"),
        ("run", "dot.2"): OperationKind("dot", source="layer/MatMul"),
        ("run", "fusion"): OperationKind("fusion", ("add", "tanh")),
    },
)


def profile(recorded: Recorded = RECORDED) -> Profile:
    return profile_of(
        recorded,
        (("size", 3),),
        label="run",
        device="CPU",
        programs={"run": "decode"},
        run_ns=20_000,
        new_tokens=2,
    )


def trace_of(path: Path) -> Any:
    return json.loads(path.read_bytes())


def test_times_are_summed_by_operation_of_each_program() -> None:
    rows = [(o.program, o.name, o.count, o.total_ns, o.share) for o in profile().operations]
    assert rows == [
        ("decode", "while.1", 1, 9_000, None),
        ("", "fusion", 1, 4_000, 0.4),
        ("decode", "dot.2", 2, 4_000, 0.4),
        ("decode", "fusion", 1, 2_000, 0.2),
    ]


def test_what_overlaps_is_covered_once() -> None:
    # dot.2 from 3 to 5 µs and from 7 to 9, fusions from 8 to 10 and from 12 to 16
    assert profile().covered_ns == 2_000 + 3_000 + 4_000


def test_an_operation_says_what_it_is() -> None:
    by_name = profile().of_module("run__.44")
    assert set(by_name) == {"while.1", "dot.2", "fusion"}
    assert by_name["fusion"].kind == "fusion of add, tanh"
    assert by_name["dot.2"].kind == "dot"
    assert by_name["dot.2"].source == "layer/MatMul"
    assert profile().of_module("") == {}


def test_a_call_without_operations_has_no_shares() -> None:
    found = profile(Recorded("/host:CPU", RECORDED.events[:2]))
    assert [(o.opcode, o.share) for o in found.operations] == [("", 1.0)]
    assert profile(Recorded("/host:CPU", RECORDED.events[:1])).operations == ()


@pytest.mark.parametrize(
    ("module", "program"),
    [
        (
            "a_inference_generate_5318__XlaMustCompile_true_config_proto_1_.100",
            "a_inference_generate_5318",
        ),
        ("a_inference_generate_5318__.100", "a_inference_generate_5318"),
        ("specialization_ab12_6__.44", "specialization_ab12_6"),
        ("jit_run", "jit_run"),
    ],
)
def test_a_module_has_the_name_of_its_function(module: str, program: str) -> None:
    assert program_of(module) == program


def test_a_trace_names_threads_and_has_every_event(tmp_path: Path) -> None:
    path = tmp_path / "trace.json"
    write_trace(path, profile().trace)
    events = trace_of(path)["traceEvents"]
    names = [e["args"]["name"] for e in events if e["ph"] == "M"]
    assert names == ["/host:CPU", "main", "pool"]
    spans = [(e["tid"], e["name"], e["ts"], e["dur"]) for e in events if e["ph"] == "X"]
    assert spans[0] == (1, "tf.constant", 0.0, 0.5)
    assert spans[2] == (1, "dot.2", 2.0, 0.1), "as long as its thread was at it"
    assert spans[-1] == (2, "fusion", 11.0, 4.0)
    assert len(spans) == len(RECORDED.events)
    args = next(e["args"] for e in events if e["name"] == "dot.2")
    assert args == {"opcode": "dot", "source": "layer/MatMul"}


def test_a_trace_may_be_compressed(tmp_path: Path) -> None:
    write_trace(tmp_path / "a.json", profile().trace)
    write_trace(tmp_path / "a.json.gz", profile().trace)
    compressed = (tmp_path / "a.json.gz").read_bytes()
    assert gzip.decompress(compressed) == (tmp_path / "a.json").read_bytes()


def test_a_trace_that_is_too_long_says_what_it_leaves_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(trace_file, "MAX_EVENTS", 4)
    found = profile()
    assert (found.events, found.left_out) == (6, 2)
    write_trace(tmp_path / "t.json", found.trace)
    spans = [e for e in trace_of(tmp_path / "t.json")["traceEvents"] if e["ph"] == "X"]
    assert [span["name"] for span in spans] == ["tf.constant", "while.1", "dot.2", "dot.2"]
    assert sum(o.count for o in found.operations) == 5, "the table has all of them"


def test_figures_have_no_trace() -> None:
    figures = figures_of_profile(profile())
    assert figures["operations"][1]["total_ns"] == 4_000
    assert {"run_ns", "covered_ns", "plane", "events", "left_out"} <= figures.keys()
    assert "trace" not in figures


def test_a_profile_crosses_as_json() -> None:
    assert Profile.model_validate_json(profile().model_dump_json()) == profile()
