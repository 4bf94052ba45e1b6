"""Profiles by TensorFlow's own profiler: of a function of the tests' own, and of steady calls."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.record import Cache
from xla_playground.core.call.specialization import CHUNK
from xla_playground.core.errors import CallCancelled, EngineFailure, RequestError
from xla_playground.core.inside.hlo import parse_hlo
from xla_playground.core.inside.profiling.profile import profile_of
from xla_playground.engine import XlaEngine
from xla_playground.engine.inside.lowering import OPTIMIZED, lowering_of
from xla_playground.engine.inside.recording import read_recording, recorded

PASSES = 5


def test_the_operations_of_any_function_are_recorded(engine: XlaEngine) -> None:
    import tensorflow as tf

    def run(vector: Any, matrix: Any) -> Any:
        _, found = tf.while_loop(
            lambda n, _: n < PASSES,
            lambda n, v: (n + 1, tf.tanh(tf.linalg.matvec(matrix, v))),
            (tf.constant(0), vector),
        )
        return found

    function = tf.function(run, autograph=False, jit_compile=True)
    inputs = tf.ones([64]), tf.ones([64, 64])
    concrete = function.get_concrete_function(*inputs)
    function(*inputs)
    result, recording = recorded(lambda: function(*inputs).numpy())
    assert result.shape == (64,)
    lower = lowering_of(concrete)
    profile = profile_of(
        recording,
        (("size", 64),),
        label="run",
        device="CPU",
        programs={lower.module: "run"},
        run_ns=1,
        new_tokens=0,
    )
    text = lower(OPTIMIZED).decode()
    found = profile.of_module(text.split(",", 1)[0].removeprefix("HloModule "))
    by_name = {each.name: each for each in parse_hlo(text).instructions}
    assert found
    assert {o.program for o in found.values()} == {"run"}
    assert all(by_name[name].opcode == found[name].opcode for name in found)
    loops = [o for o in found.values() if o.opcode == "while"]
    assert [(o.count, o.share) for o in loops] == [(1, None)]
    assert PASSES in {o.count for o in found.values()}
    shares = [o.share for o in profile.operations if o.share is not None]
    assert sum(shares) == pytest.approx(1.0)


def test_a_gpu_has_a_plane_of_its_own() -> None:
    """As TensorFlow writes it on a machine with a GPU: kernels there, launches on the host."""
    from tensorflow.tsl.profiler.protobuf import xplane_pb2

    space = xplane_pb2.XSpace()
    for name, thread in (("/host:CPU", "python"), ("/device:GPU:0", "Stream #13(Compute)")):
        plane = space.planes.add(name=name)
        for number, text in enumerate(("hlo_op", "hlo_module", "fusion.3", "run__XlaMust.7"), 1):
            plane.stat_metadata[number].name = text
        plane.event_metadata[1].name = "loop_fusion_kernel"
        line = plane.lines.add(name=thread, timestamp_ns=50)
        event = line.events.add(metadata_id=1, offset_ps=2_000_000, duration_ps=7_000_000)
        event.stats.add(metadata_id=1, ref_value=3)
        event.stats.add(metadata_id=2, ref_value=4)
    found = read_recording(space.SerializeToString())
    assert found.plane == "/device:GPU:0"
    assert [(e.thread, e.program, e.name) for e in found.events] == [
        ("Stream #13(Compute)", "run", "fusion.3"),
        ("python", "", "loop_fusion_kernel"),
    ]
    assert (found.events[0].start_ns, found.events[0].whole_ns) == (2_050, 7_000)


def test_a_recording_without_operations_is_refused() -> None:
    from tensorflow.tsl.profiler.protobuf import xplane_pb2

    space = xplane_pb2.XSpace()
    space.planes.add(name="/host:CPU")
    with pytest.raises(EngineFailure, match="recorded no operation"):
        read_recording(space.SerializeToString())


@pytest.mark.slow
@pytest.mark.parametrize(
    "recipe", [pytest.param("documented", marks=pytest.mark.exhaustive), "fast"]
)
def test_a_steady_call_is_profiled(
    engine: XlaEngine, make_request: MakeRequest, recipe: str
) -> None:
    request = make_request(recipe=recipe, options={"max_new_tokens": 6})
    engine.wait()
    known = {info.key for info in engine.specializations() if info.where is Cache.MEMORY}
    first = engine.generate(request)
    engine.wait()
    assert first.key is not None
    before = engine._cache.get(first.key)
    profile = engine.profile(first.request)
    assert profile.new_tokens == max(first.new_tokens)
    assert profile.plane == "/host:CPU"
    assert 0 < profile.covered_ns <= profile.run_ns * 1.5
    others = {"chunk"} if recipe == "fast" else set()  # reads the prompt once it is built
    assert {o.program for o in profile.operations} == {"decode", *others}
    text = engine.inspect(first.key).optimized
    found = profile.of_module(text.split(",", 1)[0].removeprefix("HloModule "))
    names = {each.name: each.opcode for each in parse_hlo(text).instructions}
    assert {name: o.opcode for name, o in found.items()} == {n: names[n] for n in found}
    assert any(o.contents for o in found.values() if o.opcode == "fusion")
    again = engine.generate(request.again())
    assert (again.call, again.cache) == (first.call + 1, Cache.MEMORY), "a profile is no call"
    assert again.sequences == first.sequences
    behind = [use.name for use in again.programs if use.in_background]
    is_built = recipe == "fast" and first.key.of_program(CHUNK) not in known  # by a test before
    assert behind == (["chunk"] if is_built else []), "told to the next call, not before"
    assert engine._cache.get(first.key) is before, "calls keep their executable"


@pytest.mark.slow
def test_what_cannot_be_profiled_is_refused(
    engine: XlaEngine, make_request: MakeRequest, make_new_request: MakeRequest
) -> None:
    request = make_new_request(recipe="fast")
    with pytest.raises(RequestError, match="run its call, then look inside again"):
        engine.profile(request)
    graph = engine.generate(make_request(arm="graph", options={"max_new_tokens": 3})).request
    with pytest.raises(RequestError, match=r"has no program of XLA's"):
        engine.profile(graph)


@pytest.mark.slow
def test_a_look_is_cancelled_where_it_can_be(
    engine: XlaEngine, make_request: MakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = engine.generate(make_request(recipe="fast", options={"max_new_tokens": 6}))
    assert record.key is not None
    engine.wait()
    monkeypatch.setattr(engine, "_listener", lambda status: engine.cancel())
    with pytest.raises(CallCancelled):
        engine.inspect(record.key)
    with pytest.raises(CallCancelled):
        engine.profile(record.request)
    monkeypatch.undo()
    assert engine.profile(record.request).operations, "nothing is left of the cancelled one"
