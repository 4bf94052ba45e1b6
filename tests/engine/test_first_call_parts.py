"""What first calls consist of, by a real trace and XLA's own lines."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.breakdown import Part
from xla_playground.core.call.record import Cache, Record
from xla_playground.engine import XlaEngine
from xla_playground.engine.timing.compile_parts import CompileParts
from xla_playground.engine.timing.trace_parts import (
    TraceClock,
    part_of_trace,
    timed,
    trace_measured,
)

LINES = """\
I0000 00:00:1000.000100    77 xla_compiler.cc:820] XlaCompiler::CompileFunction __f[]
I0000 00:00:1000.000200    77 xla_compiler.cc:820] XlaCompiler::CompileFunction body[]
I0000 00:00:1000.000150    78 xla_compiler.cc:820] XlaCompiler::CompileFunction __g[]
I0000 00:00:1000.000400    77 service.cc:593] BuildExecutable on service 0x5 with proto
I0000 00:00:1000.000600    78 service.cc:593] BuildExecutable on service 0x5 with proto
I0000 00:00:1000.000900    77 cpu_compiler.cc:2060] Compiling: a_f
I0000 00:00:1000.001900    77 cpu_compiler.cc:2109] Compilation finished
I0000 00:00:1000.002000    77 device_compilation_profiler.cc:113] Compiled __f 1 times, compile time
I0000 00:00:1000.003600    78 device_compilation_profiler.cc:113] Compiled __g 1 times, compile time
"""
FIRST = {Part.LOOP, Part.HEAD, Part.MODEL, Part.EMBEDDINGS, Part.ATTENTION, Part.MLP}


def test_lines_of_two_threads_give_the_parts_of_two_compilations() -> None:
    parts = CompileParts()
    for line in LINES.encode().splitlines(keepends=True):
        parts.take(line)
    assert [(p.part, p.ns) for p in parts.compile_parts("__f")] == [
        (Part.CONVERSION, 300_000),
        (Part.PASSES, 500_000),
        (Part.CODE, 1_000_000),
    ]
    assert [(p.part, p.ns) for p in parts.compile_parts("__g")] == [  # no lines of a CPU's
        (Part.CONVERSION, 450_000),
        (Part.XLA, 3_000_000),
    ]
    assert parts.compile_parts("__h") == ()


def test_a_part_counts_nothing_that_it_encloses_and_no_other_thread() -> None:
    clock = TraceClock()
    clock.begin(Part.LOOP)
    seen = [clock.part]
    clock.begin(Part.ATTENTION)
    seen.append(clock.part)
    clock.end()
    seen.append(clock.part)
    clock.end()
    seen.append(clock.part)
    assert seen == [Part.LOOP, Part.ATTENTION, Part.LOOP, None]
    assert set(clock.ns) == {Part.LOOP, Part.ATTENTION}
    assert [p.is_estimate for p in clock.parts()] == [False, False]


@pytest.mark.usefixtures("tf")
def test_outside_of_a_trace_nothing_is_patched_and_nothing_measured() -> None:
    from tf_keras.layers import Layer  # type: ignore[import-untyped]  # has no stubs

    own = Layer.__call__
    made = timed(Part.SELECTION)(lambda: 5)
    assert made() == 5
    with trace_measured() as clock:
        assert Layer.__call__ is not own
        with part_of_trace(Part.LOOP):
            assert made() == 5
    assert Layer.__call__ is own
    assert set(clock.ns) == {Part.LOOP, Part.SELECTION}
    assert made() == 5
    assert set(clock.ns) == {Part.LOOP, Part.SELECTION}


def adds_up(record: Record) -> dict[str, set[str]]:
    """Return the names of the parts of each phase, which add up to it."""
    found: dict[str, set[str]] = {}
    for phase, ns in record.phases_ns().items():
        own = [part for part in record.first_call_parts if part.phase == phase]
        assert not own or sum(part.ns for part in own) == ns, phase
        assert all(part.ns > 0 for part in own)
        found[phase] = {part.part for part in own}
    return found


@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("gpt2", {}),
        ("gpt2", {"options": {"strategy": "beam", "num_beams": 2, "max_new_tokens": 4}}),
        ("t5", {}),
    ],
    ids=["greedy", "beams", "two programs at once"],
)
def test_a_first_call_has_parts_that_add_up_and_a_steady_call_has_none(
    engine: XlaEngine, make_new_request: MakeRequest, family: str, values: dict[str, Any]
) -> None:
    request = make_new_request(family, recipe="fast", **values)
    first = engine.generate(request)
    assert first.cache is Cache.MISS
    found = adds_up(first)
    assert found["trace"] >= FIRST - {Part.HEAD} | {Part.SELECTION, Part.PROGRAM}
    assert found["compile"] >= {Part.CONVERSION, Part.PASSES, Part.CODE}
    assert Part.FIRST_RUN in found["run"]
    estimates = {p.part for p in first.first_call_parts if p.is_estimate}
    assert estimates <= {Part.HEAD, Part.FIRST_RUN}
    assert Part.FIRST_RUN in estimates
    steady = engine.generate(request)
    assert steady.cache is Cache.MEMORY
    assert steady.first_call_parts == ()
    assert steady.sequences == first.sequences


def test_the_documented_recipe_shows_what_the_conversion_of_source_takes(
    engine: XlaEngine, make_new_request: MakeRequest
) -> None:
    request = make_new_request(recipe="documented")
    first = engine.generate(request)
    found = adds_up(first)
    assert found["trace"] >= FIRST | {Part.AUTOGRAPH}
    assert found["compile"] >= {Part.CONVERSION, Part.PASSES, Part.CODE}
    eager = engine.generate(make_new_request(recipe="documented", arm="eager"))
    assert eager.first_call_parts == ()
    assert [s.tokens for s in eager.sequences] == [s.tokens for s in first.sequences]
