"""Specializations from disk: the same tokens, no trace; whatever is not to be trusted is a miss."""

from __future__ import annotations

import errno
import importlib.metadata
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.plan import Plan
from xla_playground.core.call.record import Cache, Record, Warmth
from xla_playground.core.call.request import Request
from xla_playground.core.engine.specialization_info import SpecializationInfo
from xla_playground.core.store.file import Manifest, read_manifest
from xla_playground.core.store.parts import UNKNOWN
from xla_playground.core.store.store import SpecializationStore
from xla_playground.engine import XlaEngine
from xla_playground.engine.store.first_result import FirstResult
from xla_playground.worker.client import EngineClient

GREEDY = {"max_new_tokens": 20}
#: Two entries as 0.1.0 wrote them, without the graphs and executables behind their manifests.
OLD_STORE = Path(__file__).parents[1] / "data" / "store-0.1.0"


@pytest.fixture
def store(tmp_path: Path) -> SpecializationStore:
    """An empty store, or with ``stored`` one that holds its request."""
    return SpecializationStore(tmp_path / "specializations")


@pytest.fixture
def make_engine(engine: XlaEngine, store: SpecializationStore) -> Iterator[Callable[[], XlaEngine]]:
    """Engines with empty memories that share a store, after the one that imported TensorFlow."""
    made: list[XlaEngine] = []

    def make() -> XlaEngine:
        made.append(XlaEngine(store=store))
        made[-1].start(lambda status: None)
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture(scope="module")
def stored_once(
    engine: XlaEngine,
    tiny_models: Callable[[str], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, Request, Record]:
    """A folder with what a greedy request ran, that request and its record."""
    folder = tmp_path_factory.mktemp("stored") / "specializations"
    values = {"model": str(tiny_models("gpt2")), "prompts": ("the quick brown",)}
    request = Request.parse(values | {"recipe": "fast", "options": GREEDY})
    made = XlaEngine(store=SpecializationStore(folder))
    made.start(lambda status: None)
    record = made.generate(request)
    made.close()
    return folder, request, record


@pytest.fixture
def stored(
    stored_once: tuple[Path, Request, Record], store: SpecializationStore
) -> tuple[Request, Record]:
    """A greedy request that is in the store, and its record from scratch."""
    folder, request, record = stored_once
    shutil.copytree(folder, store.folder)
    return request, record


@pytest.mark.slow
@pytest.mark.parametrize(
    ("family", "options"),
    [
        ("gpt2", {"strategy": "sampling", "top_k": 7, "seed": 3}),
        ("t5", {"strategy": "greedy"}),
        *(
            pytest.param("gpt2", options, marks=pytest.mark.exhaustive)
            for options in (
                {"strategy": "beam", "num_beams": 2},
                {"strategy": "contrastive", "top_k": 4},
            )
        ),
    ],
)
def test_what_one_engine_traced_another_loads(
    make_engine: Callable[[], XlaEngine],
    make_request: MakeRequest,
    family: str,
    options: dict[str, Any],
) -> None:
    def request(prompt: str, **changes: Any) -> Request:
        wanted = options | {"max_new_tokens": 20} | changes
        return make_request(family, recipe="fast", prompts=(prompt,), options=wanted)

    first, second = make_engine(), make_engine()
    assert first.generate(request("the quick brown")).cache is Cache.MISS
    changes: dict[str, Any] = {"repetition_penalty": 1.2, "max_new_tokens": 13}
    expected = first.generate(request("the lazy", **changes))
    assert second.plan(request("the lazy")).cache is Cache.DISK
    loaded = second.generate(request("the lazy", **changes))
    assert (expected.cache, loaded.cache) == (Cache.MEMORY, Cache.DISK)
    assert loaded.sequences == expected.sequences
    assert loaded.load_ns
    assert (loaded.trace_ns, loaded.compile_ns, loaded.store_ns) == (None, None, None)
    assert loaded.reason
    assert loaded.key is not None
    kept = second._cache.get(loaded.key)
    assert kept is not None
    assert kept.traces == 0
    assert second.generate(request("the lazy", **changes)).cache is Cache.MEMORY


@pytest.mark.slow
def test_a_stored_entry_that_gives_other_tokens_is_set_aside(
    make_engine: Callable[[], XlaEngine],
    stored: tuple[Request, Record],
    store: SpecializationStore,
) -> None:
    request, right = stored
    assert make_engine().plan(request).cache is Cache.DISK
    for entry in store.entries():
        parts = dict(store.read(entry.manifest.digest).parts)  # type: ignore[union-attr]  # listed
        result = FirstResult.from_parts(parts)
        wrong = FirstResult({name: array + 1 for name, array in result.arrays.items()})
        store.write(entry.manifest, parts | wrong.to_parts())
    again = make_engine().generate(request)
    assert again.cache is Cache.MISS
    assert again.sequences == right.sequences
    assert again.trace_ns
    assert make_engine().generate(request).cache is Cache.DISK


@pytest.mark.slow
def test_a_stored_entry_without_a_graph_is_a_miss(
    make_engine: Callable[[], XlaEngine],
    stored: tuple[Request, Record],
    store: SpecializationStore,
) -> None:
    request, right = stored
    assert make_engine().plan(request).cache is Cache.DISK
    for entry in store.entries():
        parts = dict(store.read(entry.manifest.digest).parts)  # type: ignore[union-attr]  # listed
        store.write(entry.manifest, parts | {"graph": b"rubbish", "function.json": b"[]"})
    again = make_engine().generate(request)
    assert again.cache is Cache.MISS
    assert again.sequences == right.sequences
    assert make_engine().plan(request).cache is Cache.DISK


@pytest.mark.slow
def test_a_disk_that_is_full_is_a_sentence_and_the_call_answers(
    make_engine: Callable[[], XlaEngine],
    make_request: MakeRequest,
    store: SpecializationStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("xla_playground.core.store.store.write_entry", fail)
    request = make_request(recipe="fast", padding={"capacity": 48})
    record = make_engine().generate(request)
    assert record.sequences
    (notice,) = record.notices
    assert notice.id == "not_stored"
    assert "not stored" in notice.text
    assert "No space left" in notice.text


@pytest.mark.slow
def test_executables_go_elsewhere_where_their_folder_is_gone(
    make_engine: Callable[[], XlaEngine], make_request: MakeRequest
) -> None:
    made = make_engine()
    staging = made._executor._staging  # type: ignore[union-attr]  # started
    assert staging is not None
    shutil.rmtree(staging.folder.resolve())
    record = made.generate(make_request(recipe="fast", prompts=("a b",) * 3, options=GREEDY))
    assert record.sequences
    assert staging.is_usable()
    assert list(staging.folder.iterdir()) == []


def test_another_version_is_a_miss(
    make_engine: Callable[[], XlaEngine],
    stored: tuple[Request, Record],
) -> None:
    request, _ = stored
    newer = make_engine()
    assert newer.plan(request).cache is Cache.DISK
    newer._stored._surroundings["tensorflow"] = "9.0"  # type: ignore[union-attr]  # started
    plan = newer.plan(request)
    version = importlib.metadata.version("tensorflow")
    reason = f"it was stored with TensorFlow {version}, this is 9.0"
    assert (plan.cache, plan.reason) == (Cache.MISS, reason)
    of_another_kind = request.model_copy(update={"prompts": request.prompts * 5})
    assert newer.plan(of_another_kind).reason == "nothing is specialized yet in this process"


def test_a_plan_that_misses_reads_no_entry_again(
    store: SpecializationStore,
    make_request: MakeRequest,
    stored: tuple[Request, Record],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Path] = []

    def noted(path: Path) -> Manifest:
        read.append(path)
        return read_manifest(path)

    monkeypatch.setattr("xla_playground.core.store.store.read_manifest", noted)
    fresh = XlaEngine(store=SpecializationStore(store.folder))
    fresh.start(lambda status: None)
    try:
        for batch in (6, 7, 8):
            missed = fresh.plan(make_request(recipe="fast", prompts=("a",) * batch))
            assert missed.cache is Cache.MISS
        assert 0 < len(read) == len(set(read))
    finally:
        fresh.close()


def test_an_entry_of_version_0_1_0_is_a_miss_with_its_reason(
    engine: XlaEngine, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(OLD_STORE, tmp_path / "specializations"))
    folder.chmod(0o700)
    newer = XlaEngine(store=SpecializationStore(folder))
    newer.start(lambda status: None)

    def plan(*prompts: str, **options: Any) -> Plan:
        values = {"model": "playground-gpt2", "recipe": "fast", "options": options}
        return newer.plan(Request.parse(values | {"prompts": prompts}))

    try:
        for options in ({"strategy": "greedy"}, {"strategy": "sampling"}):
            told = plan("TensorFlow is", **options)
            assert (told.cache, told.reason) == (Cache.MISS, UNKNOWN.text)
        told = plan("TensorFlow is", "XLA", strategy="beam", num_beams=2)
        assert (told.cache, told.reason) == (Cache.MISS, UNKNOWN.text)
        told = plan("TensorFlow is", strategy="beam", num_beams=2)
        assert told.reason == "nothing is specialized yet in this process", "it has another batch"
        assert newer.specializations() == ()
        assert len(list(folder.glob("*.specialization"))) == 2, "left for whoever made them"
    finally:
        newer.close()


def test_other_weights_are_a_miss(
    make_engine: Callable[[], XlaEngine],
    make_request: MakeRequest,
    stored: tuple[Request, Record],
    tmp_path: Path,
) -> None:
    request, _ = stored
    copy = shutil.copytree(request.model, tmp_path / "copy")
    here = make_engine()
    assert here.plan(request.model_copy(update={"model": str(copy)})).cache is Cache.DISK
    weights = bytearray((copy / "model.safetensors").read_bytes())
    weights[-4:] = b"\0\0\0\0"
    (copy / "model.safetensors").write_bytes(weights)
    there = make_engine()
    assert there.plan(request.model_copy(update={"model": str(copy)})).cache is Cache.MISS


@pytest.mark.parametrize(
    "values",
    [
        {"recipe": "documented"},
        {"recipe": "documented", "arm": "graph"},
        {"recipe": "fast", "arm": "eager"},
    ],
)
def test_what_is_never_stored(
    make_engine: Callable[[], XlaEngine], make_request: MakeRequest, values: dict[str, Any]
) -> None:
    made = make_engine()
    key = made.plan(make_request(**values)).key
    assert made._stored is not None
    assert made._stored.digest(key) is None


def test_what_is_in_memory_and_on_disk_is_told(
    make_engine: Callable[[], XlaEngine], stored: tuple[Request, Record]
) -> None:
    request, record = stored
    made = make_engine()
    made.load(request.model)

    def told() -> SpecializationInfo:
        return next(info for info in made.specializations() if info.key == record.key)

    assert told().where is Cache.DISK
    assert told().disk_bytes
    made.generate(request)
    assert told().where is Cache.MEMORY
    assert told().memory_bytes is not None
    assert told().disk_bytes


def test_what_comes_back_from_disk_is_told_apart(
    make_engine: Callable[[], XlaEngine], stored: tuple[Request, Record]
) -> None:
    request, _ = stored
    made = make_engine()

    def come_back() -> tuple[Cache, Warmth]:
        record = made.generate(request)
        return record.cache, record.warmth

    assert come_back() == (Cache.DISK, Warmth.COLD)
    assert come_back() == (Cache.MEMORY, Warmth.WARM)
    made._cache.drop_model(request.model)
    assert come_back() == (Cache.DISK, Warmth.EVICTED)
    assert come_back() == (Cache.MEMORY, Warmth.WARM)


@pytest.mark.slow
def test_a_new_process_neither_traces_nor_compiles(
    engine: XlaEngine, make_request: MakeRequest
) -> None:
    records = []
    for _ in range(2):
        client = EngineClient()
        try:
            client.start(lambda status: None)
            records.append(client.generate(make_request(recipe="fast", options=GREEDY)))
        finally:
            client.close()
    first, second = records
    assert (first.cache, second.cache) == (Cache.MISS, Cache.DISK)
    assert first.compile_ns
    assert first.store_ns
    assert second.load_ns
    assert (second.trace_ns, second.compile_ns, second.store_ns) == (None, None, None)
    assert second.sequences == first.sequences
    assert (first.notices, second.notices) == ((), ())
