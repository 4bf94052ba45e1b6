"""An engine that may end after any answer holds it back until what is built behind it is there."""

from __future__ import annotations

from pathlib import Path

from tests.engine.conftest import MakeRequest
from xla_playground.core.call.specialization import CHUNK
from xla_playground.core.store.store import SpecializationStore
from xla_playground.engine import XlaEngine

LONG = "the quick brown fox jumps over the lazy dog"


def test_the_chunk_program_is_stored_when_the_answer_comes(
    make_request: MakeRequest, tmp_path: Path
) -> None:
    store = SpecializationStore(tmp_path)
    engine = XlaEngine(store=store, waits_for_builds=True)
    engine.start(lambda status: None)
    request = make_request(
        prompts=(LONG,), recipe="fast", arm="graph", options={"max_new_tokens": 2}
    )
    key = engine.generate(request).key
    assert key is not None
    stored = {entry.manifest.key for entry in store.entries()}
    engine.close()
    assert stored == {key, key.of_program(CHUNK)}
